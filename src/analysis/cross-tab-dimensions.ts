/**
 * What a cross table can count and by what it can be laid out: one table (`dimensions`) of how each dimension is reached
 * from each thing that is counted, as paths of the model's edges. A pair that is not in the table makes no sense.
 */
import { describe, type EdgeName, enumeration, type NodeName, type Step } from '../model/declaration.js';
import { into, out } from '../model/edges.js';
import { alternativesOf, nodeNamed, relationshipsOf } from '../model/model.js';

export const Countable = enumeration('Countable', 'What a cross table counts.', '集計対象', {
  MEASURES: describe('Measures.', '施策中項目'),
  POLICY_ITEMS: describe('Policy items.', '施策大項目'),
  REFORM_SHEETS: describe('Reform sheets.', '実施計画シート'),
  INDICATORS: describe('Indicators.', '成果指標・数値目標'),
  PROJECTS: describe('Projects.', '事業'),
});
export type CountableName = keyof typeof Countable.values;

/** The node type behind each countable. */
export const countables: Readonly<Record<CountableName, NodeName>> = {
  MEASURES: 'Measure',
  POLICY_ITEMS: 'PolicyItem',
  REFORM_SHEETS: 'ReformSheet',
  INDICATORS: 'Indicator',
  PROJECTS: 'Project',
};

export const Dimension = enumeration('Dimension', 'What a cross table is laid out by.', '集計軸', {
  MUNICIPALITY: describe('The city to which a thing belongs; there is one of each.', '市区町村（どの項目にもある）'),
  SDG: describe('Goals that the policy item touches; of projects those that they touch themselves.', 'SDGs'),
  DEPARTMENT: describe(
    'Departments that answer for the measures; of reform sheets those that carry them out, of projects those that run them.',
    '評価回答部署。実施計画シートでは実行課、事業では担当部署',
  ),
  SUPPORTING_DEPARTMENT: describe('Departments that support the reform sheets.', '連携課'),
  POLICY_FIELD: describe('Policy fields; of reform sheets also a field that they name in place of a measure.', '分野'),
  POLICY_ITEM: describe('Policy items.', '施策大項目'),
  MEASURE: describe(
    'Measures; of reform sheets those that they name, of projects the one that they carry out.',
    '施策中項目。実施計画シートではその掲げる施策、事業ではその施策',
  ),
  INITIATIVE: describe('Initiatives of linkage plans that reference the policy item.', '政策連携プランの取組'),
  LINKAGE_PLAN: describe(
    'Linkage plans whose initiatives reference the policy item; of indicators the plan that they measure.',
    '政策連携プラン',
  ),
  REFORM_FIELD: describe('Reform fields of the sheets.', '改革分野'),
  PERSPECTIVE: describe('Perspectives that the sheets declare.', '改革の視点'),
  GRADE: describe('Year-end grades of the sheets.', '年度末評価'),
  MARK: describe(
    'Marks that measures, policy items and projects were given themselves, in whatever year and step, each on the scale of its city.',
    '評価（市区町村ごとの尺度。年度・段階を問わない）',
  ),
  EXPENDITURE_FUNCTION: describe('Titles of the budget under which the projects are paid for.', '款'),
  FISCAL_YEAR: describe(
    'Fiscal years for which the sheets set a goal; beside GRADE and MARK the fiscal year of the evaluation.',
    '年度（達成目標のある年度。GRADE・MARKとの組合せでは評価の年度）',
  ),
});
export type DimensionName = keyof typeof Dimension.values;

/** A way from what is counted to a value of the dimension; no step at all where it is its own value. */
export type Way = readonly Step[];

type Ways = Readonly<Partial<Record<CountableName, readonly [Way, ...Way[]]>>>;

export interface DimensionDeclaration {
  /** The node type at the end of every way. */
  readonly node: NodeName;
  /** The property of that node which is the value, where the node itself is not. */
  readonly value?: string;
  /** The property that numbers the node among its kind. */
  readonly code?: string;
  /** The node is the city to which the thing at the end of the way belongs. */
  readonly ofCity?: true;
  /** Each city has values of its own, in the order of its scale. */
  readonly ofScale?: true;
  readonly ways: Ways;
}

/** The ways to what a policy item has. */
const ofItem = (...way: Way): Ways => ({
  MEASURES: [[out('PART_OF'), ...way]],
  POLICY_ITEMS: [way],
  REFORM_SHEETS: [[out('IMPLEMENTS'), out('PART_OF'), ...way]],
  PROJECTS: [[out('PROJECT_OF'), ...way]],
});

/** The ways of indicators beside those of what they measure: they have what that has. */
const withIndicators = (ways: Ways): Ways => {
  const by = (edge: EdgeName, counted: CountableName): readonly Way[] =>
    (ways[counted] ?? []).map((way) => [out(edge), ...way]);
  const [first, ...others] = [
    ...by('INDICATES', 'POLICY_ITEMS'),
    ...by('INDICATES_MEASURE', 'MEASURES'),
    ...by('INDICATES_PROJECT', 'PROJECTS'),
  ];
  return first ? { ...ways, INDICATORS: [first, ...others] } : ways;
};

/** The ways to what a reform sheet has. */
const ofSheet = (...way: Way): Ways => ({
  MEASURES: [[into('IMPLEMENTS'), ...way]],
  POLICY_ITEMS: [[into('PART_OF'), into('IMPLEMENTS'), ...way]],
  REFORM_SHEETS: [way],
});

