import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import { parseDataset } from '../ingest/dataset/parse.js';
import { fileOf } from '../ingest/dataset/table.js';
import type { HeldCity } from '../ingest/workbook/held-city.js';
import { nodeNamed } from '../model/model.js';
import { cityDataset, importedCities } from './data-folders.js';
import { defaultDataset } from './load.js';

/** The cities whose datasets are at hand: that of a start of the service, and those that were imported. */
export async function heldCities(dataDir: string): Promise<readonly HeldCity[]> {
  const imported = (await importedCities(dataDir)).map((key) => cityDataset(dataDir, key));
  return (await Promise.all([defaultDataset(dataDir), ...imported].map(citiesIn))).flat();
}

/** The city of a dataset; what is wrong with its table, a load says. */
async function citiesIn(folder: string): Promise<readonly HeldCity[]> {
  const file = fileOf(nodeNamed('Municipality'));
  const bytes = await unlessMissing(readFile(join(folder, file)));
  const { dataset } = parseDataset(new Map(bytes ? [[file, bytes]] : []));
  return (dataset.nodes.get('Municipality') ?? []).flatMap(({ row: { values } }) => {
    const { key, code, name } = values;
    return typeof key === 'string' && typeof code === 'string' ? [{ key, code, name: String(name), folder }] : [];
  });
}
