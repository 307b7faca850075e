/**
 * The bootstrap makes a fresh clone ready and then does what was asked: `node src/bootstrap.mjs <verb> [arguments]`.
 * It runs before anything is installed, so it is plain JavaScript without dependencies. Each step looks first whether it
 * is needed at all; when nothing is, it says nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [verb = 'start', ...verbArguments] = process.argv.slice(2);

const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

let steps = 0;

/** What is made ready for each verb, and how it is executed; any other verb is a command of the program. */
const verbs = {
  start: { steps: [installPackages, build, buildPages], run: runProgram },
  test: { steps: [installPackages, build, buildPages], run: runTests },
  // The server runs from its sources, and Vite makes the pages.
  dev: { steps: [installPackages, generateClient], run: runDevelopment },
  'test:fast': { steps: [installPackages, generateClient], run: runFastTests },
};
const command = { steps: [installPackages, build], run: runProgram };

/** Ends its program when this process is gone, however it ended: an `npm ci` that ran on would meet that of the next start. */
const watchdog = join(root, 'src', 'database', 'server', 'watchdog.mjs');
const lockFile = join(root, '.bootstrap.lock');

/** As `engines` in package.json has it: the versions for which Vite is made, which builds the pages. */
const oldestNodes = [
  [20, 19],
  [22, 12],
];
const oldestJava = 17;
/** Neo4j opens its 213 jars at once. */
const fewestFiles = 1024;

/** What a person has to change before this can go on, said in both languages. */
class Unfit extends Error {
  constructor(messageJa, message) {
    super(`${messageJa}\n${message}`);
  }
}

/** What a person has to install. */
class Missing extends Unfit {
  constructor(messageJa, message, install) {
    super(`${messageJa}。導入方法 — ${install}`, `${message}. To install it — ${install}`);
  }
}

main().catch((error) => {
  const shown = error.syscall === undefined ? error : unusable(error);
  process.stderr.write(`${shown instanceof Unfit ? shown.message : shown.stack}\n`);
  process.exitCode = 1;
});

/** What is said of an error of the file system. */
function unusable({ code, syscall, path }) {
  const what = [syscall, path].filter(Boolean).join(' ');
  return new Unfit(
    `${root} での準備に必要なファイルを使えません（${code}: ${what}）。空き容量と権限を確認してください。`,
    `A file that is needed to install or build in ${root} cannot be used (${code}: ${what}). Check the free space and the permissions.`,
  );
}

async function main() {
  checkTools();
  const { steps, run } = verbs[verb] ?? command;
  for (const prepare of [...steps, run]) {
    process.exitCode = await prepare();
    if (process.exitCode !== 0) return;
  }
}

/** Fails with one sentence when a tool is missing that will be needed. */
function checkTools() {
  const { node } = process.versions;
  if (!isNewEnough(node)) {
    const [older, newer] = oldestNodes.map((version) => version.join('.'));
    throw new Missing(
      `Node.js ${newer} 以上（または ${older} 以降の 20）が必要です（現在 ${node}）`,
      `Node.js ${newer} or newer is needed, or ${older} or a later 20 (this is ${node})`,
      'Debian: sudo apt-get install -y nodejs npm / macOS: brew install node@22 / https://nodejs.org/',
    );
  }
  const files = mayOpen();
  if (files < fewestFiles)
    throw new Unfit(
      `開けるファイルの数が足りません（${fewestFiles} 以上が必要、現在 ${files}）。上限を上げてください: ulimit -n ${fewestFiles}`,
      `Too few files may be open (${fewestFiles} are needed, this is ${files}). Raise the limit: ulimit -n ${fewestFiles}`,
    );
  if (!runsOwnDatabase()) return;
  const java = javaVersion();
  if (java === null || java < oldestJava) {
    const [nowJa, now] = java === null ? ['見つかりません', 'none was found'] : [`現在 ${java}`, `this is ${java}`];
    throw new Missing(
      `Java ${oldestJava} 以上（JDK）が必要です（${nowJa}）`,
      `Java ${oldestJava} or newer (a JDK) is needed (${now})`,
      'Debian/Ubuntu: sudo apt-get install -y openjdk-17-jdk-headless / macOS: brew install openjdk@17',
    );
  }
  if (!hasServerJars() && !isOnPath('mvn'))
    throw new Missing(
      '初回のみ Neo4j の取得に Maven が必要です',
      'Maven is needed once, to fetch Neo4j',
      'Debian/Ubuntu: sudo apt-get install -y maven / macOS: brew install maven',
    );
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [newest] = oldestNodes.slice(-1);
  return major > newest[0] || oldestNodes.some((oldest) => major === oldest[0] && minor >= oldest[1]);
}

