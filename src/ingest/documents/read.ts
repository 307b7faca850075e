import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from './decode.js';
import type { DocumentFile } from './document.js';
import { codeOf } from './error-code.js';
import type { Findings } from './finding.js';
import { recognise } from './recognise.js';
import {
  largestFile,
  mostLines,
  passedOver,
  type Remark,
  reasonOf,
  tooLarge,
  tooLong,
  undecodable,
  unreadable,
  unrecognised,
} from './unused-file.js';

/**
 * The documents among the regular files of a folder, by name and not recursive, each recognised by its content.
 * Every file that is not used is reported; one that should have been is an error.
 */
export async function readDocuments(folder: string, findings: Findings): Promise<DocumentFile[]> {
  const sources: DocumentFile[] = [];
  for (const name of await namesIn(folder, findings)) {
    const source = await readDocument(folder, name, findings);
    if (source) sources.push(source);
  }
  return unique(sources, findings);
}

async function namesIn(folder: string, findings: Findings): Promise<readonly string[]> {
  const names = await unlessRefused(() => readdir(folder));
  if ('value' in names && names.value.length > 0) return names.value.sort();
  findings.add({
    rule: 'folder-holds-documents',
    severity: 'error',
    document: folder,
    lines: null,
    message: 'There are no documents to read; name a folder with the text exports of the documents.',
    messageJa: '読み込む文書がありません。テキスト形式の文書を置いたフォルダを指定してください。',
    expected: 'a folder with documents',
    actual: 'refused' in names ? names.refused : 'an empty folder',
  });
  return [];
}

async function readDocument(folder: string, name: string, findings: Findings): Promise<DocumentFile | null> {
  const path = join(folder, name);
  const remark = (finding: Remark) => {
    findings.add({ lines: null, ...finding, document: name });
    return null;
  };
  if (/^\.|^(?:thumbs\.db|desktop\.ini)$/i.test(name)) return remark(passedOver('a hidden file', '隠しファイル'));
  const status = await unlessRefused(() => stat(path));
  if ('refused' in status) return remark(unreadable(status.refused));
  const { value: file } = status;
  if (!file.isFile())
    return remark(
      file.isDirectory() ? passedOver('a folder', 'フォルダ') : passedOver('a special file', '特殊ファイル'),
    );
  if (file.size > largestFile) return remark(tooLarge(file.size));
  const bytes = await unlessRefused(() => readFile(path));
  if ('refused' in bytes) return remark(unreadable(bytes.refused));
  const decoded = decode(bytes.value);
  const lines = decoded.kind === 'TEXT' ? linesOf(decoded.text) : [];
  if (lines.length > mostLines) return remark(tooLong(lines.length));
  const recognised = recognise(lines);
  const checksum = createHash('sha256').update(bytes.value).digest('hex');
  if (recognised) return { ...recognised, fileName: name, lines, checksum };
  if (/^readme|\.(?:md|markdown)$/i.test(name)) return remark(passedOver('a read-me about the folder', '説明ファイル'));
  return remark(decoded.kind === 'TEXT' ? unrecognised(lines.length) : undecodable(decoded, name));
}

/** Lines end with LF, CR LF or CR; one at the end of the file opens no further line. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What the file system gives, or why it refused; anything else that goes wrong is thrown. */
async function unlessRefused<T>(read: () => Promise<T>): Promise<{ readonly value: T } | { readonly refused: string }> {
  try {
    return { value: await read() };
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    return { refused: reasonOf(code) };
  }
}

/** Two files that are the same document: neither is taken, since nothing says which is meant. */
function unique(sources: readonly DocumentFile[], findings: Findings): DocumentFile[] {
  return sources.filter(({ id, fileName }) => {
    const others = sources.filter((other) => other.id === id && other.fileName !== fileName);
    for (const other of others)
      findings.add({
        rule: 'document-is-unique',
        severity: 'error',
        document: fileName,
        lines: null,
        message: `Two files are the document ${id}; remove the one that is not meant.`,
        messageJa: `同じ文書（${id}）が二つあります。不要なファイルを取り除いてください。`,
        expected: `one file that is ${id}`,
        actual: `${fileName} and ${other.fileName}`,
      });
    return others.length === 0;
  });
}
