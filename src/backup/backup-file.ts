/** The file of a backup: gzip of JSON Lines, a header first, and what has to come true at the end. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { codeOf } from '../file-errors.js';
import { isRecord } from '../json.js';
import { OperatorError } from '../operator-error.js';
import { draftOf, removeLeftDrafts } from './draft.js';
import { type GraphCounts, type StoredItem, typeOfValue } from './stored-graph.js';

const format = 'policy-graph backup';
/** Since 2 files are named from the data folder; before, from its `dataset`. Since 3 they may be in Base64. */
const formatVersion = 3;

/** What a backup says of itself. */
export interface BackupHeader {
  readonly format: typeof format;
  readonly formatVersion: number;
  /** When it was made, in ISO 8601. */
  readonly at: string;
  /** The revision of the graph; null of one that nothing was loaded into. */
  readonly revision: string | null;
  /** The number of the last migration; 0 of an empty database. */
  readonly migration: number;
}

/** The last line of a backup: what a reader must have found. */
interface End {
  readonly counts: GraphCounts;
  readonly files: number;
  /** SHA-256 of all lines before this one. */
  readonly sha256: string;
}

/** A file of the data folder: its text, or its bytes in Base64 where they are no text. */
export type StoredFile =
  | readonly [name: string, text: string]
  | readonly [name: string, bytes: string, encoding: 'base64'];

/** A line of a backup between its header and its end. */
type Content = { readonly file: StoredFile } | StoredItem;

/** A file under its name, as a backup keeps it. */
export const storedFile = (name: string, bytes: Buffer): StoredFile =>
  isUtf8(bytes) ? [name, bytes.toString('utf8')] : [name, bytes.toString('base64'), 'base64'];

/** The header of a backup that is made now. */
export const headerOf = (revision: string | null, migration: number): BackupHeader => ({
  format,
  formatVersion,
  at: new Date().toISOString(),
  revision,
  migration,
});

/** Counts what passes, as the database counts it. */
class Tally {
  private readonly nodes: Record<string, number> = { '': 0 };
  private readonly relationships: Record<string, number> = { '': 0 };
  files = 0;
  private readonly hash = createHash('sha256');

  line(text: string): void {
    this.hash.update(text).update('\n');
  }

  add(line: Content): void {
    const count = (counts: Record<string, number>, names: readonly string[]) => {
      for (const name of [...names, '']) counts[name] = (counts[name] ?? 0) + 1;
    };
    if ('node' in line) count(this.nodes, line.node[1]);
    else if ('relationship' in line) count(this.relationships, [line.relationship[0]]);
    else this.files++;
  }

  end(): End {
    return {
      counts: { nodes: this.nodes, relationships: this.relationships },
      files: this.files,
      sha256: this.hash.copy().digest('hex'),
    };
  }
}

/**
 * Writes a backup, or leaves the file that is there as it is: it gets its name when all of it is on the disk, was read
 * back, and passed the check.
 */
export async function writeBackup(
  path: string,
  header: BackupHeader,
  content: AsyncIterable<Content>,
  check: (end: End) => Promise<void>,
  signal?: AbortSignal,
): Promise<End> {
  const draft = draftOf(path);
  const tally = new Tally();
  async function* lines() {
    const written = (line: Content | { readonly header: BackupHeader }) => {
      const text = JSON.stringify(line);
      tally.line(text);
      return `${text}\n`;
    };
    yield written({ header });
    for await (const line of content) {
      checkContent(line);
      tally.add(line);
      yield written(line);
    }
    yield `${JSON.stringify({ end: tally.end() })}\n`;
  }
  try {
    await removeLeftDrafts(path);
    const file = createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(Readable.from(lines()), createGzip(), file, signal ? { signal } : {});
    await checkBackup(draft);
    await check(tally.end());
    signal?.throwIfAborted();
    await rename(draft, path);
    await flushFolder(dirname(path));
    return tally.end();
  } catch (error) {
    await rm(draft, { force: true });
    throw isOfFile(error) ? cannotWrite(path, error) : error;
  }
}

