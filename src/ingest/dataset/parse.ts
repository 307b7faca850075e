import { CsvError, parse } from 'csv-parse/sync';
import {
  type Description,
  describe,
  type EdgeName,
  type NodeDeclaration,
  type NodeName,
} from '../../model/declaration.js';
import { edges, nodes } from '../../model/model.js';
import { CellError, meantId, parseCell, parseEffective, parseId, parseSources, parseStages } from './cell.js';
import { filesOfPackage, packageFile } from './datapackage.js';
import type { EdgeRow, NodeRow, Provenance } from './dataset.js';
import { readText } from './encoding.js';
import type { Lookalike } from './folder-files.js';
import type { Located, LocatedDataset } from './located-dataset.js';
import { type Problem, Problems, type Report } from './problems.js';
import { didYouMean, nearest } from './suggestions.js';
import { columnsOf, edgeHeaders, fileOf, nodeHeaders, requiredHeaders, textFileOf } from './table.js';

/** The columns that a table has, and those that it must have. */
interface Header {
  readonly all: readonly string[];
  readonly required: readonly string[];
}

/** A row of a file: its cells by their header, undefined where the file does not have it. */
interface Cells {
  readonly of: (header: string) => string | undefined;
  /** What is wrong with the row as a whole was reported, and says enough. */
  readonly isBroken: boolean;
}

/** What is wrong with quotes, by the codes of csv-parse. */
const quoteErrors = new Map<string, readonly [ja: string, en: string]>([
  ['CSV_QUOTE_NOT_CLOSED', ['「"」で始まるセルが閉じていません', 'a quoted cell that does not end: close it with "']],
  [
    'INVALID_OPENING_QUOTE',
    [
      'セルの途中に「"」があります。セル全体を「"」で囲み、中の「"」は二つ重ねてください',
      'a quote inside of a cell: put the cell in quotes, and double those in it',
    ],
  ],
  [
    'CSV_INVALID_CLOSING_QUOTE',
    [
      '閉じる「"」の後に文字があります。中の「"」は二つ重ねてください',
      'characters after the quote that closes a cell: double the quotes in it',
    ],
  ],
]);

/** What to do about a header whose cells are not separated by commas. */
const commaHint = (head: string): readonly [ja: string, en: string] =>
  !head.includes(',') && /[;\t]/.test(head)
    ? ['。区切り文字はコンマにしてください', ': separate cells by commas']
    : ['', ''];

