/** The sheet 事業費: what was budgeted and spent on projects year by year. */
import { type Amounts, amountsOf } from './amounts.js';
import { readYear } from './cells.js';
import type { At, Draft } from './draft.js';
import { type KnownThings, localId, type Named } from './known.js';
import { codeParts } from './plan.js';
import { words } from './words.js';
import { YearlyRows } from './yearly.js';
import { remarkOnYear } from './years-to-come.js';

/** What happens year by year stands outside of the planning cycle, and so is of no stage. */
const outside = { staged: false } as const;

export function readCosts(draft: Draft, projects: KnownThings): void {
  const amounts = amountsOf(draft);
  const rows = new YearlyRows<Named, Readonly<Record<'budget' | 'settled', number | null>>>(draft);
  for (const at of draft.rows('costs')) {
    const project = draft.subject(at, 'project', projects, 'projects', codeParts.project);
    const year = draft.read(at, 'year', readYear);
    const budget = amounts.of(at, 'budget');
    const settled = amounts.of(at, 'settled');
    // Years to come often have a row without amounts.
    if (!project || year === null || (budget === null && settled === null)) continue;
    const id = draft.id('cost', `${localId(project.id)}:${year}`);
    if (!rows.take(at, id, { thing: project, year, values: { budget, settled } })) continue;
    for (const [key, amount] of Object.entries({ budget, settled }))
      if (amount !== null && amount < 0) draft.remark(at, key, words.belowZero);
    remarkOnYear(draft, at, year, settled !== null);
    remarkOnUnits(draft, at, amounts, { budget, settled });
  }
  const columns = { id: 'year', fiscal_year: 'year', budget: 'budget', settled: 'settled' };
  for (const { id, thing, year, at, further, values } of rows.all()) {
    draft.add(at, 'Cost', id, { fiscal_year: year, ...values }, columns, { ...outside, further });
    draft.link(at, 'COST_OF', id, thing.id, { ...outside, column: 'project' });
  }
}

/** How many times one of two amounts has to be the other before its unit is in doubt: about a thousand times. */
const doubtful = { least: 300, most: 3_000 } as const;

/** Remarks on an amount whose unit nothing says, where the one beside it has another unit and is about a thousand times as much. */
function remarkOnUnits(
  draft: Draft,
  at: At,
  amounts: Amounts,
  { budget, settled }: { readonly budget: number | null; readonly settled: number | null },
): void {
  if (!budget || !settled) return;
  const [less, more] = Math.abs(settled) < Math.abs(budget) ? ['settled', 'budget'] : ['budget', 'settled'];
  const times = less === 'settled' ? Math.abs(budget / settled) : Math.abs(settled / budget);
  if (times < doubtful.least || times > doubtful.most) return;
  if (amounts.isWithoutUnit(at, less) && !amounts.isWithoutUnit(at, more)) draft.remark(at, less, words.unitInDoubt);
}
