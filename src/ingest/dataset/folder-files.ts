/** The files of a dataset in a folder, and what only looks like one of its tables. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';
import { type Description, describe } from '../../model/declaration.js';
import { edges, nodes } from '../../model/model.js';
import { packageFile } from './datapackage.js';
import { fileOf, textFolder } from './table.js';

/** Something in a folder that cannot be read as the table whose name it has. */
export interface Lookalike {
  readonly name: string;
  /** The file of the table. */
  readonly table: string;
  readonly words: Description;
}

/** The files of a folder that belong to a dataset, by name with their paths. */
export async function folderFiles(folder: string) {
  const entries = await entriesIn(folder);
  const isFile = (name: string) => entries.get(name) === 'file';
  const names = [...entries.keys()].filter((name) => isFile(name) && (name === packageFile || /\.csv$/i.test(name)));
  const texts = [...(await entriesIn(join(folder, textFolder)))].filter(([, kind]) => kind === 'file');
  const paths = [...names, ...texts.map(([name]) => `${textFolder}/${name}`)];
  const lookalikes = [...entries].flatMap(([name, kind]): Lookalike[] => {
    const table = tables.get(name.replace(otherEndings, '').toLowerCase());
    return table && !isFile(table) && !names.includes(name) ? [{ name, table, words: insteadOf(table, kind) }] : [];
  });
  const known = new Set(lookalikes.map(({ name }) => name));
  const workbooks = [...entries.keys()].filter((name) => isFile(name) && isWorkbook.test(name) && !known.has(name));
  return { paths: new Map(paths.map((name) => [name, join(folder, name)])), lookalikes, workbooks };
}

const tables = new Map([...nodes, ...edges].map((table) => [table.table, fileOf(table)]));
/** Workbooks are read by an import, not as parts of a dataset; `~$` begins what a spreadsheet program keeps of an open one. */
const isWorkbook = /^(?!~\$).*\.(?:xlsx?|xlsm|ods|numbers)$/i;
const otherEndings = /\.(?:csv|xlsx?|xlsm|ods|numbers|tsv|txt)$/i;

type Kind = 'file' | 'folder' | 'broken link' | 'other';

/** What lies in a folder, links followed; nothing where there is no such folder. */
async function entriesIn(folder: string): Promise<ReadonlyMap<string, Kind>> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  const entries = names.map(async (name): Promise<[string, Kind]> => {
    const found = await unlessMissing(stat(join(folder, name)));
    if (!found) return [name, 'broken link'];
    return [name, found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'];
  });
  return new Map(await Promise.all(entries));
}

function insteadOf(table: string, kind: Kind): Description {
  const [ja, en] = {
    file: [
      '別の形式のファイルです。この名前の CSV として保存してください（Excel では「CSV UTF-8（コンマ区切り）」）',
      'a file of another kind: save it as CSV of that name (in Excel "CSV UTF-8 (Comma delimited)")',
    ],
    folder: [
      'フォルダです。表をこの名前のファイルとして置いてください',
      'a folder: put a file of that name in its place',
    ],
    'broken link': ['リンク先がありません。リンクを直してください', 'a link that leads nowhere: correct the link'],
    other: ['ファイルではありません。表をファイルとして置いてください', 'no file: put a file in its place'],
  }[kind];
  return describe(`expected the table ${table}, but got ${en}`, `表 ${table} が必要ですが、${ja}`);
}
