/** Where indicators, goals and grades stand. */
import { ofGoals } from '../../analysis/coverage/whole-city.js';
import {
  GoalCourse,
  type GoalCourseName,
  type GoalProgress as Goals,
  goalProgress,
  type GoalPoint as Point,
} from '../../analysis/goal-progress.js';
import {
  type IndicatorProgress as Figures,
  type IndicatorFigures,
  indicatorFiguresText,
  indicatorIdsText,
  progressOf,
} from '../../analysis/indicator-progress.js';
import { type Engine, municipalityKey } from '../../graph/engine.js';
import type { NodeReference } from '../../graph/projection.js';
import { groupBy } from '../../group-by.js';
import { describe, printDescription } from '../../model/declaration.js';
import { IndicatorDirection } from '../../model/enums.js';
import type { Direction } from '../../model/figures.js';
import { eraLabel } from '../../model/fiscal-year.js';
import { coverageField } from '../coverage.js';
import { between } from '../types/argument-limits.js';
import { addTo, argument, computed, field, object, t, withDefault } from '../types/declare.js';
import { workedOut } from '../types/field-descriptions.js';
import { nodeOf } from '../types/objects.js';
import { fewMunicipalities } from './arguments.js';
import { type ChosenCities, chosenCities, citiesOf } from './cities.js';
import { CrossTab, dimension, tableOf } from './cross-tab-queries.js';
import { node, nullableNode, sources } from './shared-fields.js';

const direction = t.enum<Direction>(IndicatorDirection);
const course = t.enum<GoalCourseName>(GoalCourse);
const nullableFloat = t.nullable(t.float);
const nullableInt = t.nullable(t.int);
const nullableString = t.nullable(t.string);

const maximumYears = 50;

const years = withDefault(
  t.int,
  5,
  `In how many years the target is to be reached, where the document prints no years for its figures; 1 to ${maximumYears}. [目標までの年数]`,
  between(1, maximumYears),
);

/** The description of what follows from the figures that are told, and more. */
const fromFigures = (en: string, ja: string, ...more: readonly string[]): string =>
  printDescription(workedOut(describe(en, ja), ['baseline', 'latest', 'target', ...more]));

const IndicatorProgress = object<Figures & { readonly id: string }>(
  'IndicatorProgress',
  'How far an indicator has to go to its target, from its latest actual value where one is told, else from its baseline. [指標の進み具合]',
  {
    direction: [t.nullable(direction), 'Which way it should move. [方向]'],
    baseline: [nullableFloat, 'Value at the start. [現状値]'],
    target: [nullableFloat, 'Value aimed at. [目標値]'],
    latest: [
      nullableFloat,
      'The last actual value in numbers, of the year of the baseline or later; null where none is told. [最新の実績値（現状値の年度以降のもの）]',
    ],
    unit: [nullableString, 'Their unit. [単位]'],
    distance: [
      nullableFloat,
      fromFigures(
        'Target less the latest actual value, or less the baseline without one; under AT_MOST the room that is left.',
        '目標値と現状値の差（実績値があれば最新の実績値との差）',
      ),
    ],
    distancePercent: [
      nullableFloat,
      fromFigures(
        'The distance in percent of the value that it goes from; null where that is 0.',
        '現状値に対する差（％。実績値があれば最新の実績値に対する差）',
      ),
    ],
    reached: [
      t.nullable(t.boolean),
      fromFigures(
        'The latest actual value, or the baseline without one, is where the target wants it; null where that is not known.',
        '達成済みかどうか（実績値があれば最新の実績値による）',
        'direction',
      ),
    ],
    years: [
      t.int,
      'In how many years the target is to be reached, from the year of the value that the distance goes from; 0 where its year is over. [目標までの年数]',
    ],
    yearsAssumed: [
      t.boolean,
      'The document prints no years for its figures, so that the number of years is the one of the argument. [年数が仮定かどうか]',
    ],
    requiredPerYear: [
      nullableFloat,
      fromFigures(
        'The change that each year has to bring; 0 where the target is reached already, null where no year is left.',
        '1年当たりの必要変化量',
        'years',
      ),
    ],
    baselineYear: [nullableInt, 'Fiscal year of the baseline, where printed. [現状値の年度]'],
    latestYear: [nullableInt, 'Fiscal year of the latest actual value. [最新の実績値の年度]'],
    targetYear: [nullableInt, 'Fiscal year of the target, where printed. [目標値の年度]'],
  },
  {
    indicator: node('Indicator', 'id', 'The indicator. [指標]'),
    baselineEra: computed(
      nullableString,
      'Year of the baseline, such as R3. [現状値の年度（和暦）]',
      ({ baselineYear }) => (baselineYear === null ? null : eraLabel(baselineYear)),
    ),
    latestEra: computed(
      nullableString,
      'Year of the latest actual value, such as R6. [最新の実績値の年度（和暦）]',
      ({ latestYear }) => (latestYear === null ? null : eraLabel(latestYear)),
    ),
    targetEra: computed(nullableString, 'Year of the target, such as R9. [目標値の年度（和暦）]', ({ targetYear }) =>
      targetYear === null ? null : eraLabel(targetYear),
    ),
    reason: computed(
      nullableString,
      'Why there is no distance, in Japanese; null where there is one. [差がない理由]',
      ({ why }) => why?.ja ?? null,
    ),
    reasonEn: computed(
      nullableString,
      'Why there is no distance, in English; null where there is one. [差がない理由（英語）]',
      ({ why }) => why?.en ?? null,
    ),
    sources: sources('Where its figures were read. [出典]', (figures) => figures.sources),
  },
);