/** The dimensions by name. */
const dimensions: Readonly<Record<DimensionName, DimensionDeclaration>> = {
  MUNICIPALITY: {
    node: 'Municipality',
    code: 'code',
    ofCity: true,
    ways: { MEASURES: [[]], POLICY_ITEMS: [[]], REFORM_SHEETS: [[]], INDICATORS: [[]], PROJECTS: [[]] },
  },
  SDG: {
    node: 'Sdg',
    code: 'number',
    ways: withIndicators({ ...ofItem(out('TOUCHES')), PROJECTS: [[out('PROJECT_TOUCHES')]] }),
  },
  DEPARTMENT: {
    node: 'Department',
    ways: withIndicators({
      ...ofItem(into('PART_OF'), out('OWNED_BY')),
      MEASURES: [[out('OWNED_BY')]],
      REFORM_SHEETS: [[out('LED_BY')]],
      PROJECTS: [[out('RUN_BY')]],
    }),
  },
  SUPPORTING_DEPARTMENT: { node: 'Department', ways: ofSheet(out('SUPPORTED_BY')) },
  POLICY_FIELD: {
    node: 'PolicyField',
    code: 'number',
    ways: {
      ...withIndicators(ofItem(out('IN_FIELD'))),
      REFORM_SHEETS: [[out('IMPLEMENTS'), out('PART_OF'), out('IN_FIELD')], [out('CITES_FIELD')]],
    },
  },
  POLICY_ITEM: { node: 'PolicyItem', code: 'code', ways: withIndicators(ofItem()) },
  MEASURE: {
    node: 'Measure',
    code: 'code',
    ways: withIndicators({
      ...ofItem(into('PART_OF')),
      MEASURES: [[]],
      REFORM_SHEETS: [[out('IMPLEMENTS')]],
      PROJECTS: [[out('PROJECT_OF_MEASURE')]],
    }),
  },
  INITIATIVE: { node: 'Initiative', ways: withIndicators(ofItem(into('REFERENCES'))) },
  LINKAGE_PLAN: {
    node: 'LinkagePlan',
    code: 'number',
    ways: { ...ofItem(into('REFERENCES'), out('INITIATIVE_OF')), INDICATORS: [[out('INDICATES_PLAN')]] },
  },
  REFORM_FIELD: { node: 'ReformField', code: 'number', ways: ofSheet(out('IN_REFORM_FIELD')) },
  PERSPECTIVE: { node: 'ReformPerspective', ways: ofSheet(out('TAKES_PERSPECTIVE')) },
  GRADE: { node: 'Evaluation', value: 'grade', ways: ofSheet(into('EVALUATES')) },
  MARK: {
    node: 'Evaluation',
    value: 'mark',
    ofScale: true,
    ways: {
      MEASURES: [[into('EVALUATES_MEASURE')]],
      POLICY_ITEMS: [[into('EVALUATES_ITEM')]],
      PROJECTS: [[into('EVALUATES_PROJECT')]],
    },
  },
  EXPENDITURE_FUNCTION: { node: 'Project', value: 'expenditureFunction', ways: { PROJECTS: [[]] } },
  FISCAL_YEAR: { node: 'AnnualGoal', value: 'fiscalYear', ways: ofSheet(into('GOAL_OF')) },
};

/** The year of the evaluations that another dimension leads to. */
const yearOf = ({ node, ways }: DimensionDeclaration): DimensionDeclaration => ({ node, value: 'fiscalYear', ways });

/** Beside a grade or a mark, the year is that of the evaluation. */
const years: Readonly<Partial<Record<DimensionName, DimensionDeclaration>>> = {
  GRADE: yearOf(dimensions.GRADE),
  MARK: yearOf(dimensions.MARK),
};

/** A dimension as it is laid out beside another one. */
export const dimensionBeside = (name: DimensionName, other: DimensionName): DimensionDeclaration =>
  (name === 'FISCAL_YEAR' ? years[other] : undefined) ?? dimensions[name];

/** The edges by which a countable belongs to one thing of several kinds, of which each has one at most. */
export function exclusiveEdges(counted: CountableName): ReadonlySet<EdgeName> {
  const node = nodeNamed(countables[counted]);
  const fields = alternativesOf(node);
  return new Set(
    relationshipsOf(node).flatMap(([field, { path }]) => (fields.includes(field) && path[0] ? [path[0].edge] : [])),
  );
}

/** The edges on the ways from a countable to the values of two dimensions. */
export const edgesBetween = (
  counted: CountableName,
  rows: DimensionName,
  columns: DimensionName,
): ReadonlySet<EdgeName> => edgesOn([rows, columns].flatMap((name) => waysBeside(counted, name, [rows, columns])));

/**
 * The same without the ways of kinds of things that have none of what is counted, by edges that are not there; where no
 * kind has any, the first way is the usual one.
 */
export function edgesInUse(
  counted: CountableName,
  rows: DimensionName,
  columns: DimensionName,
  isThere: (edge: EdgeName) => boolean,
): ReadonlySet<EdgeName> {
  const exclusive = exclusiveEdges(counted);
  return edgesOn(
    [rows, columns].flatMap((name) => {
      const ways = waysBeside(counted, name, [rows, columns]);
      const used = ways.filter(([first]) => !first || !exclusive.has(first.edge) || isThere(first.edge));
      return used.length > 0 ? used : ways.slice(0, 1);
    }),
  );
}

const waysBeside = (
  counted: CountableName,
  name: DimensionName,
  [rows, columns]: readonly [rows: DimensionName, columns: DimensionName],
): readonly Way[] => dimensionBeside(name, name === rows ? columns : rows).ways[counted] ?? [];

const edgesOn = (ways: readonly Way[]): ReadonlySet<EdgeName> =>
  new Set(ways.flatMap((way) => way.map(({ edge }) => edge)));

/** The dimensions that a countable can be laid out by. */
export const dimensionsOf = (counted: CountableName): readonly DimensionName[] =>
  (Object.keys(dimensions) as DimensionName[]).filter((name) => counted in dimensions[name].ways);
