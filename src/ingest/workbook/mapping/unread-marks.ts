/** Cells in columns of marks that no table takes: what is no mark, and marks of which the mapping file says nothing. */
import type { BookSheet } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import type { Findings } from '../findings.js';
import type { LaidOut } from '../sheets.js';
import { isNoMark, markKey, usualMarks } from './marks.js';
import { columnOf, type Placed } from './placed-tables.js';
import { words } from './words.js';

/** The marks that the tables of a sheet take, by the columns in which they do. */
function marksTaken(placed: readonly Placed[]): ReadonlyMap<number, ReadonlySet<string>> {
  const taken = new Map<number, Set<string>>();
  for (const { columns } of placed)
    for (const { taken: how, found } of columns.values())
      for (const column of how.marks ? found.flatMap(columnOf) : [])
        taken.set(column, new Set([...(taken.get(column) ?? []), ...(how.marks ?? [])]));
  return taken;
}

/** Says of each cell in the columns of marks of a sheet what is not taken, in rows from which some table takes something. */
export function sayUnreadMarks(
  sheet: BookSheet,
  placed: readonly Placed[],
  read: readonly LaidOut[],
  findings: Findings,
): void {
  const taken = marksTaken(placed);
  if (taken.size === 0) return;
  const rows = new Map(
    read.flatMap(({ facts, untold }) => {
      const without = new Set(untold);
      return untold === null ? [] : facts.filter(([row]) => !without.has(row));
    }),
  );
  for (const [row, cells] of rows)
    for (const [column, marks] of taken) {
      const cell = cells.get(column);
      const isOwn = (cell?.mergedFrom?.row ?? row) === row && (cell?.mergedFrom?.column ?? column) === column;
      if (!isFilled(cell) || !isOwn) continue;
      const text = displayed(cell);
      const key = markKey(text);
      if (marks.has(key)) continue;
      if (usualMarks.has(key)) findings.remark(sheet.label, row, column, words.markNotTaken(text));
      else if (!isNoMark(text)) findings.error(sheet.label, row, column, words.noMark(text, [...marks]));
    }
}
