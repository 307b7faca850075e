import {
  InitiativeChoicesDocument,
  type InitiativeFilter,
  InitiativeListDocument,
  type InitiativeListQuery,
} from '../../../graphql/graphql.js';
import { fromFacet } from '../choice.js';
import { columnsOf, numbered } from '../columns.js';
import { byOne, bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type InitiativeRow = InitiativeListQuery['initiatives']['nodes'][number];

const filters: readonly ListFilter<InitiativeFilter>[] = [
  byOne('plan', 'Initiative', 'linkagePlan', 'linkage-plan'),
  bySome('item', 'Initiative', 'policyItems', 'policy-item'),
];

/** Initiatives of the linkage plans with the policy items that they reference. */
export const initiatives = listKind({
  field: 'initiatives',
  type: 'Initiative',
  document: InitiativeListDocument,
  columns: (tools) => {
    const column = columnsOf<InitiativeRow>(tools, 'Initiative');
    return [
      column.things('linkagePlan', ({ linkagePlan }) => [numbered(linkagePlan)]),
      column.figure('number', ({ number }) => number),
      column.name(),
      column.things('policyItems', ({ policyItems }) => policyItems.nodes),
    ];
  },
  narrowing: {
    filters,
    document: InitiativeChoicesDocument,
    choices: ({ initiatives: { plan, item } }) => ({ plan: fromFacet(plan), item: fromFacet(item) }),
  },
});
