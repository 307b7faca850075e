/** Dossiers of policy items (施策大項目). */
import { type Description, describe } from '../model/declaration.js';
import { ChangeKind, ProposalAssessment } from '../model/enums.js';
import { changes } from './changes-section.js';
import {
  fact,
  type Goal,
  goals,
  type Indicator,
  identity,
  indicatorLines,
  indicatorSelection,
  passages,
  type Sheet,
  sheet,
  sheetLines,
  sheetsTitle,
} from './common-sections.js';
import { type HasInitiatives, linkage, linkageLines } from './linkage-lines.js';
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
  together,
  word,
} from './section.js';

type Sourced = { readonly sources: readonly SourceRow[] };

interface OwnedMeasure extends Named {
  readonly code: string | null;
  readonly departments: Linked<Named>;
}
interface HasMeasures {
  readonly measures: Linked<OwnedMeasure>;
}
const measures = linked('measures', `${named} code ${linked('departments', named)}`);

interface PlaceOfItem extends Sourced {
  readonly code: string;
  readonly satisfaction: number | null;
  readonly satisfactionQuestion: string | null;
  readonly field: Named & { readonly number: number };
}

/** Who answers for the measures of an item, department by department, with the lines that name them. */
function ownerLines({ measures: list }: HasMeasures): readonly Line[] {
  const owned = new Map<string, { readonly owner: Named; answers: OwnedMeasure[]; read: readonly SourceRow[] }>();
  for (const { node: measure } of list.edges)
    for (const { node: owner, sources: read } of measure.departments.edges) {
      const known = owned.get(owner.id) ?? { owner, answers: [], read: [] };
      known.answers.push(measure);
      owned.set(owner.id, { ...known, read: together(known.read, read) });
    }
  return [...owned.values()].map(({ owner, answers, read }) => ({
    label: joined(answers.map((measure) => (measure.code === null ? nameOf(measure) : same(measure.code)))),
    text: nameOf(owner),
    id: owner.id,
    mentions: [mention(owner), ...answers.flatMap(({ id, code }) => mentionBySign(id, code))],
    sources: read,
  }));
}

interface Proposal extends Sourced {
  readonly assessment: string;
  readonly currentName: string | null;
  readonly draftName: string | null;
  readonly remark: string | null;
  readonly indicators: readonly Named[];
}
interface Survey extends Sourced {
  readonly year: number;
  readonly satisfaction: number | null;
  readonly importance: number | null;
  readonly satisfactionRank: number | null;
  readonly importanceRank: number | null;
  readonly rankOf: number | null;
}
interface Vision extends Sourced {
  readonly id: string;
  readonly number: number;
  readonly change: string | null;
}

const score = (value: number | null, rank: number | null, of: number | null) =>
  `${value ?? '—'}${rank === null ? '' : ` (${rank}/${of ?? '—'})`}`;

/** A proposal by the names that the review prints, and in English by those of the indicators that it led to. */
function proposalLine({ assessment, currentName, draftName, remark, indicators, sources: read }: Proposal): Line {
  const printed = [currentName, draftName].filter((name) => name !== null).join(' → ');
  const inEnglish = indicators.map(({ name, nameEn }) => nameEn ?? name).join(', ');
  const after = remark === null ? [] : [remark];
  return {
    label: word(ProposalAssessment, assessment),
    text: {
      ja: [printed, ...after].join('\n'),
      en: [...(inEnglish === '' ? [] : [inEnglish]), printed, ...after].join('\n'),
    },
    mentions: indicators.map(mention),
    sources: read,
  };
}

/** A period of fiscal years as printed; in English by its years. */
function periodWords(period: Period | null): Description {
  if (!period?.text) return same('—');
  const { text, startFiscalYear: first, endFiscalYear: last } = period;
  return { ja: text, en: first === null ? text : `fiscal years ${first} to ${last ?? '…'}` };
}

interface Period {
  readonly text: string | null;
  readonly startFiscalYear: number | null;
  readonly endFiscalYear: number | null;
}

