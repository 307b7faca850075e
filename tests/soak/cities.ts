import type { Connection } from '../../src/database/connection.js';
import { ensureIndexes } from '../../src/database/indexes.js';
import { migrate } from '../../src/database/migrations.js';
import { withoutPlaces } from '../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../src/ingest/dataset/read.js';
import { load } from '../../src/ingest/load/load.js';
import { readLoadStatements } from '../../src/ingest/load/statements.js';
import { modelIndexes } from '../../src/model/indexes.js';
import { silentProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { cloneCity } from '../bench/cities.js';

/** As many as it takes for a list to fill the largest page. */
const clones = 8;

/** Adds cities of the committed dataset's shape to a graph. */
export async function addCities(connection: Connection): Promise<void> {
  await migrate(connection, projectFile('cypher/migrations'));
  await ensureIndexes(connection, modelIndexes);
  const template = withoutPlaces((await readDataset(projectFile('seed'))).dataset);
  const statements = await readLoadStatements(projectFile('cypher/load'));
  for (let number = 1; number <= clones; number++)
    await load(connection, cloneCity(template, number), statements, silentProgress);
}
