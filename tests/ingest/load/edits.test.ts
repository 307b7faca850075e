import { beforeAll, expect, test } from '@jest/globals';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { compare } from '../../../src/ingest/load/difference.js';
import { describeEdits, editsByHand } from '../../../src/ingest/load/edits.js';
import { graphRows } from '../../../src/ingest/load/graph-rows.js';
import type { FoundEdge, FoundNode } from '../../../src/ingest/load/held.js';
import { greenCity } from '../../fixtures/green-city.js';
import { contentsOf, datasetOf, withTables } from './graph-contents.js';

let midorino: Dataset;
/** The dataset of the next load, in which a measure has another name and an evaluation is gone. */
let next: Dataset;

beforeAll(async () => {
  midorino = await datasetOf(greenCity.dataset);
  next = withTables(midorino, (type, rows) => {
    if (type === 'Evaluation' || type === 'EVALUATES') return rows.slice(1);
    if (type !== 'Measure') return rows;
    return rows.map((row, index) =>
      'values' in row && index === 0 ? { ...row, values: { ...row.values, name: '遊歩道を歩く' } } : row,
    );
  });
});

const rowsOf = (dataset: Dataset) => graphRows(dataset, (value) => value);

/** What is said of a graph that Midorino was loaded into, and that somebody then edited, when a dataset is loaded. */
function editsIn(
  dataset: Dataset,
  editNodes: (nodes: readonly FoundNode[]) => readonly FoundNode[],
  editEdges: (edges: readonly FoundEdge[]) => readonly FoundEdge[] = (edges) => edges,
): readonly string[] {
  const { nodes, taken, edges } = contentsOf(midorino);
  const held = { nodes: editNodes(nodes), taken, edges: editEdges(edges) };
  return editsByHand(compare(rowsOf(dataset), held), rowsOf(midorino).lines());
}

const renamed = (id: string, name: string) => (nodes: readonly FoundNode[]) =>
  nodes.map((node) => (node.id === id ? { ...node, properties: { ...node.properties, name } } : node));

test('what the next dataset changes is no edit by hand', () => {
  expect(editsIn(next, (nodes) => nodes)).toEqual([]);
});

test('a changed row is told with its properties as they are and as they will be', () => {
  const edit = renamed('midorino:measure:3-1-2', '手で直した名称');
  const told = ['measures.csv 3-1-2 手で直した名称: name 手で直した名称 → 里山の手入れと見守り'];
  expect(editsIn(midorino, edit)).toEqual(told);
  expect(editsIn(next, edit)).toEqual(told);
});

test('an edit that the next dataset keeps is not replaced, and not told', () => {
  const [first = ''] = rowsOf(midorino).nodes.flatMap(({ id }) => (id.includes(':measure:3-1-1') ? id : []));
  expect(editsIn(next, renamed(first, '遊歩道を歩く'))).toEqual([
    expect.stringMatching(/^measures\.csv 3-1-1 遊歩道を歩く: search$/),
  ]);
});

test('rows that somebody deleted or added are told, edges too', () => {
  const [sheet] = rowsOf(midorino)
    .edges.filter(({ type }) => type === 'EVALUATES')
    .slice(-1);
  const edits = editsIn(
    midorino,
    (nodes) => [
      ...nodes.filter(({ id }) => id !== 'midorino:department:市民課'),
      { ...(nodes.at(-1) as FoundNode), id: 'midorino:department:新しい課', labels: ['Department', 'Entity', 'Node'] },
    ],
    (edges) => edges.filter((edge) => edge.from !== sheet?.from || edge.type !== 'EVALUATES'),
  );
  expect(edits).toContain('departments.csv 市民課: 手で削除 deleted by hand');
  expect(edits.find((edit) => edit.startsWith('departments.csv 新しい課'))).toContain('手で追加または変更');
  expect(edits.find((edit) => edit.startsWith('evaluation-sheet.csv'))).toContain('手で削除 deleted by hand');
});

test('no more edits are named than a person reads', () => {
  const many = Array.from({ length: 25 }, (_, index) => `measures.csv ${index}: …`);
  const lines = describeEdits('Edits:', many);
  expect(lines).toHaveLength(22);
  expect(lines[0]).toBe('Edits:');
  expect(lines.at(-1)).toBe('  … 5');
  expect(describeEdits('Edits:', [])).toEqual([]);
});
