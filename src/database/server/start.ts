import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unlessMissing } from '../../file-errors.js';
import { freePort } from '../../free-port.js';
import { OperatorError } from '../../operator-error.js';
import type { Progress } from '../../progress.js';
import type { EmbeddedDatabaseSettings } from '../../settings.js';
import { connect, type Target } from '../connection.js';
import { DatabaseError, toDatabaseError } from '../database-error.js';
import { serverConfiguration } from './configuration.js';
import { type ServerFolders, serverPassword } from './credentials.js';
import { explainFolderError, freeSpace, requireSpace } from './data-folder.js';
import { endProcess, type GuardedProcess, startGuarded } from './guarded-process.js';
import { installServer } from './install.js';
import { findJava, type Java, javaEnvironment, javaFlags } from './java.js';
import { lockDataDir } from './lock.js';
import { identityIn, isRunning, type ProcessIdentity } from './process-identity.js';
import type { ServerNote } from './running.js';
import { type KnownCause, readServerLog, type ServerLog } from './server-log.js';

/** The embedded server is a Neo4j of this process's own. */
export interface EmbeddedServer extends Target {
  /** The process that is the server now. */
  readonly process: () => ProcessIdentity;
  /** Ends the server, as one that does not answer, to be started again; false while it is being started. */
  restart(): boolean;
  /** Ends the server, cleanly if it can within 20 s, and gives the data folder free. */
  stop(): Promise<void>;
}

/** How to start a server. */
export interface StartOptions {
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /** Commands of this machine may use the server while it runs; without, they wait until the data folder is free. */
  readonly isOffered?: boolean;
}

/** How long the server may take to end itself when it is asked to. */
const stopGrace = 20_000;
/** Milliseconds before a server that ended unasked is started again: none the first time, then twice as long each time. */
const pauses = { first: 500, longest: 60_000 };
/** A server that ran as long, in milliseconds, is started again without a pause. */
const stableAfter = 60_000;

/** Installs what is missing, starts the server of a data folder, and waits until it answers. */
export async function startServer(settings: EmbeddedDatabaseSettings, options: StartOptions): Promise<EmbeddedServer> {
  const lock = await lockDataDir(settings.dataDir).catch((error) => {
    throw explainFolderError(error, settings.dataDir);
  });
  try {
    const launcher = await prepare(settings, options);
    options.progress.say('Neo4j を起動しています… / Starting Neo4j …');
    let server = await launcher.launch(options.signal);
    let isLaunching = false;

    const stopping = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const running = keepRunning();
    return {
      ...launcher.target,
      process: () => server.identity,
      restart: () => {
        if (isLaunching) return false;
        // Without grace: one that does not answer does not end by itself either.
        void server.end(0);
        return true;
      },
      stop: async () => {
        stopping.abort();
        await running;
        await launcher.forget();
        await lock.release();
      },
    };

    /** Starts the server again whenever it ends unasked, on the same port, so that open connections heal by themselves. */
    async function keepRunning(): Promise<void> {
      let pause = 0;
      for (;;) {
        const began = performance.now();
        const how = await Promise.race([server.ended, stopped]);
        if (stopping.signal.aborted) return server.end(stopGrace);
        if (performance.now() - began > stableAfter) pause = 0;
        options.progress.say(
          `Neo4j が終了したため（${how}）、起動し直します。\nNeo4j ended by itself (${how}); starting it again.`,
        );
        isLaunching = true;
        while (isLaunching && !stopping.signal.aborted) {
          await Promise.race([delay(pause), stopped]);
          pause = Math.min(Math.max(pauses.first, 2 * pause), pauses.longest);
          try {
            server = await launcher.launch(stopping.signal);
            isLaunching = false;
          } catch (error) {
            if (!stopping.signal.aborted)
              options.progress.say(failed(explainFolderError(error, settings.dataDir), pause));
          }
        }
      }
    }
  } catch (error) {
    await lock.release();
    throw explainFolderError(error, settings.dataDir);
  }
}

