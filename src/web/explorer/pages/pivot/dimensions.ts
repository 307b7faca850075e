import type { Countable, Dimension } from '../../graphql/graphql.js';

/** What can be counted: the list that has it, and along what, each with the filter that it is in that list; null for none. */
export interface CountedBy {
  readonly list: string;
  readonly by: Readonly<Partial<Record<Dimension, string | null>>>;
}

/** What other things have by way of their policy item, measures or sheets, which their lists have no filter for. */
const farther = { INITIATIVE: null, MEASURE: null } as const;

export const countables: Readonly<Record<Countable, CountedBy>> = {
  MEASURES: {
    list: 'measures',
    by: {
      DEPARTMENT: 'department',
      SDG: 'sdg',
      POLICY_FIELD: 'field',
      POLICY_ITEM: 'item',
      LINKAGE_PLAN: 'plan',
      GRADE: 'grade',
      MARK: 'mark',
      ...farther,
      SUPPORTING_DEPARTMENT: null,
      REFORM_FIELD: null,
      PERSPECTIVE: null,
      FISCAL_YEAR: null,
    },
  },
  POLICY_ITEMS: {
    list: 'policyItems',
    by: {
      DEPARTMENT: 'department',
      SDG: 'sdg',
      POLICY_FIELD: 'field',
      POLICY_ITEM: null,
      LINKAGE_PLAN: 'plan',
      GRADE: null,
      MARK: 'mark',
      ...farther,
      SUPPORTING_DEPARTMENT: null,
      REFORM_FIELD: null,
      PERSPECTIVE: null,
      FISCAL_YEAR: null,
    },
  },
  REFORM_SHEETS: {
    list: 'reformSheets',
    by: {
      DEPARTMENT: 'department',
      SUPPORTING_DEPARTMENT: 'supporting',
      SDG: 'sdg',
      POLICY_FIELD: null,
      POLICY_ITEM: 'item',
      LINKAGE_PLAN: null,
      REFORM_FIELD: 'reformField',
      PERSPECTIVE: 'perspective',
      GRADE: 'grade',
      ...farther,
      FISCAL_YEAR: null,
    },
  },
  INDICATORS: {
    list: 'indicators',
    by: {
      DEPARTMENT: null,
      SDG: null,
      POLICY_FIELD: null,
      POLICY_ITEM: 'within',
      LINKAGE_PLAN: 'plan',
      ...farther,
    },
  },
  PROJECTS: {
    list: 'projects',
    by: {
      DEPARTMENT: 'department',
      SDG: 'sdg',
      EXPENDITURE_FUNCTION: 'title',
      POLICY_FIELD: null,
      POLICY_ITEM: 'item',
      MARK: 'mark',
      LINKAGE_PLAN: null,
      INITIATIVE: null,
      MEASURE: 'measure',
    },
  },
};

export const countableNames = Object.keys(countables) as readonly Countable[];

export const dimensionsOf = (count: Countable): readonly Dimension[] =>
  Object.keys(countables[count].by) as readonly Dimension[];

export interface Layout {
  readonly count: Countable;
  readonly rows: Dimension;
  readonly columns: Dimension;
}

/** What an address asks for; what it does not say, or what cannot be laid out so, is as usual: departments by SDGs. */
export function layoutOf(parameters: URLSearchParams): Layout {
  const count = countableNames.find((each) => each === parameters.get('count')) ?? 'MEASURES';
  const dimensions = dimensionsOf(count);
  const [first = 'DEPARTMENT', second = 'SDG'] = dimensions;
  const rows = dimensions.find((each) => each === parameters.get('rows')) ?? first;
  const asked = dimensions.find((each) => each === parameters.get('columns'));
  const columns = asked && asked !== rows ? asked : rows === second ? first : second;
  return { count, rows, columns };
}
