/**
 * `npm run dev`: one process that keeps a Neo4j and Vite, and restarts the server, which runs from its sources, whenever
 * something of it has changed. Pages are on PORT, exchanged in place by Vite; the server listens on the port after it, and
 * Vite passes on what is not a page. The schema file and the typed client of the pages follow the sources.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createServer as createViteServer } from 'vite';
import { startServer } from '../src/database/server/start.js';
import { OperatorError } from '../src/operator-error.js';
import { streamProgress } from '../src/progress.js';
import { projectFile } from '../src/project-files.js';
import { readSettings, type Settings } from '../src/settings.js';

const progress = streamProgress(process.stderr);
const root = projectFile('');
const fromSources = ['--enable-source-maps', '--import', projectFile('tests/typescript.mjs')];

/** Files that the server reads, and those that the client of the pages is generated from. */
const ofServer =
  /^(?:src\/(?!web\/).*\.(?:ts|mjs|css)|cypher\/.*\.cypher|schema\/examples\/.*|seed\/.*\.(?:csv|json))$/;
const ofClient =
  /^(?:schema\/(?:schema\.graphql|model\.json)|src\/.*\.graphql|src\/web\/explorer\/generate\/.*|codegen\.ts)$/;
/** Sources that the schema is made of. */
const ofSchema = /^src\/(?:model|api|analysis|dossier)\//;

/** Editors and branch changes write several files at once. */
const gathering = 50;
/** A server that does not end by itself, because somebody holds an answer open, is ended after so many milliseconds. */
const drain = 1_000;

/** The database of the session: that of NEO4J_URI, or an embedded one that outlives every restart of the server. */
async function openDatabase({ database }: Settings, signal: AbortSignal) {
  if (database.kind === 'remote') return { environment: {}, stop: async () => {} };
  const { uri, username, password, stop } = await startServer(database, { progress, signal, isOffered: true });
  return { environment: { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }, stop };
}

/** Runs a command to its end; what is wrong with it, it says itself. */
async function run(program: string, ...programArguments: readonly string[]): Promise<void> {
  await once(spawn(program, programArguments, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
}

/** The server as a process that can be started anew. */
class Service {
  /** Settles when the server answers, or has failed to start. */
  ready: Promise<void> = Promise.resolve();
  private readonly url: string;
  private readonly environment: Readonly<Record<string, string>>;
  private child: ChildProcess | null = null;
  private isPending = false;

  constructor(url: string, environment: Readonly<Record<string, string>>) {
    this.url = url;
    this.environment = environment;
  }

  restart(): void {
    // Also ends a start that is under way.
    this.child?.kill('SIGTERM');
    if (this.isPending) return;
    this.isPending = true;
    this.ready = this.ready.then(async () => {
      await this.stop();
      this.isPending = false;
      await this.start();
    });
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || !isAlive(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([ended, delay(drain)]);
    child.kill('SIGKILL');
    await ended;
  }

  private async start(): Promise<void> {
    const began = performance.now();
    const program = [...fromSources, projectFile('src/cli.ts'), 'start'];
    // The channel lets the server end when this process is gone.
    const child = spawn(process.execPath, program, {
      cwd: root,
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    while (isAlive(child)) {
      if (await this.answers()) {
        progress.say(`The server was started in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
        return;
      }
      await delay(50);
    }
    if (!this.isPending) progress.say('The server ended; it is started again when a file changes.');
  }

  private async answers(): Promise<boolean> {
    const response = await fetch(`${this.url}/readyz`).catch(() => null);
    await response?.body?.cancel();
    return response?.ok ?? false;
  }
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

const isForServer = (path = ''): boolean => /^\/(?:graphql|export|dossier|healthz|readyz|metrics)\b/.test(path);

async function develop(signal: AbortSignal): Promise<void> {
  const settings = readSettings(process.env);
  const { host } = settings;
  const port = settings.port + 1;
  const url = `http://${host}:${port}`;
  process.env.SERVICE = url;
  const database = await openDatabase(settings, signal);
  const service = new Service(url, { ...database.environment, PORT: String(port), WARM_UP: 'off' });
  service.restart();
  // Behind a listener of this process: Vite's own would end the process at a signal, before the database is closed.
  const listener = createServer();
  const vite = await createViteServer({
    configFile: projectFile('vite.config.ts'),
    server: { middlewareMode: { server: listener }, ws: { server: listener } },
    clearScreen: false,
  });
  listener.on('request', async (request, response) => {
    // What the server is to answer waits for one that is being started, so that it does not meet a closed port.
    if (isForServer(request.url)) await service.ready;
    vite.middlewares(request, response);
  });
  let following: Promise<unknown> = Promise.resolve();
  try {
    listener.listen(settings.port, host);
    await once(listener, 'listening');
    progress.say(`Pages: http://${host}:${settings.port}/`);

    const follow = (work: () => Promise<void>) => {
      following = following.then(work).catch((error: Error) => progress.say(error.message));
    };
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | null = null;
    const act = () => {
      const paths = [...changed];
      changed.clear();
      if (paths.some((path) => ofServer.test(path))) {
        progress.say(`Changed: ${paths.join(', ')}`);
        service.restart();
        // The server first: whoever saved the file waits for its answer.
        if (paths.some((path) => ofSchema.test(path)))
          follow(() =>
            service.ready.then(() => run(process.execPath, ...fromSources, projectFile('src/cli.ts'), 'schema')),
          );
      }
      if (paths.some((path) => ofClient.test(path))) follow(() => run('npm', 'run', '--silent', 'codegen'));
    };
    vite.watcher.add(['src', 'cypher', 'schema', 'seed'].map(projectFile));
    vite.watcher.on('all', (_event, path) => {
      const name = relative(root, path);
      if (!ofServer.test(name) && !ofClient.test(name)) return;
      changed.add(name);
      if (timer) clearTimeout(timer);
      timer = setTimeout(act, gathering);
    });
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    listener.closeAllConnections();
    listener.close();
    await Promise.all([vite.close(), following, service.ready]);
    await service.stop();
    await database.stop();
  }
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort());
process.once('disconnect', () => stopping.abort());
process.channel?.unref();
try {
  await develop(stopping.signal);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.messageJa}\n${error.message}\n`);
  process.exitCode = 1;
}
