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

/** The keys of the imported cities whose dataset lies in the data folder, be it one that is still to be put in place. */
export async function importedCities(dataDir: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(join(dataDir, cities), { withFileTypes: true }))) ?? [];
  const keys = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return keys.filter((key) => holdsDataset(cityDataset(dataDir, key))).sort();
}
