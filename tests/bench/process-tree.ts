/** A process with all that it starts: how long it took, and how much memory it had at most. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

export interface Run {
  readonly seconds: number;
  /** Resident, of the process and all below it, at the moment when it was most. */
  readonly megabytes: number;
  readonly said: string;
}

/** So often memory is looked at: a peak that is shorter is not seen. */
const interval = 100;

/** Runs Node to its end and looks at its memory meanwhile; fails where it ends with an error. */
export async function runNode(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  const said = text(child.stderr);
  let megabytes = 0;
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      megabytes = Math.max(megabytes, await residentBelow(child.pid ?? 0));
    });
  }, interval);
  try {
    const [code, by] = (await once(child, 'exit')) as [number | null, string | null];
    const seconds = (performance.now() - started) / 1000;
    await looking;
    if (code !== 0)
      throw new Error(`expected ${args.join(' ')} to end without an error, but got ${by ?? code}:\n${await said}`);
    return { seconds, megabytes, said: await said };
  } finally {
    clearInterval(timer);
  }
}

async function residentBelow(root: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,rss='], { maxBuffer: 2 ** 26 });
  const processes = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = new Set([root]);
  // A process may be listed before the one that started it.
  for (let known = 0; known < below.size; ) {
    known = below.size;
    for (const [pid, parent] of processes) if (below.has(parent ?? 0) && pid) below.add(pid);
  }
  const kilobytes = processes.reduce((sum, [pid, , rss]) => sum + (below.has(pid ?? 0) ? (rss ?? 0) : 0), 0);
  return kilobytes / 1024;
}
