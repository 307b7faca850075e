import { departments } from './kinds/departments.js';
import { indicators } from './kinds/indicators.js';
import { initiatives } from './kinds/initiatives.js';
import { linkagePlans } from './kinds/linkage-plans.js';
import { measures } from './kinds/measures.js';
import { policyFields } from './kinds/policy-fields.js';
import { policyItems } from './kinds/policy-items.js';
import { projects } from './kinds/projects.js';
import { reformSheets } from './kinds/reform-sheets.js';
import { relatedPlans } from './kinds/related-plans.js';
import { sdgs } from './kinds/sdgs.js';
import { sourceDocuments } from './kinds/source-documents.js';
import type { ListKind } from './list-kind.js';

/** The lists that have a page, in the order in which they are offered. */
export const kinds: readonly ListKind[] = [
  policyFields,
  policyItems,
  measures,
  departments,
  sdgs,
  indicators,
  reformSheets,
  linkagePlans,
  initiatives,
  relatedPlans,
  projects,
  sourceDocuments,
];
