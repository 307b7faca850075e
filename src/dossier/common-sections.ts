/** Sections that several kinds of dossier share. */
import { type Description, describe } from '../model/declaration.js';
import { Grade, IndicatorDirection, PassageKind } from '../model/enums.js';
import { type Figure, figure, figureInEnglish, figureWords } from './figures.js';
import {
  joined,
  type Line,
  type Linked,
  linked,
  mention,
  mentionBySign,
  type Named,
  named,
  nameOf,
  phrase,
  type Section,
  type SourceRow,
  same,
  section,
  sources,
  stageName,
  word,
} from './section.js';

type Sourced = { readonly sources: readonly SourceRow[] };

/** A line for one fact of the subject itself; none where there is no value. */
export const fact = (
  label: Description,
  value: string | number | null | undefined,
  from: readonly SourceRow[],
): readonly Line[] =>
  value === null || value === undefined || value === '' ? [] : [{ label, text: same(value), sources: from }];

interface Entity extends Named, Sourced {
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly summaryEn: string | null;
  readonly stages: readonly string[];
  readonly effective: boolean;
}

/** What is known of any named thing. The summary is this service's own words: no line of a document says it. */
export const identity: Section = section<Entity>({
  key: 'identity',
  title: describe('Identity', '基本情報'),
  selection: `${named} aliases summary summaryEn stages effective ${sources}`,
  lines: (subject) => [
    { label: describe('Name', '名称'), text: nameOf(subject), sources: subject.sources },
    ...fact(describe('Other names', '別名'), subject.aliases.join('、'), subject.sources),
    ...(subject.summary === null
      ? []
      : [
          {
            label: describe('Summary', '要約'),
            text: { ja: subject.summary, en: subject.summaryEn ?? subject.summary },
            sources: [],
          },
        ]),
    ...(subject.stages.length === 0
      ? []
      : [
          {
            label: describe('Stages', '計画段階'),
            text: joined(subject.stages.map(stageName)),
            sources: subject.sources,
          },
        ]),
    ...(subject.effective
      ? []
      : [
          {
            label: describe('State', '状態'),
            text: describe('No longer in force', '有効ではない'),
            sources: subject.sources,
          },
        ]),
  ],
});

interface Passage extends Sourced {
  readonly kind: string;
  readonly stage: string | null;
  readonly text: string;
}

/** The documents' own words; empty unless a user imported them into a database of their own. */
export const passages: Section = section<{ readonly passages: readonly Passage[] }>({
  key: 'passages',
  title: describe('Text of the documents', '本文'),
  selection: `passages { kind stage text ${sources} }`,
  lines: (subject) =>
    subject.passages.map(({ kind, stage, text, sources: read }) => ({
      label: joined([word(PassageKind, kind), ...(stage === null ? [] : [stageName(stage)])]),
      text: same(text),
      sources: read,
    })),
});

export interface Goal extends Named {
  readonly number: number;
  readonly uri: string;
}

/** Goals with their addresses; `from` finds the links among what the selection answers. */
export const goals = <Subject>(
  selection: (goalsOf: string) => string,
  from: (subject: Subject) => Linked<Goal> | undefined,
): Section =>
  section<Subject>({
    key: 'sdgs',
    title: describe('Sustainable Development Goals', 'SDGs'),
    selection: selection(linked('sdgs', `${named} number uri`)),
    lines: (subject) =>
      (from(subject)?.edges ?? []).map(({ node, sources: read }) => ({
        label: same(node.number),
        text: nameOf(node),
        id: node.id,
        uri: node.uri,
        sources: read,
      })),
    lists: (subject) => [from(subject) ?? []].flat() as readonly Linked<Goal>[],
  });

export interface Indicator extends Named, Sourced {
  readonly definition: string | null;
  readonly direction: string | null;
  readonly baseline: Figure | null;
  readonly target: Figure | null;
}

export const indicatorSelection = linked(
  'indicators',
  `${named} definition direction baseline { ${figure} } target { ${figure} } ${sources}`,
);

export const indicatorLines = (list: Linked<Indicator> | undefined): readonly Line[] =>
  (list?.edges ?? []).map(({ node }) => ({
    label: nameOf(node),
    text: phrase(['', ''], ['', ''], figuresOf(node), definitionOf(node)),
    id: node.id,
    mentions: [mention(node)],
    sources: node.sources,
  }));

