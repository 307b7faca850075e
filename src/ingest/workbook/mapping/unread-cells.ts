/** Cells of forms that no table names, but for the labels of those that one does. */
import type { BookCell, BookSheet } from '../book.js';
import { displayed } from '../cells.js';
import { fold } from '../known.js';
import type { UnusedCells } from '../read-table.js';
import { isOwn } from '../sheets.js';
import type { Placed } from './placed-tables.js';

const placeKey = (row: number, column: number) => `${row}:${column}`;

/** The places that tables name one by one. */
const namedBy = (placed: readonly Placed[]): ReadonlySet<string> =>
  new Set(
    placed.flatMap(({ columns }) =>
      [...columns.values()].flatMap(({ found }) =>
        found.flatMap((each) => ('row' in each ? [placeKey(each.row, each.column)] : [])),
      ),
    ),
  );

/** The nearest filled cell below or at the right of one. */
function neighbour(sheet: BookSheet, row: number, column: number, step: 'below' | 'right'): string | null {
  const cells = sheet.rows.get(row);
  if (step === 'right') {
    const next = [...(cells?.keys() ?? [])].filter((at) => at > column && isOwn(cells?.get(at), at));
    return next.length === 0 ? null : placeKey(row, Math.min(...next));
  }
  const below = [...sheet.rows].filter(([at, all]) => at > row && isOwn(all.get(column), column));
  return below.length === 0 ? null : placeKey(Math.min(...below.map(([at]) => at)), column);
}

/**
 * The cells of a form that are not read; `forms` are all that the same tables read. What all of them say alike is a label, unless it
 * is a figure; where there is one form, what stands before or above a cell that is read.
 */
export function unreadCells(
  sheet: BookSheet,
  placed: readonly Placed[],
  forms: readonly BookSheet[],
): readonly UnusedCells[] {
  const named = namedBy(placed);
  const others = forms.filter((form) => form !== sheet);
  const textAt = ({ rows }: BookSheet, row: number, column: number) => {
    const cell = rows.get(row)?.get(column);
    return cell ? fold(displayed(cell)) : '';
  };
  const isLabel = (row: number, column: number, cell: BookCell): boolean => {
    if (/^[\d,.△▲-]+$/.test(displayed(cell).normalize('NFKC'))) return false;
    if (others.length > 0) return others.every((form) => textAt(form, row, column) === textAt(sheet, row, column));
    const near = (['right', 'below'] as const).map((step) => neighbour(sheet, row, column, step));
    return near.some((place) => place !== null && named.has(place));
  };
  const cells = [...sheet.rows].flatMap(([row, all]) =>
    [...all].flatMap(([column, cell]) =>
      isOwn(cell, column) &&
      (cell.mergedFrom?.row ?? row) === row &&
      !named.has(placeKey(row, column)) &&
      !isLabel(row, column, cell)
        ? [{ row, column }]
        : [],
    ),
  );
  return cells.length === 0 ? [] : [{ label: sheet.label, cells }];
}
