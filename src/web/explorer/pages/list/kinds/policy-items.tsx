import {
  PolicyItemChoicesDocument,
  type PolicyItemFilter,
  PolicyItemListDocument,
  type PolicyItemListQuery,
} from '../../../graphql/graphql.js';
import { fromFacet } from '../choice.js';
import { columnsOf, numbered } from '../columns.js';
import { byOne, bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type PolicyItemRow = PolicyItemListQuery['policyItems']['nodes'][number];

const filters: readonly ListFilter<PolicyItemFilter>[] = [
  byOne('field', 'PolicyItem', 'field', 'policy-field'),
  bySome('sdg', 'PolicyItem', 'sdgs', 'sdg'),
  bySome('department', 'PolicyItem', 'departments', 'department'),
  bySome('plan', 'PolicyItem', 'linkagePlans', 'linkage-plan'),
  bySome('relatedPlan', 'PolicyItem', 'relatedPlans', 'related-plan'),
];

/** Policy items with who works on them and what hangs on them. */
export const policyItems = listKind({
  field: 'policyItems',
  type: 'PolicyItem',
  document: PolicyItemListDocument,
  columns: (tools) => {
    const column = columnsOf<PolicyItemRow>(tools, 'PolicyItem');
    return [
      column.value('code', ({ code }) => code),
      column.name(),
      column.things('field', ({ field }) => [numbered(field)]),
      column.sdgs('sdgs', ({ sdgs }) => sdgs.nodes),
      column.opening('measures', 'measures', 'item', ({ measures }) => measures.totalCount),
      column.things('departments', ({ departments }) => departments.nodes),
      column.opening('indicators', 'indicators', 'item', ({ indicators }) => indicators.totalCount),
      column.opening('reformSheets', 'reformSheets', 'item', ({ reformSheets }) => reformSheets.totalCount),
      column.things('linkagePlans', ({ linkagePlans }) => linkagePlans.nodes.map(numbered)),
      column.figure('satisfaction', ({ satisfaction }) => satisfaction),
    ];
  },
  narrowing: {
    filters,
    document: PolicyItemChoicesDocument,
    choices: ({ policyItems: { field, sdg, department, plan, relatedPlan } }) => ({
      field: fromFacet(field),
      sdg: fromFacet(sdg),
      department: fromFacet(department),
      plan: fromFacet(plan),
      relatedPlan: fromFacet(relatedPlan),
    }),
  },
});
