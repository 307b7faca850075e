import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeTemplate } from '../ingest/workbook/write-template.js';
import type { Progress } from '../progress.js';

/** Writes the workbook into which a city fills its plan; a file that is there is replaced once the new one is whole. */
export async function templateCommand(file: string, progress: Progress): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const incoming = `${file}.incoming`;
  await writeFile(incoming, await writeTemplate());
  await rename(incoming, file);
  progress.say(
    `${file} を書き出しました。記入したら npm run import -- ${file} --check で確認してください。\nWritten: ${file}. Fill it in, then check it: npm run import -- ${file} --check`,
  );
}
