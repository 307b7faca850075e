/** A service with a Neo4j of its own that is hit while it serves: it heals, or its next start does, and nothing is lost. */
import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../src/free-port.js';
import { Loss } from './outcome.js';
import { dataFolder, type Place, startEmbedded, untilReady } from './place.js';
import { embeddedNeo4j, endOf, killed, nothingLeft, type Program, processesOf, ready } from './program.js';
import { startJudgingReaders } from './readers.js';
import { stateOf, withConnection } from './states.js';

/** The service of all such trials, one after another. */
export interface Embedded {
  readonly dataDir: string;
  readonly port: string;
  service: Program;
  url: string;
  /** How many writes were acknowledged. */
  acknowledged: number;
  stop(): Promise<void>;
}

/** Starts the service on a folder of its own, with the committed dataset. */
export async function openEmbedded(place: Place): Promise<Embedded> {
  const dataDir = await dataFolder(place, 'serving');
  const port = String(await portThatStays());
  const service = startEmbedded(place, dataDir, port);
  const embedded: Embedded = {
    dataDir,
    port,
    service,
    url: '',
    acknowledged: 0,
    stop: async () => {
      embedded.service.kill('SIGTERM');
      await Promise.race([embedded.service.ended, delay(60_000, null, { ref: false })]);
      for (const { pid } of await processesOf(dataDir)) killed(pid, 'SIGKILL');
    },
  };
  embedded.url = await ready(service);
  return embedded;
}

/** A port outside of the range from which the system gives ports away. */
const portThatStays = () => freePort('127.0.0.1', 0, 'PORT');

type Strike = (embedded: Embedded, place: Place) => Promise<'heals' | 'ends'>;

const neo4jOf = async ({ dataDir }: Embedded) => embeddedNeo4j(dataDir);

/** Ends the service and waits until nothing of it is left. */
async function gone({ service, dataDir }: Embedded, code?: number): Promise<'ends'> {
  const how = await endOf(service);
  if (code !== undefined && how !== code) throw new Loss('wrong', `expected an end with ${code}, but got: ${how}`);
  await nothingLeft(dataDir);
  return 'ends';
}

export const servingStrikes: Readonly<Record<string, Strike>> = {
  'service killed': (embedded) => {
    embedded.service.kill('SIGKILL');
    return gone(embedded);
  },
  'all killed': async (embedded) => {
    const others = await processesOf(embedded.dataDir);
    embedded.service.kill('SIGKILL');
    for (const { pid } of others) killed(pid, 'SIGKILL');
    return gone(embedded);
  },
  'watchdog killed': async (embedded) => {
    killed((await neo4jOf(embedded)).watchdog, 'SIGKILL');
    return 'heals';
  },
  'Neo4j killed': async (embedded) => {
    killed((await neo4jOf(embedded)).pid, 'SIGKILL');
    return 'heals';
  },
  'Neo4j killed, and again while it starts': async (embedded, { chance }) => {
    const { pid } = await neo4jOf(embedded);
    killed(pid, 'SIGKILL');
    const end = Date.now() + 20_000;
    while (Date.now() < end) {
      const [next] = (await processesOf(embedded.dataDir)).filter(
        ({ pid: other, command }) =>
          other !== pid && command.includes('CommunityEntryPoint') && !command.includes('watchdog.mjs'),
      );
      if (next) {
        await delay(chance() * 3_000);
        killed(next.pid, 'SIGKILL');
        break;
      }
      await delay(50);
    }
    return 'heals';
  },
  'Neo4j frozen': async (embedded, { chance }) => {
    const { pid } = await neo4jOf(embedded);
    killed(pid, 'SIGSTOP');
    await delay(1_000 + chance() * 9_000);
    killed(pid, 'SIGCONT');
    return 'heals';
  },
  'told to stop': (embedded) => {
    embedded.service.kill('SIGTERM');
    return gone(embedded, 0);
  },
  'told to stop during a download': async (embedded) => {
    await new Promise<void>((resolve, reject) => {
      const request = get(`${embedded.url}/export/graph.graphml`, (response) => {
        response.once('data', () => resolve());
        response.on('error', () => {});
        response.resume();
      });
      request.once('error', reject);
    });
    embedded.service.kill('SIGTERM');
    return gone(embedded, 0);
  },
};

/** Hits the service beside readers, and looks whether it comes back with all that it had. */
export async function tryServing(place: Place, embedded: Embedded, strike: Strike): Promise<void> {
  const readers = startJudgingReaders(embedded.url, place.external.answers);
  try {
    await delay(300 + place.chance() * 1_500);
    const { target } = await neo4jOf(embedded);
    await withConnection(target, (connection) => connection.run('CREATE (:Acknowledged)'));
    embedded.acknowledged++;
    if ((await strike(embedded, place)) === 'ends') {
      embedded.service = startEmbedded(place, embedded.dataDir, embedded.port);
      await ready(embedded.service);
    } else {
      // What is asked first shows that something was hit.
      await delay(500);
      await untilReady(embedded.url, embedded.service);
    }
  } finally {
    await readers.stop();
  }
  const { target } = await neo4jOf(embedded);
  await withConnection(target, async (connection) => {
    const state = await stateOf(connection, place.states);
    if (state?.name !== 'after')
      throw new Loss('half', `expected the whole dataset, but got: ${state?.name ?? 'none'}`);
    const [row] = await connection.read<{ count: number }>('MATCH (a:Acknowledged) RETURN count(a) AS count');
    if (row?.count !== embedded.acknowledged)
      throw new Loss('lost', `expected ${embedded.acknowledged} acknowledged writes, but there are ${row?.count}`);
  });
}
