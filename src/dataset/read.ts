import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { EdgeDeclaration, NodeDeclaration } from '../model/declaration.js';
import { edges, nodes } from '../model/model.js';
import { CellError, parseCell, parseSources, parseStages } from './cell.js';
import type { Cell, Dataset, EdgeRow, NodeRow, Provenance } from './dataset.js';
import { columnsOf, edgeHeaders, nodeHeaders } from './table.js';

/** Something wrong in a dataset, with the place that a spreadsheet would show. Row 1 is the header. */
export interface Problem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

export const formatProblem = ({ file, row, column, message }: Problem): string =>
  `${file}${row === null ? '' : `, row ${row}`}${column === null ? '' : `, column ${column}`}: ${message}`;

/** A row with the place it was read from, kept for the checks that look across tables. */
export interface Located<Row> {
  readonly row: Row;
  readonly line: number;
}

export interface LocatedDataset {
  /** The documents' own lines by id of the source document, where the dataset brings them. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly nodes: ReadonlyMap<string, readonly Located<NodeRow>[]>;
  readonly edges: ReadonlyMap<string, readonly Located<EdgeRow>[]>;
}

type TextRow = { readonly record: Readonly<Record<string, string>>; readonly line: number };

/** Reads the cells of one table as text, with a problem for every header that is missing or unknown. */
function readTable(
  file: string,
  contents: string,
  headers: readonly string[],
  problems: Problem[],
): readonly TextRow[] {
  let rows: { record: string[]; info: Info }[];
  try {
    rows = parse(contents, { bom: true, info: true, relax_column_count: true }) as unknown as typeof rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({
      file,
      // An open quote is noticed at the end of the file; it stands in the row after the last one that was read.
      row: typeof error.records === 'number' ? error.records + 1 : null,
      column: null,
      message: `expected a CSV table, but got: ${error.message}`,
    });
    return [];
  }
  const [header, ...body] = rows;
  const found = header?.record ?? [];
  for (const name of headers)
    if (!found.includes(name))
      problems.push({ file, row: 1, column: name, message: `expected the column "${name}", but it is missing` });
  for (const [place, name] of found.entries())
    if (!headers.includes(name))
      problems.push({
        file,
        row: 1,
        column: name,
        message: `expected one of ${headers.join(', ')}, but got an unknown column`,
      });
    else if (found.indexOf(name) !== place)
      problems.push({ file, row: 1, column: name, message: `expected the column "${name}" once, but it is repeated` });
  if (problems.some((problem) => problem.file === file)) return [];
  return body.flatMap(({ record }, index) => {
    const line = index + 2;
    if (record.length === found.length)
      return [{ record: Object.fromEntries(found.map((name, place) => [name, record[place] ?? ''])), line }];
    problems.push({
      file,
      row: line,
      column: null,
      message: `expected ${found.length} cells, but got ${record.length}`,
    });
    return [];
  });
}

/** Reads one cell; a wrong one becomes a problem and null. */
function readCell<T>(read: () => T, file: string, row: number, column: string, problems: Problem[]): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    problems.push({ file, row, column, message: error.message });
    return null;
  }
}

const booleanColumn = {
  header: 'effective',
  property: 'effective',
  type: 'Boolean',
  list: false,
  nullable: false,
  description: '',
} as const;

function readProvenance(file: string, { record, line }: TextRow, problems: Problem[]): Provenance {
  const cell = <T>(column: string, read: (text: string) => T) =>
    readCell(() => read(record[column] ?? ''), file, line, column, problems);
  return {
    stages: cell('stages', parseStages) ?? [],
    effective: cell('effective', (text) => parseCell(text, booleanColumn)) === true,
    sources: cell('sources', parseSources) ?? [],
  };
}

const isId = (text: string) => /^[^\s|]+$/.test(text);

function readNodes(file: string, node: NodeDeclaration, contents: string, problems: Problem[]): Located<NodeRow>[] {
  const columns = columnsOf(node);
  return readTable(file, contents, nodeHeaders(node), problems).map((textRow) => {
    const { record, line } = textRow;
    const id = record.id ?? '';
    if (!isId(id))
      problems.push({
        file,
        row: line,
        column: 'id',
        message: `expected an id such as ${node.example}, but got: ${id || 'nothing'}`,
      });
    const values: Record<string, Cell> = {};
    for (const column of columns)
      values[column.header] = readCell(
        () => parseCell(record[column.header] ?? '', column),
        file,
        line,
        column.header,
        problems,
      );
    return { row: { id, values, ...readProvenance(file, textRow, problems) }, line };
  });
}

