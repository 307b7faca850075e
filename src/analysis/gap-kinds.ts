/** The kinds of gaps: which statement finds them, which facts would close them, how much they matter, and in which words. */
import { describe, type EdgeName, enumeration } from '../model/declaration.js';
import type { Stage } from '../model/enums.js';
import { eraLabel } from '../model/fiscal-year.js';
import { type Row, statement } from './statements.js';
import type { Label } from './wording.js';

export const GapKind = enumeration('GapKind', 'What is missing.', '不足の種類', {
  ITEM_WITHOUT_LINKAGE_PLAN: describe(
    'A policy item that no linkage plan references.',
    'どの政策連携プランにも挙げられていない施策大項目',
  ),
  MEASURE_WITHOUT_OWNER: describe(
    'A measure of the review sheets without a department that answers for it.',
    '評価回答部署のない施策中項目',
  ),
  MEASURE_WITHOUT_SHEET: describe(
    'A measure of the plan that no reform sheet carries out.',
    '実施計画シートのない施策中項目',
  ),
  SDG_UNTOUCHED: describe(
    'A goal that no policy item touches, of those whose goals are known.',
    '関連する施策大項目のないSDGs',
  ),
  SHEET_WITHOUT_GRADE: describe('A reform sheet without a year-end grade.', '年度末評価のない実施計画シート'),
  GOAL_YEAR_EMPTY: describe(
    'A reform sheet without a goal for a year of its course.',
    '達成目標が空欄の年度のある実施計画シート',
  ),
  INDICATOR_WITHOUT_BASELINE: describe(
    'An indicator to which the adopted plan gives no baseline; HIGH where it has a table of figures, LOW where a linkage plan prints the name only.',
    '現状値のない成果指標・数値目標',
  ),
  NAME_ONLY: describe(
    'A measure known from a citation only, because no document at hand has its chapter.',
    '引用された名称だけが判明している施策中項目',
  ),
  DEPARTMENTS_APART: describe(
    'Two departments that work on the same policy item or goal but share no measure and no reform sheet; who answers for a policy item as a whole shares its measures, a scope such as all departments does not count as sharing.',
    '同じ施策大項目やSDGsに関わるが、施策中項目も実施計画シートも共有しない部署の組',
  ),
});
export type GapKindName = keyof typeof GapKind.values;

export const gapKinds = Object.keys(GapKind.values) as readonly GapKindName[];

export const GapSeverity = enumeration('GapSeverity', 'How much a gap matters.', '重要度', {
  HIGH: describe('Something that the document should say is missing.', '文書にあるべきものがない'),
  MEDIUM: describe('Something is not connected that could be.', 'つながりがない'),
  LOW: describe('Explained by the documents, or by what was not read.', '文書の範囲や時期によるもの'),
});
export type GapSeverityName = keyof typeof GapSeverity.values;

/** The heaviest first. */
export const gapSeverities = Object.keys(GapSeverity.values) as readonly GapSeverityName[];

/** How much a gap matters, and why it is one. */
type Judgement = readonly [severity: GapSeverityName, ja: string, en: string];

export interface GapKindDeclaration {
  readonly text: string;
  /**
   * The edge types of which one is missing. A document that has any of them would show it; in a city without such a
   * document nothing can be said, and nothing is.
   */
  readonly facts: readonly EdgeName[];
  /** The stage that lacks it, where only one is looked at. */
  readonly stage?: Stage;
  /** By a row of the statement, and the name of the thing that lacks something. */
  readonly judge: (row: Row, thing: Label) => Judgement;
}

/** A thing in a sentence: its code, where it has one, and its name. */
export function named({ code, name, nameEn }: Row): Label {
  const start = code ? `${code} ` : '';
  return { ja: `「${start}${name}」`, en: `"${start}${nameEn ?? name}"` };
}

const year = (value: unknown): Label => {
  const era = eraLabel(Number(value));
  return { ja: `${value}年度（${era}）`, en: `fiscal year ${value} (${era})` };
};

