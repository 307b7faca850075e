import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';
import { describe } from '../../model/declaration.js';
import { packageFile } from './datapackage.js';
import type { Dataset } from './dataset.js';
import { type LocatedDataset, withoutPlaces } from './located-dataset.js';
import { parseDataset } from './parse.js';
import { type Problem, Problems } from './problems.js';
import { readSharedThings, withSharedThings } from './shared-things.js';
import { textFolder } from './table.js';
import { validateDataset } from './validate.js';
import { filesToPlace } from './write.js';

/**
 * Reads the dataset in a folder, be it one that an extraction which was killed had begun to put there; changes nothing.
 * Every wrong cell, column or file becomes a problem; nothing is thrown for bad content. A folder without any table is a
 * problem.
 */
export async function readDataset(
  folder: string,
): Promise<{ readonly dataset: LocatedDataset; readonly problems: readonly Problem[] }> {
  const paths = (await filesToPlace(folder)) ?? (await datasetFiles(folder));
  const files = [...paths].map(async ([name, path]) => [name, await readFile(path)] as const);
  const { dataset, problems } = parseDataset(new Map(await Promise.all(files)));
  if (dataset.nodes.size > 0 || problems.length > 0) return { dataset, problems };
  const none = new Problems();
  const words = describe('expected the tables of a dataset, but found none', 'データセットの表が一つもありません');
  none.in(folder)(null, null, words);
  return { dataset, problems: none.all };
}

/** Reads the dataset in a folder and checks it as a whole, with what all cities share as the service has it. */
export async function readWholeDataset(
  folder: string,
): Promise<{ readonly dataset: Dataset; readonly problems: readonly Problem[] }> {
  const { dataset, problems } = await readDataset(folder);
  const shared = await readSharedThings();
  const across = dataset.nodes.size > 0 ? validateDataset(dataset, shared) : [];
  return { dataset: withSharedThings(withoutPlaces(dataset), shared), problems: [...problems, ...across] };
}

/** The files of a folder that belong to a dataset, by name with their paths. */
async function datasetFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = [
    ...(await filesIn(folder)).filter((name) => name.endsWith('.csv') || name === packageFile),
    ...(await filesIn(join(folder, textFolder))).map((name) => `${textFolder}/${name}`),
  ];
  return new Map(names.map((name) => [name, join(folder, name)]));
}

/** The names of the files in a folder; none where there is no such folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
