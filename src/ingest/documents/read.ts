import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from '../../decode.js';
import { codeOf } from '../../file-errors.js';
import type { DocumentFile, Lines } from './document.js';
import type { FindingList, Remark } from './finding.js';
import { formats, recognise } from './recognise.js';
import { remarks } from './remarks.js';

/** Larger files are no text exports of planning documents. */
const largestFile = 20 * 1024 * 1024;
/** A text of more lines is none either; shorter ones fit wherever lines are handed on one by one. */
const mostLines = 50_000;

/**
 * The documents among the regular files of a folder, by name and not recursive, each recognised by its content.
 * Every file that is not used is reported; one that should have been is an error.
 */
export async function readDocuments(folder: string, findings: FindingList): Promise<DocumentFile[]> {
  const sources: DocumentFile[] = [];
  for (const name of await namesIn(folder, findings)) {
    const source = await readDocument(folder, name, findings);
    if (source) sources.push(source);
  }
  return unique(sources, findings);
}

async function namesIn(folder: string, findings: FindingList): Promise<readonly string[]> {
  const names = await orReason(readdir(folder));
  if (typeof names !== 'string' && names.length > 0) return names.sort();
  const actual = typeof names === 'string' ? names : 'an empty folder';
  findings.add(remarks.noDocuments, folder, null, 'a folder with documents', actual);
  return [];
}

async function readDocument(folder: string, name: string, findings: FindingList): Promise<DocumentFile | null> {
  const path = join(folder, name);
  const unused = (remark: Remark, expected?: string, actual?: string, lines: Lines | null = null) => {
    findings.add(remark, name, lines, expected, actual);
    return null;
  };
  const unreadable = (reason: string) => unused(remarks.unreadable, 'a readable file', reason);
  if (/^\.|^(?:thumbs\.db|desktop\.ini)$/i.test(name))
    return unused(remarks.passedOver('a hidden file', '隠しファイル'));
  const file = await orReason(stat(path));
  if (typeof file === 'string') return unreadable(file);
  if (file.isDirectory()) return unused(remarks.passedOver('a folder', 'フォルダ'));
  if (!file.isFile()) return unused(remarks.passedOver('a special file', '特殊ファイル'));
  if (file.size > largestFile)
    return unused(remarks.tooLarge, `at most ${inMegabytes(largestFile)}`, inMegabytes(file.size));
  const bytes = await orReason(readFile(path));
  if (typeof bytes === 'string') return unreadable(bytes);
  const decoded = decode(bytes);
  const lines = decoded.kind === 'TEXT' ? splitLines(decoded.text) : [];
  if (lines.length > mostLines) return unused(remarks.tooLarge, `at most ${mostLines} lines`, `${lines.length} lines`);
  const recognised = recognise(lines);
  const checksum = createHash('sha256').update(bytes).digest('hex');
  if (recognised) return { ...recognised, fileName: name, lines, checksum };
  if (/^readme|\.(?:md|markdown)$/i.test(name))
    return unused(remarks.passedOver('a read-me about the folder', '説明ファイル'));
  switch (decoded.kind) {
    case 'TEXT': {
      const known = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(formats.map(({ title }) => title));
      return unused(remarks.unrecognised, known, `${lines.length} lines without the headings of any one of them`);
    }
    case 'OTHER_ENCODING': {
      const { encoding } = decoded;
      // The name of the file is quoted as one word of the shell.
      const conversion = `iconv -f ${encoding} -t UTF-8 '${name.replaceAll("'", "'\\''")}' > utf-8.txt`;
      return unused(remarks.otherEncoding(conversion), 'UTF-8', encoding === 'CP932' ? 'Shift_JIS (CP932)' : encoding);
    }
    case 'DAMAGED': {
      const damaged = { first: decoded.line, last: decoded.line };
      return unused(remarks.damaged, 'letters in UTF-8', 'bytes that are none', damaged);
    }
    case 'EMPTY':
      return unused(remarks.empty, 'the text of a document', 'an empty file');
    case 'CUT_OFF':
      return unused(remarks.cutOff, 'a whole letter at the end', 'a part of one');
    case 'BINARY':
      return unused(remarks.binary, 'plain text in UTF-8', 'binary data');
  }
}

const inMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Lines end with LF, CR LF or CR; one at the end of the file opens no further line. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What the file system answered, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'nothing of that name',
  ENOTDIR: 'a file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'a folder',
};

/** What the file system gives, or why it refused; anything else that goes wrong is thrown. */
async function orReason<T>(access: Promise<T>): Promise<T | string> {
  try {
    return await access;
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    return reasons[code] ?? code;
  }
}

/** Two files that are the same document: neither is taken, since nothing says which is meant. */
function unique(sources: readonly DocumentFile[], findings: FindingList): DocumentFile[] {
  return sources.filter(({ id, fileName }) => {
    const others = sources.filter((other) => other.id === id && other.fileName !== fileName);
    for (const other of others) {
      const actual = `${fileName} and ${other.fileName}`;
      findings.add(remarks.duplicate(id), fileName, null, `one file that is ${id}`, actual);
    }
    return others.length === 0;
  });
}
