import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../free-port.js';
import { OperatorError } from '../../operator-error.js';
import type { Progress } from '../../progress.js';
import type { EmbeddedDatabaseSettings } from '../../settings.js';
import { connect, type Target } from '../connection.js';
import { DatabaseError, toDatabaseError } from '../database-error.js';
import { serverConfiguration } from './configuration.js';
import { type ServerFolders, serverPassword } from './credentials.js';
import { endProcess, type GuardedProcess, startGuarded } from './guarded-process.js';
import { installServer } from './install.js';
import { findJava, type Java, javaFlags } from './java.js';
import { lockDataDir } from './lock.js';
import { isRunning, type ProcessIdentity } from './process-identity.js';
import { readServerLog } from './server-log.js';

/** The embedded server is a Neo4j of this process's own. */
export interface EmbeddedServer extends Target {
  /** The process that is the server now. */
  readonly process: () => ProcessIdentity;
  /** Settles when the server ended and is not started again, with the reason. */
  readonly lost: Promise<Error>;
  /** Ends the server, cleanly if it can within 20 s, and gives the data folder free. */
  stop(): Promise<void>;
}

/** How to start a server. */
export interface StartOptions {
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** How long the server may take to end itself when it is asked to. */
const stopGrace = 20_000;
/** The server is started again when it ends unasked, but not for ever. */
const restarts = { atMost: 5, within: 10 * 60_000 };

/** Installs what is missing, starts the server of a data folder, and waits until it answers. */
export async function startServer(settings: EmbeddedDatabaseSettings, options: StartOptions): Promise<EmbeddedServer> {
  const lock = await lockDataDir(settings.dataDir);
  try {
    const launcher = await prepare(settings, options);
    options.progress.say('Neo4j を起動しています… / Starting Neo4j …');
    let server = await launcher.launch(options.signal);

    const stopping = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const lost = keepRunning();
    return {
      ...launcher.target,
      process: () => server.identity,
      lost,
      stop: async () => {
        stopping.abort();
        await lost;
        await launcher.forget();
        await lock.release();
      },
    };

    /** Starts the server again whenever it ends unasked, on the same port, so that open connections heal by themselves. */
    async function keepRunning(): Promise<Error> {
      const began: number[] = [];
      for (;;) {
        const how = await Promise.race([server.ended, stopped]);
        if (stopping.signal.aborted) {
          await server.end(stopGrace);
          return new Error('The database was stopped');
        }
        began.push(Date.now());
        if (began.filter((time) => time > Date.now() - restarts.within).length > restarts.atMost) {
          return new Error(`The database ended again and again, at last with ${how}`);
        }
        options.progress.say(`Neo4j ended by itself (${how}); starting it again.`);
        try {
          server = await launcher.launch(stopping.signal);
        } catch (error) {
          return error as Error;
        }
      }
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Everything that is needed to launch the server, any number of times. */
interface Launcher {
  readonly target: Target;
  launch(signal?: AbortSignal): Promise<GuardedProcess>;
  /** Removes the note about the process. */
  forget(): Promise<void>;
}

async function prepare(settings: EmbeddedDatabaseSettings, { progress, signal }: StartOptions): Promise<Launcher> {
  const home = join(settings.dataDir, 'neo4j');
  const note = join(home, 'process.json');
  // Only its owner may look into it.
  await mkdir(home, { recursive: true, mode: 0o700 });
  await endOrphan(note, progress);

  const java = await findJava(settings.javaHome);
  const { jarsDir, javaHome } = settings;
  const jars = await installServer({ jarsDir, javaHome, progress, ...(signal ? { signal } : {}) });
  const folders: ServerFolders = { home, configuration: join(home, 'conf'), jars };
  const port = await freePort('127.0.0.1', settings.boltPort ?? 0, 'NEO4J_BOLT_PORT');
  await mkdir(folders.configuration, { recursive: true });
  await mkdir(join(home, 'logs'), { recursive: true });
  await writeFile(join(folders.configuration, 'neo4j.conf'), serverConfiguration(settings, port));
  const password = await serverPassword(folders, java);
  const target: Target = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' };

  return {
    target,
    forget: () => rm(note, { force: true }),
    launch: async (launchSignal) => {
      const log = await readServerLog(home);
      const process = await startGuarded(java.command, serverArguments(settings, folders, java), log.consoleFile);
      try {
        await writeFile(note, JSON.stringify(process.identity));
        const trouble = await untilItAnswers(process, target, settings.startTimeout, launchSignal);
        if (trouble === null) return process;
        throw new OperatorError(
          `Neo4j を起動できませんでした（${trouble.ja}）。\n${await log.tail()}`,
          `Neo4j could not be started: ${trouble.en}.\n${await log.tail()}`,
        );
      } catch (error) {
        await process.end(launchSignal?.aborted ? stopGrace : 0);
        throw error;
      }
    },
  };
}

function serverArguments(settings: EmbeddedDatabaseSettings, folders: ServerFolders, java: Java): readonly string[] {
  return [
    `-Xms${settings.heapInitial}`,
    `-Xmx${settings.heapMax}`,
    ...javaFlags(java.major),
    ...settings.javaOptions,
    ...['-cp', join(folders.jars, '*')],
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${folders.home}`,
    `--config-dir=${folders.configuration}`,
  ];
}

/** Ends a server that outlived its parent; two servers on one data folder would refuse each other. */
async function endOrphan(note: string, progress: Progress): Promise<void> {
  let orphan: ProcessIdentity;
  try {
    orphan = JSON.parse(await readFile(note, 'utf8')) as ProcessIdentity;
  } catch {
    // No note, or one whose writing was cut off: then the server never got so far as to use the data.
    return;
  }
  if (!(await isRunning(orphan))) return;
  progress.say(`Neo4j of an earlier run (process ${orphan.pid}) is still there; ending it.`);
  await endProcess(orphan, stopGrace);
}

/** Why a server does not answer. */
interface Trouble {
  readonly ja: string;
  readonly en: string;
}

async function untilItAnswers(
  process: GuardedProcess,
  target: Target,
  timeout: number,
  signal?: AbortSignal,
): Promise<Trouble | null> {
  const end = Date.now() + timeout;
  let ended: string | null = null;
  process.ended.then((how) => {
    ended = how;
  });
  const connection = connect(target);
  try {
    for (;;) {
      const error = await connection.read('RETURN 1', {}, { timeout: 2_000 }).then(() => null, toDatabaseError);
      if (error === null) return null;
      if (!(error instanceof DatabaseError)) throw error;
      if (error.kind === 'rejected')
        return {
          ja: '保存されたパスワードをデータベースが受け付けない',
          en: `the database does not accept the stored password (${error.code})`,
        };
      signal?.throwIfAborted();
      if (ended !== null) return { ja: `途中で終了: ${ended}`, en: `it ended with ${ended}` };
      if (Date.now() > end)
        return { ja: `${timeout / 1000} 秒以内に応答なし`, en: `it did not answer within ${timeout / 1000} s` };
      await delay(100);
    }
  } finally {
    await connection.close();
  }
}