function readEdges(file: string, edge: EdgeDeclaration, contents: string, problems: Problem[]): Located<EdgeRow>[] {
  return readTable(file, contents, edgeHeaders(edge), problems).map((textRow) => {
    const { record, line } = textRow;
    for (const end of ['from', 'to'])
      if (!isId(record[end] ?? ''))
        problems.push({ file, row: line, column: end, message: 'expected an id, but got nothing' });
    return {
      row: {
        from: record.from ?? '',
        to: record.to ?? '',
        printedAs: record.printed_as || null,
        ...readProvenance(file, textRow, problems),
      },
      line,
    };
  });
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');

/** The names of the files in a folder; none where there is no such folder. */
async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    return new Set();
  }
}

/**
 * Reads the tables of a folder. Every wrong cell, column or file becomes a problem; nothing is thrown for bad content.
 * A table that does not exist is empty, but a folder without any table is a problem.
 */
export async function readDataset(
  folder: string,
): Promise<{ readonly dataset: LocatedDataset; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const present = await filesIn(folder);
  const read = async (file: string) => {
    if (!present.has(file)) return null;
    const bytes = await readFile(join(folder, file));
    try {
      return strictUtf8.decode(bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      const before = lenientUtf8.decode(bytes).split('\ufffd')[0] ?? '';
      const row = before.split('\n').length;
      problems.push({ file, row, column: null, message: 'expected UTF-8 text, but got other bytes' });
      return null;
    }
  };
  const nodeRows = new Map<string, readonly Located<NodeRow>[]>();
  const edgeRows = new Map<string, readonly Located<EdgeRow>[]>();
  const known = new Set<string>();
  for (const node of nodes) {
    const file = `${node.table}.csv`;
    known.add(file);
    const contents = await read(file);
    if (contents !== null) nodeRows.set(node.name, readNodes(file, node, contents, problems));
  }
  for (const edge of edges) {
    const file = `${edge.table}.csv`;
    known.add(file);
    const contents = await read(file);
    if (contents !== null) edgeRows.set(edge.type, readEdges(file, edge, contents, problems));
  }
  for (const file of present)
    if (file.endsWith('.csv') && !known.has(file))
      problems.push({
        file,
        row: null,
        column: null,
        message: 'expected a table of the model, but this one is unknown',
      });
  for (const file of await listedTables(folder, present))
    if (!present.has(file))
      problems.push({
        file,
        row: null,
        column: null,
        message: 'expected the table that datapackage.json lists, but it is missing',
      });
  if (nodeRows.size === 0)
    problems.push({
      file: folder,
      row: null,
      column: null,
      message: 'expected the tables of a dataset, but found none',
    });
  const texts = await readTexts(folder, nodeRows.get('SourceDocument') ?? []);
  return { dataset: { nodes: nodeRows, edges: edgeRows, texts }, problems };
}

/** The tables that `datapackage.json` lists, where there is one: a table that got lost must not look like an empty one. */
async function listedTables(folder: string, present: ReadonlySet<string>): Promise<readonly string[]> {
  if (!present.has('datapackage.json')) return [];
  // An editor may have put a byte order mark before it.
  const text = (await readFile(join(folder, 'datapackage.json'), 'utf8')).replace(/^\ufeff/, '');
  const { resources = [] } = JSON.parse(text) as {
    readonly resources?: readonly { readonly path: string }[];
  };
  return resources.map(({ path }) => path);
}

/** The files of `documents/`, named after the source documents. */
async function readTexts(
  folder: string,
  documents: readonly Located<NodeRow>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, readonly string[]>();
  for (const { row } of documents) {
    const path = join(folder, 'documents', `${row.id.replace(/^.*:/, '')}.txt`);
    if (existsSync(path)) texts.set(row.id, (await readFile(path, 'utf8')).split('\n'));
  }
  return texts;
}

/** The dataset without the places of its rows. */
export const withoutPlaces = ({ nodes: nodeRows, edges: edgeRows, texts }: LocatedDataset): Dataset => ({
  texts,
  nodes: new Map([...nodeRows].map(([name, rows]) => [name, rows.map(({ row }) => row)])),
  edges: new Map([...edgeRows].map(([type, rows]) => [type, rows.map(({ row }) => row)])),
});
