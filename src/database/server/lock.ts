import { randomUUID } from 'node:crypto';
import { link, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, unlessMissing } from '../../file-errors.js';
import { OperatorError } from '../../operator-error.js';
import { identify, identityIn, isRunning, type ProcessIdentity } from './process-identity.js';

/** A lock keeps a data folder to one process, until it is released or the process is dead. */
export interface Lock {
  release(): Promise<void>;
}

/** Another process has the data folder. */
export class FolderInUse extends OperatorError {
  readonly holder: ProcessIdentity;

  constructor(dataDir: string, holder: ProcessIdentity) {
    super(
      `データフォルダー ${dataDir} は別のプロセス（番号 ${holder.pid}）が使用中です。そのプロセスを終了するか、DATA_DIR に別のフォルダーを指定してください。`,
      `The data folder ${dataDir} is in use by another process (${holder.pid}). End that process, or set DATA_DIR to another folder.`,
    );
    this.holder = holder;
  }
}

interface Holder extends ProcessIdentity {
  /** Differs for each lock ever taken, so that two locks of one process are told apart. */
  readonly id: string;
}

/** Milliseconds in which the lock of a dead process is taken over, by this process or by another one. */
const patience = 10_000;

/** Takes the lock of a data folder; refused with the holder's number while another process has it. */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'lock');
  const end = performance.now() + patience;
  for (;;) {
    const attempt = await tryLock(path);
    if ('release' in attempt) return attempt;
    // Whoever is taking it over may have been halted.
    if (attempt.id !== taken || performance.now() > end) throw new FolderInUse(dataDir, attempt);
  }
}

/** Stands for a holder that is gone again. */
const taken = '';

/**
 * The lock, or the living holder.
 *
 * The file appears with its whole content, by linking a finished file to its name, which fails when the name exists.
 * The file of a dead holder is in the way, and simply deleting it would be wrong: two processes can find the same dead
 * holder, and the slower one would delete the lock that the faster one has taken since. So only the process that holds
 * the lock *on that dead lock*, named by its id, may delete it, and only while the file still is that lock.
 */
async function tryLock(path: string): Promise<Lock | Holder> {
  const self = await identify(process.pid);
  if (self === null) throw new Error(`Process ${process.pid} does not find itself among the running processes`);
  const mine: Holder = { ...self, id: randomUUID() };
  if (await create(path, mine)) return { release: () => removeIf(path, mine.id) };

  const holder = await read(path);
  if (holder === null) return { ...mine, id: taken };
  if (await isRunning(holder)) return holder;

  const burial = await tryLock(`${path}.${holder.id}`);
  if ('release' in burial) {
    await removeIf(path, holder.id);
    await burial.release();
  } else {
    // Another process is deleting it: give it the time to finish.
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { ...burial, id: taken };
  }
  return { ...mine, id: taken };
}

async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.id}.draft`;
  try {
    await writeFile(draft, JSON.stringify(holder));
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function read(path: string): Promise<Holder | null> {
  const found = await unlessMissing(lstat(path));
  // Reading a pipe would wait for ever, and a link that leads nowhere would look like no lock at all.
  const text = found?.isFile() ? await unlessMissing(readFile(path, 'utf8')) : found && '';
  const holder = text === null ? null : identityIn(text);
  // Its id becomes a part of a file's name.
  if (text === null || (typeof holder?.id === 'string' && /^[\w-]{1,64}$/.test(holder.id)))
    return holder as Holder | null;
  throw new OperatorError(
    `ロックファイル ${path} を読めません。ほかに使用中のプロセスがなければ、このファイルを削除してください。`,
    `The lock file ${path} cannot be read. If no other process uses the folder, delete the file.`,
  );
}

async function removeIf(path: string, id: string): Promise<void> {
  if ((await read(path))?.id === id) await rm(path, { force: true });
}
