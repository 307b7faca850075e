/** The dataset that a workbook gives, as far as it is made: each row with the cells it comes from. */
import { type Description, describe, type EdgeName, type NodeName } from '../../model/declaration.js';
import { nodeNamed } from '../../model/model.js';
import { CellError } from '../dataset/cell.js';
import type { Cell, EdgeRow, NodeRow, SharedThings } from '../dataset/dataset.js';
import type { Located, LocatedDataset } from '../dataset/located-dataset.js';
import { meantCode } from '../dataset/slips.js';
import { fileOf } from '../dataset/table.js';
import { validateDataset } from '../dataset/validate.js';
import { type Book, type BookCell, placeOf } from './book.js';
import { displayed } from './cells.js';
import { Findings } from './findings.js';
import type { KnownThings, Named } from './known.js';
import { push } from './lists.js';
import { type ReadSheet, readSheets } from './sheets.js';
import type { TableRow } from './table.js';
import { type SheetKey, template } from './template.js';
import { words } from './words.js';

/** What an adopted plan says. */
const stage = 'ADOPTED';

export type Row = TableRow<string>;

/** A row of a sheet. */
export interface At {
  readonly sheet: SheetKey;
  readonly row: Row;
}

/** Where a row of the dataset comes from; `columns` says from which column of the sheet each of its columns does. */
interface Place {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly columns: Readonly<Record<string, string>>;
}

/** The end of an id, made of a name. */
export const slug = (name: string): string => name.normalize('NFKC').replace(/[\s|:@]+/g, '');

export class Draft {
  readonly book: Book;
  readonly shared: SharedThings;
  readonly findings = new Findings();
  readonly sheets: ReturnType<typeof readSheets>;
  /** The key of the city; empty where it is wrong, which was said. */
  key = '';
  readonly #nodes = new Map<NodeName, Located<NodeRow>[]>();
  readonly #edges = new Map<EdgeName, Located<EdgeRow>[]>();
  readonly #places: Place[] = [];
  /** Where each id was given first. */
  readonly #ids = new Map<string, string>();

  constructor(book: Book, shared: SharedThings) {
    this.book = book;
    this.shared = shared;
    this.sheets = readSheets(book, this.findings);
  }

  // Cells.

  sheet(key: SheetKey): ReadSheet | null {
    return this.sheets.read.get(key) ?? null;
  }

  rows(sheet: SheetKey): readonly At[] {
    return (this.sheet(sheet)?.rows ?? []).map((row) => ({ sheet, row }));
  }

  /** Reads a cell of a row; null where it is empty, or wrong, which is said. */
  read<Value>({ sheet, row }: At, column: string, read: (cell: BookCell) => Value): Value | null {
    const cell = row.cells[column];
    if (!cell) {
      const declared = this.sheet(sheet)?.declared.columns[column];
      // A column that is missing as a whole was reported.
      if (declared?.required && this.sheet(sheet)?.columns[column] !== undefined)
        this.error({ sheet, row }, column, words.empty(declared.heading));
      return null;
    }
    try {
      return read(cell);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      this.error({ sheet, row }, column, error.words);
      return null;
    }
  }

  error({ sheet, row }: At, column: string | null, sentence: Description): void {
    const read = this.sheet(sheet);
    this.findings.error(read?.name ?? '', row.row, column === null ? null : (read?.columns[column] ?? null), sentence);
  }

  remark({ sheet, row }: At, column: string, sentence: Description): void {
    const read = this.sheet(sheet);
    this.findings.remark(read?.name ?? '', row.row, read?.columns[column] ?? null, sentence);
  }

  // References.

  /** The thing to which the only name or code in a cell refers; null where the cell is empty or names nothing, which is said. */
  referred(at: At, column: string, known: KnownThings, target: SheetKey, codeParts: number): Named | null {
    const cell = at.row.cells[column];
    return cell ? this.found(at, column, displayed(cell), known, target, codeParts) : null;
  }

  /** The thing of another sheet that a text names; `codeParts` is how many numbers its code usually has. */
  found(at: At, column: string, text: string, known: KnownThings, target: SheetKey, codeParts: number): Named | null {
    const found = known.find(text);
    if (found || known.isBroken(text)) return found;
    const { name } = template[target];
    const slip = meantCode(text, codeParts);
    const expected = describe(`a code or name of the sheet ${name}`, `シート「${name}」のコードか名称`);
    this.error(
      at,
      column,
      slip ? new CellError(expected, text, slip).words : words.unknown(name, text, known.nearestTo(text)),
    );
    return null;
  }

  // Rows of the dataset.

  id(word: string, local: string): string {
    return `${this.key}:${word}:${local}`;
  }

