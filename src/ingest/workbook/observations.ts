/** The sheet 指標実績: what was planned and reached of indicators year by year. */
import type { Quantity } from '../documents/quantity.js';
import type { Indicator } from './beside-plan.js';
import { readYear } from './cells.js';
import type { Draft } from './draft.js';
import { type KnownThings, localId } from './known.js';
import { codeParts } from './plan.js';
import { quantityColumns, quantityIn, remarkOnFraction } from './quantities.js';
import { YearlyRows } from './yearly.js';
import { remarkOnYear } from './years-to-come.js';

/** What happens year by year stands outside of the planning cycle, and so is of no stage. */
const outside = { staged: false } as const;

export function readObservations(draft: Draft, indicators: KnownThings<Indicator>): void {
  const rows = new YearlyRows<Indicator, Readonly<Record<'planned' | 'actual', Quantity | null>>>(draft);
  for (const at of draft.rows('observations')) {
    const indicator = draft.subject(at, 'indicator', indicators, 'indicators', codeParts.indicator);
    const year = draft.read(at, 'year', readYear);
    const unit = indicator?.unit ?? null;
    const planned = quantityIn(draft, at, 'planned', unit);
    const actual = quantityIn(draft, at, 'actual', unit);
    // Years to come often have a row without values.
    if (!indicator || year === null || (!planned && !actual)) continue;
    const id = draft.id('observation', `${localId(indicator.id)}:${year}`);
    if (!rows.take(at, id, { thing: indicator, year, values: { planned, actual } })) continue;
    remarkOnYear(draft, at, year, actual !== null);
    for (const key of ['planned', 'actual']) remarkOnFraction(draft, at, key, unit, indicator.greatest);
  }
  const columns = { id: 'year', fiscal_year: 'year', planned_text: 'planned', actual_text: 'actual' };
  for (const { id, thing, year, at, further, values } of rows.all()) {
    const { planned, actual } = values;
    const told = {
      fiscal_year: year,
      ...quantityColumns('planned', planned, planned && year),
      ...quantityColumns('actual', actual, actual && year),
    };
    draft.add(at, 'Observation', id, told, columns, { ...outside, further });
    draft.link(at, 'OBSERVES', id, thing.id, { ...outside, column: 'indicator' });
  }
}
