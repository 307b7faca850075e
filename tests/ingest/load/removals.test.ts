import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { preview } from '../../../src/ingest/load/preview.js';
import { refusedRemovals, removalsToAllow } from '../../../src/ingest/load/removals.js';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';
import { datasetOf, differenceFrom, withTables } from './graph-contents.js';

let midorino: Dataset;
let honjo: Dataset;

beforeAll(async () => {
  midorino = await datasetOf(greenCity.dataset);
  honjo = await datasetOf(projectFile('seed'));
});

const only = (dataset: Dataset, ...types: readonly string[]) =>
  withTables(dataset, (type, rows) => (types.includes(type) ? rows : null));
const without = (dataset: Dataset, ...types: readonly string[]) =>
  withTables(dataset, (type, rows) => (types.includes(type) ? null : rows));
const emptied = (dataset: Dataset, ...types: readonly string[]) =>
  withTables(dataset, (type, rows) => (types.includes(type) ? [] : rows));
const fewer = (dataset: Dataset, of: string, count: number) =>
  withTables(dataset, (type, rows) => (type === of ? rows.slice(count) : rows));

const removals = (before: Dataset, after: Dataset) => removalsToAllow(after, differenceFrom(before, after).tables);

describe('What has to be allowed of the removals of a load', () => {
  test('is nothing where nothing is removed, as of the same dataset and of a first load', () => {
    expect(removals(honjo, honjo)).toBeNull();
    expect(removals({ nodes: new Map(), edges: new Map() }, honjo)).toBeNull();
  });

  test('is a folder with one table, which lacks all the others', () => {
    const found = removals(honjo, only(honjo, 'Municipality'));
    expect(found?.emptied.map(({ file }) => file)).toContain('measures.csv');
    expect(found?.missing).toContain('measure-departments.csv');
    expect(found?.missing).not.toContain('sdgs.csv');
    expect((found?.removed ?? 0) / (found?.held ?? 1)).toBeGreaterThan(0.9);
  });

  test('is all rows of a table, however few they are, and whether its file is there or not', () => {
    for (const count of [1, 2]) {
      const few = withTables(midorino, (type, rows) => (type === 'SupportingScope' ? rows.slice(0, count) : rows));
      const held = few.nodes.get('SupportingScope')?.length;
      expect(removals(few, without(few, 'SupportingScope'))).toMatchObject({
        removed: held,
        missing: ['supporting-scopes.csv'],
      });
      expect(removals(few, emptied(few, 'SupportingScope'))).toMatchObject({
        removed: held,
        emptied: [{ file: 'supporting-scopes.csv' }],
        missing: [],
      });
    }
  });

  test('is all rows of a table, of nodes and of edges', () => {
    expect(removals(honjo, emptied(honjo, 'Evaluation', 'EVALUATES'))).toMatchObject({
      removed: 100,
      emptied: [{ file: 'evaluations.csv' }, { file: 'evaluation-sheet.csv' }],
      missing: [],
    });
    expect(removals(honjo, emptied(honjo, 'TOUCHES'))?.emptied.map(({ file }) => file)).toEqual([
      'policy-item-sdgs.csv',
    ]);
    expect(removals(honjo, fewer(honjo, 'Evaluation', 49))).toBeNull();
  });

  test('is more than 5 % of a city, and of a small one more than two rows', () => {
    const rows = differenceFrom(honjo, honjo).tables.reduce((sum, { held }) => sum + held, 0);
    const allowed = Math.floor(rows * 0.05);
    expect(removals(honjo, fewer(honjo, 'Change', allowed))).toBeNull();
    expect(removals(honjo, fewer(honjo, 'Change', allowed + 1))).toMatchObject({ removed: allowed + 1, emptied: [] });
    const small = only(midorino, 'Municipality', 'AnnualGoal', 'Measure');
    expect(removals(small, fewer(small, 'AnnualGoal', 2))).toBeNull();
    expect(removals(small, fewer(small, 'AnnualGoal', 3))).toMatchObject({ removed: 3, emptied: [] });
    expect(removals(small, fewer(small, 'AnnualGoal', 12))).toMatchObject({ removed: 12, emptied: [] });
  });
});

test('a refusal says in both languages how much would go, which tables, and what to do', () => {
  const { message, messageJa } = refusedRemovals(
    'honjo',
    removals(honjo, without(honjo, 'Evaluation', 'EVALUATES')) as never,
  );
  expect(message.split('\n')).toEqual([
    expect.stringMatching(/^Nothing was written: this load would remove 100 of the \d+ rows of honjo \(2 %\)\.$/),
    '  Tables that lose all their rows: evaluations.csv (50), evaluation-sheet.csv (50)',
    '  Tables that are not in the folder: evaluations.csv, evaluation-sheet.csv (to empty a table, give the file with its header alone)',
    'If that is meant, run it again with --allow-removals: npm run load -- <folder> --allow-removals',
  ]);
  expect(messageJa).toContain('100 行（2 %）が削除されます。');
  expect(messageJa).toContain('evaluations.csv (50)');
  expect(messageJa).toContain('--allow-removals');
});

describe('The preview of a load', () => {
  const previewOf = (before: Dataset, after: Dataset) => preview('midorino', differenceFrom(before, after).tables);

  test('counts what is added, changed and removed by table, with examples that a person knows', () => {
    const edited = withTables(midorino, (type, rows) =>
      type === 'Measure'
        ? rows.map((row) =>
            'values' in row ? { ...row, values: { ...row.values, name: `新${row.values.name}` } } : row,
          )
        : type === 'Evaluation' || type === 'EVALUATES'
          ? rows.slice(1)
          : rows,
    );
    const lines = previewOf(midorino, edited).split('\n');
    expect(lines[0]).toBe('この読込で変わる midorino の行 — Rows of midorino that this load changes:');
    expect(lines[1]).toMatch(/^ {2}measures\.csv: 変更 changed (\d+)\/\1 \(3-1-1 新[^,]+, 3-1-2 新[^,]+, [^,]+, …\)$/);
    expect(lines).toContain('  evaluations.csv: 削除 removed 1/4 (1-1:2023)');
    expect(lines).toContain('  evaluation-sheet.csv: 削除 removed 1/4 (1-1:2023 → 1-1)');
    expect(previewOf(edited, midorino)).toContain('evaluations.csv: 追加 added 1/3 (1-1:2023)');
  });

  test('says of a first load what comes, by table and with examples, and nothing where nothing changes', () => {
    const nothing = { nodes: new Map(), edges: new Map() };
    const [ja, en, ...lines] = previewOf(nothing, midorino).split('\n');
    expect(ja).toMatch(/^midorino のデータはまだグラフにありません。\d+ 行を追加します。$/);
    expect(en).toMatch(/^The graph holds nothing of midorino yet: \d+ rows are added\.$/);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}measures\.csv: 追加 added \d+ \(3-1-1 [^,]+, [^,]+, [^,]+, …\)$/),
    );
    expect(lines.length).toBeGreaterThan(20);
    expect(previewOf(midorino, midorino)).toBe('');
  });
});
