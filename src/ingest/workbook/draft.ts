/** The dataset that a workbook gives, as far as it is made: each row with the cells it comes from. */
import { groupBy } from '../../group-by.js';
import { type Description, describe, type EdgeName, type NodeName } from '../../model/declaration.js';
import { nodeNamed } from '../../model/model.js';
import { CellError } from '../dataset/cell.js';
import type { Cell, EdgeRow, NodeRow, Provenance, SharedThings, SourceReference } from '../dataset/dataset.js';
import type { Located, LocatedDataset } from '../dataset/located-dataset.js';
import { codeOfDate, meantCode } from '../dataset/slips.js';
import { validateDataset, validateRows } from '../dataset/validate.js';
import { type Book, type BookCell, type BookSheet, columnLetters, placeOf, type RowCell } from './book.js';
import { displayed, plainDashes, readCode } from './cells.js';
import { formatCells, formatColumns, placesOf } from './cited-cells.js';
import { Findings } from './findings.js';
import { fold, type KnownThings, type Named } from './known.js';
import { push } from './lists.js';
import type { Mapping } from './mapping/mapping.js';
import { readMapped } from './mapping/read-mapped.js';
import { placeIn, type ReadSheets, type ReadTable } from './read-table.js';
import { readSheets } from './sheets.js';
import { namesTotal, type TableRow, type ToldCells, type ToldPlace } from './table.js';
import { type SheetKey, template } from './template.js';
import { words } from './words.js';

/** What an adopted plan says. */
const stage = 'ADOPTED';

/** A row of a sheet. */
export interface At {
  readonly sheet: SheetKey;
  readonly table: ReadTable;
  readonly row: TableRow;
}

/** What a code is made of: 0-0 of 5-1, 0 of 31101. */
const makeOf = (code: string): string => plainDashes(code.normalize('NFKC')).replace(/\d+/g, '0');

/** Where a row of the dataset comes from; `columns` says from which column of the sheet each of its columns does. */
interface Place {
  readonly table: ReadTable;
  readonly row: Pick<TableRow, 'row' | 'cells'>;
  readonly columns: Readonly<Record<string, string>>;
}

/** A thing that a cell names, and which of those cells do that were joined for it. */
export interface Mention {
  readonly id: string;
  readonly isIn: (cell: RowCell) => boolean;
}

/** A thing that a cell names in these words. */
export const mentioned = (id: string, name: string): Mention => ({
  id,
  // A heading above a mark is one name, which may be a part of another.
  isIn: (cell) => (cell.isMarked ? fold(displayed(cell)) === fold(name) : displayed(cell).includes(name)),
});

/** A thing, by its id or as a cell names it. */
type Thing = string | Mention;

/** What a cell refers to: things of another sheet; `codeParts` is how many numbers their codes usually have. */
type Reference<Thing extends Named> = readonly [known: KnownThings<Thing>, target: SheetKey, codeParts: number];

export class Draft {
  readonly book: Book;
  readonly shared: SharedThings;
  readonly findings = new Findings();
  readonly sheets: ReadSheets;
  /** Whether a mapping file says what the sheets are. */
  readonly isMapped: boolean;
  /** The key of the city; empty where it is wrong, which was said. */
  key = '';
  /** The first and the last fiscal year of its plan; null where they are not told. */
  period: { readonly start: number | null; readonly end: number | null } = { start: null, end: null };
  readonly #nodes = new Map<NodeName, Located<NodeRow>[]>();
  readonly #edges = new Map<EdgeName, Located<EdgeRow>[]>();
  readonly #places: Place[] = [];
  /** Where each id was given first. */
  readonly #ids = new Map<string, string>();
  /** The cells of which it was said that they repeat others. */
  readonly #repeated = new Set<string>();
  /** The rows that tell of each thing first. */
  readonly #rows = new Map<string, At>();
  /** The columns of rows whose cells could not be read. */
  readonly #unread = new Map<TableRow, Set<string>>();
  /** The cells that could not be read for one column: what is wrong with them need not be said for others. */
  readonly #unreadCells = new Set<string>();
  /** Rows with what other sheets add to them. */
  readonly #completed = new Map<TableRow, TableRow>();
  readonly #usualMakes = new Map<ReadTable, string | null>();

  constructor(book: Book, shared: SharedThings, mapping: Mapping | null) {
    this.book = book;
    this.shared = shared;
    this.isMapped = mapping !== null;
    this.sheets = mapping ? readMapped(book, mapping, this.findings) : readSheets(book, this.findings);
    for (const { source, mergedParts } of this.sheets.tables)
      for (const { row, column, columns } of mergedParts)
        this.findings.remark(source.label, row, column, words.mergedAcross(columns.map(columnLetters).join(':')));
    const read = new Set(this.sheets.tables.map(({ source }) => source.label));
    for (const sheet of book.sheets) if (read.has(sheet.label)) this.#sayStruck(sheet);
  }

