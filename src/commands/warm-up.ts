import { setTimeout } from 'node:timers/promises';
import { execute, parse } from 'graphql';
import { schema } from '../api/schema.js';
import type { Connection } from '../database/connection.js';
import { isDossierType } from '../dossier/dossier.js';
import { readExamples } from '../examples/read-examples.js';
import type { Planner, Read } from '../graph/engine.js';
import { nodes } from '../model/model.js';
import { requestContext } from '../operation/context.js';
import { schemaFor } from '../operation/executor.js';
import type { Progress } from '../progress.js';
import { Refusal } from '../refusal.js';

/** The first of each type of which there is a dossier. */
const firstOfEach = `{ ${nodes
  .filter(({ name }) => isDossierType(name))
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

/** How long planning may keep the service from being ready, in milliseconds. */
const planningLimit = 5_000;

/** How long to wait for those who ask, in milliseconds, before looking again. */
const pause = 100;

/** Planning alone may take this long on a small machine that is busy. */
const patience = 60_000;

type Answered = Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;

/** Nothing was planned before a database started: answers come in steps. */
const nothingPlanned: Planner = { isPlanned: () => false };

/** Executes operations as requests are, with statements that may take so many milliseconds. */
function askerOf({ read }: Pick<Connection, 'read'>, timeout: number, signal: AbortSignal, planner: Planner | null) {
  const executable = schemaFor(schema());
  return async (text: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<Answered> => {
    const limited: Read = (cypher, parameters) => read(cypher, parameters, { timeout, signal });
    const context = requestContext(limited, 'warm-up', undefined, undefined, null, undefined, undefined, planner);
    const document = parse(text);
    const { data, errors } = await execute({
      schema: executable(document),
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
    await askerOf(connection, firstPatience, signal, null)(bitOfEverything);
  } catch (error) {
    // The service can begin all the same: what is wrong will be told to those who ask, too.
    if (!signal.aborted) progress.say(`The first question was not answered: ${(error as Error).message}`);
  }
}

/** Before the service is ready: the first question, and as many of the statements of steps as are planned in some seconds. */
export async function planFirst(
  connection: Pick<Connection, 'read'>,
  statements: IterableIterator<string>,
  { progress, signal }: { readonly progress: Progress; readonly signal: AbortSignal },
): Promise<void> {
  await firstQuestion(connection, { progress, signal });
  try {
    await planStatements(connection, statements, { signal, limit: planningLimit });
  } catch (error) {
    if (!signal.aborted) progress.say(`Planning ended early: ${(error as Error).message}`);
  }
}

export interface PlanningOptions {
  readonly signal: AbortSignal;
  /** Statements planned at the same time. */
  readonly lanes?: number;
  /** Milliseconds after which the rest is left for later. */
  readonly limit?: number;
  /** Whether somebody waits for the database. */
  readonly isBusy?: () => boolean;
}

/** Has Neo4j plan statements. An iterator can be gone on with later. */
export async function planStatements(
  { read }: Pick<Connection, 'read'>,
  statements: IterableIterator<string>,
  { signal, lanes = 2, limit = Number.POSITIVE_INFINITY, isBusy = () => false }: PlanningOptions,
): Promise<void> {
  const end = performance.now() + limit;
  const lane = async () => {
    while (performance.now() < end) {
      while (isBusy()) await setTimeout(pause, undefined, { signal });
      const { value, done } = statements.next();
      if (done) return;
      await read(`EXPLAIN ${value}`, {}, { timeout: patience, signal });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Plans the statements of steps that are left, and asks what people ask first: the examples, and a dossier of each type.
 * While somebody waits for an answer (`isBusy`) it does nothing.
 */
export async function warmUp(
  connection: Pick<Connection, 'read'>,
  statements: IterableIterator<string>,
  {
    progress,
    signal,
    isBusy,
  }: { readonly progress: Progress; readonly signal: AbortSignal; readonly isBusy: () => boolean },
): Promise<void> {
  const execute = askerOf(connection, patience, signal, nothingPlanned);
  const ask: typeof execute = async (...question) => {
    while (isBusy()) await setTimeout(pause, undefined, { signal });
    return execute(...question);
  };
  const began = performance.now();
  try {
    for (const { query, variables } of await readExamples()) await ask(query, variables);
    for (const { nodes: found } of Object.values(await ask(firstOfEach)))
      if (found[0]) await ask(dossier, { id: found[0].id });
    await planStatements(connection, statements, { signal, lanes: 1, isBusy });
    progress.say(`Warmed up in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } catch (error) {
    // Nobody waits for it, and what is wrong will be told to those who ask.
    if (!signal.aborted) progress.say(`Warming up ended early: ${(error as Error).message}`);
  }
}
