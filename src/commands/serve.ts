import { once } from 'node:events';
import type { Connection } from '../database/connection.js';
import { outlasting } from '../database/database.js';
import { DatabaseError } from '../database/database-error.js';
import { readInSlices } from '../database/read-in-slices.js';
import { freePort, ifTaken } from '../free-port.js';
import { type RunningServer, type ServiceConnection, startServer } from '../http/server.js';
import { serviceLog } from '../http/service-log.js';
import { keepHeapSmall } from '../http/small-heap.js';
import type { Progress } from '../progress.js';
import type { Settings } from '../settings.js';
import { defaultDataset, loadAtStart } from './load.js';
import { start } from './start.js';
import { warmUp } from './warm-up.js';

/**
 * Opens the database, loads the dataset, then serves until told to stop. Where the database is not there yet, the service
 * listens all the same and says so; it is ready once the database has come and everything is loaded.
 */
export async function serve(settings: Settings, progress: Progress): Promise<void> {
  keepHeapSmall();
  readInSlices();
  const door = new Door();
  let server = null as Promise<RunningServer> | null;
  const listen = async () => {
    server ??= openServer(settings, door);
    return server;
  };
  const unavailable = async () => {
    if (server) return;
    const { url } = await listen();
    progress.say(`Listening: ${url}, not ready before the database is.`);
  };
  // Before a database is started and a dataset loaded for nothing.
  await freePort(settings.host, settings.port, 'PORT');
  try {
    await start(
      settings,
      progress,
      async ({ database: { connection }, signal }) => {
        const dataset = defaultDataset(settings.dataDir);
        await outlasting(() => loadAtStart(connection, dataset, progress), unavailable, signal);
        const finishWarmUp = settings.warmUp ? await warmUp(connection, progress, signal) : null;
        signal.throwIfAborted();
        door.open(connection);
        const { url, stop } = await listen();
        progress.say(`Ready: ${url}/graphql`);
        const warming = finishWarmUp?.(() => door.inFlight > 0);
        if (!signal.aborted) await once(signal, 'abort');
        // While the database is still there for those who wait for an answer.
        await Promise.all([stop(), warming]);
      },
      { unavailable },
    );
  } finally {
    await (await server)?.stop();
  }
}

async function openServer({ host, port, http }: Settings, door: Door): Promise<RunningServer> {
  const log = serviceLog(http.logLevel);
  const open = () => door.isOpen;
  try {
    return await startServer({ connection: door, open, steps: true, host, port, settings: http, log });
  } catch (error) {
    throw ifTaken(error, port, 'PORT');
  }
}

/** The way to a database that may not be there yet; until then it says what a database says that cannot be reached. */
class Door implements ServiceConnection {
  private connection: Connection | null = null;
  private reading = 0;

  get isOpen(): boolean {
    return this.connection !== null;
  }

  /** How many statements somebody waits for. */
  get inFlight(): number {
    return this.reading;
  }

  open(connection: Connection): void {
    this.connection = connection;
  }

  read: Connection['read'] = async (...call) => {
    this.reading += 1;
    try {
      return await this.opened().read(...call);
    } finally {
      this.reading -= 1;
    }
  };

  profile: Connection['profile'] = async (...call) => this.opened().profile(...call);

  verify: Connection['verify'] = async (...call) => this.opened().verify(...call);

  private opened(): Connection {
    if (this.connection) return this.connection;
    throw new DatabaseError('unavailable', 'The database is not open yet.', { retryable: true });
  }
}
