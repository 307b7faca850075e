import { finishRestore } from '../backup/restored-folders.js';
import type { Connection } from '../database/connection.js';
import { type Database, openDatabase, retriedWhileUnavailable } from '../database/database.js';
import { ensureIndexes } from '../database/indexes.js';
import { countPending, migrate } from '../database/migrations.js';
import { modelIndexes } from '../model/indexes.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import type { Settings } from '../settings.js';
import { finishImports } from './finish-imports.js';

/** What comes after the database is open and migrated: load the dataset, then serve until the signal says to stop. */
export type Serve = (ready: {
  readonly database: Database;
  readonly settings: Settings;
  readonly progress: Progress;
  /** Aborted when the program is to stop, or the database is lost for good; serving then ends by itself. */
  readonly signal: AbortSignal;
}) => Promise<void>;

export interface StartOptions {
  /** Waits while the database does not answer, as long as the settings say; otherwise the program ends with an error. */
  readonly waits?: boolean;
  /** Uses the database as it is: what only reads all of it needs nothing of this version. */
  readonly asItIs?: boolean;
}

/** Opens and migrates the database, serves, and closes everything when it is told to stop or serving ends. */
export async function start(
  settings: Settings,
  progress: Progress,
  serve: Serve,
  { waits = false, asItIs = false }: StartOptions = {},
): Promise<void> {
  const stopping = stopWhenTold();
  const { signal } = stopping;
  let database: Database | null = null;
  try {
    database = await openDatabase(settings.database, { progress, signal, waits });
    const { connection, kind, lost } = database;
    const abort = (reason: unknown) => stopping.abort(reason);
    lost.then(abort, abort);
    const prepare = async () => {
      // By the revision of the graph, which migrations change.
      await finishRestore(connection, settings.dataDir, progress);
      await finishImports(connection, settings.dataDir, progress);
      if (asItIs) return;
      await (kind === 'shared' ? requirePrepared(connection) : prepareDatabase(connection, progress, signal));
    };
    await orAborted(waits ? retriedWhileUnavailable(prepare, signal) : prepare(), signal);
    await serve({ database, settings, progress, signal });
    signal.throwIfAborted();
  } catch (error) {
    // Whatever it was that the abort interrupted; and being told to stop is not a failure.
    if (!signal.aborted) throw error;
    if (signal.reason !== told) throw signal.reason;
  } finally {
    await database?.close();
  }
}

/** The result of the work; fails with the signal's reason as soon as that is aborted, whatever becomes of the work. */
export function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    work.then(resolve, reject);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
}

/** Gives the database whatever a program of this version needs of it. */
export async function prepareDatabase(connection: Connection, progress: Progress, signal: AbortSignal): Promise<void> {
  const applied = await migrate(connection, projectFile('cypher/migrations'), { progress, signal });
  if (applied.length > 0)
    progress.say(`データベースを移行しました（${applied.length} 件）。\nMigrated the database (${applied.length}).`);
  const { created } = await ensureIndexes(connection, modelIndexes, { progress, signal });
  if (created.length > 0)
    progress.say(
      `モデルにあるインデックスを作成しました（${created.length} 件）。\nCreated the indexes that the model declares (${created.length}).`,
    );
}

/** A database that a service prepares is used as it is, or not at all. */
async function requirePrepared(connection: Connection): Promise<void> {
  const pending = await countPending(connection, projectFile('cypher/migrations'));
  if (pending === 0) return;
  throw new OperatorError(
    `稼働中のサービスのデータベースには、このプログラムのマイグレーション ${pending} 件が適用されていません。サービスが起動中なら準備完了を待って再実行し、そうでなければ同じ版のサービスに起動し直してください。`,
    `The database of the running service lacks ${pending} migrations of this program. If the service is still starting, run the command again once it is ready; otherwise restart it with this version.`,
  );
}

/** The reason of a stop that somebody asked for. */
const told = new Error('The program was told to stop');

/**
 * Signals within as many milliseconds are one: whoever signals all processes of a service reaches this one several times, as
 * its parent passes its own on.
 */
const oneStop = 1_000;

/**
 * Aborts at the first SIGINT (Ctrl-C), SIGTERM or SIGHUP, and when the process that started this one is gone. A later signal
 * ends the process at once; the database then ends by its watchdog.
 */
function stopWhenTold(): AbortController {
  const stopping = new AbortController();
  let first: number | null = null;
  const stop = () => {
    if (first !== null && performance.now() - first > oneStop) process.exit(130);
    first ??= performance.now();
    stopping.abort(told);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.once('disconnect', () => stopping.abort(told));
  // The channel to the parent must not keep this process alive when everything else is done.
  process.channel?.unref();
  return stopping;
}
