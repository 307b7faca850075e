import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { crossTab, type Header, members, unreachable, whyEmpty } from '../../analysis/cross-tab.js';
import {
  Countable,
  type CountableName,
  countables,
  Dimension,
  type DimensionName,
} from '../../analysis/cross-tab-dimensions.js';
import type { CrossTabQuestion } from '../../analysis/cross-tab-statement.js';
import { withArticle } from '../../analysis/wording.js';
import type { Engine } from '../../graph/engine.js';
import type { FilterInput } from '../../graph/operators.js';
import { RequestError } from '../../graph/request-error.js';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { enumType, PlanStage } from '../types/enums.js';
import { nodeFilter } from '../types/inputs.js';
import { connectionType, EntityInterface } from '../types/objects.js';
import { municipalityDescription, municipalityOf } from './cities.js';
import { declareConnectionArguments } from './connection-field.js';

const DimensionType = enumType(Dimension);
const CountableType = enumType(Countable);

/** How many rows and columns a table may have. */
const maximumLimit = 1000;

/** The filter of the type that is counted; the others must be left out. */
@InputType({
  description: 'Which of the counted things are looked at: the filter of the type that is counted. [集計対象の条件]',
})
class CrossTabFilter {
  @Field(() => nodeFilter(nodeNamed('Measure')), { nullable: true, description: 'Of MEASURES. [施策中項目の条件]' })
  measures?: FilterInput | null;

  @Field(() => nodeFilter(nodeNamed('PolicyItem')), {
    nullable: true,
    description: 'Of POLICY_ITEMS. [施策大項目の条件]',
  })
  policyItems?: FilterInput | null;

  @Field(() => nodeFilter(nodeNamed('ReformSheet')), {
    nullable: true,
    description: 'Of REFORM_SHEETS. [実施計画シートの条件]',
  })
  reformSheets?: FilterInput | null;

  @Field(() => nodeFilter(nodeNamed('Indicator')), { nullable: true, description: 'Of INDICATORS. [指標の条件]' })
  indicators?: FilterInput | null;
}

@ObjectType({ description: 'The head of a row or column of a cross table. [集計表の見出し]' })
class CrossTabHeader {
  @Field(() => String, {
    description: 'What cells refer to: an id, a grade, a year, or "none" for what has no value. [キー]',
  })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Its number or code, such as 17 or 5-1. [番号]' })
  code!: string | null;

