import { readFile, stat } from 'node:fs/promises';
import { unlessMissing } from '../file-errors.js';
import { OperatorError } from '../operator-error.js';

/** The bytes of a file; null where there is none. What is no file is refused: a folder, or a pipe, which may never end. */
export async function readRegularFile(path: string): Promise<Buffer | null> {
  const found = await unlessMissing(stat(path));
  if (!found) return null;
  if (found.isFile()) return readFile(path);
  throw new OperatorError(
    `${path} はファイルではありません（フォルダ、パイプなど）。ファイルを指定してください。`,
    `Expected a file, but ${path} is none (a folder, a pipe or the like): name a file.`,
  );
}
