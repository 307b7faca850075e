/** The sheet 事務事業: projects, which hang on measures or policy items. */
import { displayed, readText } from './cells.js';
import type { Departments } from './departments.js';
import type { At, Draft } from './draft.js';
import { readExpenditureFunction } from './expenditure.js';
import { goalsReader } from './goals-of-rows.js';
import { KnownThings, type Named, slug } from './known.js';
import { codeParts, type Measure, Places } from './plan.js';
import { words } from './words.js';

export function readProjects(
  draft: Draft,
  items: KnownThings,
  measures: KnownThings<Measure>,
  departments: Departments,
): KnownThings {
  const projects = new KnownThings();
  const goalsOf = goalsReader(draft);
  const places = new Places();
  for (const at of draft.rows('projects')) {
    const code = draft.code(at, codeParts.project);
    const name = draft.read(at, 'name', readText);
    const measure = draft.referred(at, 'measure', measures, 'measures', codeParts.measure);
    const item = policyItemOf(draft, at, items, measure);
    const runners = departments.namedIn(at, 'departments');
    const expenditure = expenditureOf(draft, at);
    const goals = goalsOf(at);
    if (name === null || (code === null && at.row.cells.code)) {
      projects.breakOff(code ?? draft.probableCode(at, codeParts.project), name);
      continue;
    }
    const id = draft.id('project', code ?? [item?.code, slug(name)].filter(Boolean).join(':'));
    if (!draft.isNew(id, code ?? name, at, code ? 'code' : 'name')) {
      projects.breakOff(null, name);
      continue;
    }
    projects.add({ id, code, name });
    const values = {
      name,
      name_en: draft.read(at, 'nameEn', readText),
      code,
      number: places.next(item?.id ?? null),
      expenditure_function: expenditure,
    };
    const columns = { code: 'code', name: 'name', name_en: 'nameEn', expenditure_function: 'expenditure' };
    draft.add(at, 'Project', id, values, { id: code ? 'code' : 'name', ...columns });
    if (item) draft.link(at, 'PROJECT_OF', id, item.id, { column: at.row.cells.policyItem ? 'policyItem' : 'measure' });
    if (measure) draft.link(at, 'PROJECT_OF_MEASURE', id, measure.id, { column: 'measure' });
    for (const runner of runners) draft.link(at, 'RUN_BY', id, runner, { column: 'departments' });
    for (const goal of goals) draft.link(at, 'PROJECT_TOUCHES', id, goal, { column: 'sdgs' });
  }
  return projects;
}

/** The policy item that is given, or that of the measure; that the two are not the same is said, and that there is neither. */
function policyItemOf(draft: Draft, at: At, items: KnownThings, measure: Measure | null): Named | null {
  const { cells } = at.row;
  const given = draft.referred(at, 'policyItem', items, 'policyItems', codeParts.policyItem);
  const own = measure?.policyItem ?? null;
  if (given && own && given.id !== own.id)
    draft.error(at, 'policyItem', words.otherPolicyItem(measure?.code ?? '', own.code ?? own.name));
  if (!cells.measure && !cells.policyItem) draft.remark(at, 'name', words.outsideOfPlan);
  return given ?? own;
}

function expenditureOf(draft: Draft, at: At): string | null {
  const cell = at.row.cells.expenditure;
  // Null for a title that is not one of the law, undefined for what cannot be read, which was said.
  const title = draft.read(at, 'expenditure', (each) => [readExpenditureFunction(each)])?.[0];
  if (cell && title === null) draft.remark(at, 'expenditure', words.noLegalTitle(displayed(cell)));
  return title ?? null;
}
