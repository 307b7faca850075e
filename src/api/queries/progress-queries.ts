import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Dimension, type DimensionName } from '../../analysis/cross-tab-dimensions.js';
import {
  type GoalProgress as FoundGoals,
  type GoalPoint as FoundPoint,
  GoalCourse,
  type GoalCourseName,
  goalProgress,
} from '../../analysis/goal-progress.js';
import {
  type Direction,
  type IndicatorProgress as FoundIndicator,
  type IndicatorFigures,
  indicatorFiguresText,
  indicatorIdsText,
  progressOf,
} from '../../analysis/indicator-progress.js';
import type { Engine } from '../../graph/engine.js';
import type { Asked } from '../../graph/projection.js';
import { RequestError } from '../../graph/request-error.js';
import { IndicatorDirection } from '../../model/enums.js';
import { eraLabel } from '../../model/fiscal-year.js';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { enumType } from '../types/enums.js';
import { nodeType, sourceType } from '../types/objects.js';
import { citiesOf, municipalityDescription, municipalityOf } from './cities.js';
import { CrossTab, tableOf } from './cross-tab-queries.js';

const DimensionType = enumType(Dimension);
const DirectionType = enumType(IndicatorDirection);
const CourseType = enumType(GoalCourse);
const Indicator = nodeNamed('Indicator');

const mostYears = 50;
const yearsDescription = `In how many years the target is to be reached, where the document prints no years for its figures; 1 to ${mostYears}. [目標までの年数]`;

function checked(years: number): number {
  if (years >= 1 && years <= mostYears) return years;
  throw new RequestError(
    'BAD_USER_INPUT',
    `years: expected a whole number between 1 and ${mostYears}, but got: ${years}`,
    `yearsには1から${mostYears}までの整数を指定してください（指定：${years}）。`,
  );
}

@ObjectType({ description: 'How far an indicator has to go from its baseline to its target. [指標の進み具合]' })
class IndicatorProgress {
  @Field(() => DirectionType, { nullable: true, description: 'Which way it should move. [方向]' })
  direction!: Direction | null;

  @Field(() => Float, { nullable: true, description: 'Value at the start. [現状値]' })
  baseline!: number | null;

  @Field(() => Float, { nullable: true, description: 'Value aimed at. [目標値]' })
  target!: number | null;

  @Field(() => String, { nullable: true, description: 'Their unit. [単位]' })
  unit!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Target less baseline; under AT_MOST the room that is left. [目標値と現状値の差]',
  })
  distance!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The distance in percent of the baseline; null where that is 0. [現状値に対する差（％）]',
  })
  distancePercent!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The baseline is already where the target wants it; null without two numbers. [達成済みかどうか]',
  })
  reached!: boolean | null;

  @Field(() => Int, { description: 'In how many years the target is to be reached. [目標までの年数]' })
  years!: number;

  @Field(() => Boolean, {
    description:
      'The document prints no years for its figures, so that the number of years is the one of the argument. [年数が仮定かどうか]',
  })
  yearsAssumed!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The change that each year has to bring; 0 where the target is reached already. [1年当たりの必要変化量]',
  })
  requiredPerYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Fiscal year of the baseline, where printed. [現状値の年度]' })
  baselineYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Fiscal year of the target, where printed. [目標値の年度]' })
  targetYear!: number | null;
}

@ObjectType({ description: 'The goal of one fiscal year in the series of a reform sheet. [各年度の達成目標]' })
class GoalPoint {
  @Field(() => Int, { description: 'The fiscal year. [年度]' })
  fiscalYear!: number;

