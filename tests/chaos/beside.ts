/** Faults beside an external Neo4j: migrations, loads, and what lies between a service and its database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureIndexes } from '../../src/database/indexes.js';
import { migrate } from '../../src/database/migrations.js';
import { modelIndexes } from '../../src/model/indexes.js';
import { projectFile } from '../../src/project-files.js';
import { loadDataset } from '../live/load/datasets.js';
import { emptyDatabase } from '../live/neo4j.js';
import type { commit, Held, Passage } from '../live/proxy.js';
import { Loss, Missed } from './outcome.js';
import { type Place, remote, untilReady } from './place.js';
import { endOf, limits, type Program, ready, startProgram } from './program.js';
import { startJudgingReaders } from './readers.js';
import { type State, stateOf, withConnection } from './states.js';

/** A message of a program to its database, at which something happens. */
type Message = string | typeof commit;

/** What happens to a program whose message is held; whether it is expected to go on by itself. */
type Strike = (hit: {
  readonly held: Held;
  readonly program: Program;
  readonly passage: Passage;
  readonly place: Place;
}) => Promise<void>;

const strikes: Readonly<Record<string, Strike>> = {
  'killed before': async ({ program }) => program.kill('SIGKILL'),
  'killed after': async ({ held, program, place }) => {
    held.pass();
    await delay(place.chance() * 40);
    program.kill('SIGKILL');
  },
  'told to stop': async ({ held, program, place }) => {
    held.pass();
    await delay(place.chance() * 40);
    program.kill('SIGTERM');
  },
  'request lost': async ({ passage, place }) => {
    await passage.close();
    await delay(place.chance() * 2_000);
    await passage.open();
  },
  'reply lost': async ({ held, passage, place }) => {
    await held.loseReply();
    await delay(place.chance() * 2_000);
    await passage.open();
  },
  'nothing arrives for a while': async ({ held, passage, place }) => {
    passage.freeze();
    held.pass();
    await delay(1_000 + place.chance() * 7_000);
    passage.thaw();
  },
  'Neo4j killed': async ({ held, place }) => {
    held.pass();
    await delay(place.chance() * 40);
    place.external.kill?.();
  },
};

/** Chooses what happens; an external Neo4j of somebody else is not ended. */
function strikeFor({ external, chance }: Place): readonly [string, Strike] {
  const all = Object.entries(strikes).filter(([name]) => external.kill !== null || name !== 'Neo4j killed');
  return all[Math.floor(chance() * all.length)] as [string, Strike];
}

/** Waits for a message of a program; fails where it ended without it. */
async function heldOf(passage: Passage, message: Message, start: () => Program): Promise<readonly [Held, Program]> {
  const holding = passage.hold(message);
  const program = start();
  const missed = program.ended.then((): never => {
    throw new Missed(`it ended before: ${program.said.slice(-12).join('\n')}`);
  });
  const timer = new AbortController();
  const late = delay(limits.start, null, { signal: timer.signal }).then((): never => {
    throw new Missed(`it did not come so far: ${program.said.slice(-12).join('\n')}`);
  });
  late.catch(() => {});
  missed.catch(() => {});
  try {
    return [await Promise.race([holding, missed, late]), program];
  } catch (error) {
    program.kill('SIGKILL');
    throw error;
  } finally {
    timer.abort();
  }
}

/** Whether the graph is whole, and what of. */
const stateNow = (place: Place) =>
  withConnection(place.external.target, (connection) => stateOf(connection, place.states));

