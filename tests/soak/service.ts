import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Target } from '../../src/database/connection.js';
import { projectFile } from '../../src/project-files.js';
import { compile } from '../compile.js';

/** The service in a process of its own, compiled and started as `npm start` does it. */
export interface ServiceProcess {
  readonly url: string;
  /** It has asked the graph what people ask first. */
  readonly warm: Promise<void>;
  /** Its own numbers, from /metrics. */
  numbers(): Promise<Numbers>;
  /** Asks it to stop; the code it ended with. */
  stop(): Promise<number | string>;
}

/** Megabytes and milliseconds. */
export interface Numbers {
  readonly resident: number;
  readonly heap: number;
  /** The longest that the event loop did not come round since these numbers were asked for last, by the clock … */
  readonly longestGap: number;
  /** … and the most that its thread worked at a stretch, with which the rest of the machine has nothing to do. */
  readonly longestWork: number;
  /** Garbage collections that stood in the way for more than 10 ms, and for more than 100 ms, since the start. */
  readonly collections: { readonly over10: number; readonly over100: number };
}

/**
 * Starts the service on a database, as compiled into a folder; what it says is thrown away. Where it `isCold`, it asks the
 * graph nothing beforehand.
 */
export async function startServiceProcess(folder: string, target: Target, isCold = false): Promise<ServiceProcess> {
  const program = await compile(folder);
  const environment = {
    NEO4J_URI: target.uri,
    NEO4J_USERNAME: target.username,
    NEO4J_PASSWORD: target.password,
    NEO4J_DATABASE: target.database ?? '',
    DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: '0',
    ...(isCold && { WARM_UP: 'off' }),
  };
  const child = spawn(process.execPath, [...startFlags, program, 'start'], {
    env: { ...process.env, ...environment, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const exit = once(child, 'exit').then(([code, signal]) => signal ?? code);
  const said = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      said.on('line', (line) => {
        const found = pattern.exec(line);
        if (found) resolve(found);
      });
    });
  const ready = says(/^Ready: (\S+)\/graphql/).then(([, url]) => String(url));
  const before = <Value>(said: Promise<Value>, what: string): Promise<Value> =>
    Promise.race([
      said,
      exit.then((code) => {
        throw new Error(`expected the service to ${what}, but it ended with ${code}`);
      }),
    ]);
  const warm = isCold
    ? Promise.resolve()
    : before(
        says(/^Warmed up|^Warming up ended/).then(() => {}),
        'warm up',
      );
  // Whoever does not ask for it need not hear of its end.
  warm.catch(() => {});
  const url = await before(ready, 'start');
  return {
    url,
    warm,
    numbers: async () => {
      // First, as answering for the rest is work too.
      const told = once(child, 'message');
      child.send('longest');
      const [longest] = (await told) as [Longest];
      return numbersOf(await (await fetch(`${url}/metrics`)).text(), longest);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      return exit.finally(() => clearTimeout(timer));
    },
  };
}

/** As in `npm start`, and the probe. */
const startFlags = ['--enable-source-maps', '--import', projectFile('tests/soak/probe.mjs')];

interface Longest {
  readonly gap: number;
  readonly work: number;
}

function numbersOf(text: string, { gap, work }: Longest): Numbers {
  const number = (name: string) => {
    const escaped = name.replace(/[{}"+]/g, '\\$&');
    const found = new RegExp(`^${escaped} (\\S+)$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`expected ${name} in /metrics`);
    return Number(found);
  };
  const collections = (limit: string) => {
    const kinds = ['major', 'minor', 'incremental'].filter((kind) =>
      text.includes(`nodejs_gc_duration_seconds_count{kind="${kind}"}`),
    );
    return kinds.reduce(
      (sum, kind) =>
        sum +
        number(`nodejs_gc_duration_seconds_count{kind="${kind}"}`) -
        number(`nodejs_gc_duration_seconds_bucket{le="${limit}",kind="${kind}"}`),
      0,
    );
  };
  return {
    resident: number('process_resident_memory_bytes') / 2 ** 20,
    heap: number('nodejs_heap_size_used_bytes') / 2 ** 20,
    longestGap: gap,
    longestWork: work,
    collections: { over10: collections('0.01'), over100: collections('0.1') },
  };
}
