import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { parseReformSheets } from '../../../../src/ingest/documents/reform-sheets/parse.js';
import { bearsDamagedTables } from '../damaged-documents.js';
import { testCases } from '../parser-cases.js';

const cases = join(import.meta.dirname, 'cases');
const names = readdirSync(cases).sort();
const linesOf = (name: string) => readFileSync(join(cases, name, 'input.txt'), 'utf8').split('\n');

function parse(lines: readonly string[]) {
  const findings = new FindingList();
  const source = { kind: 'reform-sheets', id: 'reform-sheets-2024', fileName: 'x.txt', lines } as const;
  return { record: parseReformSheets(source, findings), findings: findings.all };
}

describe('parseReformSheets', () => {
  testCases(import.meta.url, 'reform-sheets', parseReformSheets);
});

describe('A complete document', () => {
  const lines = linesOf('two-fields');

  test('has no findings', () => {
    expect(parse(lines).findings).toEqual([]);
  });

  test('is known to be cut off wherever it ends', () => {
    const lastRow = lines.findLastIndex((line) => line.trim() !== '');
    for (let length = 0; length <= lastRow; length++)
      expect(parse(lines.slice(0, length)).findings).toContainEqual(
        expect.objectContaining({ rule: 'document-is-complete', severity: 'error' }),
      );
  });

  test('does not lose a line in silence: one that is added is reported', () => {
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), fc.constantFrom('孤立した行', '孤立\tした\t行'), (at, added) => {
        const { findings } = parse(lines.toSpliced(at, 0, added));
        const unplaced = findings
          .filter(({ rule }) => rule === 'every-line-is-placed')
          .map(({ lines: range }) => range);
        expect(unplaced.some((range) => range && range.first <= at + 1 && range.last >= at + 1)).toBe(true);
      }),
    );
  });
});

describe('Damaged reform sheets', () => {
  const damaged = fc.constantFrom(...names).chain((name) => {
    const lines = linesOf(name);
    const place = fc.nat({ max: lines.length - 1 });
    return fc.record({ from: place, length: fc.nat({ max: 8 }), tab: place, moved: place }).map((damage) => {
      const kept = lines.filter((_, index) => index < damage.from || index >= damage.from + damage.length);
      const [line = ''] = kept.splice(damage.moved, 1);
      return [line, ...kept].map((text, index) => (index === damage.tab ? text.replace('\t', ' ') : text));
    });
  });

  bearsDamagedTables(new Map(names.map((name) => [name, linesOf(name)])), damaged, parse);

  test('give the same record when rows end in empty cells or lose those they end in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat({ max: 3 }), (name, columns) => {
        const lines = linesOf(name);
        const cells = '\t'.repeat(columns);
        const resized = lines.map((line) => (/\t\S.*\t/.test(line) ? line.replace(/\t*$/, cells) : line));
        expect(parse(resized).record).toEqual(parse(lines).record);
      }),
    );
  });
});
