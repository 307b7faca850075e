import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { unlessMissing } from '../../file-errors.js';
import { oneAfterAnother } from '../../one-after-another.js';
import { OperatorError } from '../../operator-error.js';
import type { Progress } from '../../progress.js';
import { projectFile } from '../../project-files.js';
import { requireSpace } from './data-folder.js';
import { type Message, spawnGuarded } from './guarded-process.js';
import { javaEnvironment } from './java.js';
import { identify } from './process-identity.js';

/** How to install a server. */
export interface InstallOptions {
  /** Where the jars of all versions lie. */
  readonly jarsDir: string;
  readonly progress: Progress;
  readonly javaHome?: string | null;
  readonly signal?: AbortSignal;
  /** Maven's own program and first arguments; only tests have another. */
  readonly maven?: readonly [program: string, ...firstArguments: string[]];
  /** File name → SHA-256 of all jars; the committed ones for all but tests. */
  readonly checksums?: ReadonlyMap<string, string>;
}

const pomFile = projectFile('src/database/server/pom.xml');
/** How long Maven may take to end itself when it is called off, in milliseconds. */
const grace = 2_000;
/** The exit code of a program that is not there. */
const notFound = 127;
/** Megabytes of all jars, rounded up. */
const jarsSize = 150;
const checksumsFile = projectFile('src/database/server/jars.sha256');

/**
 * The folder of Neo4j's jars, fetched from Maven's central repository where they are not there yet.
 * They arrive in a folder of the process's own, are checked there against the committed checksums, and are renamed in one
 * step: whatever happens on the way, the folder `lib` is whole. A process that starts several servers fetches them once.
 */
export const installServer = oneAfterAnother(async (options: InstallOptions): Promise<string> => {
  const version = serverVersion(await readFile(pomFile, 'utf8'));
  const checksums = options.checksums ?? parseChecksums(await readFile(checksumsFile, 'utf8'));
  const folder = join(options.jarsDir, version);
  const installed = join(folder, 'lib');
  await removeLeftovers(folder);
  if (await isWhole(installed, checksums)) return installed;

  await mkdir(folder, { recursive: true });
  await requireSpace(folder, jarsSize);
  const arrival = join(folder, `arriving-${process.pid}`);
  options.progress.say(`Neo4j ${version} — ${checksums.size} jars from Maven Central`);
  try {
    const jars = await fetchJars(arrival, checksums, options);
    // Another process may have been quicker, and may run from there already.
    if (!(await isWhole(installed, checksums))) {
      await rm(installed, { recursive: true, force: true });
      await rename(jars, installed);
    }
  } catch (error) {
    // Another process may have been as quick.
    if (!(await isWhole(installed, checksums))) throw error;
  } finally {
    await rm(arrival, { recursive: true, force: true });
  }
  return installed;
});

/** The version of Neo4j that a pom.xml asks for. */
export function serverVersion(pom: string): string {
  const match = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)<\/version>/.exec(pom);
  if (!match?.[1]) throw new Error(`Expected ${basename(pomFile)} to name a version of the artifact neo4j`);
  return match[1];
}

/** File name → checksum, from lines as `sha256sum` writes them. */
export function parseChecksums(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const match = /^([0-9a-f]{64}) {2}(\S+\.jar)$/.exec(line);
      if (!match?.[1] || !match[2]) throw new Error(`Expected "<sha256>  <name>.jar", but got "${line}"`);
      return [match[2], match[1]];
    }),
  );
}

const isWhole = async (folder: string, checksums: ReadonlyMap<string, string>): Promise<boolean> =>
  (await wrongJars(folder, checksums)).length === 0;

const listFolder = async (folder: string): Promise<readonly string[]> => (await unlessMissing(readdir(folder))) ?? [];

/** Removes what an installing process has left behind when it was killed. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await listFolder(folder)) {
    const installer = /^arriving-(\d+)/.exec(name)?.[1];
    if (installer && (await identify(Number(installer))) === null) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Why an attempt failed, and whether a jar arrived other than it left. */
interface Failure {
  readonly reason: string;
  readonly damaged: boolean;
}