const GoalPoint = object<Point>(
  'GoalPoint',
  'The goal of one fiscal year in the series of a reform sheet. [各年度の達成目標]',
  {
    fiscalYear: [t.int, 'The fiscal year. [年度]'],
    value: [nullableFloat, 'Its number in the series; null where it has none. [数値]'],
    change: [nullableFloat, 'Against the number before. [前の数値との差]'],
  },
  {
    era: computed(nullableString, 'The year in the Japanese era, such as R6. [年度（和暦）]', ({ fiscalYear }) =>
      eraLabel(fiscalYear),
    ),
    goal: nullableNode(
      'AnnualGoal',
      'goalId',
      'The goal, with its words and sources; null where the sheet leaves the year empty. [達成目標]',
    ),
  },
);

const GoalProgress = object<Goals>(
  'GoalProgress',
  'The goals of a reform sheet as a series of numbers. [達成目標の推移]',
  {
    label: [nullableString, 'What the numbers are of. [数値の項目]'],
    unit: [nullableString, 'Their unit. [単位]'],
    wanted: [
      direction,
      'INCREASE, or DECREASE for what there should be less of (arrears, leftovers, upper bounds). [目指す方向]',
    ],
    course: [course, 'Whether the goals move as they should. [推移]'],
    change: [nullableFloat, 'Last number less first. [最初と最後の差]'],
    points: [
      t.list(GoalPoint),
      'Every fiscal year of the course of the sheet, also those without a goal or a number. [各年度]',
    ],
  },
  { sheet: node('ReformSheet', 'sheet', 'The reform sheet. [実施計画シート]') },
);

const CourseCount = object('CourseCount', 'How many reform sheets have goals that move so. [推移ごとの件数]', {
  course: [course, 'How the goals move. [推移]'],
  count: [t.int, 'How many. [件数]'],
});

const MunicipalityProgress = object(
  'MunicipalityProgress',
  'Where the indicators and the annual goals of one city stand, counted. [市区町村ごとの進み具合]',
  {
    municipality: [t.id, 'Key of the city. [市区町村のキー]'],
    indicators: [t.int, 'How many indicators are in force; the others of these numbers add up to it. [指標の数]'],
    reached: [
      t.int,
      'Of how many the latest actual value, or the baseline without one, is where the target wants it. [達成済みの数]',
    ],
    notReached: [t.int, 'How many have a distance to go. [未達成の数]'],
    notComparable: [
      t.int,
      'How many have no two numbers to compare, or no direction. [数値や方向がなく比較できない数]',
    ],
    sheets: [t.int, 'How many reform sheets there are; each has one course. [実施計画シートの数]'],
    courses: [t.list(CourseCount), 'How their goals move; only what there is. [達成目標の推移]'],
  },
);

