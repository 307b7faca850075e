import { setTimeout } from 'node:timers/promises';
import { execute, parse } from 'graphql';
import { schema } from '../api/schema.js';
import type { Connection } from '../database/connection.js';
import { isDossierType } from '../dossier/dossier.js';
import { readExamples } from '../examples/read-examples.js';
import { nodes } from '../model/model.js';
import { requestContext } from '../operation/context.js';
import { schemaFor } from '../operation/executor.js';
import type { Progress } from '../progress.js';
import { Refusal } from '../refusal.js';
import { pageOperations } from './page-operations.js';

/** What the pages of things are asked about: the first of each type that has a name. */
const firstOfEach = `{ ${nodes
  .filter(({ entity }) => entity)
  .map(({ name, plural }) => `${name}: ${plural}(first: 1) { nodes { id } }`)
  .join(' ')} }`;

const dossier = 'query ($id: ID!) { dossier(id: $id) { title sections { title entries { label text } } } }';

/** A question with a bit of everything, for the parts of Neo4j that answering any question takes. */
export const bitOfEverything = `{
  measures(first: 1, filter: { reformSheets: { count: { gt: 0 } }, policyItem: { sdgs: { some: { number: { gt: 0 } } } } }) {
    totalCount
    nodes {
      code
      departments(orderBy: [{ measures: { count: DESC } }]) { totalCount edges { sources { firstLine document { title } } node { name } } }
      policyItem { code sdgs(stage: DRAFT) { nodes { number policyItems(last: 1) { nodes { code } } } } }
      reformSheets { nodes { number evaluations { grade } leadDepartments { nodes { name } } } }
    }
  }
}`;

/** How long the statements of the first question may take, in milliseconds: longer than those of a request. */
const firstPatience = 20_000;

/** How long to wait for those who ask, in milliseconds, before looking again. */
const pause = 100;

/** Planning alone may take this long on a small machine that is busy. */
const patience = 60_000;

type Answered = Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;

/** Carries operations out as requests are, with statements that may take so many milliseconds. */
function askerOf({ read }: Pick<Connection, 'read'>, timeout: number, signal: AbortSignal) {
  const carriedOutBy = schemaFor(schema());
  return async (text: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<Answered> => {
    const context = requestContext((cypher, parameters) => read(cypher, parameters, { timeout, signal }), 'warm-up');
    const document = parse(text);
    const { data, errors } = await execute({
      schema: carriedOutBy(document),
      document,
      contextValue: context,
      variableValues,
    });
    const [error] = errors ?? [];
    // Some name a thing that another graph has not, or has more than once.
    if (error && !(error.originalError instanceof Refusal)) throw error;
    return data as Answered;
  };
}

/**
 * Asks the graph one question before the service is ready. Of a database that was just started the first answer takes
 * seconds, most of them for its program: on a busy machine more than the deadline of a request.
 */
export async function firstQuestion(
  connection: Pick<Connection, 'read'>,
  { progress, signal }: { readonly progress: Progress; readonly signal: AbortSignal },
): Promise<void> {
  try {
    await askerOf(connection, firstPatience, signal)(bitOfEverything);
  } catch (error) {
    // The service can begin all the same: what is wrong will be told to those who ask, too.
    if (!signal.aborted) progress.say(`The first question was not answered: ${(error as Error).message}`);
  }
}

/**
 * Asks the graph what people ask first, one question after the other. Neo4j plans a statement when it first sees it, which
 * takes seconds for the largest; that should not be the time of the first who comes in the morning. While somebody waits
 * for an answer (`isBusy`) it asks nothing.
 */
export async function warmUp(
  connection: Pick<Connection, 'read'>,
  {
    progress,
    signal,
    isBusy,
  }: { readonly progress: Progress; readonly signal: AbortSignal; readonly isBusy: () => boolean },
): Promise<void> {
  const carryOut = askerOf(connection, patience, signal);
  const ask: typeof carryOut = async (...question) => {
    while (isBusy()) await setTimeout(pause, undefined, { signal });
    return carryOut(...question);
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
