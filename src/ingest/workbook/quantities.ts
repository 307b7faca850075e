/** Figures with their units, as cells print them and as the columns of a dataset have them. */
import type { Quantity } from '../documents/quantity.js';
import { readQuantity } from './cells.js';
import type { At, Draft } from './draft.js';
import { fold } from './known.js';
import { words } from './words.js';

/** The figure in a cell, with the unit that its column has where the cell itself has none. */
export function quantityIn(draft: Draft, at: At, column: string, unit: string | null): Quantity | null {
  const quantity = draft.read(at, column, readQuantity);
  if (!quantity) return null;
  if (quantity.value === null && /\d/.test(quantity.text.normalize('NFKC')))
    draft.remark(at, column, words.unreadFigure);
  if (quantity.unit && unit && fold(quantity.unit) !== fold(unit))
    draft.remark(at, column, words.otherUnit(quantity.unit, unit));
  return { ...quantity, unit: quantity.unit ?? (quantity.value === null ? null : unit) };
}

export const quantityColumns = (field: string, quantity: Quantity | null, year: number | null) => ({
  [`${field}_text`]: quantity?.text ?? null,
  [`${field}_value`]: quantity?.value ?? null,
  [`${field}_unit`]: quantity?.unit ?? null,
  [`${field}_comparator`]: quantity?.comparator ?? null,
  [`${field}_year`]: year,
});