  /** What is struck through may be meant to be gone: of cells of a row it is said once. */
  #sayStruck({ label, rows, struck }: BookSheet): void {
    for (const { row, column, text } of struck)
      if (text !== null) this.findings.remark(label, row, column, words.struckPart(text));
    const whole = struck.filter(({ text }) => text === null);
    for (const [row, [{ column }, ...others]] of groupBy(whole, (each) => each.row)) {
      const cell = rows.get(row)?.get(column);
      if (cell) this.findings.remark(label, row, column, words.struckThrough(displayed(cell), others.length));
    }
  }

  // Cells.

  /** The tables that list what a sheet of the template does, or those that tell more of it. */
  tables(sheet: SheetKey, isAdding = false): readonly ReadTable[] {
    return this.sheets.tables.filter((table) => table.key === sheet && table.isAdding === isAdding);
  }

  rows(sheet: SheetKey, isAdding = false): readonly At[] {
    return this.tables(sheet, isAdding).flatMap((table) =>
      table.rows.map((row) => ({ sheet, table, row: this.#completed.get(row) ?? row })),
    );
  }

  /** A row that was read, with what other sheets added to it so far. */
  completed({ row }: At): TableRow {
    return this.#completed.get(row) ?? row;
  }

  /** Gives a row that was read what other sheets add to it. */
  complete({ row }: At, completed: TableRow): void {
    this.#completed.set(row, completed);
  }

  /** Reads a cell of a row; null where it is empty, or says so by a word, or wrong, which is said. */
  read<Value>(at: At, column: string, read: (cell: BookCell) => Value): Value | null {
    const cell = at.row.cells[column];
    const declared = at.table.declared.columns[column];
    const absent = at.row.absent[column];
    const said = absent ? displayed(absent.cell) : null;
    if (!cell && declared?.required) {
      // A column that is missing as a whole was reported.
      if ((at.table.columns[column] ?? at.table.written[column]) !== undefined) {
        const text = absent ? '' : this.#writtenAt(at, column);
        const sentence = text === '' ? words.empty(declared.heading, said) : words.noCode(declared.heading, text);
        this.error(absent ? withCell(at, column, absent.cell) : at, column, sentence);
      }
      return null;
    }
    if (absent && said !== null && absent.absence !== 'dash')
      this.remark(withCell(at, column, absent.cell), column, words[absent.absence](said));
    if (!cell) return null;
    try {
      return read(cell);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      const wrong = cell.parts?.flatMap((part) => wrongIn(part, read) ?? [])[0] ?? { cell, words: error.words };
      const wrongAt = withCell(at, column, wrong.cell);
      this.error(wrongAt, column, wrong.words);
      this.#unreadCells.add(placeOf(...placeIn(wrongAt.table, wrongAt.row, column)));
      this.#unread.set(at.row, (this.#unread.get(at.row) ?? new Set()).add(column));
      return null;
    }
  }

  /** What stands in the cell of a column from which a mapping takes no value: a name without the code that it takes. */
  #writtenAt({ table, row }: At, column: string): string {
    const sheet = this.book.sheets.find(({ label }) => label === table.source.label);
    const cell = sheet?.rows.get(row.row)?.get(table.columns[column] ?? 0);
    return cell && (table.also[column] ?? []).length === 0 ? displayed(cell) : '';
  }

  /** Reads the code of a row, which usually has so many numbers; one that is a number is odd among codes of another make. */
  code(at: At, parts: number): string | null {
    return this.read(at, 'code', (cell) => {
      const isOdd = typeof cell.value === 'number' && makeOf(displayed(cell)) !== this.#usualMake(at.table);
      return readCode(cell, parts, isOdd);
    });
  }

  /** The code that a spreadsheet program made a date in a row, where most codes of its table are made alike; else null. */
  probableCode({ table, row }: At, parts: number): string | null {
    const { code } = row.cells;
    const probable = code ? codeOfDate(displayed(code), parts) : null;
    return probable !== null && makeOf(probable) === this.#usualMake(table) ? probable : null;
  }

  /** What most codes of a table are made of; null where they differ. */
  #usualMake(table: ReadTable): string | null {
    const known = this.#usualMakes.get(table);
    if (known !== undefined) return known;
    const makes = table.rows.flatMap(({ cells: { code } }) => (code ? [makeOf(displayed(code))] : []));
    const counts = new Map<string, number>();
    for (const make of makes) counts.set(make, (counts.get(make) ?? 0) + 1);
    const [usual = null] = [...counts].find(([, count]) => count > makes.length / 2) ?? [];
    this.#usualMakes.set(table, usual);
    return usual;
  }

  error({ table, row }: At, column: string | null, sentence: Description): void {
    this.findings.error(...placeIn(table, row, column), sentence);
  }

  /** Says what is wrong with one of the names of a cell; of a cell that was joined of several, at the one that has it. */
  errorIn(at: At, column: string, name: string, sentence: Description): void {
    const parts = at.row.cells[column]?.parts ?? [];
    const part = parts.find((each) => displayed(each) === name) ?? parts.find((each) => displayed(each).includes(name));
    this.error(part ? withCell(at, column, part) : at, column, sentence);
  }

  remark({ table, row }: At, column: string, sentence: Description): void {
    this.findings.remark(...placeIn(table, row, column), sentence);
  }

  // References.

  /** The thing of which a row tells; a row of one that is not there, and is called like a total, is left out, which is said. */
  subject<Thing extends Named>(at: At, column: string, ...reference: Reference<Thing>): Thing | null {
    const [known, target] = reference;
    const { [column]: cell } = at.row.cells;
    const text = cell ? displayed(cell) : '';
    if (!namesTotal(text) || known.countOf(text) > 0) return this.referred(at, column, ...reference);
    this.remark(at, column, words.leftOutAsTotal(template[target].name, text));
    return null;
  }

  /** The thing to which the only name or code in a cell refers; null where the cell is empty or names nothing, which is said. */
  referred<Thing extends Named>(at: At, column: string, ...reference: Reference<Thing>): Thing | null {
    const text = this.read(at, column, displayed);
    return text === null ? null : this.found(at, column, text, ...reference);
  }

  /** Whether the cell of a column could not be read as what another column takes it for, which was said. */
  isUnread({ table, row }: At, column: string): boolean {
    return this.#unreadCells.has(placeOf(...placeIn(table, row, column)));
  }

  /** The thing of another sheet that a text names. */
  found<Thing extends Named>(
    at: At,
    column: string,
    text: string,
    ...[known, target, codeParts]: Reference<Thing>
  ): Thing | null {
    const found = known.find(text);
    if (found || known.isBroken(text) || this.isUnread(at, column) || this.sheets.unread.has(target)) return found;
    const { name } = template[target];
    const count = known.countOf(text);
    if (count > 1) {
      const several = target === 'indicators' ? words.namesSeveralIndicators : words.namesSeveral;
      this.errorIn(at, column, text, several(name, text, count));
      return null;
    }
    const slip = meantCode(text, codeParts, (code) => known.find(code) !== null);
    const expected = describe(`a code or name of the sheet ${name}`, `シート「${name}」のコードか名称`);
    const sentence = slip ? new CellError(expected, text, slip).words : words.noSuch(name, text, known.nearestTo(text));
    this.errorIn(at, column, text, sentence);
    return null;
  }

  // Rows of the dataset.

  id(word: string, local: string): string {
    return `${this.key}:${word}:${local}`;
  }

  /** Whether nothing has the id yet; else the place of the other is said, once of each cell: what a row tells further follows. */
  isNew(id: string, what: string, at: At, column: string): boolean {
    const other = this.#ids.get(id);
    const place = placeInSheet(at, column);
    const key = placeOf(...place);
    if (other === undefined) this.#ids.set(id, key);
    else if (!this.#repeated.has(key)) this.findings.error(...place, words.repeated(what, other));
    if (other !== undefined) this.#repeated.add(key);
    return other === undefined;
  }

  /**
   * Adds a thing that a row tells of, and further rows of other tables. `columns` says from which column of the sheet a column
   * of the dataset comes: the cells of those that have a value are its source.
   */
  add(
    at: At,
    type: NodeName,
    thing: Thing,
    values: Readonly<Record<string, Cell>>,
    columns: Readonly<Record<string, string>>,
    { staged = true, further = [] }: { readonly staged?: boolean; readonly further?: readonly At[] } = {},
  ): void {
    const named = nodeNamed(type).entity ? { aliases: [], misspellings: [] } : {};
    const id = idOf(thing);
    const given = Object.entries(columns).filter(([column]) => column === 'id' || isGiven(values[column]));
    const keys = new Set(given.map(([, key]) => key));
    const taken = (cells: ToldCells['cells']) =>
      [...keys].flatMap((key) => (cells[key] ? naming(cells[key], thing) : []));
    const told = provenance(at, staged, taken);
    const sources = [told, ...further.map((other) => provenance(other, staged, taken))].flatMap((each) => each.sources);
    const row = { id, values: { ...named, ...values }, ...told, sources };
    const wrong = this.#unread.get(at.row);
    const unread = new Set(Object.keys(columns).filter((column) => wrong?.has(columns[column] ?? '')));
    push(this.#nodes, type, { row, line: this.#place({ table: at.table, row: at.row, columns }), unread });
    const key = rowKey(at.sheet, id);
    if (!this.#rows.has(key)) this.#rows.set(key, at);
  }

  /**
   * Whether what some columns of a sheet say of a thing is all there is: not where its row says that a value is not known, nor
   * where its table has none of the columns and no other sheet adds one to its row. Of what the sheet does not list it is.
   */
  tellsOf(sheet: SheetKey, id: string, columns: readonly string[]): boolean {
    const at = this.#rows.get(rowKey(sheet, id));
    if (!at) return true;
    const { row, table } = at;
    if (columns.some((column) => row.absent[column]?.absence === 'unknown')) return false;
    return columns.some(
      (column) => (table.columns[column] ?? table.written[column]) !== undefined || row.added?.has(column),
    );
  }

  /** Adds a link that a row tells of in a column. Its source is the cell that names the other end. */
  link(
    at: At,
    type: EdgeName,
    from: Thing,
    to: Thing,
    { staged = true, column }: { readonly staged?: boolean; readonly column: string },
  ): void {
    const taken = ({ [column]: cell }: ToldCells['cells']) => (cell ? naming(cell, from, to) : []);
    push(this.#edges, type, {
      row: { from: idOf(from), to: idOf(to), printedAs: null, ...provenance(at, staged, taken) },
      line: this.#place({ table: at.table, row: at.row, columns: { from: column, to: column } }),
    });
  }

  /** Adds the document that stands for a sheet. */
  addDocument(table: ReadTable, id: string, values: Readonly<Record<string, Cell>>): void {
    const row = { id, values: { aliases: [], misspellings: [], ...values }, stages: [], effective: true, sources: [] };
    push(this.#nodes, 'SourceDocument', {
      row,
      line: this.#place({ table, row: headingOf(table), columns: {} }),
    });
  }

  /** Says that a sheet, or some columns of it, list all of a field of a thing. */
  cover(
    key: SheetKey,
    subject: string,
    field: string,
    { staged, columns }: { readonly staged: boolean; readonly columns: readonly string[] | null },
  ): void {
    const [table] = this.tables(key);
    if (!table) return;
    const at: typeof stage | null = staged ? stage : null;
    const local = [...subject.split(':').slice(1), field, ...(at ? [at] : [])].join(':');
    const id = this.id(nodeNamed('CoverageStatement').idWord, local);
    const told = { stages: at ? [at] : [], effective: true, sources: this.#wholeSources(key, at, columns) };
    const line = this.#place({ table, row: headingOf(table), columns: {} });
    push(this.#nodes, 'CoverageStatement', { row: { id, values: { field, role: null, stage: at }, ...told }, line });
    push(this.#edges, 'COVERAGE_OF', { row: { from: id, to: subject, printedAs: null, ...told }, line });
  }

  /** All that a sheet of the template was read from, or some of its columns, from the heading on. */
  #wholeSources(key: SheetKey, at: typeof stage | null, keys: readonly string[] | null): readonly SourceReference[] {
    const listing = this.tables(key);
    const tells = ({ columns, written }: ReadTable) =>
      keys?.some((each) => (columns[each] ?? written[each]) !== undefined) ?? false;
    const telling = [...listing, ...this.tables(key, true)].filter(tells);
    const all = telling.length > 0 ? telling : listing;
    return [...groupBy(all, ({ source }) => source)].map(([{ document, lastRow }, tables]) => {
      const firstLine = Math.min(...tables.map(({ headingRow }) => headingRow));
      const lastLine = Math.max(firstLine, lastRow);
      const columns = tables.flatMap((table) => (keys ?? Object.keys(table.columns)).flatMap(columnsOf(table)));
      return { stage: at, document, firstLine, lastLine, cells: formatColumns(columns, firstLine, lastLine) };
    });
  }

  /** A table that is there without rows, which is none that got lost. */
  addTables(nodes: readonly NodeName[], edges: readonly EdgeName[]): void {
    for (const name of nodes) if (!this.#nodes.has(name)) this.#nodes.set(name, []);
    for (const type of edges) if (!this.#edges.has(type)) this.#edges.set(type, []);
  }

  /**
   * The dataset, and what its checks find, said of the cells from which its rows come. Where rows lack, as something is
   * wrong with their cells, only what is wrong with others by themselves: what refers to them follows from that.
   */
  finish(): LocatedDataset {
    const dataset = { nodes: this.#nodes, edges: this.#edges, texts: new Map() };
    const validate = this.findings.errors.length === 0 ? validateDataset : validateRows;
    for (const { file, rows, column, message, messageJa } of validate(dataset, this.shared)) {
      const sentence = describe(message, messageJa);
      if (rows.length === 0) this.findings.error(file, null, null, sentence);
      for (const line of rows) {
        const place = this.#places[line];
        if (!place) throw new Error(`expected a place for row ${line} of ${file}`);
        const from = place.columns[column ?? ''] ?? null;
        this.findings.error(...placeIn(place.table, place.row, from), sentence);
      }
    }
    return dataset;
  }

  #place(place: Place): number {
    return this.#places.push(place) - 1;
  }
}

const rowKey = (sheet: SheetKey, id: string) => JSON.stringify([sheet, id]);

/** The columns of its sheet from which a table takes what a column of the template has. */
const columnsOf =
  ({ columns, also }: ReadTable) =>
  (key: string): readonly number[] => {
    const { [key]: first } = columns;
    return first === undefined ? [] : [first, ...(also[key] ?? [])];
  };

/** Where a row tells something: where its value stands in a mapping file, the first of its cells. */
function placeInSheet({ table, row }: At, column: string): ReturnType<typeof placeIn> {
  const place = placeIn(table, row, column);
  const first = Object.keys(row.cells).find((key) => row.cells[key]?.at !== undefined);
  return place[1] === null && first !== undefined ? placeIn(table, row, first) : place;
}

/** The heading of a table as the row of what the whole of it says. */
const headingOf = ({ headingRow }: ReadTable) => ({ row: headingRow, cells: {} });

/** A row with another cell in a column: the one that is to be named. */
const withCell = (at: At, column: string, cell: RowCell): At => ({
  ...at,
  row: { ...at.row, cells: { ...at.row.cells, [column]: cell } },
});

/** What is wrong with a cell by itself; null where nothing is. */
function wrongIn(cell: RowCell, read: (cell: BookCell) => unknown): { cell: RowCell; words: Description } | null {
  try {
    read(cell);
    return null;
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return { cell, words: error.words };
  }
}

const idOf = (thing: Thing): string => (typeof thing === 'string' ? thing : thing.id);

/** Of the cells that were joined for one those that name one of some things; else all of them. */
function naming(cell: RowCell, ...things: readonly Thing[]): readonly RowCell[] {
  const isNamed = (part: RowCell) => things.some((thing) => typeof thing !== 'string' && thing.isIn(part));
  const named = (cell.parts ?? []).filter(isNamed);
  return named.length > 0 ? named : [cell];
}

const isGiven = (value: Cell | undefined): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/**
 * Where a fact was read: the rows, and those of their cells that give it. Of several places, those that have such cells; of
 * cells that other sheets add, the rows of those.
 */
function provenance(
  { table, row }: At,
  staged: boolean,
  taken: (cells: ToldCells['cells']) => readonly RowCell[],
): Provenance {
  const at: typeof stage | null = staged ? stage : null;
  const told: readonly ToldPlace[] = row.places ?? [{ row: row.row, lastRow: row.lastRow, cells: [row.cells] }];
  const { document } = table.source;
  const own = told.map(({ row: firstLine, lastRow: lastLine, cells }) => {
    const ofRow = cells.flatMap(taken).filter(({ sheet }) => sheet === undefined);
    return { stage: at, document, firstLine, lastLine, cells: formatCells(ofRow.flatMap(placesOf)) };
  });
  const added = groupBy(
    taken(row.cells).filter(({ sheet }) => sheet !== undefined),
    ({ sheet }) => sheet?.document,
  );
  const ofOthers = [...added].flatMap(([other, cells]) => {
    const places = cells.flatMap(placesOf);
    const rows = places.map((place) => place.row);
    if (other === undefined || rows.length === 0) return [];
    const lines = { firstLine: Math.min(...rows), lastLine: Math.max(...rows) };
    return [{ stage: at, document: other, ...lines, cells: formatCells(places) }];
  });
  const withCells = [...own, ...ofOthers].filter(({ cells }) => cells !== null);
  return { stages: at ? [at] : [], effective: true, sources: withCells.length > 0 ? withCells : own };
}
