import { statesOfHeaders } from '../../analysis/coverage/cross-tab-states.js';
import type { HeaderStates } from '../../analysis/coverage/side-states.js';
import { ofCrossTab } from '../../analysis/coverage/whole-city.js';
import {
  type Cell,
  crossTab,
  type Header,
  keyOfCell,
  members,
  unreachable,
  whyEmpty,
} from '../../analysis/cross-tab.js';
import {
  Countable,
  type CountableName,
  countables,
  Dimension,
  type DimensionName,
} from '../../analysis/cross-tab-dimensions.js';
import { type CrossTabQuestion, noValue, type Side } from '../../analysis/cross-tab-statement.js';
import { withArticle } from '../../analysis/wording.js';
import type { FilterInput } from '../../graph/operators.js';
import { wantedIn } from '../../graph/wanted-values.js';
import { CoverageState, type CoverageStateValue } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import { badInput } from '../../refusal.js';
import type { RequestContext } from '../context.js';
import { coverageField, coveragesFor } from '../coverage.js';
import { between } from '../types/argument-limits.js';
import { argument, computed, field, inputType, object, t, withDefault } from '../types/declare.js';
import { nodeFilter } from '../types/inputs.js';
import { connectionArguments, connectionType } from '../types/objects.js';
import { chosenMunicipalities, stage } from './arguments.js';
import { chosenCities, mostSelected } from './cities.js';
import { nullableNode } from './shared-fields.js';

export const dimension = t.enum<DimensionName>(Dimension);

/** The most rows and columns that a table may have. */
const maximumLimit = 1000;

const nodeCounted = (counted: CountableName) => nodeNamed(countables[counted]);

const filterNames = {
  MEASURES: 'measures',
  POLICY_ITEMS: 'policyItems',
  REFORM_SHEETS: 'reformSheets',
  INDICATORS: 'indicators',
  PROJECTS: 'projects',
} as const satisfies Record<CountableName, string>;

type FilterName = (typeof filterNames)[CountableName];

/** The filter of the type that is counted; the others must be left out. */
const CrossTabFilter = inputType<Readonly<Partial<Record<FilterName, FilterInput | null>>>>(
  'CrossTabFilter',
  'Which of the counted things are looked at: the filter of the type that is counted. [集計対象の条件]',
  () => ({
    measures: [nodeFilter(nodeCounted('MEASURES')), 'Of MEASURES. [施策中項目の条件]'],
    policyItems: [nodeFilter(nodeCounted('POLICY_ITEMS')), 'Of POLICY_ITEMS. [施策大項目の条件]'],
    reformSheets: [nodeFilter(nodeCounted('REFORM_SHEETS')), 'Of REFORM_SHEETS. [実施計画シートの条件]'],
    indicators: [nodeFilter(nodeCounted('INDICATORS')), 'Of INDICATORS. [指標の条件]'],
    projects: [nodeFilter(nodeCounted('PROJECTS')), 'Of PROJECTS. [事業の条件]'],
  }),
);

interface OpenHeader extends Header {
  readonly stage: string | null;
  /** What was read for it; worked out when it is asked for. */
  readonly states: () => Promise<HeaderStates>;
}

const state = t.enum<CoverageStateValue>(CoverageState);

const CrossTabHeader = object<OpenHeader>(
  'CrossTabHeader',
  'The head of a row or column of a cross table. [集計表の見出し]',
  {
    key: [
      t.string,
      'What cells refer to: an id, a grade, a mark with its city, a title, a year, or "none" for what has no value. [キー]',
    ],
    code: [t.nullable(t.string), 'Its number, code or mark, such as 17 or 5-1. [番号]'],
    label: [t.string, 'Its name in Japanese. [名称]'],
    labelEn: [t.nullable(t.string), 'Its name in English. [英語名]'],
    municipality: [
      t.nullable(t.id),
      'Key of the city to which it belongs; null for what all share, for grades, titles, years and what has no value. [市区町村のキー]',
    ],
    total: [
      t.int,
      'How many distinct things stand in the row or column; its cells can add up to more. [重複を除いた計]',
    ],
  },
  {
    node: nullableNode(
      'Entity',
      'nodeId',
      'The thing it stands for; null for grades, marks, titles, years and what has no value. [対象]',
    ),
    emptyState: computed(
      state,
      'What it means that a cell of it is empty: COMPLETE, there is none; NOT_READ, of what stands here nothing was read along the other axis; PARTIAL, not all was. A cell has a row and a column: it is none where one of them is COMPLETE, else not read where one of them is NOT_READ. [空欄の意味]',
      async ({ states }) => (await states()).emptyState,
    ),
    noneState: computed(
      t.nullable(state),
      'Of the key "none": whether what stands here has no value (COMPLETE), was not read for it (NOT_READ), or some of it either (PARTIAL); null for other keys. [「なし」の網羅の状態]',
      async ({ states }) => (await states()).noneState,
    ),
  },
);