/** The rows of a table, or null where none can be read, which is reported. */
function readCells(contents: string, header: Header, report: Report): Located<Cells>[] | null {
  let rows: string[][];
  try {
    rows = parse(contents, { bom: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // An open quote is noticed at the end of the file; it stands in the row after the last one that was read.
    const row = typeof error.records === 'number' ? error.records + 1 : null;
    const [wrongJa, wrong] = quoteErrors.get(error.code) ?? [
      '引用符か区切りの誤りがあります',
      'quotes or separators that do not fit',
    ];
    const [hintJa, hint] = commaHint(contents.split(/\r?\n/, 1)[0] ?? '');
    const words = describe(
      `expected a CSV table, but got ${wrong}${hint}`,
      `CSV として読めません。${wrongJa}${hintJa}`,
    );
    report(row, null, words);
    return null;
  }
  const [head = [], ...body] = rows;
  // Spreadsheet programs leave empty columns at the end.
  const found = head.slice(0, head.findLastIndex((name) => name !== '') + 1);
  const state = checkHeader(found, header, report);
  if (state === 'unreadable') return null;
  return body.flatMap((cells, index) => {
    const line = index + 2;
    const isEmpty = cells.every((cell) => cell === '');
    const isBroken = cells.length < found.length || cells.slice(found.length).some((cell) => cell !== '');
    if (isEmpty)
      report(line, null, describe('expected a row, but it is empty: delete it', '空の行です。削除してください'));
    else if (isBroken && state === 'sound')
      report(
        line,
        null,
        describe(
          `expected ${found.length} cells, but got ${cells.length}`,
          `セルは ${found.length} 個のはずですが、${cells.length} 個です`,
        ),
        { kind: 'cells' },
      );
    return isEmpty ? [] : [{ row: { of: (name: string) => cells[found.indexOf(name)], isBroken }, line }];
  });
}

/** Whether rows can be read below this header; what is wrong with it is reported. */
function checkHeader(
  found: readonly string[],
  { all, required }: Header,
  report: Report,
): 'sound' | 'damaged' | 'unreadable' {
  const list = all.join(', ');
  if (!found.some((name) => all.includes(name))) {
    const [hintJa, hint] = commaHint(found[0] ?? '');
    const words = describe(
      `expected a header with columns of ${list}, but got none of them${hint}`,
      `見出しの行に ${list} の列が一つもありません${hintJa}`,
    );
    report(1, null, words);
    return 'unreadable';
  }
  const absent = all.filter((name) => !found.includes(name));
  const meantBy = (name: string) =>
    absent.find((header) => header.toLowerCase() === name.normalize('NFKC').trim().toLowerCase()) ??
    nearest(name, absent);
  const meantByOthers = found.filter((name) => !all.includes(name)).map(meantBy);
  for (const name of absent.filter((header) => required.includes(header) && !meantByOthers.includes(header)))
    report(1, name, describe(`expected the column "${name}", but it is missing`, `列「${name}」がありません`));
  for (const [index, name] of found.entries())
    if (!all.includes(name)) {
      const meant = meantBy(name);
      const [hintJa, hint] = meant ? [`。${didYouMean(meant).ja}`, ` (${didYouMean(meant).en})`] : ['', ''];
      const words = describe(
        `expected one of ${list}, but got an unknown column${hint}`,
        `この表にない列です。列は ${list} です${hintJa}`,
      );
      report(1, name, words);
    } else if (found.indexOf(name) !== index)
      report(1, name, describe(`expected the column "${name}" once, but it is repeated`, `列「${name}」が2つあります`));
  if (absent.some((name) => ['id', 'from', 'to'].includes(name))) return 'unreadable';
  const isSound = found.every((name, index) => all.includes(name) && found.indexOf(name) === index);
  return isSound && !absent.some((name) => required.includes(name)) ? 'sound' : 'damaged';
}

/** Reads the cell under a header; a wrong one is reported and null, as is a required one whose column is missing. */
type ReadCell = <Value>(header: string, read: (text: string) => Value) => Value | null;

/** The rows of a table, each read cell by cell; null where the table cannot be read. */
function readRows<Row>(
  contents: string,
  header: Header,
  report: Report,
  rowOf: (cell: ReadCell) => Row,
): readonly Located<Row>[] | null {
  const rows = readCells(contents, header, report);
  if (!rows) return null;
  return rows.map(({ row: { of, isBroken }, line }) => {
    const unread = new Set<string>();
    const cell: ReadCell = (name, read) => {
      const text = of(name);
      try {
        if (text !== undefined || !header.required.includes(name)) return read(text ?? '');
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        if (!isBroken) report(line, name, error.words, error);
      }
      unread.add(name);
      return null;
    };
    return { row: rowOf(cell), line, unread };
  });
}

/** `effective` where that cannot be read: what is said of links between what is in force and what is not would follow from it. */
const readProvenance = (cell: ReadCell, effective: boolean): Provenance => ({
  stages: cell('stages', parseStages) ?? [],
  effective: cell('effective', parseEffective) ?? effective,
  sources: cell('sources', parseSources) ?? [],
});

/** The id in a cell; of a wrong one what was probably meant, so that nothing is said of those who refer to it. */
const readId = (cell: ReadCell, header: string, expected?: Description): string =>
  cell(header, (text) => parseId(text, expected)) ?? cell(header, meantId) ?? '';

function nodeReader(node: NodeDeclaration) {
  const columns = columnsOf(node);
  const expected = describe(`an id such as ${node.example}`, `${node.example} のような識別子`);
  return (cell: ReadCell): NodeRow => {
    const id = readId(cell, 'id', expected);
    const values = columns.map((column) => [column.header, cell(column.header, (text) => parseCell(text, column, id))]);
    return { id, values: Object.fromEntries(values), ...readProvenance(cell, true) };
  };
}

const readEdge = (cell: ReadCell): EdgeRow => ({
  from: readId(cell, 'from'),
  to: readId(cell, 'to'),
  printedAs: cell('printed_as', (text) => text || null),
  ...readProvenance(cell, false),
});

/**
 * The dataset in the given files, by name with their contents. Every wrong cell, column or file becomes a problem;
 * nothing is thrown for bad content. A table that does not exist is empty, and one of `lookalikes` cannot be read.
 */
export function parseDataset(
  files: ReadonlyMap<string, Uint8Array>,
  lookalikes: readonly Lookalike[] = [],
): { readonly dataset: LocatedDataset; readonly problems: readonly Problem[] } {
  const problems = new Problems();
  const unreadable = new Set<string>();
  const read = (file: string) => {
    const bytes = files.get(file);
    const contents = bytes ? readText(bytes, problems.in(file)) : null;
    if (bytes && contents === null) unreadable.add(file);
    return contents;
  };
  const rowsOf = <Row>(file: string, header: Header, rowOf: (cell: ReadCell) => Row) => {
    const contents = read(file);
    if (contents === null) return null;
    const rows = readRows(contents, header, problems.in(file), rowOf);
    if (rows === null) unreadable.add(file);
    return rows;
  };
  const nodeRows = new Map<NodeName, readonly Located<NodeRow>[]>();
  const edgeRows = new Map<EdgeName, readonly Located<EdgeRow>[]>();
  for (const node of nodes) {
    const header = { all: nodeHeaders(node), required: requiredHeaders(node) };
    const rows = rowsOf(fileOf(node), header, nodeReader(node));
    if (rows) nodeRows.set(node.name, rows);
  }
  for (const edge of edges) {
    const rows = rowsOf(fileOf(edge), { all: edgeHeaders, required: requiredHeaders(null) }, readEdge);
    if (rows) edgeRows.set(edge.type, rows);
  }
  for (const { name, table, words } of lookalikes) {
    problems.in(name)(null, null, words);
    unreadable.add(table);
  }
  checkFiles(files, read(packageFile), problems, unreadable);
  const texts = new Map<string, readonly string[]>();
  for (const { row } of nodeRows.get('SourceDocument') ?? []) {
    const contents = read(textFileOf(row.id));
    if (contents !== null) texts.set(row.id, contents.split('\n'));
  }
  return { dataset: { nodes: nodeRows, edges: edgeRows, texts, unreadable }, problems: problems.all };
}

/** Reports files that nobody knows, and those that the package lists and that are not there. */
function checkFiles(
  files: ReadonlyMap<string, Uint8Array>,
  description: string | null,
  problems: Problems,
  unreadable: Set<string>,
): void {
  const tables = [...nodes, ...edges].map(fileOf);
  for (const file of files.keys())
    if (/\.csv$/i.test(file) && !tables.includes(file)) {
      const meant = nearest(
        file.toLowerCase(),
        tables.filter((table) => !files.has(table)),
      );
      const [hintJa, hint] = meant ? [`。${didYouMean(meant).ja}`, ` (${didYouMean(meant).en})`] : ['', ''];
      const words = describe(
        `expected a table of the model, but this one is unknown${hint}`,
        `モデルにない表です${hintJa}`,
      );
      problems.in(file)(null, null, words);
      if (meant) unreadable.add(meant);
    }
  for (const file of listedFiles(description, problems.in(packageFile)))
    if (!files.has(file) && !unreadable.has(file)) {
      unreadable.add(file);
      const words = describe(
        'expected the file that datapackage.json lists, but it is missing',
        'datapackage.json に記載されたファイルがありません',
      );
      problems.in(file)(null, null, words);
    }
}

/** The files that `datapackage.json` lists, where there is one: a table that got lost must not look like an empty one. */
function listedFiles(description: string | null, report: Report): readonly string[] {
  if (description === null) return [];
  const files = filesOfPackage(description);
  if (files === null)
    report(
      null,
      null,
      describe(
        'expected JSON that lists the files by their paths, but this is none',
        'ファイルの一覧（resources の各 path）の JSON として読めません',
      ),
    );
  return files ?? [];
}