/** A first start on an empty external database, hit at a statement; it heals, or the next one does. */
export async function tryMigration(place: Place, statement: string): Promise<void> {
  const { external, folder, program } = place;
  await withConnection(external.target, emptyDatabase);
  const dataDir = await mkdtemp(join(folder, 'migrating-'));
  const started: Program[] = [];
  const start = () => {
    started.push(
      startProgram(program, ['start'], { ...remote(external.loading.target), DATA_DIR: dataDir, PORT: '0' }),
    );
    return started.at(-1) as Program;
  };
  try {
    const [held, first] = await heldOf(external.loading, statement, start);
    await strikeFor(place)[1]({ held, program: first, passage: external.loading, place });
    const url = await Promise.race([first.says(/^Ready: (\S+)\/graphql/, limits.start), first.ended]).catch((error) => {
      if (!(error instanceof Missed)) throw error;
    });
    if (url) first.kill('SIGTERM');
    await endOf(first);
    const next = start();
    await ready(next);
    const state = await stateNow(place);
    if (state?.name !== 'after')
      throw new Loss('half', `expected the whole dataset, but got: ${state?.name ?? 'none'}`);
    next.kill('SIGTERM');
    const how = await endOf(next);
    if (how !== 0) throw new Loss('wrong', `expected a start that is told to stop to end with 0, but got: ${how}`);
  } finally {
    for (const { kill } of started) kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A load into a database that a service reads, hit at a message; what it says is what has happened. */
export async function tryLoad(place: Place, message: Message): Promise<void> {
  const { external, states } = place;
  await putBefore(place);
  const start = (passage: Passage) => startLoad(place, passage, states.after);
  const readers = startJudgingReaders(external.url, external.answers);
  try {
    const [held, load] = await heldOf(external.loading, message, () => start(external.loading));
    const [name, strike] = strikeFor(place);
    await strike({ held, program: load, passage: external.loading, place });
    const how = await endOf(load, limits.start);
    const state = await stateNow(place);
    const said = load.said.join('\n');
    if (!state) throw new Loss('lost', `${name}: nothing is loaded any more`);
    const isSaidDone = how === 0;
    if (isSaidDone && state.name !== 'after') throw new Loss('lost', `${name}: it said that it was done:\n${said}`);
    const isSaidUndone = /has changed nothing|Nothing was changed|Nothing was written/.test(said);
    if (isSaidUndone && state.name !== 'before') throw new Loss('wrong', `${name}: it said that nothing was:\n${said}`);

    const next = start(external.loading);
    const end = await endOf(next, limits.start);
    if (end !== 0) throw new Loss('stuck', `${name}: the next load ended with ${end}:\n${next.said.join('\n')}`);
    const last = await stateNow(place);
    if (last?.name !== 'after') throw new Loss('lost', `${name}: the next load left the state ${last?.name ?? 'none'}`);
    await untilReady(external.url, external.service);
  } finally {
    await readers.stop();
  }
}

function startLoad({ program, folder }: Place, passage: Passage, { folder: dataset }: State): Program {
  const environment = { ...remote(passage.target), DATA_DIR: folder };
  return startProgram(program, ['load', dataset, '--allow-removals'], environment);
}

/** The older dataset, whatever was there. */
async function putBefore({ external, states }: Place): Promise<void> {
  await withConnection(external.target, async (connection) => {
    await migrate(connection, projectFile('cypher/migrations'));
    await ensureIndexes(connection, modelIndexes);
    await loadDataset(connection, states.before.dataset);
  });
}

type Break = (passage: Passage, place: Place) => Promise<void>;

/** What can happen to the network between a service and its database. */
export const breaks: Readonly<Record<string, Break>> = {
  'network cut': async (passage, { chance }) => {
    await passage.close();
    await delay(chance() * 8_000);
    await passage.open();
  },
  'network cut for a moment, again and again': async (passage, { chance }) => {
    for (let count = 0; count < 5; count++) {
      await passage.close();
      await passage.open();
      await delay(chance() * 800);
    }
  },
  'nothing arrives': async (passage, { chance }) => {
    passage.freeze();
    await delay(1_000 + chance() * 12_000);
    passage.thaw();
  },
};

/** Breaks the network of a service beside readers: it heals by itself. */
export async function tryNetwork(place: Place, broken: Break): Promise<void> {
  const { external } = place;
  const before = await stateNow(place);
  if (!before) await putBefore(place);
  const readers = startJudgingReaders(external.url, external.answers);
  try {
    await delay(300 + place.chance() * 1_000);
    await broken(external.serving, place);
    await untilReady(external.url, external.service);
    const answered = readers.answered();
    await delay(1_500);
    if (readers.answered() === answered) throw new Loss('stuck', 'expected answers again, but there were none');
  } finally {
    await readers.stop();
  }
  const after = await stateNow(place);
  if (before && after?.name !== before.name) throw new Loss('lost', `expected ${before.name}, but got ${after?.name}`);
}
