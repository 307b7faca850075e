/**
 * The folders of a data folder that a restore brings back. They are written as a draft before the graph is another one; from
 * its commit on, all that is left to do is to rename them, and where a restore was killed in between, the next program does.
 */
import { existsSync } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Connection } from '../database/connection.js';
import { unlessMissing } from '../file-errors.js';
import { isRecord, jsonIn } from '../json.js';
import type { Progress } from '../progress.js';
import { draftOf, leftDrafts, removeLeftDrafts } from './draft.js';

/** What the draft says of itself. */
interface Intent {
  /** That of the graph when the restore has committed. */
  readonly revision: string;
  /** Every folder that a backup keeps, and whether this one has it: another one is only moved aside. */
  readonly folders: readonly (readonly [name: string, isKept: boolean])[];
}

/** What changes with whatever writes to the graph. */
export const revisionStatement = "MATCH (r:GraphRevision {name: 'graph'}) RETURN r.value AS value";

/**
 * The same, once whatever is committing has done so: what writes to the graph holds this node until then. A program that was
 * killed at its commit may have left one under way.
 */
const settledRevision = `MATCH (r:GraphRevision {name: 'graph'})
SET r.locked = true REMOVE r.locked
RETURN r.value AS value`;

/** The revision of the graph, not before that which is committing; null of a graph that has none. */
export async function revisionOnceSettled(connection: Connection): Promise<string | null> {
  const { rows } = await connection.run<{ readonly value: string | null }>(settledRevision);
  return rows[0]?.value ?? null;
}

const intentFile = 'restore.json';
const draftsIn = (dataDir: string) => join(dataDir, 'restore');

/** Writes the folders, of those named, that a backup has; `files` are its files by path. Gives the draft. */
export async function writeRestoredFolders(
  dataDir: string,
  names: readonly string[],
  files: ReadonlyMap<string, Buffer>,
  revision: string,
): Promise<string> {
  await removeLeftDrafts(draftsIn(dataDir));
  const draft = draftOf(draftsIn(dataDir));
  const paths = [...files.keys()];
  const folders = names.map((name) => [name, paths.some((path) => path.startsWith(`${name}/`))] as const);
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), bytes, { flush: true });
    }
    await mkdir(draft, { recursive: true });
    const intent: Intent = { revision, folders };
    await writeFile(join(draft, intentFile), JSON.stringify(intent), { flush: true });
    return draft;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Puts the folders of a draft where a start looks for them; what lies there is kept beside them. Can be done again from any point. */
export async function placeRestoredFolders(dataDir: string, draft: string, progress: Progress): Promise<void> {
  const intent = await intentIn(draft);
  if (intent === null) throw new Error(`${intentFile} of ${draft} is gone`);
  for (const [name, isKept] of intent.folders) {
    const [folder, incoming] = [join(dataDir, name), join(draft, name)];
    // It is in its place already.
    if (isKept && !existsSync(incoming)) continue;
    // Also a link that leads nowhere.
    if (await unlessMissing(lstat(folder))) {
      const kept = `${folder}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
      await rename(folder, kept);
      progress.say(`${folder} は ${kept} に移しました。\n${folder} was moved to ${kept}.`);
    }
    if (isKept) await rename(incoming, folder);
  }
  await rm(draft, { recursive: true, force: true });
}

/** Finishes what a restore has left that broke off: puts its folders in their places where the graph is the one that it restored. */
export async function finishRestore(connection: Connection, dataDir: string, progress: Progress): Promise<void> {
  for (const draft of await leftDrafts(draftsIn(dataDir))) {
    const intent = await intentIn(draft);
    if (intent === null || intent.revision !== (await revisionOnceSettled(connection)))
      await rm(draft, { recursive: true, force: true });
    else {
      progress.say(
        '中断した復元の残り（データフォルダー）を完了します。\nFinishing the data folder of a restore that was interrupted.',
      );
      await placeRestoredFolders(dataDir, draft, progress);
    }
  }
}

/** What a draft says of itself; null where it does not, as it was written in part. */
async function intentIn(draft: string): Promise<Intent | null> {
  const value = jsonIn((await unlessMissing(readFile(join(draft, intentFile), 'utf8'))) ?? '');
  const isFolder = (each: unknown) =>
    Array.isArray(each) && /^\w+$/.test(String(each[0])) && typeof each[1] === 'boolean';
  const isOne =
    isRecord(value) &&
    typeof value.revision === 'string' &&
    Array.isArray(value.folders) &&
    value.folders.every(isFolder);
  return isOne ? (value as unknown as Intent) : null;
}
