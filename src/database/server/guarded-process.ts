import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { projectFile } from '../../project-files.js';
import { hasEnded, identify, type ProcessIdentity, signalProcess } from './process-identity.js';

/**
 * A guarded process is a program that does not outlive this process, however this process ends: a watchdog between the
 * two notices it. Should the watchdog itself die, this process ends the program; should all die at once, the Linux kernel
 * does, and elsewhere the next start does, by the identity that is kept.
 */
export interface GuardedProcess {
  readonly identity: ProcessIdentity;
  /** Settles when the program has ended, with how. */
  readonly ended: Promise<string>;
  /** Asks the program to end, makes it end after the milliseconds, and waits until it has. */
  end(grace: number): Promise<void>;
}

/** What the watchdog says; see watchdog.mjs. */
export type Message =
  | { readonly running: number }
  | { readonly failed: string }
  | { readonly ended: { readonly code: number | null; readonly signal: string | null } };

/** A watchdog that runs a program and ends it when this process is gone. */
export function spawnGuarded(
  program: string,
  programArguments: readonly string[],
  output: number | 'pipe',
  environment = process.env,
): ChildProcess {
  return spawn(process.execPath, [projectFile('src/database/server/watchdog.mjs'), program, ...programArguments], {
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
    env: { ...environment, NODE_OPTIONS: '' },
  });
}

/** Starts a program under guard. What it prints goes into the log file, which is emptied first. */
export async function startGuarded(
  program: string,
  programArguments: readonly string[],
  logFile: string,
  environment = process.env,
): Promise<GuardedProcess> {
  const log = await open(logFile, 'w');
  const watchdog = spawnGuarded(program, programArguments, log.fd, environment);
  await log.close();
  const { running, ended } = listen(watchdog);
  const pid = await running;
  const identity = (await identify(pid)) ?? { pid, began: 'ended at once' };
  // Its end must not keep this process from ending; nobody would be left to serve.
  watchdog.unref();
  watchdog.channel?.unref();

  return {
    identity,
    ended: ended.then(async (how) => {
      await endProcess(identity, 0);
      return how;
    }),
    end: async (grace) => {
      watchdog.ref();
      watchdog.channel?.ref();
      if (watchdog.connected) watchdog.send({ end: grace });
      await ended;
      await endProcess(identity, grace);
    },
  };
}

/** Ends a process: asked first, forced after the milliseconds. */
export async function endProcess(identity: ProcessIdentity, grace: number): Promise<void> {
  if (grace > 0) {
    await signalProcess(identity, 'SIGTERM');
    if (await hasEnded(identity, grace)) return;
  }
  await signalProcess(identity, 'SIGKILL');
  await hasEnded(identity, 5_000);
}

function listen(watchdog: ChildProcess) {
  let end: (how: string) => void;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const running = new Promise<number>((resolve, reject) => {
    watchdog.on('message', (message: Message) => {
      if ('running' in message) resolve(message.running);
      else if ('failed' in message) reject(new Error(`The program could not be started: ${message.failed}`));
      else end(message.ended.signal ? `signal ${message.ended.signal}` : `exit code ${message.ended.code}`);
    });
    watchdog.on('error', reject);
    watchdog.on('exit', (code, signal) => {
      const how = `its watchdog ended (${signal ?? code})`;
      reject(new Error(`The program could not be started: ${how}`));
      end(how);
    });
  });
  return { running, ended };
}
