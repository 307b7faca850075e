import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { projectFile } from '../../../src/project-files.js';

export type SeedRow = Readonly<Record<string, string>>;

/** The rows of a table of seed/, as they are printed. */
export const table = (name: string): readonly SeedRow[] =>
  parse(readFileSync(projectFile(`seed/${name}.csv`), 'utf8'), { columns: true, bom: true }) as SeedRow[];

/** The rows that are in force. */
export const inForce = (name: string): readonly SeedRow[] =>
  table(name).filter(({ effective }) => effective === 'true');

export type Links = (id: string) => readonly string[];

/** What an edge table leads to, from one end or from the other, in force only. */
export function links(name: string, direction: 'out' | 'in' = 'out'): Links {
  const found = new Map<string, string[]>();
  for (const { from = '', to = '' } of inForce(name)) {
    const [start, end] = direction === 'out' ? [from, to] : [to, from];
    found.set(start, [...(found.get(start) ?? []), end]);
  }
  return (id) => found.get(id) ?? [];
}
