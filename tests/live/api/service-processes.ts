import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Target } from '../../../src/database/connection.js';
import { projectFile } from '../../../src/project-files.js';
import type { HttpSettings } from '../../../src/settings.js';
import { patience } from '../seeded.js';

export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/**
 * The service on a database, in a process of its own; `http` is what is set otherwise than by default. It has patience with
 * statements that the database has not planned yet, which take longer here than they may for people.
 */
export function startServiceProcess(
  { uri, username, password, database }: Target,
  http: Partial<HttpSettings> = {},
): Promise<ServiceProcess> {
  const child = spawn(
    process.execPath,
    ['--import', projectFile('tests/typescript.mjs'), projectFile('tests/live/api/service-process.ts')],
    {
      env: {
        ...process.env,
        SERVED_NEO4J: JSON.stringify({ uri, username, password, database }),
        LIVE_HTTP: JSON.stringify({ deadline: patience, ...http }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', (url) => resolve({ url, child, stop }));
  });
}
