import { setTimeout } from 'node:timers/promises';
import { requestContext } from '../api/request-context.js';
import type { Connection } from '../database/connection.js';
import { isDossierType } from '../dossier/dossier.js';
import { readExamples } from '../examples/read-examples.js';
import type { Planner, Read } from '../graph/engine.js';
import { usualStatements } from '../graph/usual-statements.js';
import { nodes } from '../model/model.js';
import { prepareOwn } from '../operation/prepare/prepare.js';
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

/**
 * How long warming up may keep the service from being ready, in milliseconds. Asking the examples takes a Neo4j that was just
 * started some 15 s on two cores, as it has to plan their statements with a program that is not compiled yet; one that was
 * running before answers them in less than a second.
 */
const limitBeforeReady = 20_000;

/** How long to wait for those who ask, in milliseconds, before looking again. */
const pause = 100;

/** Planning alone may take this long on a small machine that is busy. */
const patience = 60_000;

type Answered = Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;

/** Nothing was planned before a database started: answers come in steps. */
const nothingPlanned: Planner = { isPlanned: () => false };

/** Executes operations as requests are, with statements that may take so many milliseconds. */
function askerOf({ read }: Pick<Connection, 'read'>, timeout: number, signal: AbortSignal, planner: Planner | null) {
  return async (text: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answered> => {
    const limited: Read = (cypher, parameters) => read(cypher, parameters, { timeout, signal });
    const { data, errors } = await prepareOwn(text).execute(requestContext(limited, { planner }), variables);
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

interface Limits {
  /** When no further task is begun, by the clock of `performance`. */
  readonly end?: number;
  /** Whether somebody waits for the database. */
  readonly isBusy?: () => boolean;
}

/** Something that makes later answers quicker: a question that is asked, or a statement that is planned. */
type Task = () => Promise<unknown>;

/** Has Neo4j plan the statements of steps, two at a time as the smallest machine has two cores. */
export const planStatements = (connection: Pick<Connection, 'read'>, signal: AbortSignal): Promise<void> =>
  perform(planningTasks(connection, signal), 2, signal);

/** No keys, pages of no rows: with these every statement of a step is planned, and finds nothing. */
const nothingWanted = { keys: [], ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`p${index}`, 0])) };

/** Runs a statement for nothing: EXPLAIN leaves a quarter of the work to the first run. */
async function planByRunning(read: Connection['read'], text: string, signal: AbortSignal): Promise<void> {
  const options = { timeout: patience, signal };
  try {
    await read(text, nothingWanted, options);
  } catch {
    // Whatever it does not like about being given nothing, it can be planned.
    await read(`EXPLAIN ${text}`, {}, options);
  }
}

const planningTasks = ({ read }: Pick<Connection, 'read'>, signal: AbortSignal): IterableIterator<Task> =>
  usualStatements()
    .map((text) => () => planByRunning(read, text, signal))
    .values();

/** Performs tasks in lanes until none is left or the time is over. */
async function perform(
  tasks: IterableIterator<Task>,
  lanes: number,
  signal: AbortSignal,
  { end = Number.POSITIVE_INFINITY, isBusy = () => false }: Limits = {},
): Promise<void> {
  const lane = async () => {
    while (performance.now() < end) {
      while (isBusy()) await setTimeout(pause, undefined, { signal });
      const { value: task, done } = tasks.next();
      if (done) return;
      await task();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * What makes the first answers of a database quick that was just started: the examples and a dossier of each type are asked,
 * and the statements of steps are planned. The first tasks are performed before the service is ready, for some seconds at
 * most; the function that is returned performs the rest while nobody waits for the database.
 */
export async function warmUp(
  connection: Pick<Connection, 'read'>,
  progress: Progress,
  signal: AbortSignal,
): Promise<(isBusy: () => boolean) => Promise<void>> {
  const began = performance.now();
  await firstQuestion(connection, { progress, signal });
  const ask = askerOf(connection, patience, signal, nothingPlanned);
  const examples = (await readExamples()).map(
    ({ query, variables }): Task =>
      () =>
        ask(query, variables),
  );
  const dossiers = async () => {
    for (const { nodes: found } of Object.values(await ask(firstOfEach)))
      if (found[0]) await ask(dossier, { id: found[0].id });
  };
  const tasks = [...examples, ...planningTasks(connection, signal), dossiers].values();
  const performed = async (lanes: number, limits: Limits): Promise<boolean> => {
    try {
      await perform(tasks, lanes, signal, limits);
      return true;
    } catch (error) {
      // Nobody waits for it, and what is wrong will be told to those who ask.
      if (!signal.aborted) progress.say(`Warming up ended early: ${(error as Error).message}`);
      return false;
    }
  };
  await performed(2, { end: performance.now() + limitBeforeReady });
  return async (isBusy) => {
    if (await performed(1, { isBusy }))
      progress.say(`Warmed up in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  };
}