export const policyItemParts: readonly (readonly Section[])[] = [
  [
    identity,
    section<PlaceOfItem>({
      key: 'plan',
      title: describe('Place in the plan', '計画での位置'),
      selection: `code satisfaction satisfactionQuestion ${sources} field { ${named} number }`,
      lines: ({ code, satisfaction, satisfactionQuestion, field, sources: read }) => [
        ...fact(describe('Code', '施策大項目番号'), code, read),
        {
          label: describe('Field', '分野'),
          text: phrase(['', ' '], ['', ' '], same(field.number), nameOf(field)),
          id: field.id,
          sources: read,
        },
        ...fact(
          describe('Satisfied citizens', '市民満足度'),
          satisfaction === null
            ? null
            : [`${satisfaction}%`, ...(satisfactionQuestion ? [satisfactionQuestion] : [])].join('\n'),
          read,
        ),
      ],
    }),
    section<{ readonly visions: readonly Vision[] }>({
      key: 'visions',
      title: describe('State aimed at', 'めざす姿'),
      selection: `visions { id number change ${sources} }`,
      lines: (subject) =>
        subject.visions.map(({ id, number, change, sources: read }) => ({
          label: same(number),
          text: change === null ? same('—') : word(ChangeKind, change),
          id,
          sources: read,
        })),
    }),
    section<HasMeasures>({
      key: 'measures',
      title: describe('Measures', '施策中項目'),
      selection: measures,
      lines: (subject) =>
        subject.measures.edges.map(({ node, sources: read }) => {
          const owners = joined(node.departments.edges.map((edge) => nameOf(edge.node)));
          return {
            label: same(node.code ?? '—'),
            text: owners.ja === '' ? nameOf(node) : phrase(['', '（', '）'], ['', ' (', ')'], nameOf(node), owners),
            id: node.id,
            mentions: [
              mention(node),
              ...mentionBySign(node.id, node.code),
              ...node.departments.edges.map((edge) => mention(edge.node)),
            ],
            sources: together(read, ...node.departments.edges.map((edge) => edge.sources)),
          };
        }),
      lists: (subject) => [subject.measures],
    }),
    section<HasMeasures>({
      key: 'owners',
      title: describe('Departments', '評価回答部署'),
      selection: measures,
      lines: ownerLines,
    }),
  ],
  [
    section<{ readonly indicators: Linked<Indicator> }>({
      key: 'indicators',
      title: describe('Indicators', '成果指標・現状'),
      selection: indicatorSelection,
      lines: (subject) => indicatorLines(subject.indicators),
      lists: (subject) => [subject.indicators],
    }),
    section<{ readonly indicatorProposals: readonly Proposal[] }>({
      key: 'indicatorProposals',
      title: describe('Review of the indicators', '指標の項目案'),
      selection: `indicatorProposals { assessment currentName draftName remark indicators { ${named} } ${sources} }`,
      lines: (subject) => subject.indicatorProposals.map(proposalLine),
    }),
    goals<{ readonly sdgs: Linked<Goal> }>(
      (selection) => selection,
      ({ sdgs }) => sdgs,
    ),
  ],
  [
    section<{ readonly measures: Linked<{ readonly reformSheets: Linked<Sheet> }> }>({
      key: 'reformSheets',
      title: sheetsTitle,
      selection: linked('measures', linked('reformSheets', sheet)),
      lines: (subject) => {
        const sheets = new Map<string, { readonly node: Sheet; readonly read: readonly SourceRow[] }>();
        for (const { node: measure } of subject.measures.edges)
          for (const { node, sources: read } of measure.reformSheets.edges)
            sheets.set(node.id, { node, read: together(sheets.get(node.id)?.read ?? [], read) });
        return [...sheets.values()].flatMap(({ node, read }) => sheetLines(node, read));
      },
      lists: (subject) => subject.measures.edges.map(({ node }) => node.reformSheets),
    }),
    section<HasInitiatives>({
      key: 'linkagePlans',
      title: describe('Linkage plans', '政策連携プラン'),
      selection: linkage,
      lines: linkageLines,
      lists: (subject) => [subject.initiatives, subject.matrixPlans],
    }),
  ],
  [
    section<{ readonly relatedPlans: Linked<Named & { readonly period: Period | null }> }>({
      key: 'relatedPlans',
      title: describe('Related plans', '関連計画'),
      selection: linked('relatedPlans', `${named} period { text startFiscalYear endFiscalYear }`),
      lines: (subject) =>
        subject.relatedPlans.edges.map(({ node, sources: read }) => ({
          label: nameOf(node),
          text: periodWords(node.period),
          id: node.id,
          mentions: [mention(node)],
          sources: read,
        })),
      lists: (subject) => [subject.relatedPlans],
    }),
    section<{ readonly projects: Linked<Named & { readonly number: number }> }>({
      key: 'projects',
      title: describe('Main projects', '主な事業'),
      selection: linked('projects', `${named} number`),
      lines: (subject) =>
        subject.projects.edges.map(({ node, sources: read }) => ({
          label: same(node.number),
          text: nameOf(node),
          id: node.id,
          sources: read,
        })),
      lists: (subject) => [subject.projects],
    }),
    section<{ readonly surveyResults: readonly Survey[] }>({
      key: 'survey',
      title: describe('Citizens’ survey', '市民アンケート'),
      selection: `surveyResults { year satisfaction importance satisfactionRank importanceRank rankOf ${sources} }`,
      lines: (subject) =>
        subject.surveyResults.map((result) => {
          const satisfied = score(result.satisfaction, result.satisfactionRank, result.rankOf);
          const important = score(result.importance, result.importanceRank, result.rankOf);
          return {
            label: same(result.year),
            text: {
              ja: `満足度 ${satisfied}、重要度 ${important}`,
              en: `satisfaction ${satisfied}, importance ${important}`,
            },
            sources: result.sources,
          };
        }),
    }),
    changes,
    passages,
  ],
];
