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

/** What a row begins with; a cell that is merged with rows above belongs to them. */
function firstText(row: number, cells: Cells): string {
  const own = [...cells].filter(([, cell]) => isFilled(cell) && (cell.mergedFrom?.row ?? row) >= row);
  const [first] = own.sort(([a], [b]) => a - b);
  return first ? displayed(first[1]).normalize('NFKC').trim() : '';
}

const isExample = (text: string) => /^(?:記入)?例:|^[([【](?:記入)?例[)\]】]/.test(text);
const isTotal = (text: string) => /^(?:合計|総合計|総計|小計|計|total|subtotal)$/i.test(text.replace(/\s+/g, ''));
const isNote = (text: string) => /^(?:※|\*|注[)1-9:)]|\(注|\[注)/.test(text);

function kindOf(row: number, cells: Cells, { isHeading }: Layout): keyof SkippedRows | null {
  const text = firstText(row, cells);
  if (isExample(text)) return 'example';
  if (isTotal(text)) return 'total';
  if (isNote(text) && [...cells.values()].filter(isFilled).length === 1) return 'note';
  return isHeading(cells) ? 'heading' : null;
}

export function readRows(sheet: BookSheet, layout: Layout): Table {
  const skipped = { example: [] as number[], total: [] as number[], note: [] as number[], heading: [] as number[] };
  const below = filledRows(sheet).filter(([row]) => row > layout.headingRow);
  const facts = below.filter(([row, cells]) => {
    const kind = kindOf(row, cells, layout);
    if (kind) skipped[kind].push(row);
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
