import type { Connection } from '../../../../src/database/connection.js';
import type { Dataset } from '../../../../src/dataset/dataset.js';
import { withoutPlaces } from '../../../../src/dataset/located-dataset.js';
import { readDataset } from '../../../../src/dataset/read.js';
import { load } from '../../../../src/load/load.js';
import { readLoadStatements } from '../../../../src/load/statements.js';
import { silentProgress } from '../../../../src/progress.js';
import { projectFile } from '../../../../src/project-files.js';
import { greenCity } from '../../../fixtures/green-city.js';
import { seededDatabase } from '../../seeded.js';
import { scrambled } from './scrambled-city.js';
import { World } from './world.js';

const read = async (folder: string): Promise<Dataset> => withoutPlaces((await readDataset(folder)).dataset);

/** The world of three cities: the committed dataset, an invented city, and one whose rows are as odd as rows can be. */
export async function readCities(): Promise<{ readonly world: World; readonly others: readonly Dataset[] }> {
  const [seed, green] = await Promise.all([read(projectFile('seed')), read(greenCity.dataset)]);
  const others = [green, scrambled(green, 'odd')];
  return { world: new World([seed, ...others]), others };
}

/** The shared database with the same cities; the caller closes the connection. */
export async function citiesDatabase(others: readonly Dataset[]): Promise<Connection> {
  const connection = await seededDatabase();
  const statements = await readLoadStatements(projectFile('cypher/load'));
  for (const dataset of others) await load(connection, dataset, statements, silentProgress);
  return connection;
}
