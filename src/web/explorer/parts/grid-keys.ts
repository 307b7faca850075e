/** A cell of a table: its row and its column. */
export type Place = readonly [row: number, column: number];

/**
 * Where a key leads from a cell of a table, among those that have something to go to; undefined where it leads nowhere.
 * Arrow keys pass over cells that have nothing. `far`: Home and End lead through the whole table, not the row alone.
 */
export function goToCell(key: string, far: boolean, [row, column]: Place, cells: readonly Place[]): Place | undefined {
  const inRow = cells.filter(([r]) => r === row);
  const inColumn = cells.filter(([, c]) => c === column);
  const line = far ? cells : inRow;
  if (key === 'ArrowRight') return inRow.find(([, c]) => c > column);
  if (key === 'ArrowLeft') return inRow.findLast(([, c]) => c < column);
  if (key === 'ArrowDown') return inColumn.find(([r]) => r > row);
  if (key === 'ArrowUp') return inColumn.findLast(([r]) => r < row);
  if (key === 'Home') return line[0];
  if (key === 'End') return line.at(-1);
  return undefined;
}
