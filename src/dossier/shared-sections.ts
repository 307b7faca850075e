/** Sections that the dossiers of several types have, and lines that several sections have. */
import { figureInEnglish, type PrintedFigure } from '../labels/figures.js';
import { changedField } from '../model/changed-field.js';
import { type Description, describe } from '../model/declaration.js';
import { ChangeKind, Grade, IndicatorDirection, IndicatorRole, PassageKind, Presence } from '../model/enums.js';
import type {
  GoalsFragment,
  IdentityFragment,
  IndicatorsFragment,
  LinkagePlansFragment,
  RecordsFragment,
  SheetsFragment,
  YearsFragment,
} from './graphql/graphql.js';
import {
  fact,
  joined,
  type Line,
  mention,
  mentionBySign,
  nameLine,
  nameOf,
  phrase,
  type Section,
  same,
  section,
  stageName,
  withRemark,
  word,
} from './section.js';

/** What is known of any named thing. The summary is this service's own words: no line of a document says it. */
export const identity = section<IdentityFragment>(describe('Identity', '基本情報'), (subject) => {
  const { aliases, misspellings, summary, summaryEn, stages, effective, presence, sources } = subject;
  const lines: Line[] = [{ label: describe('Name', '名称'), text: nameOf(subject), sources }];
  lines.push(...fact(describe('Other names', '別名'), aliases.join('、'), sources));
  const slips = describe('Slips of text exports, no spellings of the city', '読み取り誤り（市の表記ではありません）');
  lines.push(...fact(slips, misspellings.join('、'), sources));
  if (summary !== null)
    lines.push({ label: describe('Summary', '要約'), text: { ja: summary, en: summaryEn ?? summary }, sources: [] });
  if (stages.length > 0)
    lines.push({ label: describe('Stages', '計画段階'), text: joined(stages.map(stageName)), sources });
  if (presence !== null && presence !== 'STATED')
    lines.push({ label: describe('In the documents', '文書での扱い'), text: word(Presence, presence), sources });
  if (!effective)
    lines.push({ label: describe('State', '状態'), text: describe('No longer in force', '有効ではない'), sources });
  return lines;
});

/** The documents' own words; empty unless a user imported them into a database of their own. */
const passages = section<RecordsFragment>(describe('Text of the documents', '本文'), (subject) =>
  subject.passages.map(({ kind, stage, text, sources }) => ({
    label: joined([word(PassageKind, kind), ...(stage === null ? [] : [stageName(stage)])]),
    text: same(text),
    sources,
  })),
);

/** A value before or after: a role is a word of the model, all else is what the documents print. */
const printedValue = (field: string | null, value: string | null): Description =>
  value === null ? same('—') : field === 'role' ? word(IndicatorRole, value) : same(value);

function changeLine(change: RecordsFragment['changes'][number]): Line {
  const { kind, field, before, after, fromStage, toStage, note, sources } = change;
  const what = word(ChangeKind, kind);
  const values =
    before === null && after === null
      ? same('')
      : phrase(['：', ' → ', ''], [': ', ' → ', ''], printedValue(field, before), printedValue(field, after));
  return {
    label: phrase(['', '→', ''], ['', ' → ', ''], stageName(fromStage), stageName(toStage)),
    text: phrase(
      ['', '', ''],
      ['', '', ''],
      field === null ? what : withRemark(what, changedField(field)),
      values,
      same(note === null ? '' : ` ${note}`),
    ),
    sources,
  };
}

const changes = section<RecordsFragment>(describe('Changes between stages', '変更の経緯'), (subject) =>
  subject.changes.map(changeLine),
);

/** What ends every dossier. */
export const records = { changes, passages };

export const goalsTitle = describe('Sustainable Development Goals', 'SDGs');
/** The same of what has them by way of its policy items. */
export const goalsByItemsTitle = describe('Sustainable Development Goals of the policy items', '施策大項目のSDGs');

/** A goal with its address. */
export const goalLine = ({ node, sources }: GoalsFragment['edges'][number]) => ({
  ...nameLine(same(node.number), node, sources),
  uri: node.uri,
});

export const goalLines = ({ edges }: GoalsFragment): readonly Line[] => edges.map(goalLine);

type Indicator = IndicatorsFragment['edges'][number]['node'];

export const indicatorLines = ({ edges }: IndicatorsFragment): readonly Line[] =>
  edges.map(({ node }) => ({
    label: nameOf(node),
    // What is counted, as printed; there is no English of it.
    text: phrase(['', ''], ['', ''], figuresOf(node), same(node.definition === null ? '' : `\n${node.definition}`)),
    id: node.id,
    mentions: [mention(node)],
    sources: node.sources,
  }));

