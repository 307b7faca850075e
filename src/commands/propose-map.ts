import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { codeOf } from '../file-errors.js';
import { formatProposal } from '../ingest/workbook/mapping/format-proposal.js';
import { schemaFile } from '../ingest/workbook/mapping/json-schema.js';
import { propose } from '../ingest/workbook/mapping/propose.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { inputFiles, readInput } from './workbooks.js';

/**
 * Proposes a mapping file for a workbook or a folder of them. It goes where it is wanted, else to the standard output; a file
 * that is there is kept, as people correct it.
 */
export async function proposeMap(input: string, out: string | undefined, progress: Progress): Promise<void> {
  const book = await readInput(await inputFiles(input));
  const folder = out === undefined ? '.' : dirname(out);
  const schema = relative(resolve(folder), projectFile(schemaFile)).split('\\').join('/');
  const text = formatProposal(propose(book), schema);
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(out, text, { flag: 'wx' }).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new OperatorError(
      `${out} は既にあります。別の名前を --out で指定するか、移動してから再実行してください。`,
      `There is a file ${out} already: give another name with --out, or move it and run again.`,
      { cause: error },
    );
  });
  progress.say(
    `${out} を書き出しました。確認・修正してから npm run import -- ${input} --map ${out} --check で確かめてください。\nWritten: ${out}. Check and correct it, then run: npm run import -- ${input} --map ${out} --check`,
  );
}