/** Whether the file system, or what a path leads to, is to blame. */
const isOfFile = (error: unknown) =>
  [
    ...['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ENXIO'],
    ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EMFILE'],
  ].includes(codeOf(error));

/** A name is on the disk once its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What a sound backup holds. */
export interface Checked {
  readonly header: BackupHeader;
  readonly end: End;
  /** The `id` of each node that has one. */
  readonly ids: ReadonlySet<string>;
  /** The files that lay in the data folder, by their names there. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Reads all of a backup; fails where it is not whole, was changed, or holds what cannot be restored. */
export async function checkBackup(path: string): Promise<Checked> {
  let header: BackupHeader | null = null;
  let end: unknown = null;
  const tally = new Tally();
  const ids = new Set<string>();
  const files = new Map<string, Buffer>();
  for await (const [line, text] of linesOf(path)) {
    if (end !== null) throw damaged(path, 'more follows its end');
    if (header === null) {
      header = headerIn(path, line);
      tally.line(text);
    } else if (isRecord(line) && 'end' in line) end = line;
    else {
      if (!isContent(line)) throw damaged(path, 'a line of it is neither a file nor a part of a graph');
      tally.line(text);
      tally.add(line);
      checkContent(line);
      if ('file' in line) files.set(nameOf(header, line.file), bytesOf(line.file));
      const id = 'node' in line && line.node[2].find(([key]) => key === 'id')?.[2];
      if (typeof id === 'string') ids.add(id);
    }
  }
  if (header === null) throw damaged(path, 'it is empty');
  if (end === null) throw damaged(path, 'its end is missing');
  const counted = tally.end();
  if (!isDeepStrictEqual(end, { end: counted })) throw damaged(path, 'its counts or its checksum are others');
  return { header, end: counted, ids, files };
}

const nameOf = ({ formatVersion }: BackupHeader, [name]: StoredFile): string =>
  formatVersion === 1 ? `dataset/${name}` : name;

const bytesOf = ([, content, encoding]: StoredFile): Buffer => Buffer.from(content, encoding ?? 'utf8');

const isTuple = (value: unknown, ...items: readonly ((item: unknown) => boolean)[]) =>
  Array.isArray(value) && value.length === items.length && items.every((isItem, index) => isItem(value[index]));
const isListOf = (isItem: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isItem);
const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => Number.isSafeInteger(value);
const isValue = (value: unknown) =>
  isTuple(value, isText, isText, isText) || isTuple(value, isText, isText, isListOf(isText));

/** Whether a line has the shape that `writeBackup` writes; the checksum at the end of a file comes too late for that. */
function isContent(line: unknown): line is Content {
  if (!isRecord(line) || Object.keys(line).length !== 1) return false;
  const { file, node, relationship } = line;
  return (
    isTuple(file, isText, isText) ||
    isTuple(file, isText, isText, (encoding) => encoding === 'base64') ||
    isTuple(node, isNumber, isListOf(isText), isListOf(isValue)) ||
    isTuple(relationship, isText, isNumber, isNumber, isListOf(isValue))
  );
}

/** The nodes and relationships of a backup that was checked; fails at its end where the file is another one by now. */
export async function* storedIn(path: string, { end }: Pick<Checked, 'end'>): AsyncGenerator<StoredItem> {
  const tally = new Tally();
  for await (const [line, text] of linesOf(path)) {
    if (isRecord(line) && 'end' in line) continue;
    tally.line(text);
    if (isContent(line) && !('file' in line)) yield line;
  }
  if (tally.end().sha256 !== end.sha256) throw damaged(path, 'it was changed while it was read');
}

async function* linesOf(path: string): AsyncGenerator<readonly [line: unknown, text: string]> {
  const found = await stat(path).catch((error: unknown) => {
    throw isOfFile(error) ? cannotRead(path, error) : error;
  });
  // A pipe could be read only once, and may never end.
  if (!found.isFile() && !found.isDirectory()) throw damaged(path, 'it is no file');
  // Its error is looked at below; one that comes after the reader has left concerns nobody.
  const unzipped = createGunzip().on('error', () => {});
  const source = createReadStream(path).on('error', (error) => unzipped.destroy(error));
  try {
    for await (const text of createInterface({ input: source.pipe(unzipped), crlfDelay: Number.POSITIVE_INFINITY }))
      yield [JSON.parse(text), text];
    if (unzipped.errored) throw unzipped.errored;
  } catch (error) {
    if (isOfFile(error)) throw cannotRead(path, error);
    // A RangeError is that of a line which is longer than a string may be.
    const isOfContent = error instanceof SyntaxError || error instanceof RangeError || codeOf(error).startsWith('Z_');
    throw isOfContent ? damaged(path, 'it cannot be read', error) : error;
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

function headerIn(path: string, line: unknown): BackupHeader {
  const header = isRecord(line) ? line.header : null;
  if (!isRecord(header)) throw damaged(path, 'it does not begin with a header');
  if (header.format !== format) throw damaged(path, 'it is no backup of this service');
  if (Number(header.formatVersion) > formatVersion)
    throw new OperatorError(
      `${path} は新しい版のプログラムのバックアップです（形式 ${header.formatVersion}、このプログラムは ${formatVersion} まで）。その版のプログラムで復元してください。`,
      `${path} is a backup of a newer version of the program (format ${header.formatVersion}, this one knows ${formatVersion}): restore it with that version.`,
    );
  const { at, revision, migration } = header;
  const isSound =
    isNumber(header.formatVersion) && isText(at) && (revision === null || isText(revision)) && isNumber(migration);
  if (!isSound) throw damaged(path, 'its header is not whole');
  return header as unknown as BackupHeader;
}

const outside = (name: string) =>
  new OperatorError(
    `バックアップのファイル名「${name}」がフォルダーの外を指しています。このバックアップは使えません。`,
    `A file of the backup has a name outside of its folder: ${name}. This backup cannot be used.`,
  );

/** Refuses values of types that the file cannot keep, such as points, and files that would lie elsewhere. */
function checkContent(line: Content): void {
  if ('file' in line) {
    const [name] = line.file;
    if (isAbsolute(name) || name.includes('\0') || name.split(/[/\\]/).includes('..')) throw outside(name);
    return;
  }
  const [of, values] =
    'node' in line ? [line.node[1].join(':'), line.node[2]] : [line.relationship[0], line.relationship[3]];
  const unknown = values.find(([, type]) => typeOfValue(type) === null);
  if (!unknown) return;
  const [key, type] = unknown;
  throw new OperatorError(
    `${of} のプロパティ ${key} は、バックアップに保存できない型（${type}）です。別の型で保存し直してから再実行してください。`,
    `The property ${key} of ${of} has a type that a backup cannot keep: ${type}. Store it as another type, and run again.`,
  );
}

const damaged = (path: string, reason: string, cause?: unknown) =>
  new OperatorError(
    `バックアップ ${path} は完全ではないか、壊れています（${reason}）。別のバックアップを使ってください。`,
    `The backup ${path} is not whole, or damaged: ${reason}. Use another one.`,
    { cause },
  );

const cannotRead = (path: string, cause: unknown) =>
  new OperatorError(
    `バックアップ ${path} を読めません（${codeOf(cause)}）。パスと権限を確認してください。`,
    `The backup ${path} cannot be read (${codeOf(cause)}). Check its path and permissions.`,
    { cause },
  );

const cannotWrite = (path: string, cause: unknown) =>
  new OperatorError(
    `バックアップ ${path} を書き込めません（${codeOf(cause)}）。以前のファイルはそのままです。フォルダー、権限、空き容量を確認してください。`,
    `The backup ${path} cannot be written (${codeOf(cause)}); what was there is unchanged. Check the folder, its permissions and the free space.`,
    { cause },
  );
