import type { Connection } from '../database/connection.js';
import type { Dataset } from '../ingest/dataset/dataset.js';
import { folderFiles } from '../ingest/dataset/folder-files.js';
import { formatProblems } from '../ingest/dataset/problems.js';
import { readWholeDataset } from '../ingest/dataset/read.js';
import { holdsDataset } from '../ingest/dataset/write.js';
import { type Kept, type LoadOptions, type LoadResult, load } from '../ingest/load/load.js';
import { readLoadStatements } from '../ingest/load/statements.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { extractedDataset } from './data-folders.js';

/** The dataset to load when none is named: one that the user extracted into the data folder, else the committed one. */
export function defaultDataset(dataDir: string): string {
  const own = extractedDataset(dataDir);
  return holdsDataset(own) ? own : projectFile('seed');
}

/**
 * What a start of the service does: loads the default dataset where it is another one than the loaded one, yet never over
 * data that is newer, be it loaded from a folder that somebody named or changed in the graph, and never with removals that
 * have to be allowed. Then it says so.
 */
export async function loadAtStart(connection: Connection, folder: string, progress: Progress): Promise<void> {
  const { kept } = await loadCommand(connection, folder, progress, {
    origin: 'default',
    giveWay: true,
    allowRemovals: false,
  });
  if (kept) progress.say(notLoaded(kept, folder));
}

/** Why a start left the graph as it is, in both languages, and the arguments of `npm run load` that replace it. */
const reasons: Readonly<Record<Kept, readonly [ja: string, en: string, load: string]>> = {
  'another dataset': [
    'フォルダを指定して読み込まれたデータセットがデータベースにある',
    'the database holds a dataset from a folder that was named',
    'npm run load',
  ],
  'an edited graph': [
    '読み込み後にデータベースのデータが変更されている',
    'the data in the database was changed after it had been loaded',
    'npm run load',
  ],
  'many removals': [
    'データベースにある多くの行が削除される',
    'it would remove much of what the database holds',
    'npm run load -- --allow-removals',
  ],
};

function notLoaded(kept: Kept, folder: string): string {
  const [reasonJa, reason, command] = reasons[kept];
  return [
    `${reasonJa}ため、${folder} は読み込んでいません。置き換えるには ${command} を実行してください。`,
    `Not loaded: ${folder}, because ${reason}. To replace it, run: ${command}`,
  ].join('\n');
}

/** How many problems a load lists before the rest is only counted; a check lists them all. */
const problemsShown = 50;

/** Says which workbooks of a folder are not read, which people may take for parts of the dataset. */
async function sayWorkbooks(folder: string, progress: Progress): Promise<void> {
  const { workbooks } = await folderFiles(folder);
  if (workbooks.length === 0) return;
  progress.say(
    `読み取らないブック: ${workbooks.join('、')}（取り込むには npm run import、表にするには CSV UTF-8 で保存）\nWorkbooks that are not read: ${workbooks.join(', ')} (npm run import takes them; as tables, save them as CSV UTF-8)`,
  );
}

/** The dataset in a folder; fails with everything that is wrong with it, of which so much is listed. */
export async function soundDataset(folder: string, limit = problemsShown): Promise<Dataset> {
  const { dataset, problems } = await readWholeDataset(folder);
  if (problems.length === 0) return dataset;
  const list = formatProblems(problems, limit);
  const count = problems.length;
  throw new OperatorError(
    `データセット ${folder} に ${count} 件の誤りがあるため、何も書き込んでいません。修正してから再実行してください。\n${list.ja}`,
    `Nothing was written: the dataset in ${folder} has ${count} ${count === 1 ? 'problem' : 'problems'}. Correct the rows and run again.\n${list.en}`,
  );
}

/** Reads and checks a dataset without any database, and says everything that is wrong with it. */
export async function checkCommand(folder: string, progress: Progress): Promise<void> {
  await sayWorkbooks(folder, progress);
  const { nodes, edges } = await soundDataset(folder, Number.POSITIVE_INFINITY);
  const count = [...nodes.values(), ...edges.values()].reduce((sum, rows) => sum + rows.length, 0);
  progress.say(
    `データセット ${folder}（${count} 行）に誤りはありません。\nThe dataset in ${folder} has no problem (${count} rows).`,
  );
}

/** Reads and checks a dataset as a whole, then makes the graph hold it. */
export async function loadCommand(
  connection: Connection,
  folder: string,
  progress: Progress,
  options: LoadOptions = { origin: 'named', giveWay: false, allowRemovals: false },
): Promise<LoadResult> {
  await sayWorkbooks(folder, progress);
  return loadDataset(connection, await soundDataset(folder), folder, progress, options);
}

/** Makes the graph hold a dataset that was checked; `name` says where it comes from. */
export async function loadDataset(
  connection: Connection,
  dataset: Dataset,
  name: string,
  progress: Progress,
  options: LoadOptions,
): Promise<LoadResult> {
  const statements = await readLoadStatements(projectFile('cypher/load'));
  const result = await load(connection, dataset, statements, progress, options);
  const { revision, written, removed, kept } = result;
  if (kept) return result;
  progress.say(
    written + removed === 0
      ? `グラフはすでにこのデータセットのとおりです（リビジョン ${revision}）。\nThe graph holds this dataset already (revision ${revision}).`
      : `${name} を読み込みました（書込 ${written} 件、削除 ${removed} 件、リビジョン ${revision}）。\nLoaded ${name}: ${written} written, ${removed} removed, revision ${revision}.`,
  );
  return result;
}