function failed(error: unknown, pause: number): string {
  const words = error instanceof OperatorError ? `${error.messageJa}\n${error.message}` : String(error);
  const seconds = pause / 1000;
  return `${words}\n${seconds} 秒後にもう一度起動します。\nStarting it again in ${seconds} s.`;
}

/** Everything that is needed to launch the server, any number of times. */
interface Launcher {
  readonly target: Target;
  launch(signal?: AbortSignal): Promise<GuardedProcess>;
  /** Removes the note about the process. */
  forget(): Promise<void>;
}

async function prepare(
  settings: EmbeddedDatabaseSettings,
  { progress, signal, isOffered }: StartOptions,
): Promise<Launcher> {
  const home = join(settings.dataDir, 'neo4j');
  const note = join(home, 'process.json');
  // Only its owner may look into it.
  await mkdir(home, { recursive: true, mode: 0o700 });
  await endOrphan(note, progress);
  const birth = firstStart(join(home, 'data'));
  await birth.clear();

  const java = await findJava(settings.javaHome);
  const { jarsDir, javaHome } = settings;
  const jars = await installServer({ jarsDir, javaHome, progress, ...(signal ? { signal } : {}) });
  const hasData = existsSync(join(home, 'data', 'transactions'));
  await requireSpace(settings.dataDir, hasData ? space.again : space.first);
  const folders: ServerFolders = { home, configuration: join(home, 'conf'), jars };
  const port = await freePort('127.0.0.1', settings.boltPort ?? 0, 'NEO4J_BOLT_PORT');
  await mkdir(folders.configuration, { recursive: true });
  await mkdir(join(home, 'logs'), { recursive: true });
  await writeFile(join(folders.configuration, 'neo4j.conf'), serverConfiguration(settings, port));
  const password = await serverPassword(folders, java);
  await birth.begin();
  const target: Target = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, database: 'neo4j' };

  return {
    target,
    forget: () => rm(note, { force: true }),
    launch: async (launchSignal) => {
      const log = await readServerLog(home);
      const process = await startGuarded(
        java.command,
        serverArguments(settings, folders, java),
        log.consoleFile,
        javaEnvironment(),
      );
      try {
        await writeFile(note, JSON.stringify(process.identity));
        const reason = await untilItAnswers(process, target, settings.startTimeout, launchSignal);
        if (reason !== null) throw await notStarted(reason, log, home);
        await birth.end();
        const offered: ServerNote = { ...process.identity, uri: target.uri };
        if (isOffered) await writeFile(note, JSON.stringify(offered));
        return process;
      } catch (error) {
        await process.end(launchSignal?.aborted ? stopGrace : 0);
        throw error;
      }
    },
  };
}

/**
 * Until the server has answered for the first time, its data holds nothing of anybody; ended before that, by a full disk or a
 * kill, it may have left files that it cannot read. A note that lies among the data says so.
 */
