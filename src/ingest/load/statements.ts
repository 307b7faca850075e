import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The statements of a load, as their files in `cypher/load/` are called. */
const names = [
  'lock',
  'loaded',
  'loaded-rows',
  'known-nodes',
  'taken-ids',
  'known-edges',
  'create-nodes',
  'merge-nodes',
  'create-edges',
  'change-edges',
  'remove-nodes',
  'remove-edges',
  'announce',
  'revision',
  'withdraw',
] as const;

export type LoadStatements = Readonly<Record<(typeof names)[number], string>>;

/** Reads the statements of a load from a folder. */
export async function readLoadStatements(folder: string): Promise<LoadStatements> {
  const texts = names.map(async (name) => [name, await readFile(join(folder, `${name}.cypher`), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts)) as LoadStatements;
}
