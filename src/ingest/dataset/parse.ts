import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { EdgeName, NodeDeclaration, NodeName } from '../../model/declaration.js';
import { edges, nodes } from '../../model/model.js';
import { CellError, parseCell, parseSources, parseStages } from './cell.js';
import { filesOfPackage, packageFile } from './datapackage.js';
import type { Cell, EdgeRow, NodeRow, Provenance } from './dataset.js';
import { type Located, type LocatedDataset, type Problem, problemAt } from './located-dataset.js';
import { columnsOf, edgeHeaders, fileOf, nodeHeaders, textFileOf } from './table.js';

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
      problems.push(problemAt(file, 1, name, `expected the column "${name}", but it is missing`));
  for (const [place, name] of found.entries())
    if (!headers.includes(name))
      problems.push(problemAt(file, 1, name, `expected one of ${headers.join(', ')}, but got an unknown column`));
    else if (found.indexOf(name) !== place)
      problems.push(problemAt(file, 1, name, `expected the column "${name}" once, but it is repeated`));
  if (problems.some((problem) => problem.file === file)) return [];
  return body.flatMap(({ record }, index) => {
    const line = index + 2;
    if (record.length === found.length)
      return [{ record: Object.fromEntries(found.map((name, place) => [name, record[place] ?? ''])), line }];
    problems.push(problemAt(file, line, null, `expected ${found.length} cells, but got ${record.length}`));
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

/** Ids are kept after NFKC, so that the same name in another width is the same id. */
const isId = (text: string) => /^[^\s|]+$/.test(text) && text === text.normalize('NFKC');

const shownId = (text: string) => {
  if (text === '') return 'nothing';
  return text === text.normalize('NFKC') ? text : `${text} (not after NFKC)`;
};

function readNodes(file: string, node: NodeDeclaration, contents: string, problems: Problem[]): Located<NodeRow>[] {
  const columns = columnsOf(node);
  return readTable(file, contents, nodeHeaders(node), problems).map((textRow) => {
    const { record, line } = textRow;
    const id = record.id ?? '';
    if (!isId(id))
      problems.push(problemAt(file, line, 'id', `expected an id such as ${node.example}, but got: ${shownId(id)}`));
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

function readEdges(file: string, contents: string, problems: Problem[]): Located<EdgeRow>[] {
  return readTable(file, contents, edgeHeaders, problems).map((textRow) => {
    const { record, line } = textRow;
    for (const end of ['from', 'to'])
      if (!isId(record[end] ?? ''))
        problems.push(problemAt(file, line, end, `expected an id, but got: ${shownId(record[end] ?? '')}`));
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

/** The text of a file; other bytes become a problem and null. */
function decode(file: string, bytes: Uint8Array, problems: Problem[]): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    const before = lenientUtf8.decode(bytes).split('\ufffd')[0] ?? '';
    const row = before.split('\n').length;
    problems.push({ file, row, column: null, message: 'expected UTF-8 text, but got other bytes' });
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
    return bytes ? decode(file, bytes, problems) : null;
  };
  const nodeRows = new Map<NodeName, readonly Located<NodeRow>[]>();
  const edgeRows = new Map<EdgeName, readonly Located<EdgeRow>[]>();
  for (const node of nodes) {
    const contents = read(fileOf(node));
    if (contents !== null) nodeRows.set(node.name, readNodes(fileOf(node), node, contents, problems));
  }
  for (const edge of edges) {
    const contents = read(fileOf(edge));
    if (contents !== null) edgeRows.set(edge.type, readEdges(fileOf(edge), contents, problems));
  }
  const tables = new Set([...nodes, ...edges].map(fileOf));
  const whole = (file: string, message: string) => problems.push({ file, row: null, column: null, message });
  for (const file of files.keys())
    if (file.endsWith('.csv') && !tables.has(file))
      whole(file, 'expected a table of the model, but this one is unknown');
  for (const file of listedFiles(read(packageFile), problems))
    if (!files.has(file)) whole(file, 'expected the file that datapackage.json lists, but it is missing');
  const texts = new Map<string, readonly string[]>();
  for (const { row } of nodeRows.get('SourceDocument') ?? []) {
    const contents = read(textFileOf(row.id));
    if (contents !== null) texts.set(row.id, contents.split('\n'));
  }
  return { dataset: { nodes: nodeRows, edges: edgeRows, texts }, problems };
}

/** The files that `datapackage.json` lists, where there is one: a table that got lost must not look like an empty one. */
function listedFiles(description: string | null, problems: Problem[]): readonly string[] {
  if (description === null) return [];
  try {
    return filesOfPackage(description);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = 'expected JSON that lists the files, but it cannot be read as JSON';
    problems.push({ file: packageFile, row: null, column: null, message });
    return [];
  }
}
