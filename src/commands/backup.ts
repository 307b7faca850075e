import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type BackupHeader, headerOf, type StoredFile, storedFile, writeBackup } from '../backup/backup-file.js';
import { type Ask, countStored, type GraphCounts, storedNodes, storedRelationships } from '../backup/stored-graph.js';
import type { Connection } from '../database/connection.js';
import { unlessMissing } from '../file-errors.js';
import { ReadSpan, RevisionReader } from '../graph/revision.js';
import { finishWriting, holdsDataset, isGathered } from '../ingest/dataset/write.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { cityDataset, extractedDataset, importedCities } from './data-folders.js';

/** How often a backup begins anew where a load has committed meanwhile. */
const attempts = 5;
/** Milliseconds that one statement may take. */
const timeout = 60_000;

/** The graph, or what lies in the data folder, has become another one while it was read. */
class Crossed extends Error {}

/** Writes all that the database holds at one moment, and the datasets that lie in `DATA_DIR`, into a file. */
export async function backupCommand(
  connection: Connection,
  dataDir: string,
  path: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return progress.say(described(path, ...(await writeOnce(connection, dataDir, path, signal))));
    } catch (error) {
      if (!(error instanceof Crossed)) throw error;
    }
  }
  throw new OperatorError(
    `${attempts}回試みましたが、その間に毎回データが変更されたため、バックアップを作れませんでした。読込が終わってから再実行してください。`,
    `No backup was made: data was changed during each of ${attempts} attempts. Run it again when nothing is being loaded.`,
  );
}

async function writeOnce(connection: Connection, dataDir: string, path: string, signal: AbortSignal | undefined) {
  const limits = { timeout, ...(signal ? { signal } : {}) };
  const read: Ask = (cypher, parameters = {}) => connection.read(cypher, parameters, limits);
  const revisions = new RevisionReader(read);
  const span = new ReadSpan(revisions);
  const ask: Ask = (cypher, parameters) => span.reading(() => read(cypher, parameters));
  const [migrated] = await read<{ version: number | null }>('MATCH (m:Migration) RETURN max(m.version) AS version');
  const files = await filesOf(dataDir);
  const header = headerOf(await revisions.fresh(), migrated?.version ?? 0);
  async function* content() {
    for (const file of files) yield { file };
    for await (const node of storedNodes(ask)) yield { node };
    for await (const relationship of storedRelationships(ask)) yield { relationship };
  }
  const check = async ({ counts }: { readonly counts: GraphCounts }) => {
    if (!isDeepStrictEqual(await countStored(ask), counts)) throw new Crossed();
    if ((await span.revision()) !== header.revision) throw new Crossed();
    // An import puts its files in place after its commit.
    if (!isDeepStrictEqual(await filesOf(dataDir), files)) throw new Crossed();
  };
  const end = await writeBackup(path, header, content(), check, signal);
  return [header, end] as const;
}

/** The datasets that lie in the data folder, by their names there: the one that somebody extracted, and those of imported cities. */
async function filesOf(dataDir: string): Promise<readonly StoredFile[]> {
  const own = extractedDataset(dataDir);
  const cities = (await importedCities(dataDir)).map((key) => cityDataset(dataDir, key));
  const files: StoredFile[] = [];
  for (const folder of holdsDataset(own) ? [own, ...cities] : cities) {
    await finishWriting(folder);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    // What an import gathers counts for nothing yet.
    for (const path of paths.filter((each) => !isGathered(folder, each)).sort()) {
      const bytes = await unlessMissing(readFile(path));
      if (bytes === null) throw new Crossed();
      files.push(storedFile(relative(dataDir, path), bytes));
    }
  }
  return files;
}

function described(path: string, { revision }: BackupHeader, end: Awaited<ReturnType<typeof writeBackup>>): string {
  const { counts, files, sha256 } = end;
  const [nodes, relationships] = [counts.nodes[''], counts.relationships['']];
  return [
    `バックアップ ${path}: ノード ${nodes}、関係 ${relationships}、ファイル ${files}（リビジョン ${revision ?? 'なし'}、SHA-256 ${sha256}）`,
    `Backed up to ${path}: ${nodes} nodes, ${relationships} relationships, ${files} files (revision ${revision ?? 'none'}, SHA-256 ${sha256}).`,
  ].join('\n');
}
