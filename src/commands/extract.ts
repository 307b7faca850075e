import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { unlessMissing } from '../file-errors.js';
import { formatDataset } from '../ingest/dataset/format.js';
import { parseDataset } from '../ingest/dataset/parse.js';
import { formatProblems } from '../ingest/dataset/problems.js';
import { textFolder } from '../ingest/dataset/table.js';
import { validateDataset } from '../ingest/dataset/validate.js';
import { writeDataset } from '../ingest/dataset/write.js';
import type { SourceText } from '../ingest/documents/document.js';
import { type Finding, FindingList, formatFinding } from '../ingest/documents/finding.js';
import { readDocuments } from '../ingest/documents/read.js';
import { extract } from '../ingest/extract/extract.js';
import { formatReport } from '../ingest/extract/report.js';
import { readReviewed } from '../ingest/extract/reviewed.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';

export interface ExtractOptions {
  /** Folder of documents. */
  readonly documents: string;
  /** Folder of what people decided and wrote: `seed/reviewed`. */
  readonly reviewed: string;
  /** Folder that receives the tables. */
  readonly output: string;
  /** Compare with what the folder holds instead of writing. */
  readonly check: boolean;
  /** Carry the documents' text along; for a database of one's own, never for `seed/`. */
  readonly withText: boolean;
}

/**
 * Reads a folder of documents and writes the dataset, or compares it with the one that is there.
 * Nothing is written when a document cannot be used as a whole.
 */
export async function extractCommand(options: ExtractOptions, progress: Progress): Promise<void> {
  const { documents, output, check, withText } = options;
  await checkFolders(options);
  const findings = new FindingList();
  const sources = await readDocuments(documents, findings);
  for (const { id, fileName, lines } of sources) progress.say(`${fileName} → ${id} (${lines.length} lines)`);
  // Without a document every reviewed row would be reported as unused: the one thing that is wrong would be lost.
  if (sources.length === 0) throw unusable(findings.all, sources);
  const reviewed = await readReviewed(options.reviewed);
  const { dataset, corrections } = extract(sources, reviewed, findings, { withText });
  progress.say(formatReport(dataset, corrections, findings.all));
  if (findings.hasErrors) throw unusable(findings.all, sources);
  const files = formatDataset(dataset);
  checkDataset(files);
  if (check) {
    await compare(output, files);
    progress.say(`抽出結果は ${output} と一致します。\nThe documents give what ${output} holds.`);
    return;
  }
  await writeDataset(output, files);
  progress.say(`${files.size} files written to ${output}`);
}

/** Refuses to put text into `seed/`, and to write over the documents themselves. */
async function checkFolders({ documents, output, withText }: ExtractOptions): Promise<void> {
  if (withText && (await isWithin(output, projectFile('seed'))))
    throw new OperatorError(
      '文書の本文を seed/ に書き出すことはできません。--output で別のフォルダを指定してください。',
      'The text of the documents must not go into seed/: name another folder with --output.',
    );
  if (await isWithin(documents, join(output, textFolder)))
    throw new OperatorError(
      `${join(output, textFolder)} は書き出し先のため、元の文書を置けません。--output で別のフォルダを指定してください。`,
      `The documents lie in ${join(output, textFolder)}, which the extraction writes: name another folder with --output.`,
    );
}

async function isWithin(path: string, folder: string): Promise<boolean> {
  const way = relative(await actualPath(folder), await actualPath(path));
  return way.split(/[\\/]/)[0] !== '..' && !isAbsolute(way);
}

/** The absolute path without links, of what exists of it. */
async function actualPath(path: string): Promise<string> {
  const absolute = resolve(path);
  const actual = await unlessMissing(realpath(absolute));
  return actual ?? join(await actualPath(dirname(absolute)), basename(absolute));
}

/** Every reason why the documents cannot be used, in both languages, with the names of the files. */
function unusable(findings: readonly Finding[], sources: readonly SourceText[]): OperatorError {
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({
      ...finding,
      document: sources.find(({ id }) => id === finding.document)?.fileName ?? finding.document,
    }));
  const inJapanese = ({ document, lines, messageJa, expected, actual }: Finding) => {
    const place = lines ? `（${lines.first}行目）` : '';
    return `  ${document}${place}：${messageJa}（想定：${expected ?? '―'}、実際：${actual ?? '―'}）`;
  };
  return new OperatorError(
    `読み込めない文書があるため、何も書き出していません。\n${errors.map(inJapanese).join('\n')}`,
    `Nothing was written, because a document cannot be used as it is:\n${errors.map((error) => `  ${formatFinding(error)}`).join('\n')}`,
  );
}

/** Refuses a dataset that could not be loaded: then the documents contradict each other in a way that no rule foresees. */
function checkDataset(files: ReadonlyMap<string, string>): void {
  const bytes = new Map([...files].map(([name, contents]) => [name, Buffer.from(contents)]));
  const { dataset, problems } = parseDataset(bytes);
  const all = [...problems, ...validateDataset(dataset)];
  if (all.length === 0) return;
  const list = formatProblems(all, 50);
  throw new OperatorError(
    `抽出結果に ${all.length} 件の矛盾があるため、何も書き出していません。文書または seed/reviewed を確認してください。\n${list.ja}`,
    `Nothing was written: what was extracted has ${all.length} ${all.length === 1 ? 'problem' : 'problems'}. Look at the documents and at seed/reviewed.\n${list.en}`,
  );
}

async function compare(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const different: string[] = [];
  for (const [name, contents] of files) {
    const committed = await unlessMissing(readFile(join(folder, name), 'utf8'));
    if (committed !== contents) different.push(firstDifference(name, committed, contents));
  }
  for (const name of (await unlessMissing(readdir(folder))) ?? [])
    if (name.endsWith('.csv') && !files.has(name)) different.push(`  ${name}: no longer extracted`);
  if (different.length > 0)
    throw new OperatorError(
      `抽出結果が ${folder} と異なります。確認のうえ extract を実行して更新してください。\n${different.join('\n')}`,
      `The extraction differs from ${folder}: look at the differences, then run extract to update it.\n${different.join('\n')}`,
    );
}

/** Where a file differs first, as a row that a spreadsheet would show. */
function firstDifference(name: string, committed: string | null, extracted: string): string {
  if (committed === null) return `  ${name}: missing`;
  const [before, after] = [committed.split('\n'), extracted.split('\n')];
  const row = after.findIndex((line, index) => line !== before[index]);
  const place = row === -1 ? after.length : row;
  return `  ${name}, row ${place + 1}: committed ${before[place] ?? 'nothing'} | extracted ${after[place] ?? 'nothing'}`;
}
