import type { Cell, Dataset, EdgeRow, NodeRow } from '../../src/ingest/dataset/dataset.js';

/** Edges by which a thing hangs on its policy item and is nothing without it. */
const partEdges = ['PART_OF', 'INDICATES', 'VISION_OF', 'PROJECT_OF', 'PROPOSES_FOR', 'SURVEYS'] as const;
/** Edges of a policy item itself that say something about its content. */
const contentEdges = ['TOUCHES', 'RELATES_TO'];

/**
 * The dataset of a city whose documents cover the whole plan. Of the committed one they cover two fields in detail; here
 * every other policy item gets the measures, indicators, goals and the rest of one that is documented, in turn.
 */
export function wholePlan(template: Dataset): Dataset {
  const items = template.nodes.get('PolicyItem') ?? [];
  const documented = new Set((template.edges.get('PART_OF') ?? []).map(({ to }) => to));
  const models = items.filter(({ id }) => documented.has(id));
  const nodes = new Map([...template.nodes].map(([type, rows]) => [type, [...rows]]));
  const edges = new Map([...template.edges].map(([type, rows]) => [type, [...rows]]));
  items
    .filter(({ id }) => !documented.has(id))
    .forEach((item, index) => {
      const model = models[index % models.length];
      if (model) copyParts(template, model, item, nodes, edges);
    });
  return { nodes, edges };
}

function copyParts(
  template: Dataset,
  model: NodeRow,
  item: NodeRow,
  nodes: Map<string, NodeRow[]>,
  edges: Map<string, EdgeRow[]>,
): void {
  const [from, to] = [String(model.values.code), String(item.values.code)];
  const recode = (text: string) => text.replace(new RegExp(`(^|:)${from}(?=$|[-:])`), `$1${to}`);
  const parts = new Set(
    partEdges.flatMap((type) =>
      (template.edges.get(type) ?? []).filter((edge) => edge.to === model.id).map((edge) => edge.from),
    ),
  );
  const renamed = (id: string) => (id === model.id ? item.id : parts.has(id) ? recode(id) : id);
  const recoded = (column: string, cell: Cell): Cell =>
    typeof cell === 'string' && column.startsWith('code') ? recode(cell) : cell;
  for (const [type, rows] of template.nodes)
    for (const row of rows)
      if (parts.has(row.id))
        nodes.get(type)?.push({
          ...row,
          id: renamed(row.id),
          values: Object.fromEntries(
            Object.entries(row.values).map(([column, cell]) => [column, recoded(column, cell)]),
          ),
        });
  for (const [type, rows] of template.edges)
    for (const row of rows) {
      const ofPart = parts.has(row.from) || (parts.has(row.to) && type !== 'CHANGES' && type !== 'POINTS_TO');
      const ofItem = row.from === model.id && contentEdges.includes(type);
      if (ofPart || ofItem) edges.get(type)?.push({ ...row, from: renamed(row.from), to: renamed(row.to) });
    }
}
