/** Figures with their units, as cells print them and as the columns of a dataset have them. */
import { parseQuantity, type Quantity } from '../documents/quantity.js';
import { readQuantity } from './cells.js';
import type { At, Draft } from './draft.js';
import { inFigures } from './kanji-figures.js';
import { fold } from './known.js';
import { words } from './words.js';

/** What says in words what is aimed at, or that the figure is still to come. */
const isWording =
  /増|減|維持|向上|上昇|低下|拡大|縮小|改善|継続|達成|完了|完成|実施|作成|策定|開始|整備|[^\s]中$|予定|未/;

/** A figure that is written in kanji; null of others. */
function inKanji({ text, value }: Quantity): Quantity | null {
  const figures = value === null ? inFigures(text) : null;
  return figures === null ? null : { ...parseQuantity(figures), text };
}

/** The figure in a cell, with the unit that its column has where the cell itself has none. */
export function quantityIn(draft: Draft, at: At, column: string, unit: string | null): Quantity | null {
  const read = draft.read(at, column, readQuantity);
  if (!read) return null;
  const quantity = inKanji(read) ?? read;
  if (quantity !== read) draft.remark(at, column, words.readFromKanji(read.text, quantity.value));
  else if (quantity.value === null && /\d/.test(quantity.text.normalize('NFKC')))
    draft.remark(at, column, words.unreadFigure);
  else if (quantity.value === null && !isWording.test(quantity.text))
    draft.remark(at, column, words.noFigure(quantity.text));
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
