import { mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import { type Reported, writeReport } from '../ingest/workbook/write-report.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { type Input, reportEnding } from './workbooks.js';

/** Where the report on a workbook goes: where it is wanted, else beside the workbook. */
function reportOn(file: string, { book, files }: Input, out: string | true): string {
  const name = basename(file).replace(/\.xlsx$/i, reportEnding);
  if (out === true) return join(dirname(file), name);
  return book.isFolder || files.length > 1 ? join(out, name) : out;
}

/** Writes the workbooks that were read with what was found in them; the workbooks themselves stay as they are. */
export async function writeReports(
  input: Input,
  reported: Reported,
  out: string | true,
  progress: Progress,
): Promise<void> {
  const inputs = new Set(await Promise.all(input.files.map((file) => realpath(file))));
  for (const file of input.files) {
    const report = reportOn(file, input, out);
    if (inputs.has((await unlessMissing(realpath(report))) ?? resolve(report)))
      throw new OperatorError(
        `報告を取り込むブック自体（${report}）に書くことはできません。--report に別の名前を指定してください。`,
        `The report cannot go into a workbook that is imported (${report}): give another name to --report.`,
      );
    const sheets = input.book.sheets.filter((sheet) => sheet.file.name === basename(file).normalize('NFC'));
    const bytes = await writeReport(await readFile(file), sheets, reported);
    await mkdir(dirname(report), { recursive: true });
    await writeFile(`${report}.incoming`, bytes);
    await rename(`${report}.incoming`, report);
    progress.say(`報告を ${report} に書き出しました。\nThe report is written: ${report}`);
  }
}
