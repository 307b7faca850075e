/** Where datasets lie in a data folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import { holdsDataset } from '../ingest/dataset/write.js';

/** The dataset that somebody extracted, which a start prefers to the committed one. */
const extracted = 'dataset';
/** The datasets of imported cities, a folder for each, named by its key. */
const cities = 'cities';

/** What a backup keeps of a data folder, beside the graph. */
export const keptFolders: readonly string[] = [extracted, cities];

export const extractedDataset = (dataDir: string): string => join(dataDir, extracted);

export const cityDataset = (dataDir: string, key: string): string => join(dataDir, cities, key);

/** The keys of the cities that have a folder, whether a dataset lies in it or only what an import that was killed has left. */
export async function cityFolders(dataDir: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(join(dataDir, cities), { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The keys of the imported cities whose dataset lies in the data folder, be it one that is still to be put in place. */
export async function importedCities(dataDir: string): Promise<readonly string[]> {
  const keys = await cityFolders(dataDir);
  return keys.filter((key) => holdsDataset(cityDataset(dataDir, key))).sort();
}