  @Field(() => Float, { nullable: true, description: 'Its number in the series; null where it has none. [数値]' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Against the number before. [前の数値との差]' })
  change!: number | null;
}

@ObjectType({ description: 'The goals of a reform sheet as a series of numbers. [達成目標の推移]' })
class GoalProgress {
  @Field(() => String, { nullable: true, description: 'What the numbers are of. [数値の項目]' })
  label!: string | null;

  @Field(() => String, { nullable: true, description: 'Their unit. [単位]' })
  unit!: string | null;

  @Field(() => DirectionType, {
    description:
      'INCREASE, or DECREASE for what there should be less of (arrears, leftovers, upper bounds). [目指す方向]',
  })
  wanted!: Direction;

  @Field(() => CourseType, { description: 'Whether the goals move as they should. [推移]' })
  course!: GoalCourseName;

  @Field(() => Float, { nullable: true, description: 'Last number less first. [最初と最後の差]' })
  change!: number | null;

  @Field(() => [GoalPoint], {
    description: 'Every fiscal year of the course of the sheet, also those without a goal or a number. [各年度]',
  })
  points!: readonly FoundPoint[];
}

@ObjectType({ description: 'Where indicators, goals and grades stand. [進み具合]' })
class Progress {
  municipality!: string | null;
}

/** Where indicators, goals and grades stand. */
@Resolver()
class ProgressQueries {
  @Query(() => Progress, {
    description:
      'Where the indicators, the annual goals and the grades of a municipality stand. [指標・達成目標・評価の進み具合]',
  })
  progress(
    @Arg('municipality', () => ID, {
      nullable: true,
      description: municipalityDescription('all that are loaded, ten at most', '読み込み済みのすべて（10まで）'),
    })
    municipality: string | null,
  ): Progress {
    return { municipality: municipality ?? null };
  }
}

@Resolver(() => Progress)
class ProgressFields {
  @FieldResolver(() => [IndicatorProgress], {
    description: 'The indicators in force, in natural order. [指標]',
  })
  @Extensions({ cost: 50 })
  async indicators(
    @Root() { municipality }: Progress,
    @Arg('directions', () => [DirectionType], { nullable: true, description: 'Only these; null means all. [方向]' })
    directions: Direction[] | null,
    @Arg('years', () => Int, { defaultValue: 5, description: yearsDescription }) years: number,
    @Ctx() context: RequestContext,
  ): Promise<readonly FoundIndicator[]> {
    const { engine } = context;
    const assumed = checked(years);
    const rows = await engine.rows(indicatorIdsText, { municipalities: await citiesOf(municipality, context) });
    const all = await Promise.all(rows.map(({ id }) => figuresOf(String(id), engine)));
    const found = all.map((figures) => progressOf(figures, assumed));
    return directions ? found.filter(({ direction }) => direction !== null && directions.includes(direction)) : found;
  }

  @FieldResolver(() => [GoalProgress], {
    description: 'The reform sheets, in natural order. [実施計画シートの達成目標]',
  })
  @Extensions({ cost: 50 })
  async goals(
    @Root() { municipality }: Progress,
    @Arg('courses', () => [CourseType], { nullable: true, description: 'Only these; null means all. [推移]' })
    courses: GoalCourseName[] | null,
    @Ctx() context: RequestContext,
  ): Promise<readonly FoundGoals[]> {
    const { engine } = context;
    const ask = engine.rows.bind(engine);
    const found = await goalProgress(await citiesOf(municipality, context), ask);
    return courses ? found.filter(({ course }) => courses.includes(course)) : found;
  }

  @FieldResolver(() => CrossTab, {
    description:
      'How many reform sheets have which grade, by REFORM_FIELD, DEPARTMENT (lead), PERSPECTIVE or another dimension. [評価の内訳]',
  })
  @Extensions({ cost: 200 })
  async grades(
    @Root() { municipality }: Progress,
    @Arg('by', () => DimensionType, { defaultValue: 'REFORM_FIELD', description: 'What the rows are. [行]' })
    by: DimensionName,
    @Ctx() context: RequestContext,
  ): Promise<CrossTab> {
    const place = await municipalityOf(municipality, context);
    const asked = { rows: by, columns: 'GRADE', counted: 'REFORM_SHEETS', municipality: place } as const;
    return tableOf({ ...asked, stage: null, filter: null }, 200, context.engine);
  }
}

const figuresOf = async (id: string, engine: Engine): Promise<IndicatorFigures> =>
  (await engine.byKeys(indicatorFiguresText, {}, id)) as IndicatorFigures;

/** What the progress of an indicator is about. */
@Resolver(() => IndicatorProgress)
class IndicatorProgressFields {
  @FieldResolver(() => nodeType(Indicator), { description: 'The indicator. [指標]' })
  indicator(@Root() { id }: FoundIndicator, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return engine.byId('Indicator', id, info);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Year of the baseline, such as R3. [現状値の年度（和暦）]',
  })
  baselineEra(@Root() { baselineYear }: FoundIndicator): string | null {
    return baselineYear === null ? null : eraLabel(baselineYear);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Year of the target, such as R9. [目標値の年度（和暦）]',
  })
  targetEra(@Root() { targetYear }: FoundIndicator): string | null {
    return targetYear === null ? null : eraLabel(targetYear);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why there is no distance, in Japanese; null where there is one. [差がない理由]',
  })
  reason(@Root() { why }: FoundIndicator): string | null {
    return why?.ja ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why there is no distance, in English; null where there is one. [差がない理由（英語）]',
  })
  reasonEn(@Root() { why }: FoundIndicator): string | null {
    return why?.en ?? null;
  }

  @FieldResolver(() => [sourceType()], { description: 'Where its figures were read. [出典]' })
  sources(@Root() { sources }: FoundIndicator, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return engine.sources(sources, info);
  }
}

/** The progress of an indicator, as an analysis of a node that the engine has assembled. */
@Resolver(() => nodeType(Indicator))
class IndicatorFields {
  @FieldResolver(() => IndicatorProgress, { description: 'How far it has to go. [進み具合]' })
  async progress(
    @Root() { id }: Asked,
    @Arg('years', () => Int, { defaultValue: 5, description: yearsDescription }) years: number,
    @Ctx() { engine }: RequestContext,
  ): Promise<FoundIndicator> {
    return progressOf(await figuresOf(id, engine), checked(years));
  }
}

@Resolver(() => GoalProgress)
class GoalProgressFields {
  @FieldResolver(() => nodeType(nodeNamed('ReformSheet')), { description: 'The reform sheet. [実施計画シート]' })
  sheet(@Root() { sheet }: FoundGoals, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return engine.byId('ReformSheet', sheet, info);
  }
}

@Resolver(() => GoalPoint)
class GoalPointFields {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The year in the Japanese era, such as R6. [年度（和暦）]',
  })
  era(@Root() { fiscalYear }: FoundPoint): string | null {
    return eraLabel(fiscalYear);
  }

  @FieldResolver(() => nodeType(nodeNamed('AnnualGoal')), {
    nullable: true,
    description: 'The goal, with its words and sources; null where the sheet leaves the year empty. [達成目標]',
  })
  goal(@Root() { goalId }: FoundPoint, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return goalId === null ? null : engine.byId('AnnualGoal', goalId, info);
  }
}

export const progressResolvers = [
  ProgressQueries,
  ProgressFields,
  IndicatorProgressFields,
  IndicatorFields,
  GoalProgressFields,
  GoalPointFields,
] as const;
