/** Rows that say the same of a thing, as one: the thing of a table that another table repeats in each of its rows. */
import type { BookCell } from '../book.js';
import { displayed } from '../cells.js';
import { fold } from '../known.js';
import type { RowRange, TableRow, ToldCells } from '../table.js';

const textOf = (cell: BookCell | undefined): string => (cell ? fold(displayed(cell)) : '');

/** Whether two rows say nothing different: where one is empty, the other holds. */
const agree = (one: TableRow['cells'], other: TableRow['cells']): boolean =>
  Object.keys(one).every((key) => textOf(other[key]) === '' || textOf(one[key]) === textOf(other[key]));

/** Rows of the same code, number and name are one, unless they say something different: then all of them are kept. */
export function distinctRows(rows: readonly TableRow[]): readonly TableRow[] {
  const groups = new Map<
    string,
    { cells: ToldCells['cells']; absent: ToldCells['absent']; readonly ranges: RowRange[] }[]
  >();
  for (const { row, lastRow, cells, absent } of rows) {
    const identity = JSON.stringify(['code', 'number', 'name'].map((key) => textOf(cells[key])));
    const group = groups.get(identity) ?? [];
    groups.set(identity, group);
    const same = group.find((known) => agree(known.cells, cells));
    if (!same) group.push({ cells, absent, ranges: [{ row, lastRow }] });
    else {
      same.cells = { ...cells, ...same.cells };
      same.absent = { ...absent, ...same.absent };
      const last = same.ranges.at(-1);
      if (last?.lastRow === row - 1) same.ranges.splice(-1, 1, { row: last.row, lastRow });
      else same.ranges.push({ row, lastRow });
    }
  }
  const things = [...groups.values()]
    .flat()
    .flatMap(({ cells, absent, ranges: [first, ...others] }): readonly TableRow[] =>
      first ? [{ ...first, cells, absent, others }] : [],
    );
  return things.sort((a, b) => a.row - b.row);
}
