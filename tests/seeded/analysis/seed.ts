import type { NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { nodes } from '../../../src/model/model.js';
import { projectFile } from '../../../src/project-files.js';

/** A named thing of the committed dataset, as its table has it. */
export interface SeedThing extends NodeRow {
  readonly type: string;
}

/** Every named thing of the committed dataset. */
export async function seedThings(): Promise<readonly SeedThing[]> {
  const { dataset } = await readDataset(projectFile('seed'));
  return nodes
    .filter(({ entity }) => entity)
    .flatMap(({ name }) => (dataset.nodes.get(name) ?? []).map(({ row }) => ({ ...row, type: name })));
}
