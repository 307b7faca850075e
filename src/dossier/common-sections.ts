/** Sections that several kinds of dossier share. */
import { describe } from '../model/declaration.js';
import { ChangeKind, Grade, IndicatorDirection, PassageKind, PlanStage } from '../model/enums.js';
import {
  joined,
  type Line,
  type Linked,
  linked,
  type Named,
  named,
  nameOf,
  phrase,
  type Section,
  type SourceRow,
  same,
  section,
  sources,
  word,
} from './section.js';

type Sourced = { readonly sources: readonly SourceRow[] };

/** A line for one fact of the subject itself; none where there is no value. */
export const fact = (
  label: ReturnType<typeof describe>,
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
            text: joined(subject.stages.map((stage) => word(PlanStage, stage))),
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

interface Change extends Sourced {
  readonly kind: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly fromStage: string;
  readonly toStage: string;
  readonly note: string | null;
}

export const changes: Section = section<{ readonly changes: readonly Change[] }>({
  key: 'changes',
  title: describe('Changes between stages', '変更の経緯'),
  selection: `changes { kind field before after fromStage toStage note ${sources} }`,
  lines: (subject) =>
    subject.changes.map(({ kind, field, before, after, fromStage, toStage, note, sources: read }) => {
      const values = before === null && after === null ? '' : ` ${before ?? '—'} → ${after ?? '—'}`;
      const what = field === null ? '' : `（${field}）`;
      const remark = note === null ? '' : ` ${note}`;
      const { ja, en } = word(ChangeKind, kind);
      return {
        label: phrase(['', '→', ''], ['', ' → ', ''], word(PlanStage, fromStage), word(PlanStage, toStage)),
        text: {
          ja: `${ja}${what}${values}${remark}`,
          en: `${en}${field === null ? '' : ` (${field})`}${values}${remark}`,
        },
        sources: read,
      };
    }),
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
      label: joined([word(PassageKind, kind), ...(stage === null ? [] : [word(PlanStage, stage)])]),
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

interface Quantity {
  readonly text: string | null;
}

export interface Indicator extends Named, Sourced {
  readonly definition: string | null;
  readonly direction: string | null;
  readonly baseline: Quantity | null;
  readonly target: Quantity | null;
}

export const indicatorSelection = linked(
  'indicators',
  `${named} definition direction baseline { text } target { text } ${sources}`,
);

export const indicatorLines = (list: Linked<Indicator> | undefined): readonly Line[] =>
  (list?.edges ?? []).map(({ node }) => {
    const [baseline, target] = [node.baseline?.text ?? '—', node.target?.text ?? '—'];
    const direction = node.direction === null ? same('') : word(IndicatorDirection, node.direction);
    return {
      label: nameOf(node),
      text: phrase(
        [`現状値 ${baseline} → 目標値 ${target} `, node.definition ? `（${node.definition}）` : ''],
        [`baseline ${baseline} → target ${target} `, ''],
        direction,
      ),
      id: node.id,
      sources: node.sources,
    };
  });

interface YearlyGoal extends Sourced {
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

export const yearly = `annualGoals { era fiscalYear text ${sources} } evaluations { era fiscalYear grade ${sources} }`;
export const sheet = `${named} number ${sources} ${linked('leadDepartments', named)} ${yearly}`;

const yearOf = ({ era, fiscalYear }: { readonly era: string | null; readonly fiscalYear: number }) =>
  phrase(['', '年度'], ['fiscal year ', ''], { ja: era ?? String(fiscalYear), en: String(fiscalYear) });

export const goalLines = (goalsOfYears: readonly YearlyGoal[], before = same('')): readonly Line[] =>
  goalsOfYears.map((goal) => ({
    label: phrase(['', '', 'の目標'], ['', 'goal of ', ''], before, yearOf(goal)),
    text: same(goal.text),
    sources: goal.sources,
  }));

export const gradeLines = (grades: readonly YearlyGrade[], before = same('')): readonly Line[] =>
  grades.map((grade) => ({
    label: phrase(['', '', 'の評価'], ['', 'grade of ', ''], before, yearOf(grade)),
    text: { ja: Grade.values[grade.grade]?.ja ?? grade.grade, en: grade.grade },
    sources: grade.sources,
  }));

/** A sheet with those who carry it out, its goals and its grades; `read` is where the link to it was read. */
export function sheetLines(node: Sheet, read: readonly SourceRow[]): readonly Line[] {
  const number = same(`${node.number} `);
  const leads = joined(node.leadDepartments.edges.map((edge) => nameOf(edge.node)));
  return [
    {
      label: same(node.number),
      text:
        leads.ja === ''
          ? nameOf(node)
          : phrase(['', '（実行課：', '）'], ['', ' (carried out by ', ')'], nameOf(node), leads),
      id: node.id,
      sources: read.length > 0 ? read : node.sources,
    },
    ...goalLines(node.annualGoals, number),
    ...gradeLines(node.evaluations, number),
  ];
}
