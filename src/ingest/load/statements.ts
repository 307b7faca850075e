import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The statements of a load, one file each in `cypher/load/`. */
export interface LoadStatements {
  readonly lock: string;
  readonly knownNodes: string;
  readonly knownEdges: string;
  readonly nodes: string;
  readonly edges: string;
  readonly removeNodes: string;
  readonly removeEdges: string;
  readonly revision: string;
}

/** Reads the statements of a load from a folder. */
export async function readLoadStatements(folder: string): Promise<LoadStatements> {
  const read = (name: string) => readFile(join(folder, `${name}.cypher`), 'utf8');
  const [lock, knownNodes, knownEdges, nodes, edges, removeNodes, removeEdges, revision] = await Promise.all([
    read('lock'),
    read('known-nodes'),
    read('known-edges'),
    read('nodes'),
    read('edges'),
    read('remove-nodes'),
    read('remove-edges'),
    read('revision'),
  ]);
  return { lock, knownNodes, knownEdges, nodes, edges, removeNodes, removeEdges, revision };
}
