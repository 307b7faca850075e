/** The rows of a table that hold facts: without examples, totals and notes, and those that belong together as one. */
import type { BookSheet, RowCell } from './book.js';
import { displayed, isFilled } from './cells.js';
import { type Cells, filledRows, type Layout } from './heading.js';

/** Rows that belong together. */
export interface RowRange {
  readonly row: number;
  readonly lastRow: number;
}

/** A row of facts, or a record that goes over several: its cells by the keys of the template's columns. */
export interface TableRow extends RowRange {
  readonly cells: Readonly<Partial<Record<string, RowCell>>>;
  /** Further rows that say the same, where they were taken as one. */
  readonly others?: readonly RowRange[];
}

export interface SkippedRows {
  readonly example: readonly number[];
  readonly total: readonly number[];
  readonly note: readonly number[];
  readonly heading: readonly number[];
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly skipped: SkippedRows;
  /** The rows of the sheet that are facts, whether or not the table takes something from them. */
  readonly facts: readonly (readonly [row: number, cells: Cells])[];
  /** Those of them from which the table takes nothing. */
  readonly untold: readonly number[];
  readonly hiddenRows: number;
}

/** The cells of a row that do not belong to rows above, from the left. */
const ownCells = (row: number, cells: Cells) =>
  [...cells]
    .filter(([, cell]) => isFilled(cell) && (cell.mergedFrom?.row ?? row) >= row)
    .sort(([a], [b]) => a - b)
    .map(([column, cell]) => ({ column, text: displayed(cell).normalize('NFKC').trim() }));

const isExample = (text: string) => /^(?:記入)?例:|^[([【](?:記入)?例[)\]】]/.test(text);
const withoutBlanks = (text: string) => text.replace(/\s+/g, '');
const isTotal = (text: string) => /^(?:合計|総合計|総計|累計|小計|計|total|subtotal)$/i.test(withoutBlanks(text));
/** 健康 計, 健康（計）, 健康小計, 小計（健康）; what ends in 計 without a blank may be a name, such as 統計 or 会計. */
const isSubtotal = (text: string) => /\S\s(?:合計|総計|小計|計)$|\((?:合計|総計|小計|計)\)$|小計$|^小計\(/.test(text);
const isFigure = (text: string) => /^[-△▲−]?[\d,.]*(?:%|[千百]?万?円|件|人)?$/.test(withoutBlanks(text));
/** Columns that say what a row is about. */
const naming = ['code', 'number', 'name', 'indicator', 'project', 'subject', 'year'];

/**
 * Whether a row sums up others: it begins with a word for that, or with what a row above has in some cell and 計, or has
 * such a word where rows are named and nothing but figures behind it.
 */
function sumsUp(own: OwnCells, { columns }: Layout, above: ReadonlySet<string>) {
  const first = own[0]?.text ?? '';
  const [, group] = /^(.+?)の?(?:合計|計)$/.exec(withoutBlanks(first)) ?? [];
  if (isTotal(first) || isSubtotal(first) || (group !== undefined && above.has(group))) return true;
  const lastNaming = Math.max(0, ...naming.map((key) => columns[key] ?? 0));
  const word = own.findIndex(({ column, text }) => column <= lastNaming && (isTotal(text) || isSubtotal(text)));
  return word > 0 && own.slice(word + 1).every(({ text }) => isFigure(text));
}

const isNote = (text: string) => /^(?:※|\*|注[)1-9:)]|\(注|\[注)/.test(text);

type OwnCells = ReturnType<typeof ownCells>;

function kindOf(own: OwnCells, cells: Cells, layout: Layout, above: ReadonlySet<string>): keyof SkippedRows | null {
  const text = own[0]?.text ?? '';
  if (isExample(text)) return 'example';
  if (sumsUp(own, layout, above)) return 'total';
  if (isNote(text) && [...cells.values()].filter(isFilled).length === 1) return 'note';
  return layout.isHeading(cells) ? 'heading' : null;
}

export function readRows(sheet: BookSheet, layout: Layout): Table {
  const skipped = { example: [] as number[], total: [] as number[], note: [] as number[], heading: [] as number[] };
  const below = filledRows(sheet).filter(([row]) => row > layout.headingRow);
  const above = new Set<string>();
  const facts = below.filter(([row, cells]) => {
    const own = ownCells(row, cells);
    const kind = kindOf(own, cells, layout, above);
    if (kind) skipped[kind].push(row);
    else for (const { text } of own) above.add(withoutBlanks(text));
    return kind === null;
  });
  const records: (Omit<TableRow, 'lastRow' | 'cells'> & { lastRow: number; cells: TableRow['cells'] })[] = [];
  const untold: number[] = [];
  for (const [row, cells] of facts) {
    const own = layout.cells(row, cells);
    const known = records.at(-1);
    if (Object.keys(own).length === 0) untold.push(row);
    else if (known && continues(own, known, row)) {
      known.lastRow = row;
      const keys = new Set([...Object.keys(known.cells), ...Object.keys(own)]);
      known.cells = Object.fromEntries([...keys].map((key) => [key, joined(known.cells[key], own[key], known.row)]));
    } else records.push({ row, lastRow: row, cells: own });
  }
  const hiddenRows = facts.filter(([row]) => sheet.hiddenRows.includes(row)).length;
  return { rows: records, skipped, facts, untold, hiddenRows };
}

/** Whether a row belongs to the record above it: code and name are merged cells that began there. */
function continues(cells: TableRow['cells'], above: TableRow, row: number): boolean {
  const identifying = ['code', 'number', 'name'].map((key) => cells[key]).filter((cell) => cell !== undefined);
  return (
    identifying.length > 0 &&
    identifying.every(({ mergedFrom }) => mergedFrom !== null && mergedFrom.row < row && mergedFrom.row >= above.row)
  );
}

/** The values of a cell that goes over several rows, a line for each; one that every row has, such as a constant, stands once. */
function joined(above: RowCell | undefined, own: RowCell | undefined, first: number): RowCell | undefined {
  if (!own || (own.mergedFrom && own.mergedFrom.row <= first)) return above;
  if (!above) return own;
  const [known, added] = [displayed(above), displayed(own)];
  if (known === added || known.endsWith(`\n${added}`)) return above;
  const parts = [...(above.parts ?? [above]), ...(own.parts ?? [own])];
  return { value: `${known}\n${added}`, format: null, mergedFrom: null, ...(above.at ? { at: above.at } : {}), parts };
}
