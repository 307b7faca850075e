/** What all cities share, such as the SDGs, belongs to the service: a dataset links it, and does not say what it is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from '../../model/declaration.js';
import { nodes } from '../../model/model.js';
import { projectFile } from '../../project-files.js';
import type { Dataset, SharedThings } from './dataset.js';
import { parseDataset } from './parse.js';
import { fileOf } from './table.js';
import type { Tables } from './tables.js';

/** What the service has of them: the tables of these types in `seed/`. */
export async function readSharedThings(): Promise<SharedThings> {
  const global = nodes.filter((node) => node.global);
  const files = global.map(
    async (node) => [fileOf(node), await readFile(join(projectFile('seed'), fileOf(node)))] as const,
  );
  const { dataset } = parseDataset(new Map(await Promise.all(files)));
  return new Map(global.map(({ name }) => [name, (dataset.nodes.get(name) ?? []).map(({ row }) => row)]));
}

/** The dataset with what all cities share as the service has it. */
export const withSharedThings = (dataset: Dataset, shared: SharedThings): Dataset => ({
  ...dataset,
  nodes: new Map([...dataset.nodes, ...shared]),
});

/** A dataset may bring shared things with it, but as the service has them; spelling variants it may have of its own. */
export function checkSharedThings({ ofNodes, shared }: Tables): void {
  for (const { node, rows, report } of ofNodes.filter(({ node }) => shared.has(node.name))) {
    const known = new Map(shared.get(node.name)?.map((row) => [row.id, row]));
    for (const { row, line } of rows) {
      const own = known.get(row.id);
      if (own)
        for (const [column, value] of Object.entries(row.values)) {
          if (
            value === null ||
            ['aliases', 'misspellings'].includes(column) ||
            JSON.stringify(value) === JSON.stringify(own.values[column])
          )
            continue;
          const expected = own.values[column];
          const words = describe(
            `expected ${expected ?? 'nothing'}, as all cities share ${row.id}, but got: ${value} (leave ${fileOf(node)} out, or as seed/ has it)`,
            `${row.id} は全市区町村に共通のため「${expected ?? ''}」のはずですが、「${value}」です。${fileOf(node)} は省略するか seed/ のままにしてください`,
          );
          report(line, column, words, { kind: 'shared' });
        }
      else if (row.id.startsWith(`${node.idWord}:`)) {
        const ids = [...known.keys()];
        const words = describe(
          `expected an id from ${ids[0]} to ${ids.at(-1)}, which all cities share, but got: ${row.id}`,
          `全市区町村に共通の ${ids[0]} から ${ids.at(-1)} までの識別子のはずですが、「${row.id}」です`,
        );
        report(line, 'id', words, { kind: 'shared', example: row.id });
      }
    }
  }
}
