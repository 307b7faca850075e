import { CsvError, parse } from 'csv-parse/sync';
import { codeOf } from '../../file-errors.js';
import type { EdgeName, NodeDeclaration, NodeName } from '../../model/declaration.js';
import { edges, nodes } from '../../model/model.js';
import { CellError, parseCell, parseEffective, parseId, parseSources, parseStages } from './cell.js';
import { filesOfPackage, packageFile } from './datapackage.js';
import type { EdgeRow, NodeRow, Provenance } from './dataset.js';
import { type Located, type LocatedDataset, type Problem, type Report, reportIn } from './located-dataset.js';
import { columnsOf, edgeHeaders, fileOf, nodeHeaders, textFileOf } from './table.js';

/** The rows of a table below its header; headers that are missing, unknown or repeated are reported, and leave none. */
function readCells(contents: string, headers: readonly string[], report: Report): Located<readonly string[]>[] {
  let rows: string[][];
  try {
    rows = parse(contents, { bom: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // An open quote is noticed at the end of the file; it stands in the row after the last one that was read.
    const row = typeof error.records === 'number' ? error.records + 1 : null;
    report(row, null, `expected a CSV table, but got: ${error.message}`);
    return [];
  }
  const [found = [], ...body] = rows;
  let isComplete = true;
  const refuse = (name: string, message: string) => {
    isComplete = false;
    report(1, name, message);
  };
  for (const name of headers)
    if (!found.includes(name)) refuse(name, `expected the column "${name}", but it is missing`);
  for (const [place, name] of found.entries())
    if (!headers.includes(name)) refuse(name, `expected one of ${headers.join(', ')}, but got an unknown column`);
    else if (found.indexOf(name) !== place) refuse(name, `expected the column "${name}" once, but it is repeated`);
  if (!isComplete) return [];
  return body.flatMap((cells, index) => {
    const line = index + 2;
    if (cells.length === found.length) return [{ row: headers.map((name) => cells[found.indexOf(name)] ?? ''), line }];
    report(line, null, `expected ${found.length} cells, but got ${cells.length}`);
    return [];
  });
}

/** Reads the cell under a header; a wrong one is reported and null. */
type ReadCell = <Value>(header: string, read: (text: string) => Value) => Value | null;

/** The rows of a table, each read cell by cell. */
function readRows<Row>(
  contents: string,
  headers: readonly string[],
  report: Report,
  rowOf: (cell: ReadCell) => Row,
): readonly Located<Row>[] {
  return readCells(contents, headers, report).map(({ row: cells, line }) => {
    const cell: ReadCell = (header, read) => {
      try {
        return read(cells[headers.indexOf(header)] ?? '');
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        report(line, header, error.message);
        return null;
      }
    };
    return { row: rowOf(cell), line };
  });
}

const readProvenance = (cell: ReadCell): Provenance => ({
  stages: cell('stages', parseStages) ?? [],
  effective: cell('effective', parseEffective) === true,
  sources: cell('sources', parseSources) ?? [],
});

function nodeReader(node: NodeDeclaration) {
  const columns = columnsOf(node);
  return (cell: ReadCell): NodeRow => ({
    id: cell('id', (text) => parseId(text, `an id such as ${node.example}`)) ?? '',
    values: Object.fromEntries(
      columns.map((column) => [column.header, cell(column.header, (text) => parseCell(text, column))]),
    ),
    ...readProvenance(cell),
  });
}

const readEdge = (cell: ReadCell): EdgeRow => ({
  from: cell('from', parseId) ?? '',
  to: cell('to', parseId) ?? '',
  printedAs: cell('printed_as', (text) => text || null),
  ...readProvenance(cell),
});

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');

/** The text of a file; other bytes are reported, and null. */
function decode(bytes: Uint8Array, report: Report): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    const before = lenientUtf8.decode(bytes).split('\ufffd')[0] ?? '';
    report(before.split('\n').length, null, 'expected UTF-8 text, but got other bytes');
    return null;
  }
}

/**
 * The dataset in the given files, by name with their contents. Every wrong cell, column or file becomes a problem;
 * nothing is thrown for bad content. A table that does not exist is empty.
 */
export function parseDataset(files: ReadonlyMap<string, Uint8Array>): {
  readonly dataset: LocatedDataset;
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const read = (file: string) => {
    const bytes = files.get(file);
    return bytes ? decode(bytes, reportIn(problems, file)) : null;
  };
  const nodeRows = new Map<NodeName, readonly Located<NodeRow>[]>();
  const edgeRows = new Map<EdgeName, readonly Located<EdgeRow>[]>();
  for (const node of nodes) {
    const contents = read(fileOf(node));
    const report = reportIn(problems, fileOf(node));
    if (contents !== null) nodeRows.set(node.name, readRows(contents, nodeHeaders(node), report, nodeReader(node)));
  }
  for (const edge of edges) {
    const contents = read(fileOf(edge));
    const report = reportIn(problems, fileOf(edge));
    if (contents !== null) edgeRows.set(edge.type, readRows(contents, edgeHeaders, report, readEdge));
  }
  const tables = new Set([...nodes, ...edges].map(fileOf));
  for (const file of files.keys())
    if (file.endsWith('.csv') && !tables.has(file))
      reportIn(problems, file)(null, null, 'expected a table of the model, but this one is unknown');
  for (const file of listedFiles(read(packageFile), reportIn(problems, packageFile)))
    if (!files.has(file))
      reportIn(problems, file)(null, null, 'expected the file that datapackage.json lists, but it is missing');
  const texts = new Map<string, readonly string[]>();
  for (const { row } of nodeRows.get('SourceDocument') ?? []) {
    const contents = read(textFileOf(row.id));
    if (contents !== null) texts.set(row.id, contents.split('\n'));
  }
  return { dataset: { nodes: nodeRows, edges: edgeRows, texts }, problems };
}

/** The files that `datapackage.json` lists, where there is one: a table that got lost must not look like an empty one. */
function listedFiles(description: string | null, report: Report): readonly string[] {
  if (description === null) return [];
  try {
    return filesOfPackage(description);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report(null, null, 'expected JSON that lists the files, but it cannot be read as JSON');
    return [];
  }
}
