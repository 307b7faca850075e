import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from '../../file-errors.js';
import { isRecord, jsonIn } from '../../json.js';

/**
 * The identity of a process: its number and when it began. The number alone is not enough, as the system gives the
 * numbers of dead processes to new ones.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the operating system's own words; only good for comparing. */
  readonly began: string;
}

/** The identity that a file holds, whatever else it holds; null where it holds none. */
export function identityIn(text: string): (ProcessIdentity & Readonly<Record<string, unknown>>) | null {
  // Somebody else may have written it, or its writing was cut off.
  const value = jsonIn(text);
  const isOne = isRecord(value) && Number.isSafeInteger(value.pid) && typeof value.began === 'string';
  return isOne ? (value as unknown as ProcessIdentity & Record<string, unknown>) : null;
}

/** The identity of a running process; null where there is none of that number, or it is dead and not yet buried. */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  const began = process.platform === 'linux' ? await beganOnLinux(pid) : await beganByPs(pid);
  return began === null ? null : { pid, began };
}

/** True while that very process runs. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.began === identity.began;
}

/** Waits until that process has ended; false when it is still there after the milliseconds. */
export async function hasEnded(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (await isRunning(identity)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** Sends a signal to that very process; does nothing when it has ended. */
export async function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): Promise<void> {
  if (!(await isRunning(identity))) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    // It may end between the look and the signal.
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** Ticks since boot, with the boot's own id: unlike a clock time it does not move when the clock is set. */
async function beganOnLinux(pid: number): Promise<string | null> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The second field is the name in brackets and may hold anything, brackets and blanks too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? null : `${boot.trim()}:${ticks}`;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return null;
    throw error;
  }
}

async function beganByPs(pid: number): Promise<string | null> {
  try {
    const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      env: environment,
    });
    const [state, ...began] = stdout.trim().split(/\s+/);
    return state === undefined || state === '' || state.startsWith('Z') ? null : began.join(' ');
  } catch (error) {
    // ps ends with 1 when it lists nothing.
    if (codeOf(error) === '1') return null;
    throw error;
  }
}
