import { writeTemplate } from '../ingest/workbook/write-template.js';
import type { Progress } from '../progress.js';
import { writeNewFile } from './new-file.js';

/** Writes the workbook into which a city fills its plan; one that is there may be filled in, and is kept. */
export async function templateCommand(file: string, progress: Progress): Promise<void> {
  await writeNewFile(file, await writeTemplate());
  progress.say(
    `${file} を書き出しました。記入したら npm run import -- ${file} --check で確認してください。\nWritten: ${file}. Fill it in, then check it: npm run import -- ${file} --check`,
  );
}
