import { readFile, stat } from 'node:fs/promises';
import { unlessMissing } from '../file-errors.js';
import { OperatorError } from '../operator-error.js';

/** The bytes of a file of at most some size; null where there is none. What is no file is refused: a folder, or a pipe, which may never end. */
export async function readRegularFile(path: string, most: number): Promise<Buffer | null> {
  const found = await unlessMissing(stat(path));
  if (!found) return null;
  if (found.isFile() && found.size <= most) return readFile(path);
  if (found.isFile())
    throw new OperatorError(
      `${path} は大きすぎます（上限 ${most / 2 ** 20} MB）。取り込むファイルか確認してください。`,
      `${path} is too large (more than ${most / 2 ** 20} MB): check that it is the file you mean.`,
    );
  throw new OperatorError(
    `${path} はファイルではありません（フォルダ、パイプなど）。ファイルを指定してください。`,
    `Expected a file, but ${path} is none (a folder, a pipe or the like): name a file.`,
  );
}
