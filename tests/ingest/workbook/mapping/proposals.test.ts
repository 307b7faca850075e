/**
 * One test per folder in `proposals`: `workbook.yaml` is a workbook as cities keep them, `map.yaml` what is proposed for it, and
 * `facts.txt` what that alone gives, once the city is filled in. A missing output is written for review, except where CI is set.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { expectFile } from '../../../expected-file.js';
import type { FixtureBook } from '../../../fixtures/aoba-city.js';
import { filledIn, imported, proposed } from '../imported.js';

const folder = fileURLToPath(new URL('./proposals/', import.meta.url));
const readCase = (name: string): FixtureBook => parse(readFileSync(join(folder, name, 'workbook.yaml'), 'utf8'));

/** What a workbook gives by a map in which the city is filled in. */
const byMap = (sheets: FixtureBook, map: string) => imported(sheets, filledIn(map));

/** What every city has, and edges that the ids of their nodes tell already. */
const leftOut =
  /^(?:Municipality|SourceDocument|CoverageStatement|Sdg|SdgTarget|DIVISION_OF|FIELD_OF|SCALE_OF|COVERAGE_OF|COST_OF|OBSERVES|EVALUATES_\w+)$/;
const bare = (id: string) => id.replace(/^[a-z]+:/, '');
const values = (each: Readonly<Record<string, unknown>>) =>
  Object.entries(each)
    .filter(([key, value]) => String(value ?? '') !== '' && !/_text$|^number$|^roles$|_unit$|^code$/.test(key))
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');

/** The facts of a dataset, one on each line. */
function factsOf({ plain }: Awaited<ReturnType<typeof imported>>): string {
  const nodes = [...plain.nodes].flatMap(([type, rows]) =>
    leftOut.test(type) ? [] : rows.map((row) => `${type} ${bare(row.id)} ${values(row.values)}`),
  );
  const edges = [...plain.edges].flatMap(([type, rows]) =>
    leftOut.test(type) ? [] : rows.map(({ from, to }) => `${type} ${bare(from)} → ${bare(to)}`),
  );
  return `${[...nodes, ...edges].join('\n')}\n`;
}

test.each(readdirSync(folder).sort())('%s', async (name) => {
  const sheets = readCase(name);
  const map = await proposed(sheets);
  expectFile(join(folder, name, 'map.yaml'), map);
  const result = await byMap(sheets, map);
  expect(result.errors).toEqual([]);
  expectFile(join(folder, name, 'facts.txt'), factsOf(result));
});

test('what is left to people is read once they take the # away', async () => {
  const sheets = readCase('planned-amounts');
  const map = await proposed(sheets);
  const { errors, rows } = await byMap(sheets, map.replace(/^#(?= {2}- | {4}\S| {6}\S)/gm, ''));
  expect(errors).toEqual([]);
  const costs = rows('Cost') as unknown as readonly Record<string, unknown>[];
  expect(costs.filter(({ fiscal_year: year }) => year === 2024).map(({ budget }) => budget)).toEqual([
    3_000_000, 800_000, 200_000, 9_000_000,
  ]);
  expect(costs).toHaveLength(10);
});
