import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDataset, writeDataset } from '../dataset/write.js';
import { FindingList } from '../documents/finding.js';
import { readDocuments } from '../documents/read.js';
import { extract } from '../extract/extract.js';
import { formatReport } from '../extract/report.js';
import { readReviewed } from '../extract/reviewed.js';
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
  if (withText && join(output, '.') === join(projectFile('seed'), '.'))
    throw new OperatorError(
      '文書の本文を seed/ に書き出すことはできません。--output で別のフォルダを指定してください。',
      'The text of the documents must not go into seed/: name another folder with --output.',
    );
  const findings = new FindingList();
  const sources = await readDocuments(documents, findings);
  for (const { id, fileName, lines } of sources) progress.say(`${fileName} → ${id} (${lines.length} lines)`);
  const reviewed = await readReviewed(options.reviewed);
  const { dataset, corrections } = extract(sources, reviewed, findings, { withText });
  progress.say(formatReport(dataset, corrections, findings.all));
  if (findings.hasErrors)
    throw new OperatorError(
      '読み込めない文書があるため、何も書き出していません。上記のエラーを確認してください。',
      'Nothing was written, because a document cannot be used as it is: see the errors above.',
    );
  const files = formatDataset(dataset);
  if (check) return compare(output, files);
  await writeDataset(output, files);
  await writeTexts(join(output, 'documents'), dataset.texts ?? new Map());
  progress.say(`${files.size} files written to ${output}`);
}

async function compare(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const different: string[] = [];
  for (const [name, contents] of files) {
    const committed = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (committed !== contents) different.push(firstDifference(name, committed, contents));
  }
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

/** One plain file per document, beside the tables. */
async function writeTexts(folder: string, texts: ReadonlyMap<string, readonly string[]>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  if (texts.size === 0) return;
  await mkdir(folder, { recursive: true });
  for (const [id, lines] of texts) await writeFile(join(folder, `${id.replace(/^.*:/, '')}.txt`), lines.join('\n'));
}
