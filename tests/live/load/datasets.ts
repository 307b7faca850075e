import { type Connection, connect } from '../../../src/database/connection.js';
import { ensureIndexes } from '../../../src/database/indexes.js';
import { migrate } from '../../../src/database/migrations.js';
import type { Dataset, EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { type LoadResult, load } from '../../../src/ingest/load/load.js';
import { readLoadStatements } from '../../../src/ingest/load/statements.js';
import { modelIndexes } from '../../../src/model/indexes.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { emptyDatabase, liveTarget } from '../neo4j.js';

/** A dataset of the folder. */
export async function datasetOf(folder: string): Promise<Dataset> {
  const { dataset, problems } = await readDataset(folder);
  if (problems.length > 0)
    throw new Error(`expected a sound dataset in ${folder}, but got ${problems.length} problems`);
  return withoutPlaces(dataset);
}

/** Makes the graph hold a dataset, whatever has to go for it. */
export async function loadDataset(connection: Connection, dataset: Dataset): Promise<LoadResult> {
  return load(connection, dataset, await readLoadStatements(projectFile('cypher/load')), silentProgress, {
    origin: 'named',
    giveWay: false,
    allowRemovals: true,
  });
}

/** Removes all that the graph holds of a city, as somebody would by hand. */
export async function removeCity(connection: Connection, key: string): Promise<void> {
  await connection.run(
    `MATCH (n) WHERE n.municipality = $key OR n.id STARTS WITH $key + ':' DETACH DELETE n
     WITH count(*) AS removed MERGE (r:GraphRevision {name: 'graph'}) SET r.value = randomUUID()`,
    { key },
  );
}

/** The shared database, empty but migrated; the caller closes it. */
export async function migratedDatabase(): Promise<Connection> {
  const connection = connect(liveTarget());
  await emptyDatabase(connection);
  await migrate(connection, projectFile('cypher/migrations'));
  await ensureIndexes(connection, modelIndexes);
  return connection;
}

/** The same dataset of another city: every id under another key, and another local-government code. */
export function ofCity(dataset: Dataset, key: string): Dataset {
  const code = String(990_000 + [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const renamed = <Row>(row: Row): Row =>
    JSON.parse(JSON.stringify(row).replaceAll('midorino', key).replaceAll('990019', code)) as Row;
  const table = <Name, Row>(tables: ReadonlyMap<Name, readonly Row[]>) =>
    new Map([...tables].map(([name, rows]) => [name, rows.map(renamed)]));
  return { nodes: table(dataset.nodes), edges: table(dataset.edges) };
}

/** A dataset as it was before much happened to it: rows lack, and of those that are there many say something else. */
export function olderThan(dataset: Dataset): Dataset {
  const lacking = new Set<unknown>([
    'Evaluation',
    'AnnualGoal',
    'EVALUATES',
    'GOAL_OF',
    'CHANGES',
    'POINTS_TO',
    'Change',
  ]);
  const kept = <Name, Row extends NodeRow | EdgeRow>(tables: ReadonlyMap<Name, readonly Row[]>) =>
    new Map(
      [...tables]
        .filter(([name]) => !lacking.has(name))
        .map(([name, rows]) => [name, rows.map((row, index) => (index % 2 ? { ...row, sources: [] } : row))]),
    );
  return { nodes: kept(dataset.nodes), edges: kept(dataset.edges) };
}