interface OpenCell extends Cell {
  /** The ids of what it counts; null where the table counts something else. */
  readonly members: (counted: CountableName) => Promise<readonly string[] | null>;
}

/** A field that lists what a cell counts, where the table counts that. */
const counted = (name: CountableName, what: string, whatJa: string) =>
  field({
    type: t.nullable(connectionType(nodeCounted(name))),
    description: `The ${what} that it counts; null where the table counts something else. [${whatJa}]`,
    args: connectionArguments(nodeCounted(name)),
    resolve: async (cell: OpenCell, _given, { engine }, info) => {
      const ids = await cell.members(name);
      return ids && engine.listOf(nodeCounted(name), ids, info);
    },
  });

const CrossTabCell = object<OpenCell>(
  'CrossTabCell',
  'A cell of a cross table that is not empty. [集計表のセル]',
  {
    row: [t.string, 'Key of its row. [行のキー]'],
    column: [t.string, 'Key of its column. [列のキー]'],
    count: [t.int, 'How many distinct things it counts. [重複を除いた件数]'],
  },
  {
    measures: counted('MEASURES', 'measures', '施策中項目'),
    policyItems: counted('POLICY_ITEMS', 'policy items', '施策大項目'),
    reformSheets: counted('REFORM_SHEETS', 'reform sheets', '実施計画シート'),
    indicators: counted('INDICATORS', 'indicators', '成果指標・数値目標'),
    projects: counted('PROJECTS', 'projects', '事業'),
  },
);

const noteDescription = (language: string, ja: string) =>
  `How to read the numbers, and why there are none where a stage does not print what they count, in ${language}. [${ja}]`;

export const CrossTab = object<Awaited<ReturnType<typeof tableOf>>>(
  'CrossTab',
  'How many distinct things have one value in the rows and another in the columns. [集計表]',
  {
    rows: [t.list(CrossTabHeader), 'Rows in natural order, what has no value last. [行]'],
    columns: [t.list(CrossTabHeader), 'Columns in natural order, what has no value last. [列]'],
    cells: [t.list(CrossTabCell), 'The cells that are not empty, row by row. [空でないセル]'],
    grandTotal: [t.int, 'How many distinct things are counted in all. [重複を除いた総計]'],
    truncated: [t.boolean, 'Rows or columns were left out by the limit. [打ち切りの有無]'],
    omittedRows: [t.int, 'How many rows were left out. [省いた行数]'],
    omittedColumns: [t.int, 'How many columns were left out. [省いた列数]'],
    note: [t.string, noteDescription('Japanese', '注記')],
    noteEn: [t.string, noteDescription('English', '注記（英語）')],
  },
  {
    coverage: coverageField(
      'Whether the documents list all that is counted, and both of its values: whether an empty cell is none, or was not read. [網羅の状態]',
      ({ question, grandTotal }: { readonly question: CrossTabQuestion; readonly grandTotal: number }) => ({
        scope: { ids: [], municipalities: question.municipalities, stage: question.stage },
        wanted: question.filter ? wantedIn(countables[question.counted], question.filter, {}) : [],
        extent: (city) => ofCrossTab(city, question),
        isEmpty: (city) => grandTotal === 0 || city.things(countables[question.counted]).length === 0,
      }),
    ),
  },
);

const note =
  '件数はすべて重複を除いたものです。1つのものが複数の行や列に入ることがあるため、セルの合計は行・列の計や総計と一致しないことがあります。軸の値（部署、評価など）が記録されていないものは、「該当なし」（値がないもの）か「未読」（読んでいないもの）の行・列に数えます。';
