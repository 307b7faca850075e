import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { parseReviewSheets } from '../../../../src/ingest/documents/review-sheets/parse.js';
import { bearsDamagedTables } from '../damaged-documents.js';

const cases = join(import.meta.dirname, 'cases');
const names = readdirSync(cases).sort();

function parse(lines: readonly string[]) {
  const findings = new FindingList();
  const record = parseReviewSheets(
    { kind: 'review-sheets', id: 'review-sheets-7', fileName: 'x.txt', lines },
    findings,
  );
  return { findings: findings.all, record };
}

const linesOf = (name: string) => readFileSync(join(cases, name, 'input.txt'), 'utf8').split('\n');

describe('Every case of a review sheet', () => {
  test.each(names)('%s: gives the record and the findings that were reviewed', (name) => {
    const expected = join(cases, name, 'output.json');
    const actual = join(cases, name, 'output.actual.json');
    const output = `${JSON.stringify(parse(linesOf(name)), null, 2)}\n`;
    if (!existsSync(expected)) {
      if (process.env.CI) throw new Error(`expected a reviewed ${expected}, but there is none; run the test locally`);
      writeFileSync(expected, output);
    }
    if (readFileSync(expected, 'utf8') === output) return rmSync(actual, { force: true });
    writeFileSync(actual, output);
    expect(JSON.parse(output)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

describe('A damaged review sheet', () => {
  const damaged = fc.constantFrom(...names).chain((name) => {
    const lines = linesOf(name);
    const place = fc.nat({ max: lines.length - 1 });
    return fc
      .record({ from: place, length: fc.nat({ max: 8 }), tab: place, cut: place, moved: place })
      .map(({ from, length, tab, cut, moved }) => {
        const kept = lines.filter((_, index) => index < from || index >= from + length);
        const [line = ''] = kept.splice(moved, 1);
        kept.unshift(line);
        return kept
          .slice(0, lines.length - (cut % 10))
          .map((text, index) => (index === tab ? text.replace('\t', ' ') : text));
      });
  });

  bearsDamagedTables(new Map(names.map((name) => [name, linesOf(name)])), damaged, parse);

  test('does not lose a line in silence: one that is added is reported', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names.filter((name) => name !== 'no-sheets')), fc.nat(), (name, seed) => {
        const lines = linesOf(name);
        const heading = lines.findIndex((line) => line.includes('現行計画の内容'));
        fc.pre(heading >= 0);
        const added = [...lines.slice(0, heading + 1), `孤立した行${seed}`, ...lines.slice(heading + 1)];
        const unplaced = parse(added).findings.filter(({ rule }) => rule === 'every-line-is-placed');
        expect(unplaced.some(({ lines: at }) => at && at.first <= heading + 2 && at.last >= heading + 2)).toBe(true);
      }),
    );
  });
});
