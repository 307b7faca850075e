/** The cells of a sheet from which a fact was taken, as its source names them. */
import { type CellPlace, columnLetters, type RowCell } from './book.js';

/** Cells that stand side by side in each of some rows. */
interface Block {
  readonly firstRow: number;
  lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/**
 * Where the value of a cell stands: of one in a merged range, in the first cell of that; of one that was joined of several,
 * in each of them; nowhere, where a mapping file gives it.
 */
export function placesOf(cell: RowCell): readonly CellPlace[] {
  if (cell.parts) return cell.parts.flatMap(placesOf);
  return cell.at ? [cell.mergedFrom ?? cell.at] : [];
}

/** Cells as a text: those side by side as a range, and equal ranges of successive rows as one; null where there are none. */
export function formatCells(places: readonly CellPlace[]): string | null {
  const blocks: Block[] = [];
  for (const run of runsOf(places)) {
    const above = blocks.find(
      ({ lastRow, firstColumn, lastColumn }) =>
        lastRow === run.firstRow - 1 && firstColumn === run.firstColumn && lastColumn === run.lastColumn,
    );
    if (above) above.lastRow = run.lastRow;
    else blocks.push(run);
  }
  return blocks.length === 0 ? null : blocks.map(formatBlock).join(',');
}

/** Columns of a sheet as a text, from one row to another; null where there are none. */
export function formatColumns(columns: readonly number[], firstRow: number, lastRow: number): string | null {
  const runs = runsOf(columns.map((column) => ({ row: firstRow, column })));
  return runs.length === 0 ? null : runs.map((run) => formatBlock({ ...run, lastRow })).join(',');
}

/** The cells of each row that stand side by side, from above and from the left. */
function runsOf(places: readonly CellPlace[]): readonly Block[] {
  const runs: (Block & { lastColumn: number })[] = [];
  for (const { row, column } of places.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const run = runs.at(-1);
    if (run?.lastRow === row && column <= run.lastColumn + 1) run.lastColumn = column;
    else runs.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }
  return runs;
}

function formatBlock({ firstRow, lastRow, firstColumn, lastColumn }: Block): string {
  const [first, last] = [`${columnLetters(firstColumn)}${firstRow}`, `${columnLetters(lastColumn)}${lastRow}`];
  return first === last ? first : `${first}:${last}`;
}
