import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';
import { packageFile } from './datapackage.js';
import { type LocatedDataset, type Problem, reportIn } from './located-dataset.js';
import { parseDataset } from './parse.js';
import { textFolder } from './table.js';
import { finishWriting } from './write.js';

/**
 * Reads the dataset in a folder, after finishing what an extraction that was killed had begun to put there. Every wrong
 * cell, column or file becomes a problem; nothing is thrown for bad content. A folder without any table is a problem.
 */
export async function readDataset(
  folder: string,
): Promise<{ readonly dataset: LocatedDataset; readonly problems: Problem[] }> {
  await finishWriting(folder);
  const names = [
    ...(await filesIn(folder)).filter((name) => name.endsWith('.csv') || name === packageFile),
    ...(await filesIn(join(folder, textFolder))).map((name) => `${textFolder}/${name}`),
  ];
  const files = names.map(async (name) => [name, await readFile(join(folder, name))] as const);
  const { dataset, problems } = parseDataset(new Map(await Promise.all(files)));
  if (dataset.nodes.size === 0)
    reportIn(problems, folder)(null, null, 'expected the tables of a dataset, but found none');
  return { dataset, problems };
}

/** The names of the files in a folder; none where there is no such folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
