import fc from 'fast-check';
import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { readNameList } from '../../../../src/ingest/documents/linkage-plans-draft/plans.js';
import { Parsing } from '../../../../src/ingest/documents/parsing.js';

function read(lines: readonly string[]) {
  const findings = new FindingList();
  const source = { kind: 'adopted-plan', id: 'adopted-plan', fileName: 'plan.txt', lines } as const;
  const parsing = new Parsing(source, findings);
  const { names, rest } = readNameList(parsing, parsing.lines);
  return { names: names.map(({ value }) => value), rest: rest.map(({ text }) => text), findings: findings.all };
}

describe('readNameList', () => {
  it('keeps a comma inside brackets, nested or not', () => {
    expect(read(['- 漁船の数、港の人数【調査（夏、冬）による、延べ人数】、「海、空」の日']).names).toEqual([
      '漁船の数',
      '港の人数【調査(夏、冬)による、延べ人数】',
      '「海、空」の日',
    ]);
  });

  it('hands back what follows the list', () => {
    expect(read(['漁船の数', '', '港の清掃を続けます。'])).toEqual({
      names: ['漁船の数'],
      rest: ['港の清掃を続けます。'],
      findings: [],
    });
  });

  const name = fc
    .tuple(
      fc.string({ unit: fc.constantFrom('港', 'の', '数', 'ー', '率'), minLength: 1, maxLength: 8 }),
      fc.constantFrom('', '(夏、冬)', '【調査(夏、冬)】'),
    )
    .map(([text, bracket]) => text + bracket);

  it('finds the names of any list, broken anywhere between its letters', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (names, breaks) => {
          const text = names.join('、');
          const places = [...new Set(breaks.map((place) => 1 + (place % text.length)))].sort((a, b) => a - b);
          const lines = [0, ...places].map((place, index) => text.slice(place, places[index] ?? text.length));
          expect(read(lines.filter((line) => line !== ''))).toEqual({ names, rest: [], findings: [] });
        },
      ),
    );
  });
});
