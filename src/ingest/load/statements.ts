import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The statements of a load, each with its file in `cypher/load/`. */
const files = {
  lock: 'lock',
  knownNodes: 'known-nodes',
  knownEdges: 'known-edges',
  nodes: 'nodes',
  edges: 'edges',
  removeNodes: 'remove-nodes',
  removeEdges: 'remove-edges',
  revision: 'revision',
} as const;

export type LoadStatements = Readonly<Record<keyof typeof files, string>>;

/** Reads the statements of a load from a folder. */
export async function readLoadStatements(folder: string): Promise<LoadStatements> {
  const texts = Object.entries(files).map(
    async ([name, file]) => [name, await readFile(join(folder, `${file}.cypher`), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts)) as LoadStatements;
}
