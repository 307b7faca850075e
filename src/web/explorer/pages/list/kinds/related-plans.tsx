import {
  RelatedPlanChoicesDocument,
  type RelatedPlanFilter,
  RelatedPlanListDocument,
  type RelatedPlanListQuery,
} from '../../../graphql/graphql.js';
import { fromFacet } from '../choice.js';
import { columnsOf } from '../columns.js';
import { bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type RelatedPlanRow = RelatedPlanListQuery['relatedPlans']['nodes'][number];

const filters: readonly ListFilter<RelatedPlanFilter>[] = [bySome('item', 'RelatedPlan', 'policyItems', 'policy-item')];

/** Other plans of the city with their periods, and the policy items that name them. */
export const relatedPlans = listKind({
  field: 'relatedPlans',
  type: 'RelatedPlan',
  document: RelatedPlanListDocument,
  columns: (tools) => {
    const { words } = tools;
    const column = columnsOf<RelatedPlanRow>(tools, 'RelatedPlan');
    return [
      column.name(),
      {
        ...column.figure('period', ({ period }) => period?.startFiscalYear ?? period?.endFiscalYear ?? null),
        numeric: false,
        cell: ({ period }) => period?.text ?? (period && words.years(period.startFiscalYear, period.endFiscalYear)),
      },
      column.things('policyItems', ({ policyItems }) => policyItems.nodes),
    ];
  },
  narrowing: {
    filters,
    document: RelatedPlanChoicesDocument,
    choices: ({ relatedPlans: { item } }) => ({ item: fromFacet(item) }),
  },
});
