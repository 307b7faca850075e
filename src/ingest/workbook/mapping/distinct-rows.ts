/** Rows that say the same of a thing, as one: the thing of a table that another table repeats in each of its rows. */
import type { BookCell } from '../book.js';
import { displayed } from '../cells.js';
import { fold } from '../known.js';
import type { TableRow, ToldCells } from '../table.js';
import { identityKeys } from '../template.js';

const textOf = (cell: BookCell | undefined): string => (cell ? fold(displayed(cell)) : '');

/** Whether two rows say nothing different: where one is empty, the other holds. */
const agree = (one: TableRow['cells'], other: TableRow['cells']): boolean =>
  Object.keys(one).every((key) => textOf(other[key]) === '' || textOf(one[key]) === textOf(other[key]));

/** Rows that say the same, as far as they are found. */
interface GrowingPlace {
  readonly row: number;
  lastRow: number;
  readonly cells: ToldCells['cells'][];
}

const identityOf = (cells: TableRow['cells']): string => JSON.stringify(identityKeys.map((key) => textOf(cells[key])));

/** The rows that say something that no row of the same thing in another sheet says. */
export const furtherRows = (rows: readonly TableRow[], others: readonly TableRow[]): readonly TableRow[] => {
  const known = new Map(others.map(({ cells }) => [identityOf(cells), cells]));
  const saysMore = (cells: TableRow['cells'], other: TableRow['cells']) =>
    Object.keys(cells).some((key) => textOf(cells[key]) !== '' && textOf(cells[key]) !== textOf(other[key]));
  return rows.filter(({ cells }) => {
    const other = known.get(identityOf(cells));
    return other === undefined || saysMore(cells, other);
  });
};

/** Rows of the same code, number and name are one, unless they say something different: then all of them are kept. */
export function distinctRows(rows: readonly TableRow[]): readonly TableRow[] {
  const groups = new Map<
    string,
    { cells: ToldCells['cells']; absent: ToldCells['absent']; readonly places: GrowingPlace[] }[]
  >();
  for (const { row, lastRow, cells, absent } of rows) {
    const identity = identityOf(cells);
    const group = groups.get(identity) ?? [];
    groups.set(identity, group);
    const same = group.find((known) => agree(known.cells, cells));
    if (!same) group.push({ cells, absent, places: [{ row, lastRow, cells: [cells] }] });
    else {
      same.cells = { ...cells, ...same.cells };
      same.absent = { ...absent, ...same.absent };
      const last = same.places.at(-1);
      if (last?.lastRow !== row - 1) same.places.push({ row, lastRow, cells: [cells] });
      else {
        last.lastRow = lastRow;
        last.cells.push(cells);
      }
    }
  }
  const things = [...groups.values()].flat().flatMap(({ cells, absent, places }): readonly TableRow[] => {
    const [first] = places;
    return first ? [{ row: first.row, lastRow: first.lastRow, cells, absent, places }] : [];
  });
  return things.sort((a, b) => a.row - b.row);
}
