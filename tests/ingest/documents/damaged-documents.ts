import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

/** The cases of a parser with lines lost, moved, doubled, glued together and cut off: what no fixture foresees. */
export function damagedCases(testFile: string): fc.Arbitrary<string[]> {
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
