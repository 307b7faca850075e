/**
 * The folders of a data folder that a restore brings back. They are written as a draft before the graph is another one; from
 * its commit on, all that is left to do is to rename them, and where a restore was killed in between, the next program does.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Connection } from '../database/connection.js';
import { unlessMissing } from '../file-errors.js';
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

const intentFile = 'restore.json';
const draftsIn = (dataDir: string) => join(dataDir, 'restore');

/** Writes the folders, of those named, that a backup has; `files` are its texts by path. Gives the draft. */
export async function writeRestoredFolders(
  dataDir: string,
  names: readonly string[],
  files: ReadonlyMap<string, string>,
  revision: string,
): Promise<string> {
  await removeLeftDrafts(draftsIn(dataDir));
  const draft = draftOf(draftsIn(dataDir));
  const paths = [...files.keys()];
  const folders = names.map((name) => [name, paths.some((path) => path.startsWith(`${name}/`))] as const);
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), text, { flush: true });
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
  const { folders } = JSON.parse(await readFile(join(draft, intentFile), 'utf8')) as Intent;
  for (const [name, isKept] of folders) {
    const [folder, incoming] = [join(dataDir, name), join(draft, name)];
    // It is in its place already.
    if (isKept && !existsSync(incoming)) continue;
    if (existsSync(folder)) {
      const kept = `${folder}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
      await rename(folder, kept);
      progress.say(`${folder} は ${kept} に移しました。\n${folder} was moved to ${kept}.`);
    }
    if (isKept) await rename(incoming, folder);
  }
  await rm(draft, { recursive: true, force: true });
}

/** Finishes what a killed restore has left: puts its folders in their places where the graph is the one that it restored. */
export async function finishRestore(connection: Connection, dataDir: string, progress: Progress): Promise<void> {
  for (const draft of await leftDrafts(draftsIn(dataDir))) {
    const text = await unlessMissing(readFile(join(draft, intentFile), 'utf8'));
    const intent = text === null ? null : readIntent(text);
    const [current] = await connection.read<{ readonly value: string }>(revisionStatement);
    if (intent === null || intent.revision !== current?.value) await rm(draft, { recursive: true, force: true });
    else {
      progress.say(
        '中断した復元の残り（データフォルダー）を完了します。\nFinishing the data folder of a restore that was interrupted.',
      );
      await placeRestoredFolders(dataDir, draft, progress);
    }
  }
}

/** Null where it was written in part. */
function readIntent(text: string): Intent | null {
  try {
    return JSON.parse(text) as Intent;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
