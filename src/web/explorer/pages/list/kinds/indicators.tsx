import {
  IndicatorChoicesDocument,
  type IndicatorDirection,
  type IndicatorFilter,
  IndicatorListDocument,
  type IndicatorListQuery,
} from '../../../graphql/graphql.js';
import { figureIn } from '../../../language/figures.js';
import { fromFacet } from '../choice.js';
import { columnsOf, numbered } from '../columns.js';
import { byOne, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type IndicatorRow = IndicatorListQuery['indicators']['nodes'][number];

const filters: readonly ListFilter<IndicatorFilter>[] = [
  byOne('item', 'Indicator', 'policyItem', 'policy-item'),
  byOne('plan', 'Indicator', 'linkagePlan', 'linkage-plan'),
  {
    name: 'direction',
    titledBy: ['Indicator', 'direction'],
    enumeration: 'IndicatorDirection',
    is: (direction) => ({ direction: { eq: direction as IndicatorDirection } }),
    isNone: { direction: { isNull: true } },
  },
];

/** Indicators from baseline to target, as printed. */
export const indicators = listKind({
  field: 'indicators',
  type: 'Indicator',
  document: IndicatorListDocument,
  columns: (tools) => {
    const { vocabulary, language } = tools;
    const column = columnsOf<IndicatorRow>(tools, 'Indicator');
    return [
      column.name(),
      column.things('policyItem', ({ policyItem }) => (policyItem ? [policyItem] : [])),
      column.things('linkagePlan', ({ linkagePlan }) => (linkagePlan ? [numbered(linkagePlan)] : [])),
      column.value('roles', ({ roles }) => roles.map((role) => vocabulary.value('IndicatorRole', role)).join(', ')),
      {
        ...column.figure('baseline', ({ baseline }) => baseline?.value ?? null),
        cell: ({ baseline }) => figureIn(baseline, language),
      },
      {
        ...column.figure('target', ({ target }) => target?.value ?? null),
        cell: ({ target }) => figureIn(target, language),
      },
      column.value('direction', ({ direction }) => direction && vocabulary.value('IndicatorDirection', direction)),
    ];
  },
  narrowing: {
    filters,
    document: IndicatorChoicesDocument,
    choices: ({ indicators: { item, plan, direction } }) => ({
      item: fromFacet(item),
      plan: fromFacet(plan),
      direction: fromFacet(direction),
    }),
  },
});
