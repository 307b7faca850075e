/** Faults beside an external Neo4j: migrations, loads, and what lies between a service and its database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureIndexes } from '../../src/database/indexes.js';
import { migrate } from '../../src/database/migrations.js';
import { modelIndexes } from '../../src/model/indexes.js';
import { projectFile } from '../../src/project-files.js';
import { loadDataset, removeCity } from '../live/load/datasets.js';
import { emptyDatabase } from '../live/neo4j.js';
import type { Passage } from '../live/proxy.js';
import { Loss, Missed } from './outcome.js';
import { type Place, remote, untilReady } from './place.js';
import { endOf, limits, type Program, ready, startProgram } from './program.js';
import { startJudgingReaders } from './readers.js';
import { type State, stateOf, withConnection } from './states.js';
import { heldOf, type Message, strikeFor } from './strikes.js';

/** Whether the graph is whole, and what of. */
export const stateNow = (place: Place) =>
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
  await putState(place, states.before);
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

/** A dataset of Honjo, and no other city, whatever was there. */
export async function putState({ external }: Place, { dataset }: State): Promise<void> {
  await withConnection(external.target, async (connection) => {
    await migrate(connection, projectFile('cypher/migrations'));
    await ensureIndexes(connection, modelIndexes);
    await removeCity(connection, importedCity);
    await loadDataset(connection, dataset);
  });
}

/** A start of the service on the external database with a data folder, until it is ready, and its end. */
export async function startOnce({ external, program }: Place, dataDir: string): Promise<void> {
  const environment = { ...remote(external.loading.target), DATA_DIR: dataDir, PORT: '0' };
  const service = startProgram(program, ['start'], environment);
  try {
    await ready(service);
    service.kill('SIGTERM');
    const how = await endOf(service);
    if (how !== 0) throw new Loss('wrong', `expected a start that is told to stop to end with 0, but got: ${how}`);
  } finally {
    service.kill('SIGKILL');
  }
}

/** The key of the city that imports bring beside Honjo. */
export const importedCity = 'aoba';

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
  if (!before) await putState(place, place.states.before);
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
