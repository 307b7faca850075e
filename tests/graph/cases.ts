import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, parse } from 'graphql';
import { statement } from '../../src/analysis/statements.js';
import { printed } from './printed-cypher.js';
import type { SentStatement } from './sent-statements.js';

/**
 * Each case is a folder: an operation, its variables if any, the statements that are sent for it, and the answer that Neo4j
 * gives to them.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

export const caseNames: readonly string[] = readdirSync(folder).sort();

export interface Case {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The path of one of its files. */
  path(name: string): string;
}

export function readCase(name: string): Case {
  const path = (file: string) => join(folder, name, file);
  const variables = path('variables.json');
  return {
    document: parse(readFileSync(path('operation.graphql'), 'utf8')),
    variables: existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {},
    path,
  };
}

/** Which city is meant: a process of the service asks that once and remembers it. */
const cityNamed = statement('municipality-named');

/** Statements as a case keeps them: the parameters above each, in an order that does not depend on when they were sent. */
export const statementsFile = (statements: readonly SentStatement[]): string =>
  statements
    .filter(({ cypher }) => cypher !== cityNamed)
    .map(({ cypher, parameters }) => `// ${JSON.stringify(parameters)}\n${printed(cypher)}\n`)
    .sort()
    .join('\n');
