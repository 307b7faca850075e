import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Loss, Missed } from './outcome.js';

/** The compiled program in a process of its own, as `npm start` and `npm run load` run it, and what it says. */
export interface Program {
  readonly pid: number;
  readonly said: readonly string[];
  /** How it ended. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** The next line that fits, or one that was said already. */
  says(pattern: RegExp, within: number): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
}

/** Milliseconds for a start until it is ready, however busy the machine, and for an end. */
export const limits = { start: 240_000, end: 60_000, orphans: 30_000 } as const;

export function startProgram(
  program: string,
  programArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...programArguments], {
    env: { ...process.env, NODE_OPTIONS: '', WARM_UP: 'off', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  lines.on('line', (line) => said.push(line));
  const ended = once(child, 'close').then(([code, signal]) => signal ?? code);
  return {
    pid: child.pid ?? 0,
    said,
    ended,
    says: async (pattern, within) => {
      const end = Date.now() + within;
      for (;;) {
        for (const line of said) {
          const found = pattern.exec(line);
          if (found) return found;
        }
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Missed(`expected ${pattern}, but it ended:\n${said.slice(-12).join('\n')}`);
        if (Date.now() > end) throw new Missed(`expected ${pattern} within ${within / 1000} s:\n${said.join('\n')}`);
        await delay(5);
      }
    },
    kill: (signal) => void child.kill(signal),
  };
}

/** Waits for the line that says that a service is ready; its address. */
export async function ready(service: Program): Promise<string> {
  try {
    const [, url = ''] = await service.says(/^Ready: (\S+)\/graphql/, limits.start);
    return url;
  } catch (error) {
    throw new Loss('stuck', `expected the next start to come up: ${(error as Error).message}`);
  }
}

/** Waits until a program ends; how it did. A stack is not what a person should read. */
export async function endOf(program: Program, within: number = limits.end): Promise<number | NodeJS.Signals> {
  const late = Symbol('late');
  const timer = new AbortController();
  const how = await Promise.race([program.ended, delay(within, late, { signal: timer.signal }).catch(() => late)]);
  timer.abort();
  if (typeof how === 'symbol') {
    program.kill('SIGKILL');
    throw new Loss('stuck', `expected an end within ${within / 1000} s:\n${program.said.slice(-12).join('\n')}`);
  }
  const stack = program.said.find((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  if (stack) throw new Loss('wrong', `expected a sentence, but got a stack:\n${program.said.slice(-20).join('\n')}`);
  return how;
}

interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes whose commands name a folder: Neo4j and its watchdog, its tools, Maven. */
export async function processesOf(folder: string): Promise<readonly Listed[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,stat=,args=', '-ww'], { maxBuffer: 2 ** 26 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isOne = command.includes(folder) && !state.startsWith('Z') && Number(pid) !== process.pid;
    return isOne ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

/** Fails where something is left of a program whose end was told. */
export async function nothingLeft(folder: string): Promise<void> {
  const end = Date.now() + limits.orphans;
  for (;;) {
    const left = await processesOf(folder);
    if (left.length === 0) return;
    if (Date.now() > end) {
      for (const { pid } of left) killed(pid, 'SIGKILL');
      throw new Loss('wrong', `expected nothing left after ${limits.orphans / 1000} s, but got: ${left[0]?.command}`);
    }
    await delay(100);
  }
}

/** Sends a signal to a process, which may have ended meanwhile. */
export function killed(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The Neo4j of a data folder, its watchdog, and how to reach it. */
export async function embeddedNeo4j(dataDir: string) {
  const home = join(dataDir, 'neo4j');
  const [note, password, configuration] = await Promise.all(
    ['process.json', 'password', 'conf/neo4j.conf'].map((file) => readFile(join(home, file), 'utf8')),
  );
  const { pid } = JSON.parse(note ?? '') as { pid: number };
  const port = /^server\.bolt\.listen_address=.*:(\d+)$/m.exec(configuration ?? '')?.[1];
  const watchdog = (await processesOf(dataDir)).find((each) => each.pid === pid)?.parent ?? 0;
  const target = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: password ?? '', database: 'neo4j' };
  return { pid, watchdog, target };
}
