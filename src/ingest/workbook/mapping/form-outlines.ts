/**
 * Forms as a proposal sees them: each label is the heading of a column that has one cell in every form, and a row of headings in
 * between begins a small table with a row for each of those below it.
 */
import { type BookCell, type BookSheet, columnLetters } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { isOwn } from '../sheets.js';
import { namesTotal } from '../table.js';
import { amountsIn, turnsIn } from './form-rows.js';
import { alike, labelsOf, rightOf, textsOf } from './forms.js';
import { headingName } from './heading-name.js';
import { readHeading } from './heading-years.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { everyHeading } from './synonyms.js';

/** A small table within forms. */
export interface FormBlock {
  readonly outline: Outline;
  /** The rows of its facts, as a mapping file lists them. */
  readonly rows: readonly string[];
}

/** Forms of one make: their labels, and the tables within them. */
export interface FormOutline {
  readonly form: Outline;
  readonly blocks: readonly FormBlock[];
}

/** What stands for the row in the place of a cell. */
const rowPlace = '{行}';
const rowBelow = (rows: number): string => `{行+${rows}}`;

const isKnown = (text: string): boolean => {
  const { names } = readHeading([text]);
  return [headingName(text), ...names].some((name) => everyHeading.has(name));
};

/** Whether a text is a year alone; several of them are headings, one may be a value. */
const isYear = (text: string): boolean => {
  const { year, names } = readHeading([text]);
  return year !== null && names.length === 0;
};

/** Labels of what is said about a thing in sentences, below which no table goes on. */
const remarks = /備考|所見|課題|コメント|説明|理由|今後|方向|概要|目的/;

const column = (
  labels: readonly string[],
  index: number,
  cell: string,
  rows: readonly (BookCell | undefined)[],
): OutlinedColumn => {
  const path = labels.map((label) => label.replace(/\s+/g, ''));
  const cells = rows.filter(isFilled);
  return {
    column: index,
    path,
    names: path.map((_text, from) => headingName(path.slice(from).join('/'))),
    read: readHeading(path),
    printed: path.at(-1) ?? '',
    ownFrom: null,
    spec: { cell },
    rows,
    cells,
    hasBlanks: cells.length < rows.length,
  };
};

/** The forms among some sheets, those of one make as one. */
export const formOutlines = (sheets: readonly BookSheet[]): readonly FormOutline[] =>
  alike(sheets).map((group) => new Forms(group).outline());

/** A row of headings within a form, and the rows below that are of its table. */
interface FormTable {
  readonly heading: number;
  readonly rows: readonly number[];
}

/** Finds what stands where in forms of one make. */
class Forms {
  readonly #sheets: readonly BookSheet[];
  readonly #labels: ReadonlyMap<string, { readonly row: number; readonly column: number }>;

  constructor(sheets: readonly BookSheet[]) {
    this.#sheets = sheets;
    this.#labels = new Map(labelsOf(sheets.map(textsOf)));
  }

