import { dirname, relative, resolve } from 'node:path';
import { formatProposal } from '../ingest/workbook/mapping/format-proposal.js';
import { schemaFile } from '../ingest/workbook/mapping/json-schema.js';
import { propose } from '../ingest/workbook/mapping/propose.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { writeNewFile } from './new-file.js';
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
  await writeNewFile(out, text);
  progress.say(
    `${out} を書き出しました。確認・修正してから npm run import -- ${input} --map ${out} --check で確かめてください。\nWritten: ${out}. Check and correct it, then run: npm run import -- ${input} --map ${out} --check`,
  );
}
