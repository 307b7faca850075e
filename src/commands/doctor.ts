import type { Connection } from '../database/connection.js';
import { lackingIndexes } from '../database/indexes.js';
import { readMigrations } from '../database/migration-files.js';
import { countPending } from '../database/migrations.js';
import { lastingObjects, missingObjects } from '../database/schema.js';
import { describeEdits } from '../ingest/load/edits.js';
import { inspect } from '../ingest/load/inspect.js';
import { describeDifference } from '../ingest/load/preview.js';
import { readLoadStatements } from '../ingest/load/statements.js';
import { modelIndexes } from '../model/indexes.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { cityDataset, importedCities } from './data-folders.js';
import { defaultDataset, soundDataset } from './load.js';

/** Milliseconds that looking for the indexes may take. */
const timeout = 60_000;

/** The dataset that a load takes by itself, and those of the cities that were imported. */
export const keptDatasets = async (dataDir: string): Promise<readonly string[]> => [
  defaultDataset(dataDir),
  ...(await importedCities(dataDir)).map((key) => cityDataset(dataDir, key)),
];

/**
 * Compares the database with what it should hold: migrations, constraints and indexes, and the datasets in some folders. It
 * only reads, and fails with everything that differs and what to do about it.
 */
export async function doctorCommand(
  connection: Connection,
  folders: readonly string[],
  progress: Progress,
): Promise<void> {
  const findings = [...(await schemaFindings(connection))];
  for (const folder of folders) findings.push(...(await dataFindings(connection, folder)));
  const folder = folders.join(', ');
  if (findings.length > 0) {
    const list = findings.join('\n');
    throw new OperatorError(
      `データベースに ${folder} との違い、または不足があります。\n${list}`,
      'The database differs from the dataset, or lacks something: see the list above.',
    );
  }
  progress.say(
    `データベースのスキーマとデータは ${folder} と一致します。\nThe schema and the data of the database are those of ${folder}.`,
  );
}

/** What the database lacks of migrations, constraints and indexes. */
async function schemaFindings(connection: Connection): Promise<readonly string[]> {
  const folder = projectFile('cypher/migrations');
  const pending = await countPending(connection, folder);
  if (pending > 0)
    return [`適用されていないマイグレーション ${pending} 件 — Migrations that are not applied: ${pending} → npm start`];
  const ofMigrations = await missingObjects(connection, lastingObjects(await readMigrations(folder)));
  const ofModel = await lackingIndexes(connection, modelIndexes.indexes, timeout);
  const names = [
    ...ofMigrations.map(({ name, kind, cypher }) => `  ${kind} ${name} → ${cypher.replace(/\s+/g, ' ')}`),
    ...ofModel.map(({ name }) => `  INDEX ${name} → npm start`),
  ];
  return names.length === 0
    ? []
    : ['ない、または使えない制約・索引 — Constraints and indexes that are missing:', ...names];
}

/** How the graph differs from the dataset in a folder, and what was changed by hand since the last load. */
async function dataFindings(connection: Connection, folder: string): Promise<readonly string[]> {
  const dataset = await soundDataset(folder);
  const statements = await readLoadStatements(projectFile('cypher/load'));
  const { municipality, loaded, tables, edits } = await inspect(connection, dataset, statements);
  if (!loaded)
    return [`${municipality} は読み込まれていません — ${municipality} is not loaded → npm run load -- ${folder}`];
  const differences = describeDifference(tables);
  if (differences.length === 0) return [];
  const origin =
    loaded.origin === 'named' ? '指定されたフォルダ a named folder' : '既定のデータセット the default dataset';
  return [
    `最後の読込 — Last load: ${loaded.loadedAt}, ${origin}`,
    `${folder} を読み込むと変わる行 — Rows that a load of ${folder} would change → npm run load -- ${folder}:`,
    ...differences,
    ...describeEdits('手で変更された行 — Rows that were changed by hand since the last load:', edits),
  ];
}
