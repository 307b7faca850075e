import { setTimeout } from 'node:timers/promises';
import { execute, parse } from 'graphql';
import { requestContext } from '../api/context.js';
import { executionSchema, schema } from '../api/schema.js';
import type { Connection } from '../database/connection.js';
import { isDossierType } from '../dossier/dossier.js';
import { readExamples } from '../examples/read-examples.js';
import { RequestError } from '../graph/request-error.js';
import { nodes } from '../model/model.js';
import type { Progress } from '../progress.js';
import { pageOperations } from './page-operations.js';

/** What the pages of things are asked about: the first of each type that has a name. */
const firstOfEach = `{ ${nodes
  .filter(({ entity }) => entity)
  .map(({ name, plural }) => `${name}: ${plural}(first: 1) { nodes { id } }`)
  .join(' ')} }`;

const dossier = 'query ($id: ID!) { dossier(id: $id) { title sections { title entries { label text } } } }';

/** How long to wait for those who ask, in milliseconds, before looking again. */
const pause = 100;

/** Planning alone may take this long on a small machine that is busy. */
const patience = 60_000;

/**
 * Asks the graph what people ask first, one question after the other. Neo4j plans a statement when it first sees it, which
 * takes seconds for the largest; that should not be the time of the first who comes in the morning. While somebody waits
 * for an answer (`isBusy`) it asks nothing.
 */
export async function warmUp(
  { read }: Pick<Connection, 'read'>,
  {
    progress,
    signal,
    isBusy,
  }: { readonly progress: Progress; readonly signal: AbortSignal; readonly isBusy: () => boolean },
): Promise<void> {
  const carriedOutBy = executionSchema(schema());
  const ask = async (text: string, variableValues: Readonly<Record<string, unknown>> = {}) => {
    while (isBusy()) await setTimeout(pause, undefined, { signal });
    const context = requestContext(
      (cypher, parameters) => read(cypher, parameters, { timeout: patience, signal }),
      'warm-up',
    );
    const { data, errors } = await execute({
      schema: carriedOutBy,
      document: parse(text),
      contextValue: context,
      variableValues,
    });
    const [error] = errors ?? [];
    // Some name a thing that another graph has not, or has more than once.
    if (error && !(error.originalError instanceof RequestError)) throw error;
    return data as Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;
  };
  const began = performance.now();
  try {
    const samples: Record<string, string> = {};
    for (const [type, { nodes: found }] of Object.entries(await ask(firstOfEach)))
      if (found[0]) samples[type] = found[0].id;
    for (const { query, variables } of await pageOperations(samples)) await ask(query, variables);
    for (const { query, variables } of await readExamples()) await ask(query, variables);
    for (const [type, id] of Object.entries(samples)) if (isDossierType(type)) await ask(dossier, { id });
    progress.say(`Warmed up in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } catch (error) {
    // Nobody waits for it, and what is wrong will be told to those who ask.
    if (!signal.aborted) progress.say(`Warming up ended early: ${(error as Error).message}`);
  }
}