/** True where the verb needs a database and the environment names none. */
function runsOwnDatabase() {
  if (verb === 'test') return !process.env.TEST_NEO4J_URI;
  if (verb === 'load' && verbArguments.includes('--check')) return false;
  return ['start', 'load', 'doctor', 'backup', 'restore', 'dev'].includes(verb) && !process.env.NEO4J_URI;
}

/** How many files a process may open; Node has raised the limit to the highest that it may. */
function mayOpen() {
  const { stdout } = spawnSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' });
  return Number.parseInt(stdout, 10) || Number.POSITIVE_INFINITY;
}

function javaVersion() {
  const command = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const { status, stderr } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  const match = status === 0 ? /version "(?:1\.)?(\d+)/.exec(stderr) : null;
  return match ? Number(match[1]) : null;
}

function hasServerJars() {
  const pom = readFileSync(join(root, 'src/database/server/pom.xml'), 'utf8');
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1];
  return existsSync(join(resolve(process.env.DATA_DIR || join(root, '.data')), 'neo4j', String(version), 'lib'));
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** `npm ci`, unless somebody ran `npm install`: npm's note of what is installed is then not older than the lock file. */
function installPackages() {
  const note = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  const isByHand = note !== undefined && note.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  return unlessDone('node_modules/.installed-from', ['package-lock.json'], (isFirst) =>
    isFirst && isByHand ? 0 : step('npm ci', [...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

/** Compiles `src` into a `dist` that holds nothing else but the pages. */
async function build() {
  const failed = existsSync(join(root, 'src/dossier/operations')) && (await generateClient());
  if (failed) return failed;
  const sources = filesIn('src').filter((file) => file.endsWith('.ts') && !file.startsWith('src/web/'));
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  return unlessDone('dist/.built-from', [...settings, ...sources], () => {
    for (const entry of entriesOf('dist')) if (entry !== 'web') rmSync(join(root, 'dist', entry), { recursive: true });
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    // Types are the business of `npm run check`; without them this takes half the time.
    return step('tsc', [process.execPath, compiler, '-p', 'tsconfig.build.json', '--noCheck']);
  });
}

/** What `codegen` writes for the pages. */
const client = 'src/web/explorer/graphql';

/** The documents that the pages show. */
const documents = () => [
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
];

/** Builds the web pages into `dist/web`. */
function buildPages() {
  const sources = ['src/web', 'src/examples', 'src/labels', 'schema']
    .flatMap(filesIn)
    .filter((file) => !file.startsWith(client));
  const settings = ['package-lock.json', 'codegen.ts', 'vite.config.ts'];
  return unlessDone('dist/web/.built-from', [...settings, ...sources, ...documents()], () =>
    step('npm run build:pages', [...npm, 'run', '--silent', 'build:pages']),
  );
}

/** The typed operations that the pages and the dossiers import. */
function generateClient() {
  const generator = filesIn('src').filter((file) => /\.graphql$|^src\/web\/explorer\/generate\//.test(file));
  const written = ['codegen.ts', 'schema/schema.graphql', 'schema/model.json', 'src/labels/documents.ts'];
  const files = [...written, ...generator, ...documents()];
  const generate = () => step('npm run codegen', [...npm, 'run', '--silent', 'codegen']);
  return unlessDone('node_modules/.generated-from', files, generate, existsSync(join(root, client)));
}

/**
 * Does the work unless it was done from the same files, and its result is there; the stamp is a file that tells. The work
 * gives an exit code, and hears whether it is the first.
 */
async function unlessDone(stamp, files, work, isThere = true) {
  const file = join(root, stamp);
  const hash = createHash('sha256');
  for (const name of files.filter((each) => existsSync(join(root, each))))
    hash.update(`${name}\0${readFileSync(join(root, name), 'latin1')}\0`);
  const wanted = hash.digest('hex');
  const done = () => (existsSync(file) ? readFileSync(file, 'utf8') : null);
  if (done() === wanted && isThere) return 0;
  return whileLocked(async (hasWaited) => {
    if (hasWaited && done() === wanted) return 0;
    const failed = await work(done() === null);
    if (!failed) writeFileSync(file, wanted);
    return failed;
  });
}

/** Does the work while no other process installs or builds in this clone, and tells it whether there was one. */
async function whileLocked(work) {
  const parents = parentsUnderNpm();
  let hasWaited = false;
  for (;;) {
    const holder = tryLock(lockFile);
    if (holder === null) break;
    if (holder.pid && !hasWaited)
      process.stderr.write(
        `別のプロセス（${holder.pid}）が準備中のため、終わるのを待っています。\nWaiting for another process (${holder.pid}), which installs or builds.\n`,
      );
    hasWaited ||= holder.pid !== undefined;
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (parentsUnderNpm() !== parents) return 128 + constants.signals.SIGTERM;
  }
  try {
    return await work(hasWaited);
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/**
 * Null where the lock was taken, otherwise the living process that holds it, or an empty one where it is gone again. As in
 * `src/database/server/lock.ts`: the file appears with its whole content, and that of a dead process is removed by whoever
 * holds the lock on that very file, so that nobody removes the lock that another one has taken since.
 */
function tryLock(path) {
  const self = { pid: process.pid, began: beganOf(process.pid), id: randomUUID() };
  const draft = `${path}.${self.id}.draft`;
  try {
    writeFileSync(draft, JSON.stringify(self));
    linkSync(draft, path);
    return null;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const holder = holderOf(path);
  if (holder === null) return {};
  if (beganOf(holder.pid) === holder.began) return holder;
  const burial = `${path}.${holder.id}`;
  const other = tryLock(burial);
  if (other !== null) return other;
  if (holderOf(path)?.id === holder.id) rmSync(path, { force: true });
  rmSync(burial, { force: true });
  return {};
}

/** The process that a lock names; null where there is no lock. */
function holderOf(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  try {
    const holder = found.isFile() ? JSON.parse(readFileSync(path, 'utf8')) : null;
    if (Number.isSafeInteger(holder?.pid) && /^[\w-]{1,64}$/.test(holder.id ?? '')) return holder;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Unfit(
    `ロックファイル ${path} を読めません。ほかに準備中のプロセスがなければ、削除してください。`,
    `The lock file ${path} cannot be read. If no other process installs or builds here, delete it.`,
  );
}

/** When a process began, as its number may be another one's by now; null where it is dead. */
function beganOf(pid) {
  if (process.platform === 'linux') {
    const stat = statOf(pid);
    // The second field is the name in brackets and may hold anything, brackets and blanks too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return stat === '' || 'ZX'.includes(fields[0]) ? null : `${boot}:${fields[19]}`;
  }
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: environment,
  });
  const [state = '', ...began] = (stdout ?? '').trim().split(/\s+/);
  return state === '' || state.startsWith('Z') ? null : began.join(' ');
}

/** What Linux says of a process; empty where there is none. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return '';
    throw error;
  }
}

function filesIn(folder) {
  const paths = entriesOf(folder, { recursive: true }).map((entry) => join(folder, entry));
  return paths.filter((path) => statSync(join(root, path)).isFile()).sort();
}

const entriesOf = (folder, options) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder), options) : []);

function runProgram() {
  const program = [process.execPath, '--enable-source-maps', join(root, 'dist', 'cli.js'), verb, ...verbArguments];
  return run(program, { channel: true });
}

/** The server and the pages, built anew on change. */
function runDevelopment() {
  const program = ['--enable-source-maps', '--import', './tests/typescript.mjs', 'scripts/dev.ts', ...verbArguments];
  return run([process.execPath, ...program], { channel: true });
}

/**
 * The checks and the tests, beside each other; with a pattern, only the tests that it names. The last line counts the tests
 * in a form that programs can read.
 */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'policy-graph-report-'));
  const report = join(folder, 'jest.json');
  try {
    const [checks, tests] = await Promise.all([
      verbArguments.length === 0 ? step('npm run check', [...npm, 'run', '--silent', 'check']) : 0,
      step('jest', ...jest('--json', `--outputFile=${report}`)),
    ]);
    process.stdout.write(`${countTests(report)}\n`);
    return checks || tests;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runFastTests() {
  return run(...jest('--selectProjects=fast'));
}

/** The command that runs jest, and the environment that it needs. */
function jest(...options) {
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const command = [process.execPath, '--experimental-vm-modules', program, '--config', 'jest.config.mjs'];
  // Patterns come first: behind `--selectProjects` they would be taken for projects.
  return [[...command, ...verbArguments, ...options], { environment: { NODE_OPTIONS: quietNodeOptions() } }];
}

/** Each of jest's workers would warn that its way of loading modules is experimental. */
function quietNodeOptions() {
  const quiet = '--disable-warning=ExperimentalWarning';
  const known = process.allowedNodeEnvironmentFlags.has('--disable-warning');
  return [process.env.NODE_OPTIONS, known ? quiet : ''].filter(Boolean).join(' ');
}

function countTests(report) {
  if (!existsSync(report)) return '0 passed, 1 failed';
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName } of tests.filter(({ status, invocations }) => status === 'passed' && invocations > 1))
    process.stdout.write(`Passed only when tried again: ${fullName}\n`);
  // A file that cannot even be loaded has no tests that could fail.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return `${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests + result.numTodoTests} skipped`;
}

/** Runs a command as a numbered step and says how long it took. */
async function step(title, command, options = {}) {
  const number = ++steps;
  const start = Date.now();
  process.stderr.write(`[${number}] ${title} …\n`);
  const code = await run([process.execPath, watchdog, ...command], { ...options, channel: true });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  process.stderr.write(`[${number}] ${title} ${code === 0 ? '✓' : `✗ (${code})`} ${seconds} s\n`);
  return code;
}

/**
 * Runs a command to its end and gives its exit code.
 *
 * The command is in a process group of its own: Ctrl-C in a terminal goes to all of a group, and npm passes signals on
 * too, so that a command in our group would get one Ctrl-C as two or three signals, of which the second means "at once".
 * This way its group gets what this process passes on, once a second at most. With a channel, the command also learns
 * that this process is gone, by its closing.
 */
function run([program, ...programArguments], { environment = {}, channel = false } = {}) {
  const child = spawn(program, programArguments, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', ...(channel ? ['ipc'] : [])],
    detached: true,
    env: { ...process.env, ...environment },
  });
  let passedOn = null;
  const passOn = (signal) => {
    const isSameStop = passedOn !== null && performance.now() - passedOn < 1_000;
    if (isSameStop || child.exitCode !== null || child.signalCode !== null) return;
    passedOn = performance.now();
    process.kill(-child.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  // A signal to npm ends the shell between npm and this process, and SIGKILL not even that. Whoever is told to stop already
  // is not told once more by the end of npm: a second time means "at once".
  const parents = parentsUnderNpm();
  const watch = setInterval(() => passedOn === null && parentsUnderNpm() !== parents && passOn('SIGTERM'), 500);
  return new Promise((resolve, reject) => {
    let ended = null;
    child.on('message', (message) => {
      ended = message.ended ?? ended;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const how = ended ?? { code, signal };
      resolve(how.code ?? 128 + (constants.signals[how.signal] ?? 0));
    });
  }).finally(() => {
    clearInterval(watch);
    for (const signal of signals) process.removeListener(signal, passOn);
  });
}

/** What changes when npm, or the shell in which it runs this process, is gone; nothing where there is no npm. */
function parentsUnderNpm() {
  if (!process.env.npm_lifecycle_event) return '';
  const { ppid } = process;
  const { name, parent } = processOf(ppid);
  // Whatever npm itself was started by may end without it.
  return /sh$/.test(name) ? `${ppid} ${parent}` : String(ppid);
}

function processOf(pid) {
  if (process.platform === 'linux') {
    const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/s.exec(statOf(pid)) ?? [];
    return { name, parent };
  }
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent = '', name = ''] = /(\d+)\s+(\S+)/.exec(stdout ?? '') ?? [];
  return { name, parent };
}
