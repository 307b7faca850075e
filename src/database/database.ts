import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import type { DatabaseSettings, RemoteDatabaseSettings } from '../settings.js';
import { type Connection, connect } from './connection.js';
import { DatabaseError } from './database-error.js';
import { startServer } from './server/start.js';

/** An open database: one that answers, whoever runs it. */
export interface Database {
  readonly connection: Connection;
  /** "embedded" where this process runs the server. */
  readonly kind: DatabaseSettings['kind'];
  /** Settles when an embedded server ended unasked and could not be started again; never for a remote one. */
  readonly lost: Promise<Error>;
  /** Closes the connection, and ends an embedded server. */
  close(): Promise<void>;
}

/** How to open a database. */
export interface OpenOptions {
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /** Called when a remote database does not answer; it is then waited for as long as it takes, instead of 30 s. */
  readonly unavailable?: () => Promise<void>;
}

/** How long a remote database may take to answer at first; it may be starting beside us. */
const remotePatience = 30_000;

/** Connects to the database that the settings name, and starts an embedded one where they name none. */
export async function openDatabase(settings: DatabaseSettings, options: OpenOptions): Promise<Database> {
  if (settings.kind === 'remote') return openRemote(settings, options);
  const server = await startServer(settings, options);
  const connection = connect(server);
  return {
    connection,
    kind: 'embedded',
    lost: server.lost,
    close: async () => {
      await connection.close();
      await server.stop();
    },
  };
}

async function openRemote(settings: RemoteDatabaseSettings, options: OpenOptions): Promise<Database> {
  const { progress, signal, unavailable } = options;
  const connection = connect(settings);
  const end = unavailable ? Number.POSITIVE_INFINITY : Date.now() + remotePatience;
  let isSaid = false;
  try {
    await outlasting(
      () => connection.read('RETURN 1'),
      async (error) => {
        if (Date.now() > end) throw error;
        if (!isSaid) progress.say(waitingFor(settings.uri, end));
        isSaid = true;
        await unavailable?.();
      },
      signal,
    );
  } catch (error) {
    await connection.close();
    throw error instanceof DatabaseError ? notOpened(error) : error;
  }
  return { connection, kind: 'remote', lost: new Promise(() => {}), close: () => connection.close() };
}

/** Does the work again, from its beginning, for as long as the database is away and `unavailable` does not throw. */
export async function outlasting<Result>(
  work: () => Promise<Result>,
  unavailable: (error: DatabaseError) => Promise<void>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseError) || !error.retryable) throw error;
      await unavailable(error);
      await delay(500);
    }
  }
}

/** The address has no password in it: settings that put one there are refused. */
function waitingFor(uri: string, end: number): string {
  const [untilJa, until] = Number.isFinite(end)
    ? [`${remotePatience / 1000} 秒間`, `for ${remotePatience / 1000} s`]
    : ['応答があるまで', 'until it does'];
  return (
    `${uri} のデータベースが応答しません。${untilJa}接続を試み続けます。\n` +
    `The database at ${uri} does not answer; trying again ${until}.`
  );
}

function notOpened(error: DatabaseError): OperatorError {
  if (error.kind === 'rejected') {
    return new OperatorError(
      `NEO4J_URI のデータベースに接続を拒否されました（${error.code}）。NEO4J_USERNAME、NEO4J_PASSWORD、NEO4J_DATABASE を確認してください。`,
      `The database at NEO4J_URI refused the connection (${error.code}). Check NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.`,
      { cause: error },
    );
  }
  return new OperatorError(
    `NEO4J_URI のデータベースが ${remotePatience / 1000} 秒以内に応答しません。起動しているか、URI が正しいかを確認してください。`,
    `The database at NEO4J_URI did not answer within ${remotePatience / 1000} s. Check that it runs and that the URI is right.`,
    { cause: error },
  );
}
