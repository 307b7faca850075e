import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type Finding, FindingList } from '../../../src/ingest/documents/finding.js';

/** The cases of a parser with lines lost, moved, doubled, glued together and cut off: what no fixture foresees. */
function damagedCases(testFile: string): fc.Arbitrary<string[]> {
  const cases = fileURLToPath(new URL('./cases/', testFile));
  const inputs = readdirSync(cases).map((name) => readFileSync(`${cases}${name}/input.txt`, 'utf8').split('\n'));
  const damage = fc.tuple(fc.constantFrom('lose', 'move', 'double', 'glue', 'untab', 'cut'), fc.nat(), fc.nat());
  return fc.tuple(fc.constantFrom(...inputs), fc.array(damage, { maxLength: 6 })).map(([input, list]) => {
    const lines = [...input];
    for (const [kind, from, to] of list) {
      const at = from % (lines.length + 1);
      const line = lines[at] ?? '';
      if (kind === 'lose') lines.splice(at, 1 + (to % 5));
      if (kind === 'move') lines.splice(to % (lines.length + 1), 0, ...lines.splice(at, 1));
      if (kind === 'double') lines.splice(to % (lines.length + 1), 0, line);
      if (kind === 'glue') lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`);
      if (kind === 'untab') lines.splice(at, 1, line.replace('\t', ' '));
      if (kind === 'cut') lines.splice(at, lines.length, line.slice(0, to % (line.length + 1)));
    }
    return lines;
  });
}

/** Registers the test that a parser bears any damage to its cases, and what it finds can be told to a person. */
export function neverThrows(testFile: string, parse: (lines: readonly string[], findings: FindingList) => void): void {
  it('never throws, and every finding names a rule, both languages and lines that exist', () => {
    fc.assert(
      fc.property(damagedCases(testFile), (lines) => {
        const findings = new FindingList();
        parse(lines, findings);
        for (const { rule, message, messageJa, lines: range } of findings.all) {
          expect(rule).toMatch(/^[a-z0-9-]+$/);
          expect([message, messageJa]).not.toContain('');
          if (range)
            expect([range.first >= 1, range.last >= range.first, range.last <= lines.length]).toEqual([
              true,
              true,
              true,
            ]);
        }
      }),
    );
  });
}

/** Registers the tests of a parser of tables that its cases, and what is left of them, may slide to the right. */
export function bearsDamagedTables(
  cases: ReadonlyMap<string, readonly string[]>,
  damaged: fc.Arbitrary<readonly string[]>,
  parse: (lines: readonly string[]) => { readonly findings: readonly Finding[]; readonly record: unknown },
): void {
  test('is read without an exception, whatever is lost, moved or slid', () => {
    fc.assert(
      fc.property(damaged, (lines) => {
        for (const { rule, lines: range } of parse(lines).findings) {
          expect(rule).toMatch(/^[a-z0-9-]+$/);
          if (range) expect(range.first).toBeLessThanOrEqual(range.last);
        }
      }),
    );
  });

  test('gives the same record when all rows slide to the right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases.values()), fc.integer({ min: 1, max: 3 }), (lines, columns) => {
        const slid = lines.map((line) => (line.includes('\t') ? '\t'.repeat(columns) + line : line));
        expect(parse(slid).record).toEqual(parse(lines).record);
      }),
    );
  });
}
