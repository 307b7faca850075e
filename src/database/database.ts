import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import type { DatabaseSettings, EmbeddedDatabaseSettings, RemoteDatabaseSettings } from '../settings.js';
import { type Connection, connect, type Target } from './connection.js';
import { DatabaseError } from './database-error.js';
import { type Heartbeat, startHeartbeat } from './heartbeat.js';
import { FolderInUse } from './server/lock.js';
import { runningServer } from './server/running.js';
import { startServer } from './server/start.js';
import { requireVersion } from './version.js';

/** An open database: one that answered, whoever runs it. */
export interface Database extends Pick<Heartbeat, 'answers' | 'lost'> {
  readonly connection: Connection;
  /** "embedded" where this process runs the server, "shared" where the service that has the data folder does. */
  readonly kind: DatabaseSettings['kind'] | 'shared';
  /** Closes the connection, and ends an embedded server. */
  close(): Promise<void>;
}

/** How to open a database. */
export interface OpenOptions {
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /**
   * Waits for a database that does not answer as long as the settings say; otherwise as long as suits a command. A service
   * does: it needs a data folder of its own, and commands may use the server that it starts.
   */
  readonly waits?: boolean;
}

/** Milliseconds that a remote database may take to answer a command at first; it may be starting beside us. */
const openTimeout = 30_000;
/** Milliseconds that a database may be silent while a command uses it. */
const commandTimeout = 10 * 60_000;
/** Between two attempts, in milliseconds: twice as long each time. */
const pauses = { first: 250, longest: 10_000 };

/**
 * Connects to the database that the settings name, and starts an embedded one where they name none. A command connects to
 * that of a service which has the data folder, and waits where another command has it.
 */
export async function openDatabase(settings: DatabaseSettings, options: OpenOptions): Promise<Database> {
  const { progress, signal, waits = false } = options;
  const timeout = waits ? settings.timeout : commandTimeout;
  const openWatched = (kind: 'remote' | 'shared', target: Target, connection: Connection) =>
    watched(kind, connection, startHeartbeat(target, { progress, timeout }));
  if (settings.kind === 'remote') return openWatched('remote', settings, await openRemote(settings, options));
  const end = performance.now() + settings.startTimeout;
  let isReported = false;
  for (;;) {
    try {
      return await openEmbedded(settings, options, timeout);
    } catch (error) {
      if (waits || !(error instanceof FolderInUse)) throw error;
      const target = await runningServer(settings.dataDir);
      if (!target) {
        if (performance.now() > end) throw error;
        if (!isReported) progress.say(waitingForFolder(settings.dataDir, error.holder.pid));
        isReported = true;
        await delay(pauses.first, undefined, signal ? { signal } : {});
        continue;
      }
      progress.say(
        `稼働中のサービスのデータベース（${target.uri}）を使います。\nUsing the database of the running service (${target.uri}).`,
      );
      return openWatched('shared', target, connect(target));
    }
  }
}

function waitingForFolder(dataDir: string, pid: number): string {
  return (
    `データフォルダー ${dataDir} は別のプロセス（番号 ${pid}）が使用中です。その Neo4j が使えるようになるか、フォルダーが空くまで待ちます。\n` +
    `The data folder ${dataDir} is in use by process ${pid}; waiting for its Neo4j, or until the folder is free.`
  );
}

async function openEmbedded(
  settings: EmbeddedDatabaseSettings,
  options: OpenOptions,
  timeout: number | null,
): Promise<Database> {
  const { progress, waits = false } = options;
  const server = await startServer(settings, { ...options, isOffered: waits });
  const heartbeat = startHeartbeat(server, { progress, timeout, restart: server.restart });
  return watched(settings.kind, connect(server), heartbeat, server.stop);
}

function watched(
  kind: Database['kind'],
  connection: Connection,
  { answers, lost, stop }: Heartbeat,
  stopServer = async () => {},
): Database {
  const close = async () => {
    await Promise.all([stop(), connection.close()]);
    await stopServer();
  };
  return { connection, kind, answers, lost, close };
}

async function openRemote(settings: RemoteDatabaseSettings, options: OpenOptions): Promise<Connection> {
  const { progress, signal, waits = false } = options;
  const connection = connect(settings);
  const timeout = waits ? settings.timeout : openTimeout;
  const end = performance.now() + (timeout ?? Number.POSITIVE_INFINITY);
  let isReported = false;
  try {
    await retriedWhileUnavailable(
      () => requireVersion(connection),
      signal,
      (error) => {
        if (performance.now() > end) throw error;
        if (!isReported) progress.say(waitingFor(settings, error, timeout));
        isReported = true;
      },
    );
  } catch (error) {
    await connection.close();
    throw error instanceof DatabaseError ? notOpened(error, settings, timeout) : error;
  }
  return connection;
}

/**
 * Does the work again, from its beginning, whenever it fails because the database does not answer; `unavailable` is told
 * each time, and may throw to give up.
 */
export async function retriedWhileUnavailable<Result>(
  work: () => Promise<Result>,
  signal?: AbortSignal,
  unavailable: (error: DatabaseError) => void = () => {},
): Promise<Result> {
  for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.longest)) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseError) || !error.retryable) throw error;
      unavailable(error);
      await delay(pause, undefined, signal ? { signal } : {});
    }
  }
}

/** A server that answers, but has no database of the name; it may be creating it. */
const isUnknownDatabase = ({ code }: DatabaseError) => code?.endsWith('.DatabaseNotFound') ?? false;

/** The address has no password in it: settings that put one there are refused. */
function waitingFor({ uri, database }: RemoteDatabaseSettings, error: DatabaseError, timeout: number | null): string {
  const [untilJa, until] =
    timeout === null ? ['応答があるまで', 'until it does'] : [`${timeout / 1000} 秒間`, `for ${timeout / 1000} s`];
  const [whatJa, what] = isUnknownDatabase(error)
    ? [
        `${uri} に「${database}」という名前のデータベース（NEO4J_DATABASE）がありません`,
        `The server at ${uri} has no database named ${database} (NEO4J_DATABASE)`,
      ]
    : [`${uri} のデータベースが応答しません`, `The database at ${uri} does not answer`];
  return `${whatJa}。${untilJa}接続を試み続けます。\n${what}; trying again ${until}.`;
}

function notOpened(error: DatabaseError, { database }: RemoteDatabaseSettings, timeout: number | null): OperatorError {
  if (isUnknownDatabase(error)) {
    return new OperatorError(
      `NEO4J_URI のサーバーに「${database}」という名前のデータベースがありません。NEO4J_DATABASE を確認してください。`,
      `The server at NEO4J_URI has no database named ${database}. Check NEO4J_DATABASE.`,
      { cause: error },
    );
  }
  if (error.kind === 'rejected') {
    return new OperatorError(
      `NEO4J_URI のデータベースに接続を拒否されました（${error.code}）。NEO4J_USERNAME、NEO4J_PASSWORD、NEO4J_DATABASE を確認してください。`,
      `The database at NEO4J_URI refused the connection (${error.code}). Check NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.`,
      { cause: error },
    );
  }
  const seconds = (timeout ?? 0) / 1000;
  return new OperatorError(
    `NEO4J_URI のデータベースが ${seconds} 秒以内に応答しません。起動しているか、URI が正しいかを確認してください。`,
    `The database at NEO4J_URI did not answer within ${seconds} s. Check that it runs and that the URI is right.`,
    { cause: error },
  );
}
