/** From a workbook in the template's headings to a dataset, with everything that is wrong, by the cells that say it. */
import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { SharedThings } from '../dataset/dataset.js';
import type { LocatedDataset } from '../dataset/located-dataset.js';
import { readIndicators, readRelatedPlans } from './beside-plan.js';
import type { Book } from './book.js';
import { addDocuments, readCity, readDepartments } from './city.js';
import { declareCoverage } from './coverage.js';
import { Draft } from './draft.js';
import type { Findings } from './findings.js';
import type { Mapping } from './mapping/mapping.js';
import { readFields, readMeasures, readPolicyItems } from './plan.js';
import { type SheetKey, template } from './template.js';
import { words } from './words.js';

/** What a workbook gives. */
export interface Imported {
  readonly key: string;
  readonly name: string;
  readonly dataset: LocatedDataset;
  readonly sheets: Draft['sheets'];
  readonly findings: Findings;
}

/** The tables that a sheet gives: one that is there without rows gives them empty, which is no table that got lost. */
const tablesOf: Partial<
  Record<SheetKey, { readonly nodes: readonly NodeName[]; readonly edges: readonly EdgeName[] }>
> = {
  organisation: { nodes: ['Department'], edges: ['DIVISION_OF'] },
  fields: { nodes: ['PolicyField'], edges: ['FIELD_OF'] },
  policyItems: { nodes: ['PolicyItem'], edges: ['IN_FIELD', 'TOUCHES'] },
  measures: { nodes: ['Measure'], edges: ['PART_OF', 'OWNED_BY'] },
  indicators: { nodes: ['Indicator'], edges: ['INDICATES'] },
  relatedPlans: { nodes: ['RelatedPlan'], edges: ['RELATES_TO'] },
};

/** Makes a dataset of a workbook in the template's headings, or in those that a mapping says. */
export function importBook(book: Book, shared: SharedThings, mapping: Mapping | null = null): Imported {
  const draft = new Draft(book, shared, mapping);
  const { sheets, findings } = draft;
  const city = readCity(draft);
  const departments = readDepartments(draft, city);
  const fields = readFields(draft, city);
  const policyItems = readPolicyItems(draft, city, fields);
  const measures = readMeasures(draft, city, policyItems, departments);
  readIndicators(draft, policyItems, measures);
  readRelatedPlans(draft, policyItems);
  const levels = [template.fields.name, template.policyItems.name, template.measures.name];
  if ([fields, policyItems, measures].every(({ size }) => size === 0) && findings.errors.length === 0)
    findings.error(book.fileName, null, null, words.noLevel(levels));
  declareCoverage(draft, city, { fields, policyItems, measures });
  addDocuments(draft, city);
  for (const key of new Set(sheets.tables.map((table) => table.key)))
    draft.addTables(tablesOf[key]?.nodes ?? [], tablesOf[key]?.edges ?? []);
  return { dataset: draft.finish(), key: draft.key, name: city.name, sheets, findings };
}
