import { type Connection, connect } from '../../../../src/database/connection.js';
import type { Dataset } from '../../../../src/ingest/dataset/dataset.js';
import { load } from '../../../../src/ingest/load/load.js';
import { readLoadStatements } from '../../../../src/ingest/load/statements.js';
import { silentProgress } from '../../../../src/progress.js';
import { projectFile } from '../../../../src/project-files.js';
import { readCities, readSeed } from '../../../graph/oracle/cities.js';
import type { World } from '../../../graph/oracle/world.js';
import { liveTarget } from '../../neo4j.js';
import { seededDatabase } from '../../seeded.js';

/**
 * The shared database with the committed dataset and the cities; the caller closes the connection. Where it holds the same
 * cities already, since a test before this one, only what differs is loaded, which is nothing.
 */
export async function citiesDatabase(others: readonly Dataset[]): Promise<Connection> {
  const datasets = [await readSeed(), ...others];
  const connection = (await holds(datasets)) ? connect(liveTarget()) : await seededDatabase();
  const statements = await readLoadStatements(projectFile('cypher/load'));
  for (const dataset of datasets) await load(connection, dataset, statements, silentProgress);
  return connection;
}

/** The world of the cities and the database that holds them. */
export async function openCities(): Promise<{ readonly world: World; readonly connection: Connection }> {
  const { world, others } = await readCities();
  return { world, connection: await citiesDatabase(others) };
}

/** Whether the shared database holds datasets of these cities and of no other. */
async function holds(datasets: readonly Dataset[]): Promise<boolean> {
  const wanted = datasets.map(({ nodes }) => String(nodes.get('Municipality')?.[0]?.values.key));
  const connection = connect(liveTarget());
  try {
    const found = await connection.read<{ city: string }>('MATCH (d:Dataset) RETURN d.municipality AS city');
    return (
      found
        .map(({ city }) => city)
        .sort()
        .join() === wanted.sort().join()
    );
  } finally {
    await connection.close();
  }
}
