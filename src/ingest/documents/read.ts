import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../file-errors.js';
import { type Decoded, decode } from './decode.js';
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
  const names = await unlessRefused(() => readdir(folder));
  if ('value' in names && names.value.length > 0) return names.value.sort();
  const actual = 'refused' in names ? names.refused : 'an empty folder';
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
  const status = await unlessRefused(() => stat(path));
  if ('refused' in status) return unreadable(status.refused);
  const { value: file } = status;
  if (file.isDirectory()) return unused(remarks.passedOver('a folder', 'フォルダ'));
  if (!file.isFile()) return unused(remarks.passedOver('a special file', '特殊ファイル'));
  if (file.size > largestFile)
    return unused(remarks.tooLarge, `at most ${inMegabytes(largestFile)}`, inMegabytes(file.size));
  const bytes = await unlessRefused(() => readFile(path));
  if ('refused' in bytes) return unreadable(bytes.refused);
  const decoded = decode(bytes.value);
  const lines = decoded.kind === 'TEXT' ? linesOf(decoded.text) : [];
  if (lines.length > mostLines) return unused(remarks.tooLarge, `at most ${mostLines} lines`, `${lines.length} lines`);
  const recognised = recognise(lines);
  const checksum = createHash('sha256').update(bytes.value).digest('hex');
  if (recognised) return { ...recognised, fileName: name, lines, checksum };
  if (/^readme|\.(?:md|markdown)$/i.test(name))
    return unused(remarks.passedOver('a read-me about the folder', '説明ファイル'));
  switch (decoded.kind) {
    case 'TEXT': {
      const known = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(formats.map(({ title }) => title));
      return unused(remarks.unrecognised, known, `${lines.length} lines without the headings of any one of them`);
    }
    case 'EMPTY':
      return unused(remarks.empty, 'the text of a document', 'an empty file');
    case 'CUT_OFF':
      return unused(remarks.cutOff, 'a whole letter at the end', 'a part of one');
    case 'OTHER_ENCODING':
      return unused(remarks.otherEncoding(conversionOf(decoded, name)), 'UTF-8', nameOf(decoded));
    case 'DAMAGED': {
      const damaged = { first: decoded.line, last: decoded.line };
      return unused(remarks.damaged, 'letters in UTF-8', 'bytes that are none', damaged);
    }
    case 'BINARY':
      return unused(remarks.binary, 'plain text in UTF-8', 'binary data');
  }
}

const inMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

type OtherEncoding = Extract<Decoded, { kind: 'OTHER_ENCODING' }>;

const nameOf = ({ encoding }: OtherEncoding) => (encoding === 'CP932' ? 'Shift_JIS (CP932)' : encoding);

/** The command that makes UTF-8 of the file, whose name is quoted as one word of the shell. */
const conversionOf = ({ encoding }: OtherEncoding, fileName: string) =>
  `iconv -f ${encoding} -t UTF-8 '${fileName.replaceAll("'", "'\\''")}' > utf-8.txt`;

/** Lines end with LF, CR LF or CR; one at the end of the file opens no further line. */
function linesOf(text: string): string[] {
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
async function unlessRefused<T>(read: () => Promise<T>): Promise<{ readonly value: T } | { readonly refused: string }> {
  try {
    return { value: await read() };
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    return { refused: reasons[code] ?? code };
  }
}

/** Two files that are the same document: neither is taken, since nothing says which is meant. */
function unique(sources: readonly DocumentFile[], findings: FindingList): DocumentFile[] {
  return sources.filter(({ id, fileName }) => {
    const others = sources.filter((other) => other.id === id && other.fileName !== fileName);
    for (const other of others)
      findings.add(
        remarks.duplicate(id),
        fileName,
        null,
        `one file that is ${id}`,
        `${fileName} and ${other.fileName}`,
      );
    return others.length === 0;
  });
}
