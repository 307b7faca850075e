/** The columns 開始年度 and 終了年度, which say the years of a plan. */
import type { Cell } from '../dataset/dataset.js';
import { displayed, readYear } from './cells.js';
import type { At, Draft } from './draft.js';
import { words } from './words.js';

/** From which columns of a sheet those of a period come. */
export const periodPlaces = (field: string): Readonly<Record<string, string>> => ({
  [`${field}_start_fiscal_year`]: 'start',
  [`${field}_end_fiscal_year`]: 'end',
});

/** The first and the last fiscal year of a period, and these as columns of the dataset. */
interface Period {
  readonly start: number | null;
  readonly end: number | null;
  readonly columns: Readonly<Record<string, Cell>>;
}

/** The period of a row; an end before the start is an error. */
export function readPeriod(draft: Draft, at: At, field: string): Period {
  const start = draft.read(at, 'start', readYear);
  const end = draft.read(at, 'end', readYear);
  if (start !== null && end !== null && end < start) draft.error(at, 'end', words.endBeforeStart);
  const printed = [at.row.cells.start, at.row.cells.end].map((cell) => (cell ? displayed(cell) : '')).join('～');
  const columns = {
    [`${field}_text`]: start === null && end === null ? null : printed,
    [`${field}_start_fiscal_year`]: start,
    [`${field}_end_fiscal_year`]: end,
  };
  return { start, end, columns };
}
