/** What imports have left that broke off between the load and the last of their files. */
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { leftDrafts } from '../backup/draft.js';
import { revisionOnceSettled } from '../backup/restored-folders.js';
import type { Connection } from '../database/connection.js';
import { unlessMissing } from '../file-errors.js';
import { readWholeDataset } from '../ingest/dataset/read.js';
import { gatheringIn, holdsDataset, placeGathered } from '../ingest/dataset/write.js';
import { graphRows } from '../ingest/load/graph-rows.js';
import { readLoadStatements } from '../ingest/load/statements.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { cityDataset, cityFolders } from './data-folders.js';

/**
 * Makes the folders of imported cities hold what the graph does, where an import was killed: the files that it had gathered
 * are put in place where their load has arrived, and are removed where it has not.
 */
export async function finishImports(connection: Connection, dataDir: string, progress: Progress): Promise<void> {
  for (const key of await cityFolders(dataDir)) {
    const folder = cityDataset(dataDir, key);
    for (const draft of await leftDrafts(gatheringIn(folder))) {
      const revision = await revisionOf(draft);
      if (revision === null || revision !== (await loadedRevision(connection, key))) await removeDraft(folder, draft);
      else {
        progress.say(
          `中断した取込の残り（${folder}）を完了します。\nFinishing the dataset in ${folder} of an import that was interrupted.`,
        );
        await placeGathered(folder, draft);
      }
    }
  }
}

/** Removes what an import has gathered, and the folder of a city that has nothing else. */
export async function removeDraft(folder: string, draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true });
  if ((await unlessMissing(readdir(folder)))?.length !== 0) return;
  await rmdir(folder);
  const cities = dirname(folder);
  if ((await readdir(cities)).length === 0) await rmdir(cities);
}

/** The revision of the dataset in a folder; null where it is not whole. */
async function revisionOf(folder: string): Promise<string | null> {
  if (!holdsDataset(folder)) return null;
  try {
    const { dataset, problems } = await readWholeDataset(folder);
    return problems.length > 0 ? null : graphRows(dataset, (value) => value).revision();
  } catch (error) {
    // Its description was written in part.
    if (error instanceof OperatorError) return null;
    throw error;
  }
}

/** The revision that the graph holds of a city, once whatever is committing has done so. */
async function loadedRevision(connection: Connection, municipality: string): Promise<string | null> {
  await revisionOnceSettled(connection);
  const { loaded } = await readLoadStatements(projectFile('cypher/load'));
  const [row] = await connection.read<{ readonly revision: string }>(loaded, { municipality });
  return row?.revision ?? null;
}
