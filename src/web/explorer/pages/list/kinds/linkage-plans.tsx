import {
  LinkagePlanChoicesDocument,
  type LinkagePlanFilter,
  LinkagePlanListDocument,
  type LinkagePlanListQuery,
} from '../../../graphql/graphql.js';
import { fromFacet } from '../choice.js';
import { columnsOf, numbered } from '../columns.js';
import { bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type LinkagePlanRow = LinkagePlanListQuery['linkagePlans']['nodes'][number];

const filters: readonly ListFilter<LinkagePlanFilter>[] = [
  bySome('item', 'LinkagePlan', 'policyItems', 'policy-item'),
  bySome('department', 'LinkagePlan', 'departments', 'department'),
];

/** Linkage plans with their initiatives and the policy items that these reference. */
export const linkagePlans = listKind({
  field: 'linkagePlans',
  type: 'LinkagePlan',
  document: LinkagePlanListDocument,
  columns: (tools) => {
    const column = columnsOf<LinkagePlanRow>(tools, 'LinkagePlan');
    return [
      column.figure('number', ({ number }) => number),
      column.name(),
      column.things('initiatives', ({ initiatives }) => initiatives.nodes.map(numbered)),
      column.things('policyItems', ({ policyItems }) => policyItems.nodes),
      column.opening('indicators', 'indicators', 'plan', ({ indicators }) => indicators.totalCount),
      column.figure('departments', ({ departments }) => departments.totalCount),
    ];
  },
  narrowing: {
    filters,
    document: LinkagePlanChoicesDocument,
    choices: ({ linkagePlans: { item, department } }) => ({
      item: fromFacet(item),
      department: fromFacet(department),
    }),
  },
});
