import { readFile } from 'node:fs/promises';
import { describe } from '../../model/declaration.js';
import type { Dataset } from './dataset.js';
import { folderFiles } from './folder-files.js';
import { type LocatedDataset, withoutPlaces } from './located-dataset.js';
import { parseDataset } from './parse.js';
import { type Problem, Problems } from './problems.js';
import { readSharedThings, withSharedThings } from './shared-things.js';
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
  const toPlace = await filesToPlace(folder);
  const { paths, lookalikes } = toPlace ? { paths: toPlace, lookalikes: [] } : await folderFiles(folder);
  const files = [...paths].map(async ([name, path]) => [name, await readFile(path)] as const);
  const { dataset, problems } = parseDataset(new Map(await Promise.all(files)), lookalikes);
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
