import fc from 'fast-check';
import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { readReferences } from '../../../../src/ingest/documents/linkage-plans-draft/plans.js';
import { Parsing } from '../../../../src/ingest/documents/parsing.js';

function read(lines: readonly string[]) {
  const source = { kind: 'adopted-plan', id: 'adopted-plan', fileName: 'plan.txt', lines } as const;
  const parsing = new Parsing(source, new FindingList());
  return readReferences(parsing, parsing.lines).map(({ value }) => value);
}

describe('readReferences', () => {
  const code = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map((pair) => pair.join('-'));
  const name = fc.string({ unit: fc.constantFrom('港', 'の', '・', '清', 'ー'), minLength: 1, maxLength: 10 });
  const references = fc.uniqueArray(fc.record({ code, name }), {
    selector: (reference) => reference.code,
    maxLength: 6,
  });
  const between = fc.constantFrom(' ', '　', '\n', '\n\n', '\t');

  it('finds every reference, however many stand on a line', () => {
    fc.assert(
      fc.property(references, fc.array(between, { minLength: 6, maxLength: 6 }), (list, separators) => {
        const text = list.map((reference, index) => `${reference.code} ${reference.name}${separators[index]}`).join('');
        expect(read(text.split('\n'))).toEqual(list);
      }),
    );
  });

  it('joins a name that wraps onto the line directly below, wherever it breaks', () => {
    fc.assert(
      fc.property(code, name, name, (reference, start, end) => {
        expect(read([`${reference} ${start}`, end, '', '13-1 灯台'])).toEqual([
          { code: reference, name: start + end },
          { code: '13-1', name: '灯台' },
        ]);
      }),
    );
  });

  it('ends at the first line that belongs to no list', () => {
    expect(read(['1-1 港', '', '迷い込んだ行', '', '1-2 灯台'])).toEqual([{ code: '1-1', name: '港' }]);
  });
});
