/**
 * The bootstrap makes a fresh clone ready and then does what was asked: `node src/bootstrap.mjs <verb> [arguments]`.
 * It runs before anything is installed, so it is plain JavaScript without dependencies. Each step looks first whether it
 * is needed at all; when nothing is, it says nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const oldestNode = 20;
const oldestJava = 17;

/** What a person has to do before this can go on, in both languages. */
class Missing extends Error {
  constructor(messageJa, message) {
    super(`${messageJa}\n${message}`);
  }
}

const install = {
  node: `Debian/Ubuntu: sudo apt-get install -y nodejs npm / macOS: brew install node@22`,
  java: `Debian/Ubuntu: sudo apt-get install -y openjdk-17-jdk-headless / macOS: brew install openjdk@17`,
  maven: `Debian/Ubuntu: sudo apt-get install -y maven / macOS: brew install maven`,
};

main().catch((error) => {
  process.stderr.write(`${error instanceof Missing ? error.message : error.stack}\n`);
  process.exitCode = 1;
});

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
  const node = Number(process.versions.node.split('.')[0]);
  if (node < oldestNode) {
    throw new Missing(
      `Node.js ${oldestNode} 以上が必要です（現在 ${process.versions.node}）。導入方法 — ${install.node}`,
      `Node.js ${oldestNode} or newer is needed (this is ${process.versions.node}). To install it — ${install.node}`,
    );
  }
  if (!runsOwnDatabase()) return;
  const java = javaVersion();
  if (java === null || java < oldestJava) {
    const [nowJa, now] = java === null ? ['見つかりません', 'none was found'] : [`現在 ${java}`, `this is ${java}`];
    throw new Missing(
      `Java ${oldestJava} 以上（JDK）が必要です（${nowJa}）。導入方法 — ${install.java}`,
      `Java ${oldestJava} or newer (a JDK) is needed (${now}). To install it — ${install.java}`,
    );
  }
  if (!hasServerJars() && !isOnPath('mvn')) {
    throw new Missing(
      `初回のみ Neo4j の取得に Maven が必要です。導入方法 — ${install.maven}`,
      `Maven is needed once, to fetch Neo4j. To install it — ${install.maven}`,
    );
  }
}

/** True where the verb needs a database and the environment names none. */
function runsOwnDatabase() {
  if (verb === 'test') return !process.env.TEST_NEO4J_URI;
  return ['start', 'load', 'dev'].includes(verb) && !process.env.NEO4J_URI;
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

/** `npm ci`, when the lock file is another than the one that was installed from. */
async function installPackages() {
  const stamp = join(root, 'node_modules', '.installed-from');
  const wanted = hashOf(['package-lock.json']);
  if (readStamp(stamp) === wanted) return 0;
  if (readStamp(stamp) === null && isInstalledByHand()) return writeStamp(stamp, wanted);
  const failed = await step('npm ci', [...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  return failed || writeStamp(stamp, wanted);
}

/** True after somebody's own `npm install`: npm's note of what is installed is not older than the lock file. */
function isInstalledByHand() {
  const note = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return note !== undefined && note.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Compiles `src` into a `dist` that holds nothing else but the pages, when anything that goes into it has changed. */
async function build() {
  const ungenerated = existsSync(join(root, 'src/dossier/operations')) && (await generateClient());
  if (ungenerated) return ungenerated;
  const stamp = join(root, 'dist', '.built-from');
  const wanted = hashOf(['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...sourceFiles()]);
  if (readStamp(stamp) === wanted) return 0;
  for (const entry of entriesOf('dist')) if (entry !== 'web') rmSync(join(root, 'dist', entry), { recursive: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // Types are the business of `npm run check`; without them this takes half the time.
  const failed = await step('tsc', [process.execPath, compiler, '-p', 'tsconfig.build.json', '--noCheck']);
  return failed || writeStamp(stamp, wanted);
}

/** Builds the web pages into `dist/web`, when anything that goes into them has changed. */
async function buildPages() {
  const stamp = join(root, 'dist', 'web', '.built-from');
  const settings = existing(['package-lock.json', 'codegen.ts', 'vite.config.ts', ...generatedFromModel]);
  const wanted = hashOf([...settings, ...pageFiles()]);
  if (readStamp(stamp) === wanted) return 0;
  const failed = await step('npm run build:pages', [...npm, 'run', '--silent', 'build:pages']);
  return failed || writeStamp(stamp, wanted);
}

/** The typed operations that the pages and the dossiers import, when anything that goes into them has changed. */
async function generateClient() {
  const stamp = join(root, 'node_modules', '.generated-from');
  const sources = filesIn('src').filter((file) => file.endsWith('.graphql') || file.startsWith(generator));
  const wanted = hashOf([...existing(['codegen.ts', ...generatedFromModel]), ...sources]);
  if (readStamp(stamp) === wanted && existsSync(join(root, client))) return 0;
  const failed = await step('npm run codegen', [...npm, 'run', '--silent', 'codegen']);
  return failed || writeStamp(stamp, wanted);
}

/** What `codegen` writes for the pages, by what it is written, and the files that it reads of the model. */
const client = 'src/web/explorer/graphql';
const generator = 'src/web/explorer/generate/';
const generatedFromModel = ['schema/schema.graphql', 'schema/model.json'];

const existing = (files) => files.filter((file) => existsSync(join(root, file)));

const sourceFiles = () => filesIn('src').filter((file) => file.endsWith('.ts') && !file.startsWith('src/web/'));

const pageFiles = () =>
  ['src/web', 'src/examples', 'schema/examples'].flatMap(filesIn).filter((file) => !file.startsWith(`${client}/`));

function filesIn(folder) {
  return entriesOf(folder, { recursive: true })
    .map((entry) => join(folder, entry))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
}

const entriesOf = (folder, options) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder), options) : []);

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function writeStamp(file, content) {
  writeFileSync(file, content);
  return 0;
}

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
  // A file that cannot even be loaded has no tests that could fail.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return `${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests + result.numTodoTests} skipped`;
}

/** Runs a command as a numbered step and says how long it took. */
async function step(title, command, options = {}) {
  const number = ++steps;
  const start = Date.now();
  process.stderr.write(`[${number}] ${title} …\n`);
  const code = await run(command, options);
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
  let passedOn = 0;
  const passOn = (signal) => {
    if (Date.now() - passedOn < 1_000 || child.exitCode !== null || child.signalCode !== null) return;
    passedOn = Date.now();
    process.kill(-child.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  // A signal to npm ends only the shell between npm and this process, which is all that can be seen of it here.
  const parent = process.ppid;
  const watch = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && passOn('SIGTERM'), 500);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  }).finally(() => {
    clearInterval(watch);
    for (const signal of signals) process.removeListener(signal, passOn);
  });
}
