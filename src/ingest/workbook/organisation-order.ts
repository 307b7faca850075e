/** The order in which a city lists its organisation: each department stands before those below it. */
import { groupBy } from '../../group-by.js';
import { fold } from './known.js';

/** A row of the sheet 組織: what a department is called, and what the one above it is called. */
interface Placed {
  readonly told: { readonly name: string };
  readonly above: string | null;
}

/**
 * The rows in their order, each with those below it right behind it: sheets that list all 部 before all 課 say the same as
 * those that list each 課 with its 部. Rows that lie in a circle, which is an error elsewhere, come last.
 */
export function eachBelowItsParent<Row extends Placed>(rows: readonly Row[]): readonly Row[] {
  const named = new Map<string, Row>();
  for (const row of rows)
    for (const name of [row.told.name, `${row.above} ${row.told.name}`])
      if (!named.has(fold(name))) named.set(fold(name), row);
  const below = groupBy(rows, ({ above }) => (above === null ? undefined : named.get(fold(above))));
  const placed = new Set<Row>();
  const place = (row: Row) => {
    if (placed.has(row)) return;
    placed.add(row);
    below.get(row)?.forEach(place);
  };
  below.get(undefined)?.forEach(place);
  return [...placed, ...rows.filter((row) => !placed.has(row))];
}