const noteEn =
  'All numbers are distinct counts. One thing can stand in several rows and columns, so cells need not add up to the totals. What has no value on an axis is counted as "None" where that was read, and as "Not read" where it was not.';

export const crossTabQueries = {
  crossTab: field({
    type: CrossTab,
    description:
      'A cross table, such as SDG by DEPARTMENT counting MEASURES; what lies on the way to both dimensions is one thing (a measure counts for a reform field and a grade when one of its sheets has both). [クロス集計]',
    args: {
      limit: withDefault(
        t.int,
        200,
        `The maximum number of rows and of columns, the fullest ones; 1 to ${maximumLimit}. [行・列の上限]`,
        between(1, maximumLimit),
      ),
      filter: argument(t.nullable(CrossTabFilter), 'Only what fits is counted. [条件]'),
      stage,
      ...chosenMunicipalities('all', 'すべて', mostSelected),
      count: argument(
        t.enum<CountableName>(Countable),
        'What is counted; an indicator has the departments, goals and field of what it measures. [集計対象（指標は、測る対象の部署・SDGs・分野による）]',
      ),
      columns: argument(dimension, 'What the columns are. [列]'),
      rows: argument(dimension, 'What the rows are. [行]'),
    },
    extensions: { cost: 200 },
    resolve: async (_root, { rows, columns, count, stage, filter, limit, ...given }, context) => {
      const question = { rows, columns, counted: count, stage, filter: filterOf(count, filter ?? {}) };
      const municipalities = await chosenCities(given, context, mostSelected);
      return tableOf({ ...question, municipalities }, limit, context);
    },
  }),
};

/** The table of a question, as the schema shows it. */
export async function tableOf(question: CrossTabQuestion, limit: number, context: RequestContext) {
  const { ask } = context;
  const wrong = unreachable(question);
  if (wrong) throw wrongDimension(wrong);
  const table = await crossTab(question, limit, ask);
  const why = await whyEmpty(table, ask);
  let found: ReturnType<typeof members> | null = null;
  const counted = () => {
    found ??= members(table, ask);
    return found;
  };
  const cells = table.cells.map((cell) => ({
    ...cell,
    members: async (name: CountableName) =>
      name === question.counted ? ((await counted()).get(keyOfCell(cell)) ?? []) : null,
  }));
  const { stage, municipalities } = question;
  const workedOut = async () => {
    const coverages = await coveragesFor({ ids: [], municipalities, stage }, context);
    return coverages && statesOfHeaders(coverages.cities, { ...table, members: await counted() });
  };
  let known: ReturnType<typeof workedOut> | null = null;
  const states = () => {
    known ??= workedOut();
    return known;
  };
  const opened = (side: Side, headers: readonly Header[]): readonly OpenHeader[] =>
    headers.map((header) => ({
      ...header,
      stage,
      states: async () => (await states())?.[side].get(header.key) ?? unknownStates(header),
    }));
  return {
    ...table,
    question,
    rows: opened('row', table.rows),
    columns: opened('column', table.columns),
    cells,
    truncated: table.omittedRows + table.omittedColumns > 0,
    note: `${why.ja}${note}`,
    noteEn: `${why.en}${why.en && ' '}${noteEn}`,
  };
}

/** Of more cities than one question may look at. */
const unknownStates = ({ key }: Header): HeaderStates => ({
  emptyState: 'PARTIAL',
  noneState: key === noValue ? 'PARTIAL' : null,
});

function filterOf(
  counted: CountableName,
  filters: Readonly<Partial<Record<FilterName, FilterInput | null>>>,
): FilterInput | null {
  const expected = filterNames[counted];
  const wrong = Object.entries(filters).find(
    ([name, value]) => name !== expected && value !== null && value !== undefined,
  );
  if (wrong)
    throw badInput(
      `filter: expected ${expected}, because ${counted} are counted, but got: ${wrong[0]}`,
      `filter: 集計対象が${counted}のときは${expected}を指定してください（指定：${wrong[0]}）。`,
    );
  return filters[expected] ?? null;
}

const wrongDimension = ({ wrong, possible, counted }: NonNullable<ReturnType<typeof unreachable>>) =>
  badInput(
    `expected a dimension that ${withArticle(counted)} has (${possible.join(', ')}), but got: ${wrong}`,
    `${counted}を集計できる軸は${possible.join('、')}です（指定：${wrong}）。`,
  );
