/** From a workbook in the template's headings to a dataset, with everything that is wrong, by the cells that say it. */
import type { SharedThings } from '../dataset/dataset.js';
import type { LocatedDataset } from '../dataset/located-dataset.js';
import { addValues } from './added-values.js';
import { readIndicators, readRelatedPlans } from './beside-plan.js';
import type { Book } from './book.js';
import { addDocuments, readCity } from './city.js';
import { readCosts } from './costs.js';
import { declareCoverage } from './coverage.js';
import { Departments } from './departments.js';
import { Draft } from './draft.js';
import { readEvaluations } from './evaluations.js';
import type { Findings } from './findings.js';
import type { HeldCity } from './held-city.js';
import type { Mapping } from './mapping/mapping.js';
import { readObservations } from './observations.js';
import { readFields, readMeasures, readPolicyItems } from './plan.js';
import { readProjects } from './projects.js';
import { Scales } from './scales.js';
import { tablesOf } from './sheet-tables.js';
import { template } from './template.js';
import { makeMeasures, makePolicyItems } from './unlisted.js';
import { words } from './words.js';

/** What a workbook gives. */
export interface Imported {
  readonly key: string;
  readonly name: string;
  readonly dataset: LocatedDataset;
  readonly sheets: Draft['sheets'];
  readonly findings: Findings;
}

/** Makes a dataset of a workbook in the template's headings, or in those that a mapping says; `held` are the cities at hand. */
export function importBook(
  book: Book,
  shared: SharedThings,
  mapping: Mapping | null = null,
  held: readonly HeldCity[] = [],
): Imported {
  const draft = new Draft(book, shared, mapping);
  const { sheets, findings } = draft;
  addValues(draft);
  const city = readCity(draft, held);
  const departments = new Departments(draft, city);
  const fields = readFields(draft, city);
  const policyItems = readPolicyItems(draft, city, fields, departments);
  makePolicyItems(draft, city, fields, policyItems);
  const measures = readMeasures(draft, policyItems, departments);
  makeMeasures(draft, policyItems, measures);
  const projects = readProjects(draft, policyItems, measures, departments);
  const subjects = { policyItems, measures, projects };
  const { indicators, measured } = readIndicators(draft, subjects);
  readObservations(draft, indicators);
  readCosts(draft, projects);
  const evaluated = readEvaluations(draft, subjects, new Scales(draft, city));
  readRelatedPlans(draft, policyItems);
  departments.remarkMisspelt();
  const levels = [template.fields.name, template.policyItems.name, template.measures.name];
  if ([fields, policyItems, measures].every(({ size }) => size === 0) && findings.errors.length === 0)
    findings.error(book.fileName, null, null, words.noLevel(levels));
  const told = { evaluated, measured };
  declareCoverage(draft, city, { departments, fields, ...subjects, indicators }, told);
  addDocuments(draft, city);
  // A sheet that is there without rows gives empty tables, which are none that got lost.
  for (const key of new Set(sheets.tables.map((table) => table.key)))
    draft.addTables(tablesOf[key]?.nodes ?? [], tablesOf[key]?.edges ?? []);
  return { dataset: draft.finish(), key: draft.key, name: city.name, sheets, findings };
}