  /** Whether nothing has the id yet; else the place of the other is said. */
  isNew(id: string, what: string, at: At, column: string): boolean {
    const other = this.#ids.get(id);
    const read = this.sheet(at.sheet);
    if (other === undefined) this.#ids.set(id, placeOf(read?.name ?? '', at.row.row, read?.columns[column] ?? null));
    else this.error(at, column, words.repeated(what, other));
    return other === undefined;
  }

  /** Adds a thing that a row tells of. `columns` says which column of the sheet a column of the dataset comes from. */
  add(
    at: At,
    type: NodeName,
    id: string,
    values: Readonly<Record<string, Cell>>,
    columns: Readonly<Record<string, string>>,
    { staged = true }: { readonly staged?: boolean } = {},
  ): void {
    const row = { id, values: { aliases: [], misspellings: [], ...values }, ...provenance(at, staged) };
    push(this.#nodes, type, { row, line: this.#place({ sheet: at.sheet, row: at.row.row, columns }) });
  }

  /** Adds a link that a row tells of, by a column of it or by itself. */
  link(
    at: At,
    type: EdgeName,
    from: string,
    to: string,
    { staged = true, column }: { readonly staged?: boolean; readonly column?: string } = {},
  ): void {
    const columns: Readonly<Record<string, string>> = column === undefined ? {} : { from: column, to: column };
    push(this.#edges, type, {
      row: { from, to, printedAs: null, ...provenance(at, staged) },
      line: this.#place({ sheet: at.sheet, row: at.row.row, columns }),
    });
  }

  /** Adds the document that stands for a sheet. */
  addDocument(sheet: ReadSheet, id: string, values: Readonly<Record<string, Cell>>): void {
    const row = { id, values: { aliases: [], misspellings: [], ...values }, stages: [], effective: true, sources: [] };
    push(this.#nodes, 'SourceDocument', {
      row,
      line: this.#place({ sheet: sheet.key, row: sheet.headingRow, columns: {} }),
    });
  }

  /** Says that a sheet lists all of a field of a thing. */
  cover(key: SheetKey, subject: string, field: string, staged: boolean): void {
    const sheet = this.sheet(key);
    const at = staged ? stage : null;
    const local = [...subject.split(':').slice(1), field, ...(at ? [at] : [])].join(':');
    const id = this.id(nodeNamed('CoverageStatement').idWord, local);
    const [first, last] = [sheet?.headingRow ?? 1, sheet?.lastRow ?? 1];
    const told = provenance({ sheet: key, row: { row: first, lastRow: last, cells: {} } }, staged);
    const line = this.#place({ sheet: key, row: first, columns: {} });
    push(this.#nodes, 'CoverageStatement', { row: { id, values: { field, role: null, stage: at }, ...told }, line });
    push(this.#edges, 'COVERAGE_OF', { row: { from: id, to: subject, printedAs: null, ...told }, line });
  }

  /** A table that is there without rows, which is none that got lost. */
  addTables(nodes: readonly NodeName[], edges: readonly EdgeName[]): void {
    for (const name of nodes) if (!this.#nodes.has(name)) this.#nodes.set(name, []);
    for (const type of edges) if (!this.#edges.has(type)) this.#edges.set(type, []);
  }

  /**
   * The dataset, and what its checks find, said of the cells from which its rows come. Where rows lack, as something is
   * wrong with their cells, only what is wrong with the city itself: the rest follows from that.
   */
  finish(): LocatedDataset {
    const dataset = { nodes: this.#nodes, edges: this.#edges, texts: new Map() };
    const isWhole = this.findings.errors.length === 0;
    const cities = fileOf(nodeNamed('Municipality'));
    for (const { file, rows, column, message, messageJa } of validateDataset(dataset, this.shared)) {
      if (!isWhole && (file !== cities || column !== 'code')) continue;
      const sentence = describe(message, messageJa);
      if (rows.length === 0) this.findings.error(file, null, null, sentence);
      for (const line of rows) {
        const place = this.#places[line];
        if (!place) throw new Error(`expected a place for row ${line} of ${file}`);
        const sheet = this.sheet(place.sheet);
        const letter = sheet?.columns[place.columns[column ?? ''] ?? ''] ?? null;
        this.findings.error(sheet?.name ?? file, place.row, letter, sentence);
      }
    }
    return dataset;
  }

  #place(place: Place): number {
    return this.#places.push(place) - 1;
  }
}

function provenance({ sheet, row }: At, staged: boolean) {
  const at: typeof stage | null = staged ? stage : null;
  return {
    stages: at ? [at] : [],
    effective: true,
    sources: [{ stage: at, document: template[sheet].document, firstLine: row.row, lastLine: row.lastRow }],
  };
}