/** How many, in English. */
const counted = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** How each kind is found and judged, by a row for each thing that lacks something or, of DEPARTMENTS_APART, for each pair. */
export const gapKindDeclarations: Readonly<Record<GapKindName, GapKindDeclaration>> = {
  ITEM_WITHOUT_LINKAGE_PLAN: {
    text: statement('gaps-items-without-plan'),
    facts: ['REFERENCES'],
    judge: (_row, thing) => [
      'MEDIUM',
      `施策大項目${thing.ja}は、どの政策連携プランの取組にも挙げられていません。`,
      `No initiative of a linkage plan references the policy item ${thing.en}.`,
    ],
  },
  MEASURE_WITHOUT_OWNER: {
    text: statement('gaps-measures-without-owner'),
    facts: ['OWNED_BY'],
    judge: (_row, thing) => [
      'HIGH',
      `施策中項目${thing.ja}には評価回答部署の記載がありません。`,
      `The review sheets name no department that answers for the measure ${thing.en}.`,
    ],
  },
  MEASURE_WITHOUT_SHEET: {
    text: statement('gaps-measures-without-sheet'),
    facts: ['IMPLEMENTS'],
    judge: (_row, thing) => [
      'MEDIUM',
      `施策中項目${thing.ja}を挙げる実施計画シートはありません。`,
      `No reform sheet names the measure ${thing.en}.`,
    ],
  },
  SDG_UNTOUCHED: {
    text: statement('gaps-untouched-sdgs'),
    facts: ['TOUCHES'],
    judge: (row, thing) => {
      const { known, items } = row;
      if (known === items)
        return [
          'MEDIUM',
          `SDGs${thing.ja}に関連する施策大項目はありません。`,
          `No policy item touches the goal ${thing.en}.`,
        ];
      return [
        'LOW',
        `SDGs${thing.ja}は、関連するSDGsが分かっている${known}の施策大項目のいずれにも挙げられていません。残る${Number(items) - Number(known)}項目については文書がなく、分かりません。`,
        `None of the ${known} policy items whose goals are known touches ${thing.en}; of the other ${Number(items) - Number(known)} no document at hand tells.`,
      ];
    },
  },
  SHEET_WITHOUT_GRADE: {
    text: statement('gaps-sheets-without-grade'),
    facts: ['EVALUATES'],
    judge: (row, thing) => {
      const { startYear, gradedYear } = row;
      if (gradedYear !== null && Number(startYear) > Number(gradedYear))
        return [
          'LOW',
          `実施計画シート${thing.ja}には年度末評価がありません。開始が${year(startYear).ja}で、文書の評価は${year(gradedYear).ja}のものです。`,
          `The reform sheet ${thing.en} has no grade: it starts in ${year(startYear).en}, and the grades are those of ${year(gradedYear).en}.`,
        ];
      return [
        'HIGH',
        `実施計画シート${thing.ja}には年度末評価がありません。`,
        `The reform sheet ${thing.en} has no grade, although it starts in ${year(startYear).en}.`,
      ];
    },
  },
  GOAL_YEAR_EMPTY: {
    text: statement('gaps-empty-goal-years'),
    facts: ['GOAL_OF'],
    judge: (row, thing) => {
      const years = (row.years as readonly number[]).map(year);
      return [
        'HIGH',
        `実施計画シート${thing.ja}には${years.map(({ ja }) => ja).join('、')}の達成目標の記載がありません。`,
        `The reform sheet ${thing.en} sets no goal for ${years.map(({ en }) => en).join(', ')}.`,
      ];
    },
  },
  INDICATOR_WITHOUT_BASELINE: {
    text: statement('gaps-indicators-without-baseline'),
    facts: ['INDICATES', 'INDICATES_MEASURE', 'INDICATES_PROJECT', 'INDICATES_PLAN'],
    stage: 'ADOPTED',
    judge: (row, thing) =>
      row.plan === null
        ? [
            'HIGH',
            `指標${thing.ja}には現状値がありません${row.target === null ? '' : `（目標値は${row.target}）`}。`,
            `The indicator ${thing.en} has no baseline${row.target === null ? '' : `; its target is ${row.target}`}.`,
          ]
        : [
            'LOW',
            `「${row.plan}」の数値目標${thing.ja}は項目名だけが記載され、現状値がありません。`,
            `Of the indicator ${thing.en} the linkage plan "${row.planEn ?? row.plan}" prints the name only, without a baseline.`,
          ],
  },
  NAME_ONLY: {
    text: statement('gaps-names-only'),
    facts: ['IMPLEMENTS'],
    judge: (row, thing) => {
      const sheets = (row.sheets as readonly string[]).join(', ');
      return [
        'LOW',
        `施策中項目${thing.ja}は実施計画シート（${sheets}）に引用された名称だけが判明しています。計画の該当部分は読み込まれていません。`,
        `The measure ${thing.en} is known only because reform sheets cite it (${sheets}); the part of the plan that has it was not read.`,
      ];
    },
  },
  DEPARTMENTS_APART: {
    text: statement('gaps-department-work'),
    facts: ['OWNED_BY', 'MEASURE_SUPPORTED_BY', 'ITEM_OWNED_BY', 'LED_BY', 'SUPPORTED_BY'],
    judge: ({ first, second, items, goals }) => {
      const [one, other] = [first as Label, second as Label];
      const [itemCount, goalCount] = [(items as readonly string[]).length, (goals as readonly string[]).length];
      const [severity, common, commonEn] =
        itemCount > 0
          ? (['MEDIUM', `${itemCount}件の施策大項目`, counted(itemCount, 'policy item')] as const)
          : (['LOW', `${goalCount}件のSDGs`, counted(goalCount, 'goal')] as const);
      return [
        severity,
        `${one.ja}と${other.ja}は${common}にともに関わりますが、共有する施策中項目も実施計画シートもありません。`,
        `${one.en} and ${other.en} both work on ${commonEn}, but share no measure and no reform sheet.`,
      ];
    },
  },
};
