import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import type { Book } from '../ingest/workbook/book.js';
import { largestFile } from '../ingest/workbook/read-book.js';
import { isReport, type Reported, writeReport } from '../ingest/workbook/write-report.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { readRegularFile } from './regular-file.js';
import { type InputFiles, reportEnding } from './workbooks.js';

/** What is larger is no report on a workbook of those that are read. */
const largestReport = 2 * largestFile;

/** Where the report on a workbook goes: where it is wanted, else beside the workbook. */
function reportOn(file: string, { isFolder, files }: InputFiles, out: string | true): string {
  const name = basename(file).replace(/\.xlsx$/i, reportEnding);
  if (out === true) return join(dirname(file), name);
  return isFolder || files.length > 1 ? join(out, name) : out;
}

/** Refuses a place at which there is anything else than a report of an import. */
async function checkReplaceable(report: string, inputs: ReadonlySet<string>): Promise<void> {
  if (inputs.has((await unlessMissing(realpath(report))) ?? resolve(report)))
    throw new OperatorError(
      `報告を取り込むブックや対応表（${report}）に書くことはできません。--report に別の名前を指定してください。`,
      `The report cannot go into a workbook or mapping file that is imported (${report}): give another name to --report.`,
    );
  const present = await readRegularFile(report, largestReport);
  if (present && !(await isReport(present)))
    throw new OperatorError(
      `${report} は取込の報告ではないため、置き換えません。--report に別の名前を指定してください。`,
      `${report} is no report of an import, and is not replaced: give another name to --report.`,
    );
}

/** The reports on the workbooks that are read, each with its workbook. */
const reportsOn = (input: InputFiles, out: string | true) =>
  input.files.map((file) => [file, reportOn(file, input, out)] as const);

/** Removes earlier reports before anything is read: a run that breaks off leaves none that looks like its own. */
export async function removeEarlier(input: InputFiles, map: string | undefined, out: string | true): Promise<void> {
  const read = [...input.files, ...(map === undefined ? [] : [map])];
  const inputs = new Set(await Promise.all(read.map((file) => realpath(file))));
  const reports = reportsOn(input, out).map(([, report]) => report);
  for (const report of reports) await checkReplaceable(report, inputs);
  for (const report of reports) for (const each of [report, incomingOf(report)]) await rm(each, { force: true });
}

const incomingOf = (report: string) => `${report}.incoming`;

/** Writes the workbooks that were read with what was found in them; the workbooks themselves stay as they are. */
export async function writeReports(
  input: InputFiles,
  book: Book,
  reported: Reported,
  out: string | true,
  progress: Progress,
): Promise<void> {
  for (const [file, report] of reportsOn(input, out)) {
    const sheets = book.sheets.filter((sheet) => sheet.file.name === basename(file).normalize('NFC'));
    const bytes = await writeReport(await readFile(file), sheets, reported);
    await mkdir(dirname(report), { recursive: true });
    await writeFile(incomingOf(report), bytes);
    await rename(incomingOf(report), report);
    progress.say(`報告を ${report} に書き出しました。\nThe report is written: ${report}`);
  }
}