function firstStart(data: string) {
  const note = join(data, 'first-start');
  return {
    /** Removes what a first start has left that did not come to its end. */
    clear: async () => {
      if (existsSync(note)) await rm(data, { recursive: true, force: true });
    },
    begin: async () => {
      if (existsSync(join(data, 'databases'))) return;
      await mkdir(data, { recursive: true });
      await writeFile(note, '');
    },
    end: () => rm(note, { force: true }),
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
  // A note whose writing was cut off is of a server that never got so far as to use the data.
  const orphan = identityIn((await unlessMissing(readFile(note, 'utf8'))) ?? '');
  if (orphan === null || !(await isRunning(orphan))) return;
  progress.say(`Neo4j of an earlier run (process ${orphan.pid}) is still there; ending it.`);
  await endProcess(orphan, stopGrace);
}

/** A part of a message. */
interface Phrase {
  readonly ja: string;
  readonly en: string;
}

/** Free space that a start needs, in megabytes: Neo4j sets 515 aside for its transaction logs at the first start. */
const space = { first: 600, again: 50 };

/** What to do about a server that does not start. */
const remedies: Readonly<Record<KnownCause, (home: string) => Phrase>> = {
  'disk full': (home) => ({
    ja: `${home} のあるディスクがいっぱいです。空きを作ってからもう一度起動してください。`,
    en: `The disk of ${home} is full: free some space and start again.`,
  }),
  'too few files': () => ({
    ja: '開けるファイルの数が足りません。上限を上げてください（ulimit -n 4096）。',
    en: 'Too few files may be open: raise their number (ulimit -n 4096).',
  }),
  'heap too small': () => ({
    ja: 'Java のヒープが足りません。NEO4J_HEAP_MAX を大きくしてください。',
    en: 'The heap of Java is too small: raise NEO4J_HEAP_MAX.',
  }),
  'data not opened': (home) => ({
    ja: `${join(home, 'data')} のデータを開けません。下に別の原因がなければ壊れています。このフォルダーを移動してから npm start で作り直し、別に読み込んだデータセットがあれば npm run load で読み込み直してください。`,
    en: `The data in ${join(home, 'data')} cannot be opened; unless another cause stands below, it is damaged. Move that folder away, begin anew by npm start, and load datasets of your own again by npm run load.`,
  }),
  'data of another version': (home) => ({
    ja: `${join(home, 'data')} は別の版の Neo4j のデータです。その版のプログラムを使うか、このフォルダーを移動してから npm start で作り直してください。`,
    en: `The data in ${join(home, 'data')} is of another version of Neo4j. Use the program of that version, or move the folder away and begin anew by npm start.`,
  }),
};

async function notStarted({ ja, en }: Phrase, log: ServerLog, home: string): Promise<OperatorError> {
  // On a full disk it cannot log that.
  const cause = (await freeSpace(home)) < 1 ? 'disk full' : await log.cause();
  const remedy = cause && remedies[cause](home);
  const tail = await log.tail();
  return new OperatorError(
    `Neo4j を起動できませんでした（${ja}）。${remedy?.ja ?? ''}\n${tail}`,
    `Neo4j could not be started: ${en}.${remedy ? ` ${remedy.en}` : ''}\n${tail}`,
  );
}

async function untilItAnswers(
  process: GuardedProcess,
  target: Target,
  timeout: number,
  signal?: AbortSignal,
): Promise<Phrase | null> {
  const end = performance.now() + timeout;
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
          ja: '保存されたパスワードをデータベースが受け付けないため、パスワードファイルを元に戻すか、データのフォルダーを移動して作り直してください',
          en: `the database does not accept the stored password (${error.code}); put back the password file, or move the folder of the data away to begin anew`,
        };
      // To one that is not opened Neo4j may give no answer at all.
      const failure = error.code === 'ServiceUnavailable' ? null : await failureOf(target);
      if (failure !== null)
        return { ja: `データベースを開けない: ${failure}`, en: `the database was not opened (${failure})` };
      signal?.throwIfAborted();
      if (ended !== null) return { ja: `途中で終了: ${ended}`, en: `it ended with ${ended}` };
      if (performance.now() > end)
        return {
          ja: `${timeout / 1000} 秒以内に応答なし。待つ時間は NEO4J_START_TIMEOUT で変更できます`,
          en: `it did not answer within ${timeout / 1000} s, which NEO4J_START_TIMEOUT can raise`,
        };
      await delay(100);
    }
  } finally {
    await connection.close();
  }
}

/** Why a server that answers has not opened the database; null while it is opening it. */
async function failureOf(target: Target): Promise<string | null> {
  const system = connect({ ...target, database: 'system' });
  try {
    const [row] = await system.read<{ status: string; reason: string }>(
      `SHOW DATABASE ${target.database} YIELD currentStatus, statusMessage
       RETURN currentStatus AS status, statusMessage AS reason`,
    );
    return row && ['offline', 'dirty', 'unknown'].includes(row.status) && row.reason ? row.reason : null;
  } catch (error) {
    if (error instanceof DatabaseError) return null;
    throw error;
  } finally {
    await system.close();
  }
}
