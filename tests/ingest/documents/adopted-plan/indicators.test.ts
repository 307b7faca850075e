import fc from 'fast-check';
import { readIndicators } from '../../../../src/ingest/documents/adopted-plan/indicators.js';
import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { Parsing } from '../../../../src/ingest/documents/parsing.js';

function read(lines: readonly string[]) {
  const source = { kind: 'adopted-plan', id: 'adopted-plan', fileName: 'plan.txt', lines } as const;
  const parsing = new Parsing(source, new FindingList());
  return readIndicators(parsing, parsing.lines);
}

describe('readIndicators', () => {
  const word = fc.string({ unit: fc.constantFrom('港', 'の', '船', '数', '率'), minLength: 1, maxLength: 8 });
  const amount = fc.integer({ min: 0, max: 9_999_999 }).map((value) => value.toLocaleString('en'));
  const row = fc.record({
    name: fc.tuple(word, fc.constantFrom('', '(年間)')).map((parts) => parts.join('')),
    definition: fc.option(fc.tuple(word, fc.constantFrom('', '(年間)')).map((parts) => parts.join(''))),
    baseline: amount,
    target: amount,
    unit: fc.constantFrom('%', '件', '隻', '団体'),
  });
  const layout = fc.record({
    mark: fc.constantFrom('', '*', '※', ' [*]'),
    beforeDefinition: fc.constantFrom('', ' ', '　'),
    beforeBaseline: fc.constantFrom('\t', ' '),
    arrows: fc.constantFrom(' ▶▶\t', '▶▶▶\t', '\t▶▶ ', ' ▶▶ ', '\t▶▶\t'),
    beforeUnit: fc.constantFrom('', ' '),
  });

  it('reads name, definition, baseline and target back, wherever the tabs went', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, layout), { maxLength: 4 }), (rows) => {
        const lines = rows.map(([{ name, definition, baseline, target, unit }, at]) =>
          [
            name + at.mark,
            definition === null ? '' : `${at.beforeDefinition}[${definition}]`,
            at.beforeBaseline,
            baseline + at.beforeUnit + unit,
            at.arrows,
            target + at.beforeUnit + unit,
          ].join(''),
        );
        const found = read(lines).map(({ name, definition, baseline, target }) => ({
          name,
          definition,
          baseline: [baseline.value, baseline.unit],
          target: [target.value, target.unit],
        }));
        expect(found).toEqual(
          rows.map(([{ name, definition, baseline, target, unit }]) => ({
            name,
            definition,
            baseline: [Number(baseline.replaceAll(',', '')), unit],
            target: [Number(target.replaceAll(',', '')), unit],
          })),
        );
      }),
    );
  });

  it('keeps a dash as a baseline without a number', () => {
    expect(
      read(['漁船の数\t— ▶▶\t2 隻', '港の数 ― ▶▶ 3 港']).map(({ name, baseline }) => [name, baseline.value]),
    ).toEqual([
      ['漁船の数', null],
      ['港の数', null],
    ]);
  });

  it.each([['漁船の数\t▶▶\t2 隻'], ['漁船の数\t2 隻 ▶▶'], ['漁船の数\t2 隻'], ['1 隻 ▶▶\t2 隻']])(
    'reads nothing out of %j, which lacks a part',
    (line) => {
      expect(read([line])).toEqual([]);
    },
  );
});
