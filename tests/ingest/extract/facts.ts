/** What the extraction makes of Midorino's documents, in a form in which a person's reading of them can be compared. */
import { beforeAll } from '@jest/globals';
import { formatSource } from '../../../src/ingest/dataset/cell.js';
import type { Cell, Dataset, EdgeRow, NodeRow, Provenance } from '../../../src/ingest/dataset/dataset.js';
import type { EdgeName, NodeName } from '../../../src/model/declaration.js';
import { edgesOf, extractGreenCity, nodesOf } from '../../fixtures/green-city.js';

let dataset: Dataset;

beforeAll(async () => {
  ({ dataset } = await extractGreenCity());
});

/** All nodes of a type by the part of their id behind the city. */
export const all = (type: NodeName) => nodesOf(dataset, type);

/** All edges of a type by "from → to". */
export const links = (type: EdgeName) => edgesOf(dataset, type);

/** A node by the part of its id behind the city. */
export function node(type: NodeName, id: string): NodeRow {
  const row = all(type).get(id);
  if (!row) throw new Error(`expected a ${type}, but nothing has the id ${id}`);
  return row;
}

export function edge(type: EdgeName, ends: string): EdgeRow {
  const row = links(type).get(ends);
  if (!row) throw new Error(`expected an edge ${type}, but there is none: ${ends}`);
  return row;
}

export const value = (type: NodeName, id: string, ...columns: readonly string[]): readonly (Cell | undefined)[] =>
  columns.map((column) => node(type, id).values[column]);

/** "CURRENT DRAFT", with an exclamation mark where the fact is not effective. */
export const stagesOf = ({ stages, effective }: Provenance) => `${stages.join(' ')}${effective ? '' : ' !'}`;

export const sourcesOf = ({ sources }: Provenance) => sources.map(formatSource);

/** What happened to a thing: "RENAMED name: A → B (DRAFT)", with the stage that it led to. */
export const changesOf = (subject: string) =>
  [...all('Change')]
    .filter(([id]) => links('CHANGES').has(`${id} → ${subject}`))
    .map(([, { values }]) => {
      const { kind, field, before, after, to_stage: stage } = values;
      const figures = before || after ? `: ${before ?? ''} → ${after ?? ''}` : '';
      return `${kind}${field ? ` ${field}` : ''}${figures} (${stage})`;
    })
    .sort();
