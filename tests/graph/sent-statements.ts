import { type DocumentNode, execute } from 'graphql';
import { executionSchema } from '../../src/api/execution-schema.js';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';
import type { Read } from '../../src/graph/engine.js';
import { PlanCache } from '../../src/graph/plan.js';
import { Chunks } from '../../src/yielding.js';

/** A statement as the engine sent it. */
export interface SentStatement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Yields nowhere, so that statements are sent in the order of the operation however busy the machine is. */
export class AtOnce extends Chunks {
  override yieldIfLong() {
    return null;
  }
}

/**
 * The statements that are sent for an operation, by a graph without a database. It has what is looked up by a key, so that
 * what depends on it is sent too, but nothing is listed; there is one city, and things have Japanese names only. What the
 * answer becomes does not matter, nor that an error ends it: the last statements may be sent after it.
 */
export async function sentStatements(
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>> = {},
  plans = new PlanCache(),
): Promise<readonly SentStatement[]> {
  const statements: SentStatement[] = [];
  const read: Read = async (cypher, parameters) => {
    statements.push({ cypher, parameters });
    if (cypher.includes('$given')) return [{ key: 'honjo', byKey: true }];
    if (cypher.includes('(d:Dataset)'))
      return [{ municipality: 'honjo', revision: '1', loadedAt: '2026-01-01T00:00:00Z' }];
    if (Array.isArray(parameters.keys))
      return parameters.keys.filter(hasExactly(cypher)).map((key, index) => ({ key, index, answer: [] }));
    // What is true of a whole list comes as a row of its own.
    return cypher.startsWith('RETURN') ? [{ answer: [] }] : [];
  };
  const contextValue = requestContext(read, { plans, chunks: new AtOnce() });
  await execute({ schema: executionSchema(schema()), document, contextValue, variableValues });
  let count: number;
  do {
    count = statements.length;
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  } while (statements.length > count);
  return statements;
}

/** Whether there is something with a key: everything but an English name, where it is looked for as the name. */
const hasExactly = (cypher: string) => (key: unknown) =>
  !(cypher.includes(' = key.name') && /^[\x20-\x7e]*$/.test((key as { readonly name: string }).name));
