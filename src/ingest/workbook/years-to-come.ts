/** Remarks on years in which nothing can have happened yet: R55 for R5. */
import { firstDayOf } from '../../model/days.js';
import type { At, Draft } from './draft.js';
import { words } from './words.js';

/** Remarks on the year of a row that tells what happened, where the year before it began after the file was saved. */
export function remarkOnYearToCome(draft: Draft, at: At, year: number): void {
  const { fileDate } = at.table.source;
  // Results of the year after are often written before it begins, as what is expected.
  if (fileDate !== null && firstDayOf(year - 1) > fileDate) draft.remark(at, 'year', words.yearToCome(year, fileDate));
}
