/** The sheet 事業費: what was budgeted and spent on projects year by year. */
import { amountReader } from './amounts.js';
import { readYear } from './cells.js';
import type { Draft } from './draft.js';
import { type KnownThings, localId } from './known.js';
import { codeParts } from './plan.js';

/** What happens year by year stands outside of the planning cycle, and so is of no stage. */
const outside = { staged: false } as const;

export function readCosts(draft: Draft, projects: KnownThings): void {
  const amountOf = amountReader(draft);
  for (const at of draft.rows('costs')) {
    const project = draft.subject(at, 'project', projects, 'projects', codeParts.project);
    const year = draft.read(at, 'year', readYear);
    const budget = amountOf(at, 'budget');
    const settled = amountOf(at, 'settled');
    // Years to come often have a row without amounts.
    if (!project || year === null || (budget === null && settled === null)) continue;
    const id = draft.id('cost', `${localId(project.id)}:${year}`);
    if (!draft.isNew(id, `${project.name} ${year}`, at, 'year')) continue;
    const columns = { id: 'year', fiscal_year: 'year', budget: 'budget', settled: 'settled' };
    draft.add(at, 'Cost', id, { fiscal_year: year, budget, settled }, columns, outside);
    draft.link(at, 'COST_OF', id, project.id, { ...outside, column: 'project' });
  }
}