  @Field(() => String, { description: 'Its name in Japanese. [名称]' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Its name in English. [英語名]' })
  labelEn!: string | null;

  @Field(() => Int, {
    description: 'How many distinct things stand in the row or column; its cells can add up to more. [重複を除いた計]',
  })
  total!: number;

  nodeId!: string | null;
  /** The stage that the table looks at, which the node is shown at too. */
  stage!: string | null;
}

@ObjectType({ description: 'A cell of a cross table that is not empty. [集計表のセル]' })
class CrossTabCell {
  @Field(() => String, { description: 'Key of its row. [行のキー]' })
  row!: string;

  @Field(() => String, { description: 'Key of its column. [列のキー]' })
  column!: string;

  @Field(() => Int, { description: 'How many distinct things it counts. [重複を除いた件数]' })
  count!: number;

  /** The ids of what it counts, where the table counts that. */
  members!: (counted: CountableName) => Promise<readonly string[] | null>;
}

@ObjectType({ description: 'How many distinct things have one value in the rows and another in the columns. [集計表]' })
export class CrossTab {
  @Field(() => [CrossTabHeader], { description: 'Rows in natural order, what has no value last. [行]' })
  rows!: readonly CrossTabHeader[];

  @Field(() => [CrossTabHeader], { description: 'Columns in natural order, what has no value last. [列]' })
  columns!: readonly CrossTabHeader[];

  @Field(() => [CrossTabCell], { description: 'The cells that are not empty, row by row. [空でないセル]' })
  cells!: readonly CrossTabCell[];

  @Field(() => Int, { description: 'How many distinct things are counted in all. [重複を除いた総計]' })
  grandTotal!: number;

  @Field(() => Boolean, { description: 'Rows or columns were left out by the limit. [打ち切りの有無]' })
  truncated!: boolean;

  @Field(() => Int, { description: 'How many rows were left out. [省いた行数]' })
  omittedRows!: number;

  @Field(() => Int, { description: 'How many columns were left out. [省いた列数]' })
  omittedColumns!: number;

  @Field(() => String, {
    description:
      'How to read the numbers, and why there are none where a stage does not print what they count, in Japanese. [注記]',
  })
  note!: string;

  @Field(() => String, {
    description:
      'How to read the numbers, and why there are none where a stage does not print what they count, in English. [注記（英語）]',
  })
  noteEn!: string;
}

const note =
  '件数はすべて重複を除いたものです。1つのものが複数の行や列に入ることがあるため、セルの合計は行・列の計や総計と一致しないことがあります。「該当なし」は、この軸の値（部署、評価など）が記録されていないものの件数です。';
const noteEn =
  'All numbers are distinct counts. One thing can stand in several rows and columns, so cells need not add up to the totals. "None" counts those for which no value is recorded on this axis.';

/** Cross tables. */
@Resolver()
class CrossTabQueries {
  @Query(() => CrossTab, {
    description:
      'A cross table, such as SDG by DEPARTMENT counting MEASURES; what lies on the way to both dimensions is one thing (a measure counts for a reform field and a grade when one of its sheets has both). [クロス集計]',
  })
  @Extensions({ cost: 200 })
  async crossTab(
    @Arg('rows', () => DimensionType, { description: 'What the rows are. [行]' }) rows: DimensionName,
    @Arg('columns', () => DimensionType, { description: 'What the columns are. [列]' }) columns: DimensionName,
    @Arg('count', () => CountableType, { description: 'What is counted. [集計対象]' }) counted: CountableName,
    @Arg('municipality', () => ID, {
      nullable: true,
      description: municipalityDescription('all', 'すべて'),
    })
    municipality: string | null,
    @Arg('stage', () => PlanStage, {
      nullable: true,
      description: 'The graph as this stage has it; null means what is in force. [計画段階]',
    })
    stage: string | null,
    @Arg('filter', () => CrossTabFilter, { nullable: true, description: 'Only what fits is counted. [条件]' })
    filter: CrossTabFilter | null,
    @Arg('limit', () => Int, {
      defaultValue: 200,
      description: `At most so many rows and so many columns, the fullest ones; 1 to ${maximumLimit}. [行・列の上限]`,
    })
    limit: number,
    @Ctx() context: RequestContext,
  ): Promise<CrossTab> {
    const place = await municipalityOf(municipality, context);
    const asked = { rows, columns, counted, municipality: place, stage: stage ?? null };
    return tableOf({ ...asked, filter: filterOf(counted, filter) }, limit, context.engine);
  }
}

/** The table of a question, as the schema shows it. */
export async function tableOf(question: CrossTabQuestion, limit: number, engine: Engine): Promise<CrossTab> {
  if (limit < 1 || limit > maximumLimit) throw wrongLimit(limit);
  const wrong = unreachable(question);
  if (wrong) throw wrongDimension(wrong);
  const ask = engine.rows.bind(engine);
  const table = await crossTab(question, limit, ask);
  const why = await whyEmpty(table, ask);
  let found: ReturnType<typeof members> | null = null;
  const cells = table.cells.map((cell) => ({
    ...cell,
    members: async (asked: CountableName) => {
      if (asked !== question.counted) return null;
      found ??= members(table, ask);
      return (await found)(cell);
    },
  }));
  const { stage } = question;
  const staged = (headers: readonly Header[]) => headers.map((header) => ({ ...header, stage }));
  return {
    ...table,
    rows: staged(table.rows),
    columns: staged(table.columns),
    cells,
    truncated: table.omittedRows + table.omittedColumns > 0,
    note: `${why.ja}${note}`,
    noteEn: `${why.en}${why.en && ' '}${noteEn}`,
  };
}

/** What the heads of rows and columns lead to. */
@Resolver(() => CrossTabHeader)
class CrossTabHeaderQueries {
  @FieldResolver(() => EntityInterface, {
    nullable: true,
    description: 'The thing it stands for; null for grades, years and what has no value. [対象]',
  })
  node(
    @Root() { nodeId, stage }: CrossTabHeader,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> | null {
    return nodeId === null ? null : engine.byId('Entity', nodeId, info, stage);
  }
}

const connectionOf = (counted: CountableName) => () => connectionType(nodeNamed(countables[counted]));

/** What the cells have counted. */
@Resolver(() => CrossTabCell)
class CrossTabCellQueries {
  @FieldResolver(connectionOf('MEASURES'), {
    nullable: true,
    description: 'The measures that it counts; null where the table counts something else. [施策中項目]',
  })
  measures(@Root() cell: CrossTabCell, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return opened('MEASURES', cell, context, info);
  }

  @FieldResolver(connectionOf('POLICY_ITEMS'), {
    nullable: true,
    description: 'The policy items that it counts; null where the table counts something else. [施策大項目]',
  })
  policyItems(@Root() cell: CrossTabCell, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return opened('POLICY_ITEMS', cell, context, info);
  }

  @FieldResolver(connectionOf('REFORM_SHEETS'), {
    nullable: true,
    description: 'The reform sheets that it counts; null where the table counts something else. [実施計画シート]',
  })
  reformSheets(@Root() cell: CrossTabCell, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return opened('REFORM_SHEETS', cell, context, info);
  }

  @FieldResolver(connectionOf('INDICATORS'), {
    nullable: true,
    description: 'The indicators that it counts; null where the table counts something else. [成果指標・数値目標]',
  })
  indicators(@Root() cell: CrossTabCell, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return opened('INDICATORS', cell, context, info);
  }
}

for (const [method, counted] of [
  ['measures', 'MEASURES'],
  ['policyItems', 'POLICY_ITEMS'],
  ['reformSheets', 'REFORM_SHEETS'],
  ['indicators', 'INDICATORS'],
] as const)
  declareConnectionArguments(CrossTabCellQueries, method, 3, nodeNamed(countables[counted]));

async function opened(
  counted: CountableName,
  { members: of }: CrossTabCell,
  { engine }: RequestContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const ids = await of(counted);
  return ids && engine.listOf(nodeNamed(countables[counted]), ids, info);
}

const filterNames = {
  MEASURES: 'measures',
  POLICY_ITEMS: 'policyItems',
  REFORM_SHEETS: 'reformSheets',
  INDICATORS: 'indicators',
} as const satisfies Record<CountableName, keyof CrossTabFilter>;

function filterOf(counted: CountableName, filter: CrossTabFilter | null): FilterInput | null {
  const expected = filterNames[counted];
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const wrong = given.find(([name]) => name !== expected);
  if (wrong)
    throw new RequestError(
      'BAD_USER_INPUT',
      `filter: expected ${expected}, because ${counted} are counted, but got: ${wrong[0]}`,
      `filter: 集計対象が${counted}のときは${expected}を指定してください（指定：${wrong[0]}）。`,
    );
  return filter?.[expected] ?? null;
}

const wrongLimit = (limit: number) =>
  new RequestError(
    'BAD_USER_INPUT',
    `limit: expected a whole number between 1 and ${maximumLimit}, but got: ${limit}`,
    `limitには1から${maximumLimit}までの整数を指定してください（指定：${limit}）。`,
  );

const wrongDimension = ({ wrong, possible, counted }: NonNullable<ReturnType<typeof unreachable>>) =>
  new RequestError(
    'BAD_USER_INPUT',
    `expected a dimension that ${withArticle(counted)} has (${possible.join(', ')}), but got: ${wrong}`,
    `${counted}を集計できる軸は${possible.join('、')}です（指定：${wrong}）。`,
  );

export const crossTabResolvers = [CrossTabQueries, CrossTabHeaderQueries, CrossTabCellQueries] as const;