/** A figure as it is printed, and in English words where there are any; a dash where there is none. */
function figureWords(printed: (PrintedFigure & { readonly text: string | null }) | null): Description {
  if (printed?.text === null || printed?.text === undefined) return same('—');
  return { ja: printed.text, en: figureInEnglish(printed) ?? printed.text };
}

/** The way of an indicator from its baseline to its target. */
function figuresOf({ baseline, target, direction }: Indicator): Description {
  if (!baseline?.text && !target?.text) return describe('no figures printed', '数値の記載なし');
  const way = phrase(
    ['現状値 ', ' → 目標値 ', ''],
    ['baseline ', ' → target ', ''],
    figureWords(baseline),
    figureWords(target),
  );
  return direction === null ? way : withRemark(way, word(IndicatorDirection, direction));
}

type Sheet = SheetsFragment['edges'][number]['node'];

type Goal = YearsFragment['annualGoals'][number];

const yearOf = ({ era, fiscalYear }: Pick<Goal, 'era' | 'fiscalYear'>): Description => ({
  ja: era ?? String(fiscalYear),
  en: `fiscal year ${fiscalYear}`,
});

/** Goals and grades of a sheet, year by year; in the dossier of something else the number of the sheet stands before. */
export const yearLines = (
  { annualGoals, evaluations }: YearsFragment,
  sheet?: Pick<Sheet, 'id' | 'number'>,
): readonly Line[] => [
  ...annualGoals.map((goal) => ({
    ...ofSheet(sheet, phrase(['', '年度の目標'], ['goal of ', ''], yearOf(goal))),
    text: { ja: goal.text, en: goalInEnglish(goal) },
    sources: goal.sources,
  })),
  ...evaluations.map((evaluation) => ({
    ...ofSheet(sheet, phrase(['', '年度の評価'], ['grade of ', ''], yearOf(evaluation))),
    text: gradeWords(evaluation),
    sources: evaluation.sources,
  })),
];

const gradeWords = ({ grade }: YearsFragment['evaluations'][number]): Description =>
  grade === null ? same('—') : { ja: Grade.values[grade]?.ja ?? grade, en: `grade ${grade}` };

/** The figure, and the phrase as printed, of which there is no English. */
function goalInEnglish(goal: Goal): string {
  const inEnglish = figureInEnglish(goal);
  return inEnglish === null ? goal.text : `${inEnglish}\n${goal.text}`;
}

/** A label, with the number of the sheet before it where one is given. */
function ofSheet(
  sheet: Pick<Sheet, 'id' | 'number'> | undefined,
  label: Description,
): Pick<Line, 'label' | 'mentions'> {
  if (!sheet) return { label };
  const numbered = phrase(['', ' ', ''], ['', ', ', ''], same(sheet.number), label);
  return { label: numbered, mentions: mentionBySign(sheet.id, sheet.number) };
}

export const sheetsTitle = describe('Reform sheets', '実施計画シート');

/** Sheets with the departments that implement them, their goals and their grades; the link to a sheet says where it was read. */
export const linesOfSheets = (edges: SheetsFragment['edges']): readonly Line[] =>
  edges.flatMap(({ node, sources }) => {
    const leads = node.leadDepartments.edges.map((edge) => edge.node);
    const names = joined(leads.map(nameOf));
    const carriedOut = phrase(['', '（実行課：', '）'], ['', ' (carried out by ', ')'], nameOf(node), names);
    return [
      {
        label: same(node.number),
        text: leads.length === 0 ? nameOf(node) : carriedOut,
        id: node.id,
        mentions: [mention(node), ...leads.map(mention)],
        sources: sources.length > 0 ? sources : node.sources,
      },
      ...yearLines(node, node),
    ];
  });

export const sheetLines = ({ edges }: SheetsFragment): readonly Line[] => linesOfSheets(edges);

/** Linkage plans (政策連携プラン) of a policy item, in its own dossier and in those of its measures. */
export const linkagePlans = <Subject>(
  title: Description,
  itemOf: (subject: Subject) => LinkagePlansFragment | null,
): Section<Subject> =>
  section(
    title,
    (subject) => linkageLines(itemOf(subject)),
    (subject) => {
      const item = itemOf(subject);
      return item ? [item.initiatives, item.matrixPlans] : [];
    },
  );

const linkageLines = (item: LinkagePlansFragment | null): readonly Line[] => [
  ...(item?.initiatives.edges ?? []).map(({ node, sources }) => ({
    label: nameOf(node.linkagePlan),
    text: phrase(['取組', ' ', ''], ['initiative ', ' ', ''], same(node.number), nameOf(node)),
    id: node.id,
    mentions: [mention(node), mention(node.linkagePlan)],
    sources,
  })),
  ...(item?.matrixPlans.edges ?? []).map(({ node, sources }) => ({
    label: nameOf(node),
    text: describe("marked in the draft's matrix", '体系（案）に位置付け'),
    id: node.id,
    mentions: [mention(node)],
    sources,
  })),
];