async function fetchJars(arrival: string, checksums: ReadonlyMap<string, string>, options: InstallOptions) {
  const jars = join(arrival, 'lib');
  const first = await attempt(jars, checksums, options, []);
  if (first === null) return jars;

  options.progress.say(`  ${first.reason}\n  Trying once more.`);
  await rm(jars, { recursive: true, force: true });
  // A jar that once arrived damaged stays in Maven's own store, which believes it to be right: so not from there.
  const freshStore = first.damaged ? [`-Dmaven.repo.local=${join(arrival, 'store')}`] : [];
  const second = await attempt(jars, checksums, options, freshStore);
  if (second === null) return jars;
  throw new OperatorError(
    `Neo4j を取得できませんでした。ネットワーク（プロキシ、~/.m2/settings.xml）を確認して、もう一度実行してください。\n${second.reason}`,
    `Neo4j could not be fetched. Check the network (proxy, ~/.m2/settings.xml) and run the command again.\n${second.reason}`,
  );
}

/** Fetches all jars into a folder; null when they are all there and all right. */
async function attempt(
  jars: string,
  checksums: ReadonlyMap<string, string>,
  options: InstallOptions,
  extraArguments: readonly string[],
): Promise<Failure | null> {
  const bar = options.progress.begin('Neo4j', checksums.size);
  try {
    const reason = await runMaven(jars, checksums, options, extraArguments, bar.reach);
    if (reason !== null) return { reason, damaged: false };
    const wrong = await wrongJars(jars, checksums);
    if (wrong.length > 0)
      return { reason: `Not as expected: ${wrong.slice(0, 5).join(', ')} (${wrong.length} files)`, damaged: true };
    bar.reach(checksums.size);
    return null;
  } finally {
    bar.end();
  }
}

/** Null when Maven succeeded, else the end of what it said. */
async function runMaven(
  jars: string,
  checksums: ReadonlyMap<string, string>,
  { maven = ['mvn'], javaHome = null, signal }: InstallOptions,
  extraArguments: readonly string[],
  report: (arrived: number) => void,
): Promise<string | null> {
  const [program, ...firstArguments] = maven;
  const child = spawnGuarded(
    program,
    [
      ...firstArguments,
      ...['-B', '-Dstyle.color=never', '--strict-checksums', '-f', pomFile],
      // A registry that accepts the connection and then says nothing would be waited for half an hour.
      ...['-Dmaven.wagon.rto=60000', '-Daether.connector.requestTimeout=60000'],
      ...extraArguments,
      ...['dependency:copy-dependencies', `-DoutputDirectory=${jars}`],
    ],
    'pipe',
    { ...javaEnvironment(), ...(javaHome === null ? {} : { JAVA_HOME: javaHome }) },
  );
  const arrived = new Set<string>();
  const tail: string[] = [];
  const listen = async (stream: NodeJS.ReadableStream | null) => {
    for await (const line of createInterface({ input: stream as NodeJS.ReadableStream })) {
      const jar = /^\[INFO\] Downloaded from \S+: \S+\/([^/\s]+\.jar) /.exec(line)?.[1];
      if (jar !== undefined && checksums.has(jar)) report(arrived.add(jar).size);
      if (/ERROR|error/.test(line)) tail.push(line);
    }
  };
  const callOff = () => child.connected && child.send({ end: grace });
  signal?.addEventListener('abort', callOff, { once: true });
  const [code] = await Promise.all([exitOf(child), listen(child.stdout), listen(child.stderr)]);
  signal?.removeEventListener('abort', callOff);
  signal?.throwIfAborted();
  if (code === notFound) throw missing(program);
  return code === 0 ? null : [`${program} ended with ${code}`, ...tail.slice(0, 8)].join('\n  ');
}

/** The exit code of the program that a watchdog runs, or the name of its signal. */
function exitOf(watchdog: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    let how: number | string = 'its watchdog';
    watchdog.on('message', (message: Message) => {
      if ('failed' in message) how = notFound;
      if ('ended' in message) how = message.ended.code ?? message.ended.signal ?? how;
    });
    watchdog.once('error', reject);
    watchdog.once('close', () => resolve(how));
  });
}

function missing(program: string): Error {
  const howTo = 'Debian/Ubuntu: sudo apt-get install -y maven / macOS: brew install maven';
  return new OperatorError(
    `Maven（${program}）が見つかりません。導入方法 — ${howTo}`,
    `Maven (${program}) was not found. To install it — ${howTo}`,
  );
}

/** The names that are missing, too many, or whose content is not the committed one. */
async function wrongJars(folder: string, checksums: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const name of new Set([...checksums.keys(), ...(await listFolder(folder))])) {
    const content = await unlessMissing(readFile(join(folder, name)));
    const actual = content && createHash('sha256').update(content).digest('hex');
    if (actual !== checksums.get(name)) wrong.push(name);
  }
  return wrong;
}
