/** Files that people go on with: one that is there is never replaced. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../file-errors.js';
import { OperatorError } from '../operator-error.js';

/** Writes the file that `--out` names, in a folder that is made for it. */
export async function writeNewFile(file: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, contents, { flag: 'wx' }).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new OperatorError(
      `${file} は既にあります。別の名前を --out で指定するか、移動してから再実行してください。`,
      `There is a file ${file} already: give another name with --out, or move it and run again.`,
      { cause: error },
    );
  });
}
