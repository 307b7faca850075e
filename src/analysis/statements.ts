import { readFileSync } from 'node:fs';
import { projectFile } from '../project-files.js';

/** A row of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Asks the graph: a statement and its parameters in, rows out. */
export type Ask = (statement: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>;

/** The text of a hand-written statement by its name: `statement('city-graph-nodes')` is in cypher/queries. Read at start-up. */
export const statement = (name: string): string =>
  readFileSync(projectFile(`cypher/queries/${name}.cypher`), 'utf8')
    .replace(/^\/\/.*\n/gm, '')
    .trim();
