/** Where faults happen: a service with a Neo4j of its own, and one beside a Neo4j that somebody else runs. */
import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Target } from '../../src/database/connection.js';
import { sendTo } from '../http/service.js';
import { loadDataset } from '../live/load/datasets.js';
import { type Passage, proxyTo } from '../live/proxy.js';
import { type Answers, answersAt } from '../live/readers.js';
import { Loss } from './outcome.js';
import { limits, type Program, ready, startProgram } from './program.js';
import { type States, withConnection } from './states.js';

export interface Place {
  /** The compiled program, and a folder that is thrown away. */
  readonly program: string;
  readonly folder: string;
  /** The folder of Neo4j's jars in a data folder, as the project's own has it. */
  readonly jars: string;
  readonly states: States;
  readonly external: External;
  /** A number in [0, 1), from the seed of what is tried now. */
  readonly chance: () => number;
}

/** A Neo4j that the program does not start itself. */
export interface ExternalNeo4j {
  readonly target: Target;
  /** Ends the process of the server at once, which somebody then starts again; null where it cannot be ended. */
  readonly kill: (() => void) | null;
}

/** A service beside an external Neo4j, each client of it by a way of its own that can be broken. */
export interface External extends ExternalNeo4j {
  readonly service: Program;
  readonly url: string;
  readonly serving: Passage;
  readonly loading: Passage;
  /** What readers are answered in each state. */
  readonly answers: Answers;
  close(): Promise<void>;
}

/** The settings by which a program finds a database. */
export const remote = ({ uri, username, password, database }: Target): Record<string, string> => ({
  NEO4J_URI: uri,
  NEO4J_USERNAME: username,
  NEO4J_PASSWORD: password,
  NEO4J_DATABASE: database ?? '',
});

/** Starts the service on an external Neo4j and asks it what readers will ask, in both states. */
export async function openExternal(
  neo4j: ExternalNeo4j,
  { program, folder, states }: Pick<Place, 'program' | 'folder' | 'states'>,
): Promise<External> {
  const [serving, loading] = await Promise.all([proxyTo(neo4j.target), proxyTo(neo4j.target)]);
  const dataDir = await mkdtemp(join(folder, 'external-'));
  const service = startProgram(program, ['start'], { ...remote(serving.target), DATA_DIR: dataDir, PORT: '0' });
  const url = await ready(service);
  const answers = await withConnection(neo4j.target, async (connection) => {
    await loadDataset(connection, states.after.dataset);
    const after = await answersAt(url);
    await loadDataset(connection, states.before.dataset);
    return { after, before: await answersAt(url) };
  });
  return {
    ...neo4j,
    service,
    url,
    serving,
    loading,
    answers,
    close: async () => {
      service.kill('SIGTERM');
      await service.ended;
      await Promise.all([serving.close(), loading.close()]);
    },
  };
}

/** A data folder of its own that has the jars already. */
export async function dataFolder({ folder, jars }: Pick<Place, 'folder' | 'jars'>, name: string): Promise<string> {
  const dataDir = await mkdtemp(join(folder, `${name}-`));
  await mkdir(join(dataDir, 'neo4j'), { mode: 0o700 });
  await symlink(jars, join(dataDir, 'neo4j', basename(jars)));
  return dataDir;
}

/** Half the time to start, as nothing runs long enough for the second compiler to pay. */
const quick = '-XX:TieredStopAtLevel=1';

/** Starts the service with a Neo4j of its own. */
export const startEmbedded = ({ program }: Pick<Place, 'program'>, dataDir: string, port = '0'): Program =>
  startProgram(program, ['start'], { DATA_DIR: dataDir, PORT: port, NEO4J_JAVA_OPTIONS: quick, NEO4J_URI: '' });

/** Waits until a service says that it is ready for requests, while its process lives. */
export async function untilReady(url: string, service: Program): Promise<void> {
  let how: unknown = null;
  service.ended.then((end) => {
    how = end ?? 'ended';
  });
  const end = Date.now() + limits.start;
  for (;;) {
    const status = await sendTo(url, { method: 'GET', path: '/readyz' }).then(
      (reply) => reply.status,
      () => 0,
    );
    if (status === 200) return;
    const last = service.said.slice(-12).join('\n');
    if (how !== null) throw new Loss('stuck', `expected the service to heal, but it ended (${how}):\n${last}`);
    if (Date.now() > end) throw new Loss('stuck', `expected the service to be ready again, but it said:\n${last}`);
    await delay(100);
  }
}
