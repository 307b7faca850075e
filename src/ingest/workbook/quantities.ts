/** Figures with their units, as cells print them and as the columns of a dataset have them. */
import { parseQuantity, type Quantity } from '../documents/quantity.js';
import { readQuantity } from './cells.js';
import type { At, Draft } from './draft.js';
import { inFigures } from './kanji-figures.js';
import { fold } from './known.js';
import { inOneFigure, timesUnit } from './multiplied-figures.js';
import { words } from './words.js';

/** What says in words what is aimed at, or that the figure is still to come. */
const isWording =
  /増|減|維持|向上|上昇|低下|拡大|縮小|改善|継続|達成|完了|完成|実施|作成|策定|開始|整備|[^\s]中$|予定|未/;

/** A figure behind a sign that changes nothing: +3, ±0. */
const signed = /^(?:\+|±(?=0(?:\.0+)?(?:[^\d.]|$)))(?=\d)/;

/** A text without such a sign; null where it has none. */
function withoutSign(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return signed.test(plain) ? plain.replace(signed, '') : null;
}

/** A figure that is written in kanji (十二), in parts (1万2千人) or with a sign (±0); null of others. */
function inPlainFigures({ text, value }: Quantity): Quantity | null {
  const figures = value === null ? (inFigures(text) ?? inOneFigure(text) ?? withoutSign(text)) : null;
  const read = figures === null ? null : parseQuantity(figures);
  return read === null || read.value === null ? null : { ...read, text };
}

/** A figure in the unit of its column where its own is a multiple of that: 120,000 人 of 12万人. */
function inUnitOf(quantity: Quantity, unit: string | null): Quantity {
  const times = quantity.unit && unit ? timesUnit(quantity.unit, unit) : null;
  if (times === null || quantity.value === null) return quantity;
  return { ...quantity, value: Math.round(quantity.value * times * 1e6) / 1e6, unit };
}

/** The figure in a cell, with the unit that its column has where the cell itself has none. */
export function quantityIn(draft: Draft, at: At, column: string, unit: string | null): Quantity | null {
  const read = draft.read(at, column, readQuantity);
  if (!read) return null;
  const quantity = inUnitOf(inPlainFigures(read) ?? read, unit);
  if (quantity !== read) draft.remark(at, column, words.readAs(read.text, quantity.value));
  else if (quantity.value === null && /\d/.test(quantity.text.normalize('NFKC')))
    draft.remark(at, column, words.unreadFigure);
  else if (quantity.value === null && !isWording.test(quantity.text))
    draft.remark(at, column, words.noFigure(quantity.text));
  if (quantity.unit && unit && fold(quantity.unit) !== fold(unit))
    draft.remark(at, column, words.otherUnit(quantity.unit, unit));
  return { ...quantity, unit: quantity.unit ?? (quantity.value === null ? null : unit) };
}

/** How much another value of an indicator is at least where a fraction of 1 beside it is probably one of 100%. */
const leastPercent = 10;

/** Remarks on a value such as 0.72 of an indicator in % that has others such as 80: a cell that is no longer shown in percent. */
export function remarkOnFraction(draft: Draft, at: At, column: string, unit: string | null, greatest: number): void {
  const cell = at.row.cells[column];
  const value = cell && typeof cell.value === 'number' && !cell.format?.includes('%') ? Math.abs(cell.value) : 0;
  if (unit === null || fold(unit) !== '%' || value === 0 || value >= 1 || greatest < leastPercent) return;
  draft.remark(at, column, words.fractionOfPercent(value));
}

export const quantityColumns = (field: string, quantity: Quantity | null, year: number | null) => ({
  [`${field}_text`]: quantity?.text ?? null,
  [`${field}_value`]: quantity?.value ?? null,
  [`${field}_unit`]: quantity?.unit ?? null,
  [`${field}_comparator`]: quantity?.comparator ?? null,
  [`${field}_year`]: year,
});
