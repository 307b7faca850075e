import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Checked, checkBackup, storedIn } from '../backup/backup-file.js';
import { placeRestoredFolders, revisionStatement, writeRestoredFolders } from '../backup/restored-folders.js';
import { countStored, type GraphCounts, replaceStored } from '../backup/stored-graph.js';
import type { Connection, Transaction } from '../database/connection.js';
import { readMigrations } from '../database/migration-files.js';
import { explainFolderError } from '../database/server/data-folder.js';
import { codeOf } from '../file-errors.js';
import { Announcement } from '../ingest/load/announcement.js';
import { isEmptied, isLargeShare, type Reduction } from '../ingest/load/removals.js';
import { readLoadStatements } from '../ingest/load/statements.js';
import { CommitInDoubt, inOneTransaction } from '../ingest/load/transaction.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { keptFolders } from './data-folders.js';

export interface RestoreOptions {
  /** Removes what the backup does not have, however much it is. */
  readonly allowRemovals: boolean;
  readonly signal?: AbortSignal;
}

const revise = "MERGE (r:GraphRevision {name: 'graph'}) SET r.value = $value";
const heldIds = 'MATCH (n:Node) RETURN n.id AS id, n.municipality AS municipality';

/**
 * Makes the database hold exactly what a backup has, in one transaction: a restore that ends early has changed nothing.
 * Readers see the state of before or that of after it. The caller migrates the database afterwards.
 */
export async function restoreCommand(
  connection: Connection,
  dataDir: string,
  path: string,
  progress: Progress,
  { allowRemovals, signal }: RestoreOptions,
): Promise<void> {
  const checked = await checkBackup(path);
  const { header, end, files } = checked;
  await refuseNewer(path, header.migration);
  const revision = randomUUID();
  const draft = await writeRestoredFolders(dataDir, keptFolders, files, revision).catch((error: unknown) => {
    throw explainFolderError(error, dataDir);
  });
  try {
    await restoreGraph(connection, path, checked, revision, progress, { allowRemovals, ...(signal ? { signal } : {}) });
  } catch (error) {
    // Where the commit may have arrived, the next program looks whether it has, and places the folders then.
    if (!(error instanceof CommitInDoubt)) await rm(draft, { recursive: true, force: true });
    throw error;
  }
  await placeRestoredFolders(dataDir, draft, progress).catch((error: unknown) => {
    throw notPlaced(dataDir, draft, error);
  });
  progress.say(
    `${path}（${header.at}）から復元しました: ノード ${end.counts.nodes['']}、関係 ${end.counts.relationships['']}、ファイル ${files.size}\n` +
      `Restored from ${path} (${header.at}): ${end.counts.nodes['']} nodes, ${end.counts.relationships['']} relationships, ${files.size} files.`,
  );
}

async function restoreGraph(
  connection: Connection,
  path: string,
  checked: Checked,
  value: string,
  progress: Progress,
  { allowRemovals, signal }: RestoreOptions,
): Promise<void> {
  const { end } = checked;
  const statements = await readLoadStatements(projectFile('cypher/load'));
  const announcement = new Announcement(connection, statements);
  const total = (end.counts.nodes[''] ?? 0) + (end.counts.relationships[''] ?? 0);
  const execute = async (transaction: Transaction) => {
    await sayRemovals(transaction, checked, allowRemovals, progress);
    const bar = progress.begin('restore', total);
    try {
      await replaceStored(transaction, storedIn(path, checked), bar.reach);
    } finally {
      bar.end();
    }
    const counts = await countStored(async (cypher) => (await transaction.run<never>(cypher)).rows);
    if (!isDeepStrictEqual(counts, end.counts)) throw changedMeanwhile();
    await announcement.make();
    await transaction.run(revise, { value });
  };
  const hasArrived = async ({ run }: Transaction) =>
    (await run<{ value: string }>(revisionStatement)).rows[0]?.value === value;
  const onLostReply = () =>
    progress.say(
      '復元の完了の応答が失われましたが、データベースを確認したところ、復元は完了しています。\nThe reply to the commit was lost, but the database says that the restore has arrived.',
    );
  await inOneTransaction(connection, { execute, hasArrived, onLostReply }, signal).finally(() =>
    announcement.withdraw(),
  );
}

async function refuseNewer(path: string, migration: number): Promise<void> {
  const known = (await readMigrations(projectFile('cypher/migrations'))).length;
  if (migration <= known) return;
  throw new OperatorError(
    `${path} は新しい版のプログラムのバックアップです（マイグレーション ${migration}、このプログラムは ${known} まで）。その版のプログラムで復元してください。`,
    `${path} is a backup of a newer version of the program (migration ${migration}, this one knows ${known}): restore it with that version.`,
  );
}

const notPlaced = (dataDir: string, draft: string, cause: unknown) =>
  new OperatorError(
    `グラフは復元しましたが、${dataDir} のデータセットを置き換えられませんでした（${codeOf(cause) || cause}）。原因を除いてから npm start などを実行すると、${draft} から続きが行われます。`,
    `The graph was restored, but the datasets in ${dataDir} could not be put in place (${codeOf(cause) || cause}). Mend that; the next npm start, or any other command on the database, goes on from ${draft}.`,
    { cause },
  );

const changedMeanwhile = () =>
  new OperatorError(
    '復元中に別のデータが書き込まれたため、何も変更していません。読込が終わってから再実行してください。',
    'Nothing was changed: other data was written during the restore. Run it again when nothing is being loaded.',
  );

interface Lost extends Reduction {
  readonly name: string;
}

const isMuch = (lost: Lost) => isLargeShare(lost) || isEmptied(lost);

/** Says what the restore removes, by city, label and type of relationship, and refuses it where it is much and not allowed. */
async function sayRemovals(
  { run }: Transaction,
  { ids, end }: Checked,
  allowRemovals: boolean,
  progress: Progress,
): Promise<void> {
  const { rows } = await run<{ id: string | null; municipality: string | null }>(heldIds);
  const held = await countStored(async (cypher) => (await run<never>(cypher)).rows);
  const ofCity = (city: string | null): Lost => {
    const own = rows.filter(({ municipality }) => municipality === city);
    const removed = own.filter(({ id }) => id === null || !ids.has(id)).length;
    return { name: city ?? '共通 shared', held: own.length, removed };
  };
  const fewer = (kind: keyof GraphCounts): readonly Lost[] =>
    Object.entries(held[kind])
      .filter(([name]) => name !== '')
      .map(([name, count]) => ({
        name,
        held: count,
        removed: Math.max(0, count - (end.counts[kind][name] ?? 0)),
      }));
  const lost = [
    ...[...new Set(rows.map(({ municipality }) => municipality))].map(ofCity),
    ...fewer('nodes'),
    ...fewer('relationships'),
  ].filter(({ removed }) => removed > 0);
  if (lost.length === 0) return;
  const list = lost
    .map(({ name, held, removed }) => `  ${name}: ${held} 件中 ${removed} 件 — ${removed} of ${held}`)
    .join('\n');
  if (allowRemovals || !lost.some(isMuch))
    return progress.say(`復元により削除されるもの — What the restore removes:\n${list}`);
  throw new OperatorError(
    `何も書き込んでいません。この復元では、バックアップにない次のデータが削除されます。\n${list}\n意図した削除であれば、--allow-removals を付けて再実行してください: npm run restore -- <ファイル> --allow-removals`,
    'Nothing was written: this restore would remove what the backup does not have (see the list above). If that is meant, run it again with --allow-removals: npm run restore -- <file> --allow-removals',
  );
}
