import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type GuardedProcess, startGuarded } from '../../../src/database/server/guarded-process.js';
import { hasEnded, isRunning, type ProcessIdentity } from '../../../src/database/server/process-identity.js';
import { projectFile } from '../../../src/project-files.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();
const stubborn = ['-e', "process.on('SIGTERM', () => {}); console.log('here'); setInterval(() => {}, 60_000)"];
const obedient = ['-e', 'setInterval(() => {}, 60_000)'];

/** The parent of a process, as the kernel says. */
async function parentOf({ pid }: ProcessIdentity): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

describe('in this process', () => {
  let guarded: GuardedProcess | null = null;
  afterEach(async () => {
    await guarded?.end(0);
    guarded = null;
  });
  const start = async (program: string, programArguments: readonly string[]) => {
    guarded = await startGuarded(program, programArguments, join(await temporaryFolder(), 'log'));
    return guarded;
  };

  test('it ends when it is asked to', async () => {
    const { identity, ended, end } = await start(process.execPath, obedient);
    expect(await isRunning(identity)).toBe(true);
    await end(5_000);
    expect(await isRunning(identity)).toBe(false);
    expect(await ended).toBe('signal SIGTERM');
  });

  test('it is made to end when it does not listen', async () => {
    const { identity, ended, end } = await start(process.execPath, stubborn);
    await end(300);
    expect(await isRunning(identity)).toBe(false);
    // It may not have come so far as to ignore the first signal.
    expect(await ended).toMatch(/^signal SIG(KILL|TERM)$/);
  });

  test('its own end is told with how', async () => {
    const { ended } = await start(process.execPath, ['-e', 'process.exit(7)']);
    expect(await ended).toBe('exit code 7');
  });

  test('what it prints is in the log file', async () => {
    const log = join(await temporaryFolder(), 'log');
    guarded = await startGuarded(process.execPath, ['-e', "console.error('said')"], log);
    await guarded.ended;
    expect(await readFile(log, 'utf8')).toBe('said\n');
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('it does not outlive its watchdog', async () => {
    const { identity, ended } = await start(process.execPath, obedient);
    process.kill(await parentOf(identity), 'SIGKILL');
    expect(await ended).toBe('its watchdog ended (SIGKILL)');
    expect(await isRunning(identity)).toBe(false);
  });
});

describe('when its parent is killed', () => {
  let parent: ChildProcess;
  const startParent = async (programArguments: readonly string[]): Promise<ProcessIdentity> => {
    const log = join(await temporaryFolder(), 'log');
    const script = [projectFile('tests/typescript.mjs'), projectFile('tests/database/server/guarded-parent.ts')];
    parent = spawn(process.execPath, ['--import', ...script, log, process.execPath, ...programArguments], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (!parent.stdout) throw new Error('Expected a pipe');
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    return JSON.parse(line) as ProcessIdentity;
  };
  afterEach(() => void parent.kill('SIGKILL'));

  test('it ends within seconds', async () => {
    const identity = await startParent(obedient);
    parent.kill('SIGKILL');
    expect(await hasEnded(identity, 15_000)).toBe(true);
  });

  test('it ends within seconds also when it does not listen', async () => {
    const identity = await startParent(stubborn);
    parent.kill('SIGKILL');
    expect(await hasEnded(identity, 15_000)).toBe(true);
  }, 20_000);

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('it ends also when the watchdog is killed with it', async () => {
    const identity = await startParent(stubborn);
    // The kernel has been told so once the program runs that was to be started, in place of the one that tells it.
    while (!(await readFile(`/proc/${identity.pid}/cmdline`, 'utf8')).startsWith(process.execPath))
      await setTimeout(20);
    process.kill(await parentOf(identity), 'SIGKILL');
    parent.kill('SIGKILL');
    expect(await hasEnded(identity, 15_000)).toBe(true);
  });
});