const Progress = object<ChosenCities>(
  'Progress',
  'Where indicators, goals and grades stand. [進み具合]',
  {},
  {
    indicators: field({
      type: t.list(IndicatorProgress),
      description: 'The indicators in force, in natural order. [指標]',
      args: {
        years,
        directions: argument(t.nullable(t.list(direction)), 'Only these; null means all. [方向]'),
      },
      extensions: { cost: 50 },
      resolve: async (chosen: ChosenCities, { years, directions }, context) => {
        const rows = await context.ask(indicatorIdsText, { municipalities: await citiesOf(chosen, context) });
        const all = await Promise.all(rows.map(({ id }) => figuresOf(String(id), context.engine)));
        const found = all.map((figures) => progressOf(figures, years));
        return directions
          ? found.filter(({ direction }) => direction !== null && directions.includes(direction))
          : found;
      },
    }),
    goals: field({
      type: t.list(GoalProgress),
      description: 'The reform sheets, in natural order. [実施計画シートの達成目標]',
      args: { courses: argument(t.nullable(t.list(course)), 'Only these; null means all. [推移]') },
      extensions: { cost: 50 },
      resolve: async (chosen: ChosenCities, { courses }, context) => {
        const found = await goalProgress(await citiesOf(chosen, context), context.ask);
        return courses ? found.filter(({ course }) => courses.includes(course)) : found;
      },
    }),
    indicatorCoverage: coverageField(
      'Whether the documents list all indicators in force. [指標の網羅の状態]',
      (chosen: ChosenCities) => ({
        scope: { ids: [], ...chosen, stage: null },
        extent: (city) => city.ofType('Indicator'),
        isEmpty: (city) => city.things('Indicator').length === 0,
      }),
    ),
    goalCoverage: coverageField(
      'Whether the documents list all reform sheets and their goals. [達成目標の網羅の状態]',
      (chosen: ChosenCities) => ({
        scope: { ids: [], ...chosen, stage: null },
        extent: ofGoals,
        isEmpty: (city) => city.things('ReformSheet').length === 0,
      }),
    ),
    grades: field({
      type: CrossTab,
      description:
        'How many reform sheets have which grade, by REFORM_FIELD, DEPARTMENT (lead), PERSPECTIVE or another dimension. [評価の内訳]',
      args: { by: withDefault(dimension, 'REFORM_FIELD', 'What the rows are. [行]') },
      extensions: { cost: 200 },
      resolve: async (chosen: ChosenCities, { by }, context) => {
        const municipalities = await chosenCities(chosen, context);
        const question = { rows: by, columns: 'GRADE', counted: 'REFORM_SHEETS', municipalities } as const;
        return tableOf({ ...question, stage: null, filter: null }, 200, context);
      },
    }),
    municipalities: field({
      type: t.list(MunicipalityProgress),
      description:
        'The same in numbers, city by city. `grades(by: MUNICIPALITY)` has the grades of each. [市区町村ごとの件数]',
      extensions: { cost: 50 },
      resolve: async (chosen: ChosenCities, _given, context) => {
        const municipalities = await citiesOf(chosen, context);
        const [rows, goals] = await Promise.all([
          context.ask(indicatorIdsText, { municipalities }),
          goalProgress(municipalities, context.ask),
        ]);
        const figures = await Promise.all(rows.map(({ id }) => figuresOf(String(id), context.engine)));
        return countedByCity(
          municipalities,
          figures.map((each) => progressOf(each, 1)),
          goals,
        );
      },
    }),
  },
);

/** How many indicators and goals of each city stand where. */
function countedByCity(cities: readonly string[], indicators: readonly Figures[], goals: readonly Goals[]) {
  const figuresIn = groupBy(indicators, ({ id }) => municipalityKey(id));
  const goalsIn = groupBy(goals, ({ sheet }) => municipalityKey(sheet));
  return cities.map((municipality) => {
    const [own, sheets] = [figuresIn.get(municipality) ?? [], goalsIn.get(municipality) ?? []];
    const count = (reached: boolean | null) => own.filter((each) => each.reached === reached).length;
    return {
      municipality,
      indicators: own.length,
      reached: count(true),
      notReached: count(false),
      notComparable: count(null),
      sheets: sheets.length,
      courses: [...groupBy(sheets, ({ course }) => course)].map(([course, { length }]) => ({ course, count: length })),
    };
  });
}

export const progressQueries = {
  progress: field({
    type: Progress,
    description:
      'Where the indicators, the annual goals and the grades of a municipality or several stand. [指標・達成目標・評価の進み具合]',
    args: fewMunicipalities,
    resolve: (_root, given) => given,
  }),
};

const figuresOf = async (id: string, engine: Engine): Promise<IndicatorFigures> =>
  (await engine.byKeys(indicatorFiguresText, {}, id)) as IndicatorFigures;

/** The progress of an indicator that the engine has assembled. */
addTo<NodeReference>(nodeOf('Indicator'), {
  progress: field({
    type: IndicatorProgress,
    description: 'How far it has to go. [進み具合]',
    args: { years },
    resolve: async ({ id }: NodeReference, { years }, { engine }) => progressOf(await figuresOf(id, engine), years),
  }),
});
