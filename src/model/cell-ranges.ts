/** Cells of a sheet as spreadsheet programs write them: `F12`, `B12:F12`, `B12:D12,F12`. */

const cell = String.raw`([A-Z]{1,3})([1-9]\d{0,6})`;
const range = new RegExp(`^${cell}(?::${cell})?$`);

/** Columns by their letters: those of more letters stand behind. */
const isBehind = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;

/** Whether a text names cells; ranges go from the upper left to the lower right. */
export const areCells = (text: string): boolean =>
  text.split(',').every((part) => {
    const [, column, row, lastColumn, lastRow] = range.exec(part) ?? [];
    if (column === undefined) return false;
    if (lastColumn === undefined) return true;
    return !isBehind(column, lastColumn) && Number(row) <= Number(lastRow);
  });

/** The last row of some cells. */
export const lastRowOf = (cells: string): number => Math.max(...(cells.match(/\d+/g) ?? []).map(Number));
