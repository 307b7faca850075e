import { join } from 'node:path';
import type { Connection } from '../database/connection.js';
import { formatProblems, withoutPlaces } from '../ingest/dataset/located-dataset.js';
import { readDataset } from '../ingest/dataset/read.js';
import { validateDataset } from '../ingest/dataset/validate.js';
import { holdsDataset } from '../ingest/dataset/write.js';
import { load } from '../ingest/load/load.js';
import { readLoadStatements } from '../ingest/load/statements.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';

/** The dataset to load when none is named: one that the user extracted into the data folder, else the committed one. */
export function defaultDataset(dataDir: string): string {
  const own = join(dataDir, 'dataset');
  return holdsDataset(own) ? own : projectFile('seed');
}

/** Reads and checks a dataset as a whole, then makes the graph hold it. */
export async function loadCommand(connection: Connection, folder: string, progress: Progress): Promise<void> {
  const { dataset, problems } = await readDataset(folder);
  const all = problems.length > 0 ? problems : validateDataset(dataset);
  if (all.length > 0) {
    const list = formatProblems(all);
    throw new OperatorError(
      `データセット ${folder} に ${all.length} 件の誤りがあるため、何も書き込んでいません。修正してから再実行してください。\n${list}`,
      `Nothing was written: the dataset in ${folder} has ${all.length} ${all.length === 1 ? 'problem' : 'problems'}. Correct the rows and run again.\n${list}`,
    );
  }
  const statements = await readLoadStatements(projectFile('cypher/load'));
  const { revision, written, removed } = await load(connection, withoutPlaces(dataset), statements, progress);
  progress.say(
    written + removed === 0
      ? `The graph holds this dataset already (revision ${revision}).`
      : `Loaded ${folder}: ${written} written, ${removed} removed, revision ${revision}.`,
  );
}
