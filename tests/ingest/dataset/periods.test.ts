import { describe, expect, test } from '@jest/globals';
import type { EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { checkCircles, checkPeriods } from '../../../src/ingest/dataset/periods.js';
import { formatProblem, Problems } from '../../../src/ingest/dataset/problems.js';
import { tablesIn } from '../../../src/ingest/dataset/tables.js';

const provenance = { stages: [], effective: true, sources: [] };
type Row = readonly [name: string, from: string | null, to: string | null];

/** What is wrong with departments, which are numbered from 0, and with links of two numbers. */
function problemsOf(rows: readonly Row[], links: Partial<Record<'UNIT_OF' | 'SUCCEEDS', readonly string[]>> = {}) {
  const problems = new Problems();
  const nodes = rows.map(([name, valid_from, valid_to], index) => {
    const row: NodeRow = { id: String(index), values: { name, valid_from, valid_to }, ...provenance };
    return { row, line: index + 2 };
  });
  const edges = (pairs: readonly string[] = []) =>
    pairs.map((pair, index) => {
      const row: EdgeRow = { from: pair.charAt(0), to: pair.charAt(1), printedAs: null, ...provenance };
      return { row, line: index + 2 };
    });
  const dataset = {
    texts: new Map(),
    nodes: new Map([['Department' as const, nodes]]),
    edges: new Map([
      ['UNIT_OF' as const, edges(links.UNIT_OF)],
      ['SUCCEEDS' as const, edges(links.SUCCEEDS)],
    ]),
  };
  const tables = tablesIn(dataset, new Map(), problems);
  checkPeriods(tables);
  checkCircles(tables);
  return problems.all.map(formatProblem);
}

describe('Departments of a dataset', () => {
  test('end on the day on which they began at the earliest', () => {
    expect(problemsOf([['児童課', '2023-04-01', '2023-04-01']])).toEqual([]);
    expect(problemsOf([['児童課', '2023-04-01', '2023-03-31']])).toEqual([
      'departments.csv, row 2, column valid_to: expected a last day after the first, which is 2023-04-01, but got: 2023-03-31',
    ]);
  });

  test('may have one name one after the other', () => {
    expect(
      problemsOf([
        ['児童課', null, '2010-03-31'],
        ['児童課', '2010-04-01', '2023-03-31'],
        ['児童課', '2024-04-01', null],
      ]),
    ).toEqual([]);
  });

  test.each<readonly [string, Row, Row]>([
    ['of one day that both have', ['児童課', null, '2023-04-01'], ['児童課', '2023-04-01', null]],
    ['where nothing says when they were', ['児童課', null, null], ['児童課', null, null]],
    ['whatever the width in which it is written', ['ＤＸ課', '2020-04-01', null], ['DX課', '2023-04-01', null]],
  ])('have no name at the same time: %s', (_why, one, other) => {
    expect(problemsOf([one, other])).toEqual([
      expect.stringMatching(/^departments\.csv, row 3, column name: expected one (?:児童課|DX課) at a time/),
    ]);
  });

  test('never lie within themselves, and never come of what came of them; each circle is told once', () => {
    const rows: readonly Row[] = ['部', '課', '係'].map((name) => [name, null, null]);
    expect(problemsOf(rows, { UNIT_OF: ['10', '21'], SUCCEEDS: ['20', '21'] })).toEqual([]);
    expect(problemsOf(rows, { UNIT_OF: ['10', '21', '02'] })).toEqual([
      'department-parent.csv, row 2, column to: expected no circle, but got: 課 → 部 → 係 → 課',
    ]);
    expect(problemsOf(rows, { SUCCEEDS: ['10', '22'] })).toEqual([
      'department-predecessors.csv, row 3, column to: expected no circle, but got: 係 → 係',
    ]);
  });
});
