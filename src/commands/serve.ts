import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Connection } from '../database/connection.js';
import { DatabaseError } from '../database/database-error.js';
import { readInSlices } from '../database/read-in-slices.js';
import { codeOf } from '../file-errors.js';
import { type RunningServer, type ServiceConnection, startServer } from '../http/server.js';
import { serviceLog } from '../http/service-log.js';
import { keepHeapSmall } from '../http/small-heap.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import type { Settings } from '../settings.js';
import { defaultDataset, loadAtStart } from './load.js';
import { outlasting, start } from './start.js';
import { WarmUp } from './warm-up.js';

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
  await checkPort(settings);
  try {
    await start(
      settings,
      progress,
      async ({ database: { connection }, signal }) => {
        const dataset = defaultDataset(settings.dataDir);
        await outlasting(() => loadAtStart(connection, dataset, progress), { unavailable }, signal);
        const warmUp = new WarmUp(connection, progress, signal);
        if (settings.warmUp) await warmUp.begin();
        signal.throwIfAborted();
        door.open(connection);
        const { url, stop } = await listen();
        progress.say(`Ready: ${url}/graphql`);
        const warming = settings.warmUp ? warmUp.finish(() => door.inFlight > 0) : null;
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
  try {
    return await startServer({
      connection: door,
      open: () => door.isOpen,
      steps: true,
      host,
      port,
      settings: http,
      log,
    });
  } catch (error) {
    throw notListening(error, port);
  }
}

/** Fails where the port is taken, before a database is started and a dataset loaded for nothing. */
async function checkPort({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw notListening(error, port);
  }
  probe.close();
  await once(probe, 'close');
}

function notListening(error: unknown, port: number): unknown {
  if (codeOf(error) !== 'EADDRINUSE') return error;
  return new OperatorError(
    `ポート ${port} は使用中です。PORT に別の番号を指定してください。`,
    `Port ${port} is in use: set PORT to another one.`,
    { cause: error },
  );
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
