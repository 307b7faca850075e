import { once } from 'node:events';
import type { Connection } from '../database/connection.js';
import { type Database, retriedWhileUnavailable } from '../database/database.js';
import { DatabaseError } from '../database/database-error.js';
import { readInSlices } from '../database/read-in-slices.js';
import { cannotListen } from '../free-port.js';
import { type RunningServer, type ServiceConnection, startServer } from '../http/server.js';
import { serviceLog } from '../http/service-log.js';
import { keepHeapSmall } from '../http/small-heap.js';
import type { Progress } from '../progress.js';
import type { Settings } from '../settings.js';
import { loadCitiesAtStart } from './import.js';
import { defaultDataset, loadAtStart } from './load.js';
import { orAborted, start } from './start.js';
import { warmUp } from './warm-up.js';

/**
 * Listens, opens the database, loads the dataset, then serves until told to stop. Until everything is loaded the service
 * answers that it is not ready.
 */
export async function serve(settings: Settings, progress: Progress): Promise<void> {
  keepHeapSmall();
  readInSlices();
  const connection = new DeferredConnection();
  // Before a database is started and a dataset loaded for nothing.
  const { url, stop } = await openServer(settings, connection);
  progress.say(`Listening: ${url}, not ready before the database is.`);
  try {
    await start(
      settings,
      progress,
      async ({ database, signal }) => {
        const dataset = defaultDataset(settings.dataDir);
        const load = async () => {
          await loadAtStart(database.connection, dataset, progress);
          await loadCitiesAtStart(database.connection, settings.dataDir, progress);
        };
        await orAborted(retriedWhileUnavailable(load, signal), signal);
        const finishWarmUp = settings.warmUp ? await warmUp(database.connection, progress, signal) : null;
        signal.throwIfAborted();
        connection.open(database);
        progress.say(`Ready: ${url}/graphql`);
        const warming = finishWarmUp?.(() => connection.inFlight > 0);
        if (!signal.aborted) await once(signal, 'abort');
        // While the database is still there for those who wait for an answer.
        await Promise.all([stop(), warming]);
      },
      { waits: true },
    );
  } finally {
    await stop();
  }
}

async function openServer({ host, port, http }: Settings, connection: DeferredConnection): Promise<RunningServer> {
  const log = serviceLog(http.logLevel);
  const open = () => connection.isOpen;
  try {
    return await startServer({ connection, open, steps: true, host, port, settings: http, log });
  } catch (error) {
    throw cannotListen(error, host, port, 'PORT');
  }
}

/** A connection that fails as to a database that cannot be reached, until it is opened and while the database is silent. */
class DeferredConnection implements ServiceConnection {
  private database: Database | null = null;
  private reading = 0;

  get isOpen(): boolean {
    return this.database !== null;
  }

  /** How many statements somebody waits for. */
  get inFlight(): number {
    return this.reading;
  }

  open(database: Database): void {
    this.database = database;
  }

  read: Connection['read'] = async (...call) => {
    this.reading += 1;
    try {
      return await this.opened().read(...call);
    } catch (error) {
      throw this.unlessSilent(error);
    } finally {
      this.reading -= 1;
    }
  };

  profile: Connection['profile'] = async (...call) => this.opened().profile(...call);

  private opened(): Connection {
    if (this.database) return this.database.connection;
    throw new DatabaseError('unavailable', 'The database is not open yet.', { retryable: true });
  }

  /** A database that does not answer at all has no free connection either, but is not busy. */
  private unlessSilent(error: unknown): unknown {
    if (!(error instanceof DatabaseError) || error.kind !== 'busy' || this.database?.answers()) return error;
    return new DatabaseError('unavailable', 'The database does not answer.', { retryable: true, cause: error });
  }
}
