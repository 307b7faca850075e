import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';
import { OperatorError } from '../../operator-error.js';
import { filesOfPackage, packageFile } from './datapackage.js';
import { textFolder } from './table.js';

/** Where files are gathered until all of them are there; what a killed run leaves in it counts for nothing. */
const incoming = '.incoming';
/** What `incoming` becomes, all at once: from then on the folder counts as holding these files. */
const complete = '.complete';

/**
 * Writes the files of a dataset into a folder and removes those of the former one that are no longer part of it, all or
 * nothing: killed at any moment, the folder holds the former dataset, or one that `finishWriting` puts in place. Other
 * files and folders stay untouched.
 */
export async function writeDataset(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await gatherFiles(folder, files);
  await placeGathered(folder);
}

/** Where the files of a folder are gathered; whoever has a place of its own gives that another ending. */
export const gatheringIn = (folder: string): string => join(folder, incoming);

/** Writes the files beside those of a folder, where they count for nothing before `placeGathered` is called. */
export async function gatherFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  place: string = gatheringIn(folder),
): Promise<void> {
  await finishWriting(folder);
  await rm(place, { recursive: true, force: true });
  for (const [name, contents] of files) {
    const path = join(place, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

/** Whether a file lies where those are gathered that do not count yet. */
export const isGathered = (folder: string, path: string): boolean => path.startsWith(gatheringIn(folder));

/** Makes the files that were gathered those of the folder, all at once. */
export async function placeGathered(folder: string, place: string = gatheringIn(folder)): Promise<void> {
  await rename(place, join(folder, complete));
  await finishWriting(folder);
}

/**
 * Puts a dataset in place that was written completely, file by file; its description comes last and says until then what
 * belongs to it. Does nothing where there is none, and goes on where a former run was killed.
 */
export async function finishWriting(folder: string): Promise<void> {
  const source = join(folder, complete);
  if (!existsSync(source)) return;
  const files = await listedIn(source);
  // Without its description, all of it is in place already.
  if (files.length > 0) await putInPlace(folder, source, files);
  await rm(source, { recursive: true, force: true });
  if ((await unlessMissing(readdir(join(folder, textFolder))))?.length === 0) await rmdir(join(folder, textFolder));
}

/**
 * Where the files lie of a dataset that was written completely and is still to be put in place, by name; null where there
 * is none. Whoever only reads a folder finds that dataset, and changes nothing.
 */
export async function filesToPlace(folder: string): Promise<ReadonlyMap<string, string> | null> {
  const source = join(folder, complete);
  const files = await listedIn(source);
  if (files.length === 0) return null;
  const places = [...files, packageFile].map((name) => {
    const place = [join(source, name), join(folder, name)].find((path) => existsSync(path));
    return [name, place] as const;
  });
  return new Map(places.flatMap(([name, place]) => (place ? [[name, place]] : [])));
}

async function putInPlace(folder: string, source: string, files: readonly string[]): Promise<void> {
  for (const name of await formerFiles(folder))
    if (!files.includes(name)) await rm(join(folder, name), { force: true });
  for (const name of [...files, packageFile]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    // A former run may have moved it.
    await unlessMissing(rename(join(source, name), join(folder, name)));
  }
}

/** True where a folder holds a dataset, be it one that is still to be put in place. */
export const holdsDataset = (folder: string): boolean =>
  existsSync(join(folder, packageFile)) || existsSync(join(folder, complete));

/** The files that belong to a dataset, by its description; none where there is no description. */
async function listedIn(folder: string): Promise<readonly string[]> {
  const description = await descriptionIn(folder);
  const files = description === null ? [] : filesOfPackage(description);
  if (files === null) throw damaged(folder);
  return files;
}

/** The description in a folder; null where there is none. */
const descriptionIn = (folder: string) => unlessMissing(readFile(join(folder, packageFile), 'utf8'));

const damaged = (folder: string) =>
  new OperatorError(
    `${join(folder, packageFile)} が壊れているため、書き出しの途中だったデータセットを仕上げられません。フォルダー ${folder} を削除し、読み取りまたは取込をもう一度実行してください。`,
    `${join(folder, packageFile)} is damaged, so that a dataset that was being written cannot be finished. Delete the folder ${folder}, and extract or import again.`,
  );

/** What an extraction put into a folder: its tables, and the documents' text that its description lists. */
async function formerFiles(folder: string): Promise<ReadonlySet<string>> {
  const tables = ((await unlessMissing(readdir(folder))) ?? []).filter((name) => name.endsWith('.csv'));
  const description = await descriptionIn(folder);
  // One that somebody broke is replaced, as the tables are.
  const listed = (description === null ? null : filesOfPackage(description)) ?? [];
  return new Set([...tables, ...listed.filter((name) => dirname(name) === textFolder)]);
}