/** The way of an indicator from its baseline to its target. */
function figuresOf({ baseline, target, direction }: Indicator): Description {
  if (!baseline?.text && !target?.text) return describe('no figures printed', '数値の記載なし');
  const way = phrase(
    ['現状値 ', ' → 目標値 ', ''],
    ['baseline ', ' → target ', ''],
    figureWords(baseline),
    figureWords(target),
  );
  return direction === null ? way : phrase(['', '（', '）'], ['', ' (', ')'], way, word(IndicatorDirection, direction));
}

/** What is counted, as printed; there is no English of it. */
const definitionOf = ({ definition }: Indicator): Description => same(definition === null ? '' : `\n${definition}`);

interface YearlyGoal extends Sourced, Figure {
  readonly era: string | null;
  readonly fiscalYear: number;
  readonly text: string;
}
interface YearlyGrade extends Sourced {
  readonly era: string | null;
  readonly fiscalYear: number;
  readonly grade: string;
}

export interface Sheet extends Named, Sourced {
  readonly number: string;
  readonly leadDepartments: Linked<Named>;
  readonly annualGoals: readonly YearlyGoal[];
  readonly evaluations: readonly YearlyGrade[];
}

export const yearly = `annualGoals { era fiscalYear ${figure} ${sources} } evaluations { era fiscalYear grade ${sources} }`;
export const sheet = `${named} number ${sources} ${linked('leadDepartments', named)} ${yearly}`;

const yearOf = ({ era, fiscalYear }: { readonly era: string | null; readonly fiscalYear: number }): Description => ({
  ja: era ?? String(fiscalYear),
  en: `fiscal year ${fiscalYear}`,
});

export const goalLines = (goalsOfYears: readonly YearlyGoal[], sheetOf?: SheetSign): readonly Line[] =>
  goalsOfYears.map((goal) => ({
    ...ofSheet(sheetOf, phrase(['', '年度の目標'], ['goal of ', ''], yearOf(goal))),
    text: { ja: goal.text, en: goalInEnglish(goal) },
    sources: goal.sources,
  }));

/** The figure, and the phrase as printed, of which there is no English. */
function goalInEnglish(goal: YearlyGoal): string {
  const inEnglish = figureInEnglish(goal);
  return inEnglish === null ? goal.text : `${inEnglish}\n${goal.text}`;
}

export const gradeLines = (grades: readonly YearlyGrade[], sheetOf?: SheetSign): readonly Line[] =>
  grades.map((grade) => ({
    ...ofSheet(sheetOf, phrase(['', '年度の評価'], ['grade of ', ''], yearOf(grade))),
    text: { ja: Grade.values[grade.grade]?.ja ?? grade.grade, en: `grade ${grade.grade}` },
    sources: grade.sources,
  }));

type SheetSign = Pick<Sheet, 'id' | 'number'>;

/** A label with the number of the sheet before it, where the dossier is not that of the sheet. */
const ofSheet = (of: SheetSign | undefined, label: Description): Pick<Line, 'label' | 'mentions'> =>
  of
    ? {
        label: phrase(['', ' ', ''], ['', ', ', ''], same(of.number), label),
        mentions: mentionBySign(of.id, of.number),
      }
    : { label };

export const sheetsTitle = describe('Reform sheets', '実施計画シート');

/** A sheet with those who carry it out, its goals and its grades; `read` is where the link to it was read. */
export function sheetLines(node: Sheet, read: readonly SourceRow[]): readonly Line[] {
  const leads = joined(node.leadDepartments.edges.map((edge) => nameOf(edge.node)));
  return [
    {
      label: same(node.number),
      text:
        leads.ja === ''
          ? nameOf(node)
          : phrase(['', '（実行課：', '）'], ['', ' (carried out by ', ')'], nameOf(node), leads),
      id: node.id,
      mentions: [mention(node), ...node.leadDepartments.edges.map((edge) => mention(edge.node))],
      sources: read.length > 0 ? read : node.sources,
    },
    ...goalLines(node.annualGoals, node),
    ...gradeLines(node.evaluations, node),
  ];
}
