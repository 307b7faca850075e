import { type Connection, connect } from '../../src/database/connection.js';
import { ensureIndexes } from '../../src/database/indexes.js';
import { migrate } from '../../src/database/migrations.js';
import { withoutPlaces } from '../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../src/ingest/dataset/read.js';
import { load } from '../../src/ingest/load/load.js';
import { readLoadStatements } from '../../src/ingest/load/statements.js';
import { modelIndexes } from '../../src/model/indexes.js';
import { silentProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { emptyDatabase, liveTarget } from './neo4j.js';

/** Milliseconds that preparing a database may take on a slow machine. */
export const patience = 180_000;

/** A connection to the test's own database holding the committed dataset and nothing else; the caller closes it. */
export async function seededDatabase(): Promise<Connection> {
  const connection = connect(liveTarget());
  await emptyDatabase(connection);
  await migrate(connection, projectFile('cypher/migrations'));
  await ensureIndexes(connection, modelIndexes);
  const { dataset, problems } = await readDataset(projectFile('seed'));
  if (problems.length > 0) throw new Error(`expected a sound dataset in seed/, but got ${problems.length} problems`);
  await load(connection, withoutPlaces(dataset), await readLoadStatements(projectFile('cypher/load')), silentProgress);
  return connection;
}
