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

/** The period of a row, as columns of the dataset; an end before the start is an error. */
export function periodColumns(draft: Draft, at: At, field: string): Readonly<Record<string, Cell>> {
  const start = draft.read(at, 'start', readYear);
  const end = draft.read(at, 'end', readYear);
  if (start !== null && end !== null && end < start) draft.error(at, 'end', words.endBeforeStart);
  const printed = [at.row.cells.start, at.row.cells.end].map((cell) => (cell ? displayed(cell) : '')).join('～');
  return {
    [`${field}_text`]: start === null && end === null ? null : printed,
    [`${field}_start_fiscal_year`]: start,
    [`${field}_end_fiscal_year`]: end,
  };
}
