import type { Connection } from '../database/connection.js';
import { type Database, openDatabase, outlasting } from '../database/database.js';
import { ensureIndexes } from '../database/indexes.js';
import { migrate } from '../database/migrations.js';
import { modelIndexes } from '../model/indexes.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import type { Settings } from '../settings.js';

/** What comes after the database is open and migrated: load the dataset, then serve until the signal says to stop. */
export type Serve = (ready: {
  readonly database: Database;
  readonly settings: Settings;
  readonly progress: Progress;
  /** Aborted when the program is to stop, or the database is lost for good; serving then ends by itself. */
  readonly signal: AbortSignal;
}) => Promise<void>;

export interface StartOptions {
  /** Called while the database is away. With it the program waits until it is there; without, it ends with an error. */
  readonly unavailable?: () => Promise<void>;
}

/** Opens and migrates the database, serves, and closes everything when it is told to stop or serving ends. */
export async function start(
  settings: Settings,
  progress: Progress,
  serve: Serve,
  options: StartOptions = {},
): Promise<void> {
  const stopping = stopWhenTold();
  const { signal } = stopping;
  let database: Database | null = null;
  try {
    database = await openDatabase(settings.database, { progress, signal, ...options });
    const { connection } = database;
    const prepare = () => prepareDatabase(connection, progress, signal);
    await (options.unavailable ? outlasting(prepare, options.unavailable, signal) : prepare());
    database.lost.then((error) => stopping.abort(error));
    await serve({ database, settings, progress, signal });
    signal.throwIfAborted();
  } catch (error) {
    // Being told to stop is not a failure, whatever it interrupted.
    if (signal.reason !== told) throw error;
  } finally {
    await database?.close();
  }
}

/** Gives the database whatever a program of this version needs of it. */
async function prepareDatabase(connection: Connection, progress: Progress, signal: AbortSignal): Promise<void> {
  const applied = await migrate(connection, projectFile('cypher/migrations'), { progress, signal });
  if (applied.length > 0) progress.say(`Migrated the database (${applied.length}).`);
  const { created } = await ensureIndexes(connection, modelIndexes);
  if (created.length > 0) progress.say(`Created the indexes that the model declares (${created.length}).`);
}

/** The reason of a stop that somebody asked for. */
const told = new Error('The program was told to stop');

/**
 * Aborts at the first SIGINT (Ctrl-C), SIGTERM or SIGHUP, and when the process that started this one is gone. A second
 * signal ends the process at once; the database then ends by its watchdog.
 */
function stopWhenTold(): AbortController {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(told);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.once('disconnect', () => stopping.abort(told));
  // The channel to the parent must not keep this process alive when everything else is done.
  process.channel?.unref();
  return stopping;
}
