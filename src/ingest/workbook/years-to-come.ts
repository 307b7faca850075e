/** Remarks on years that are slips: R55 for R5, in which nothing can have happened yet, and H5, long before the plan. */
import { firstDayOf } from '../../model/days.js';
import type { At, Draft } from './draft.js';
import { words } from './words.js';

/** How many years before its plan a value is told for comparison; what comes from further back is probably a slip. */
const yearsBefore = 5;

/**
 * Remarks on the year of a row: where it tells what `hasHappened`, and the year before it began after the file was saved; where it
 * lies behind the last year of the plan, or long before its first one.
 */
export function remarkOnYear(draft: Draft, at: At, year: number, hasHappened: boolean): void {
  const { fileDate } = at.table.source;
  const { start, end } = draft.period;
  // Results of the year after are often written before it begins, as what is expected.
  if (hasHappened && fileDate !== null && firstDayOf(year - 1) > fileDate)
    draft.remark(at, 'year', words.yearToCome(year, fileDate));
  else if ((end !== null && year > end) || (start !== null && year < start - yearsBefore))
    draft.remark(at, 'year', words.farFromPlan(year, start, end));
}
