/** A start on an empty data folder that is ended on its way: the next one comes up with the whole dataset. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Loss, Missed } from './outcome.js';
import { dataFolder, type Place, startEmbedded } from './place.js';
import { embeddedNeo4j, endOf, killed, limits, nothingLeft, type Program, processesOf, ready } from './program.js';
import { stateOf, withConnection } from './states.js';

/** What shows that a start has come to a point, and how long it stays there at least, in milliseconds. */
interface Aim {
  readonly shown: (service: Program, dataDir: string) => Promise<unknown>;
  readonly lasts: number;
  /** Before it there is no Neo4j that could be ended. */
  readonly hasNeo4j: boolean;
  /** Maven is to be asked for the jars. */
  readonly withoutJars?: true;
}

/** Waits for something that is looked for in the data folder. */
async function appears(look: () => boolean, service: Program): Promise<void> {
  let hasEnded = false;
  service.ended.then(() => {
    hasEnded = true;
  });
  const end = Date.now() + limits.start;
  while (!look()) {
    if (hasEnded || Date.now() > end) throw new Missed(service.said.slice(-12).join('\n'));
    await delay(2);
  }
}

const entries = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const indexesIn = (dataDir: string) =>
  entries(join(dataDir, 'neo4j', 'data', 'databases', 'neo4j', 'schema', 'index', 'range-1.0')).length;

const line =
  (pattern: RegExp): Aim['shown'] =>
  (service) =>
    service.says(pattern, limits.start);

/** The points of a first start, by what is happening then. */
export const firstStartAims: Readonly<Record<string, Aim>> = {
  'jars arrive': {
    shown: (service, dataDir) =>
      appears(() => entries(join(dataDir, 'neo4j')).some((version) => /^\d/.test(version)), service),
    lasts: 4_000,
    hasNeo4j: false,
    withoutJars: true,
  },
  'the password is set': {
    shown: (service, dataDir) => appears(() => existsSync(join(dataDir, 'neo4j', 'password')), service),
    lasts: 3_000,
    hasNeo4j: false,
  },
  'Neo4j starts': { shown: line(/Starting Neo4j/), lasts: 8_000, hasNeo4j: true },
  // The index of a constraint is there before the constraint: the first three are of migrations and of identities.
  ...Object.fromEntries(
    [1, 2, 3, 4].map((count) => [
      `index ${count} appears`,
      {
        shown: (service: Program, dataDir: string) => appears(() => indexesIn(dataDir) >= count, service),
        lasts: 20,
        hasNeo4j: true,
      },
    ]),
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((version) => [
      `migration ${version}`,
      { shown: line(new RegExp(`V00${version}__`)), lasts: 500, hasNeo4j: true },
    ]),
  ),
  'the first load': { shown: line(/The graph holds nothing of honjo yet/), lasts: 3_000, hasNeo4j: true },
  'ready for requests': { shown: line(/^Ready: /), lasts: 100, hasNeo4j: true },
};

/** Ends a first start at an aim, in one of the ways that chance chooses, and starts again. */
export async function tryFirstStart(place: Place, aim: Aim): Promise<void> {
  const dataDir = aim.withoutJars ? await mkdtemp(join(place.folder, 'first-')) : await dataFolder(place, 'first');
  const started: Program[] = [];
  const start = () => {
    started.push(startEmbedded(place, dataDir));
    return started.at(-1) as Program;
  };
  try {
    const service = start();
    await aim.shown(service, dataDir);
    await delay(place.chance() * aim.lasts);
    const ways = ['all killed', 'service killed', 'told to stop', ...(aim.hasNeo4j ? ['Neo4j killed'] : [])];
    await strike(ways[Math.floor(place.chance() * ways.length)] ?? '', service, dataDir);
    await nothingLeft(dataDir);

    const next = start();
    await ready(next);
    const { target } = await embeddedNeo4j(dataDir);
    const state = await withConnection(target, (connection) => stateOf(connection, place.states));
    if (state?.name !== 'after')
      throw new Loss('half', `expected the whole dataset, but got: ${state?.name ?? 'none'}`);
    next.kill('SIGTERM');
    const how = await endOf(next);
    if (how !== 0) throw new Loss('wrong', `expected a start that is told to stop to end with 0, but got: ${how}`);
    await nothingLeft(dataDir);
  } finally {
    for (const { kill } of started) kill('SIGKILL');
    for (const { pid } of await processesOf(dataDir)) killed(pid, 'SIGKILL');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  }
}

async function strike(way: string, service: Program, dataDir: string): Promise<void> {
  if (way === 'all killed') {
    const others = await processesOf(dataDir);
    service.kill('SIGKILL');
    for (const { pid } of others) killed(pid, 'SIGKILL');
  }
  if (way === 'service killed') service.kill('SIGKILL');
  if (way === 'told to stop') {
    service.kill('SIGTERM');
    const how = await endOf(service);
    if (how !== 0) throw new Loss('wrong', `expected a start that is told to stop to end with 0, but got: ${how}`);
  }
  if (way === 'Neo4j killed') {
    for (const { pid, command } of await processesOf(dataDir))
      if (command.includes('CommunityEntryPoint') && !command.includes('watchdog.mjs')) killed(pid, 'SIGKILL');
    // It heals, or ends with a sentence: `ready` of the next start shows the rest.
    const isReady = service.says(/^Ready: /, limits.start).then(
      () => true,
      () => false,
    );
    await Promise.race([isReady, service.ended]);
    service.kill('SIGTERM');
  }
  await endOf(service);
}