  outline(): FormOutline {
    const rows = [...(this.#sheets[0]?.rows.keys() ?? [])].sort((a, b) => a - b);
    const tables: FormTable[] = [];
    for (const row of rows) {
      const last = tables.at(-1);
      if (row > Math.max(last?.heading ?? 0, ...(last?.rows ?? [])) && this.#isHeading(row))
        tables.push({ heading: row, rows: this.#rowsBelow(row) });
    }
    const within = new Set(tables.flatMap(({ heading, rows: below }) => [heading, ...below]));
    const pairs = this.#pairs(within);
    const alone = [...this.#labels.values()].filter(({ row }) => !within.has(row) && this.#columnsIn(row).length === 1);
    const titles = alone.map(({ row, column: at }) => this.#textAt(row, at));
    const whole = { sheets: this.#sheets, headingRow: null, titles };
    return {
      form: { ...whole, columns: pairs },
      blocks: tables
        .filter((table) => table.rows.length > 0)
        .flatMap((table) => this.#blocksOf(table))
        .map(({ columns, rows: each }) => ({ outline: { ...whole, columns }, rows: each.map(String) })),
    };
  }

  /** A table as it stands; where kinds of values are rows of it, with a column for each of them. */
  #blocksOf(
    table: FormTable,
  ): readonly { readonly columns: readonly OutlinedColumn[]; readonly rows: readonly number[] }[] {
    const { heading, rows } = table;
    const [firstRow = 0] = rows;
    const labelAt = (row: number, at: number) => (this.#labels.has(`${row}:${at}`) ? this.#textAt(row, at) : null);
    const headings = this.#columnsIn(heading);
    const ofYears = headings.filter((at) => readHeading([this.#textAt(heading, at)]).year !== null);
    const turns = turnsIn(rows, this.#columnsIn(firstRow), labelAt);
    if (turns && ofYears.length > 0) {
      const own = headings.filter((at) => at !== turns.column && !ofYears.includes(at));
      const kept = ofYears.flatMap((at) =>
        turns.kinds.map((kind, below) => this.#columnBelow(heading, at, turns.first, { kind, below })),
      );
      return [
        { columns: [...own.map((at) => this.#columnBelow(heading, at, turns.first)), ...kept], rows: turns.first },
      ];
    }
    const [first = 0] = headings;
    const amounts = ofYears.length > 0 ? amountsIn(rows, first, labelAt) : [];
    if (amounts.length === 0) return [{ columns: headings.map((at) => this.#columnBelow(heading, at, rows)), rows }];
    return amounts.map((row) => {
      const kind = this.#textAt(row, first);
      // What the heading says besides the year comes first: 決算 of the row 事業費.
      const isKnownBy = (at: number) => isKnown(this.#textAt(heading, at));
      const columns = ofYears.map((at) =>
        this.#columnBelow(heading, at, [row], isKnownBy(at) ? undefined : { kind, below: 0 }),
      );
      return { columns, rows: [row] };
    });
  }

  #textAt(row: number, at: number): string {
    const cell = this.#sheets[0]?.rows.get(row)?.get(at);
    return cell ? displayed(cell) : '';
  }

  #columnsIn(row: number): readonly number[] {
    const cells = this.#sheets[0]?.rows.get(row) ?? new Map<number, BookCell>();
    return [...cells.keys()].filter((at) => isOwn(cells.get(at), at)).sort((a, b) => a - b);
  }

  /** Whether all of a row are labels, two known ones side by side, and most of them known: labels of values take turns with these. */
  #isHeading(row: number): boolean {
    const columns = this.#columnsIn(row);
    const years = columns.filter((at) => isYear(this.#textAt(row, at)));
    const known = columns.filter((at) => isKnown(this.#textAt(row, at)) || (years.length > 1 && years.includes(at)));
    return (
      columns.every((at) => this.#labels.has(`${row}:${at}`)) &&
      known.length * 2 > columns.length &&
      known.some((at) => known.includes(rightOf(this.#sheets[0], row, at)))
    );
  }

  /** The rows of a table: down to one in which no form has anything but a label, without totals. */
  #rowsBelow(heading: number): readonly number[] {
    const columns = this.#columnsIn(heading);
    const found: number[] = [];
    for (let row = heading + 1; ; row += 1) {
      const [first = 0] = columns;
      const label = this.#textAt(row, first);
      // A title over the whole width is one cell.
      const isSaid = this.#sheets.some(({ rows }) =>
        columns.some((at) => isOwn(rows.get(row)?.get(at), at) && !(at === first && this.#labels.has(`${row}:${at}`))),
      );
      if (!isSaid || remarks.test(label) || this.#isHeading(row)) return found;
      if (!namesTotal(label)) found.push(row);
    }
  }

  /** The cells of a table below a heading, in its rows or `below` rows under each of them, where kinds of values take turns. */
  #columnBelow(
    heading: number,
    at: number,
    tableRows: readonly number[],
    { kind, below }: { readonly kind: string | null; readonly below: number } = { kind: null, below: 0 },
  ): OutlinedColumn {
    return column(
      [...(kind === null ? [] : [kind]), this.#textAt(heading, at)],
      at,
      `${columnLetters(at)}${below === 0 ? rowPlace : rowBelow(below)}`,
      this.#sheets.flatMap(({ rows }) => tableRows.map((row) => rows.get(row + below)?.get(at))),
    );
  }

  /** The cell at the right of each label, but for those of tables. */
  #pairs(within: ReadonlySet<number>): readonly OutlinedColumn[] {
    const pairs = [...this.#labels.values()].filter(({ row }) => !within.has(row));
    return pairs.flatMap(({ row, column: label }, index) => {
      const at = rightOf(this.#sheets[0], row, label);
      const text = this.#textAt(row, label);
      const cells = this.#sheets.map(({ rows }) => rows.get(row)?.get(at));
      // What all forms say alike is a value where only the cell at its left is known as a label.
      const isValue = !this.#labels.has(`${row}:${at}`) || (isKnown(text) && !isKnown(this.#textAt(row, at)));
      return isValue && cells.some(isFilled) ? [column([text], index, `${columnLetters(at)}${row}`, cells)] : [];
    });
  }
}

/** A column of a form as each row of a table within that has it. */
export function repeatedIn({ rows }: FormBlock, column: OutlinedColumn): OutlinedColumn {
  const all = column.rows.flatMap((cell) => rows.map(() => cell));
  return { ...column, isRepeated: true, rows: all, cells: all.filter(isFilled) };
}
