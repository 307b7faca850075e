/** One mistake, wherever it is made, is told in few problems, and with its place. */
import { beforeAll, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import type { SharedThings } from '../../../src/ingest/dataset/dataset.js';
import { parseDataset } from '../../../src/ingest/dataset/parse.js';
import { formatProblem } from '../../../src/ingest/dataset/problems.js';
import { readSharedThings } from '../../../src/ingest/dataset/shared-things.js';
import { validateDataset } from '../../../src/ingest/dataset/validate.js';
import { filesOf, greenCity } from '../../fixtures/green-city.js';

// Whole datasets are read, on a machine that may have other work.
jest.setTimeout(120_000);

let files: ReadonlyMap<string, Uint8Array>;
let shared: SharedThings;

beforeAll(async () => {
  const all = await filesOf(greenCity.dataset);
  files = new Map(
    [...all].flatMap(([name, text]) => (name.endsWith('.csv') ? [[name, Buffer.from(text, 'latin1')]] : [])),
  );
  shared = await readSharedThings();
});

/** What is said of the dataset where one of its tables has other rows. */
function problemsOf(file: string, rows: readonly (readonly string[])[]) {
  const { dataset, problems } = parseDataset(new Map([...files, [file, Buffer.from(stringify([...rows]))]]));
  return [...problems, ...validateDataset(dataset, shared)];
}

const rowsOf = (file: string) => parse(Buffer.from(files.get(file) ?? [])) as string[][];
const chosen = <Value>(values: readonly Value[], at: number) => values[at % values.length] as Value;
const place = fc.nat();

test('a cell that cannot be read is one problem, with its file, row and column, and hardly more', () => {
  fc.assert(
    fc.property(place, place, place, (table, at, which) => {
      const file = chosen(
        [...files.keys()].filter((name) => rowsOf(name).length > 1 && name !== 'sdgs.csv'),
        table,
      );
      const [head = [], ...body] = rowsOf(file);
      const [row, column] = [
        at % body.length,
        chosen(
          ['id', 'from', 'to', 'effective'].filter((name) => head.includes(name)),
          which,
        ),
      ];
      const rows = [
        head,
        ...body.map((cells, index) =>
          cells.map((cell, place) => (index === row && head[place] === column ? '' : cell)),
        ),
      ];
      const problems = problemsOf(file, rows);
      expect(problems.map(formatProblem).join('\n')).toContain(`${file}, row ${row + 2}, column ${column}: expected`);
      expect(problems.length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 40 },
  );
});

test('a column that cannot be read, or a table without rows, is told once, with what it is', () => {
  fc.assert(
    fc.property(place, place, (table, which) => {
      const file = chosen(
        [...files.keys()].filter((name) => rowsOf(name).length > 5 && name !== 'sdgs.csv'),
        table,
      );
      const [head = [], ...body] = rowsOf(file);
      const column = chosen(
        ['id', 'from', 'to', 'effective'].filter((name) => head.includes(name)),
        which,
      );
      const blank = body.map((cells) => cells.map((cell, place) => (head[place] === column ? '' : cell)));
      const problems = problemsOf(file, [head, ...blank]).map(formatProblem);
      expect(problems[0]).toContain(`${file}, rows 2, 3, 4 and ${body.length - 3} more, column ${column}: expected`);
      expect(problems.length).toBeLessThanOrEqual(2);
      const empty = problemsOf(file, [head]).map(formatProblem);
      expect(empty.filter((line) => !line.startsWith(`${file}: expected`))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
