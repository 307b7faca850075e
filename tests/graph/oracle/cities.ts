import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';
import { scrambled } from './scrambled-city.js';
import { World } from './world.js';

const read = async (folder: string): Promise<Dataset> => withoutPlaces((await readDataset(folder)).dataset);

/** The committed dataset. */
export const readSeed = (): Promise<Dataset> => read(projectFile('seed'));

/** The world of three cities: the committed dataset, an invented city, and one whose rows are as odd as rows can be. */
export async function readCities(): Promise<{ readonly world: World; readonly others: readonly Dataset[] }> {
  const [seed, green] = await Promise.all([readSeed(), read(greenCity.dataset)]);
  const others = [green, scrambled(green, 'odd')];
  return { world: new World([seed, ...others]), others };
}
