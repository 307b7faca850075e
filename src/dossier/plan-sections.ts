/** Dossiers of the plan: policy items (施策大項目) and measures (施策中項目). */
import { describe } from '../model/declaration.js';
import { ChangeKind, ProposalAssessment } from '../model/enums.js';
import {
  changes,
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
} from './common-sections.js';
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

interface PlanPart extends Sourced {
  readonly code: string | null;
  readonly satisfaction?: number | null;
  readonly satisfactionQuestion?: string | null;
  readonly field?: Named & { readonly number: number };
  readonly policyItem?: (Named & { readonly code: string }) | null;
}

/** Who answers for the measures of an item, department by department, with the lines that name them. */
function ownerLines({ measures: list }: HasMeasures): readonly Line[] {
  const owned = new Map<string, { readonly owner: Named; codes: string[]; read: readonly SourceRow[] }>();
  for (const { node: measure } of list.edges)
    for (const { node: owner, sources: read } of measure.departments.edges) {
      const known = owned.get(owner.id) ?? { owner, codes: [], read: [] };
      known.codes.push(measure.code ?? measure.name);
      owned.set(owner.id, { ...known, read: together(known.read, read) });
    }
  return [...owned.values()].map(({ owner, codes, read }) => ({
    label: same(codes.join(', ')),
    text: nameOf(owner),
    id: owner.id,
    sources: read,
  }));
}

interface HasInitiatives {
  readonly initiatives: Linked<
    Named & { readonly number: number; readonly linkagePlan: Named & { readonly number: number } }
  >;
  readonly matrixPlans: Linked<Named & { readonly number: number }>;
}
const linkage = `${linked('initiatives', `${named} number linkagePlan { ${named} number }`)} ${linked('matrixPlans', `${named} number`)}`;

const linkageLines = ({ initiatives, matrixPlans }: HasInitiatives): readonly Line[] => [
  ...initiatives.edges.map(({ node, sources: read }) => ({
    label: nameOf(node.linkagePlan),
    text: phrase(['取組', ' ', ''], ['initiative ', ' ', ''], same(node.number), nameOf(node)),
    id: node.id,
    sources: read,
  })),
  ...matrixPlans.edges.map(({ node, sources: read }) => ({
    label: nameOf(node),
    text: describe("marked in the draft's matrix", '体系（案）に位置付け'),
    id: node.id,
    sources: read,
  })),
];

const linkageTitle = describe('Linkage plans', '政策連携プラン');
const sheetsTitle = describe('Reform sheets', '実施計画シート');

interface Proposal extends Sourced {
  readonly assessment: string;
  readonly currentName: string | null;
  readonly draftName: string | null;
  readonly remark: string | null;
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

export const policyItemParts: readonly (readonly Section[])[] = [
  [
    identity,
    section<PlanPart & { readonly field: Named & { readonly number: number } }>({
      key: 'plan',
      title: describe('Place in the plan', '計画での位置'),
      selection: `code satisfaction satisfactionQuestion ${sources} field { ${named} number }`,
      lines: ({ code, satisfaction, satisfactionQuestion, field, sources: read }) => [
        ...fact(describe('Code', '施策番号'), code, read),
        {
          label: describe('Field', '分野'),
          text: phrase(['', ' ', ''], ['', ' ', ''], same(field.number), nameOf(field)),
          id: field.id,
          sources: read,
        },
        ...fact(
          describe('Satisfied citizens, percent', '市民満足度（％）'),
          satisfaction === null || satisfaction === undefined
            ? null
            : `${satisfaction}${satisfactionQuestion ? `（${satisfactionQuestion}）` : ''}`,
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
      selection: `indicatorProposals { assessment currentName draftName remark ${sources} }`,
      lines: (subject) =>
        subject.indicatorProposals.map(({ assessment, currentName, draftName, remark, sources: read }) => ({
          label: word(ProposalAssessment, assessment),
          text: same(
            [[currentName, draftName].filter((name) => name !== null).join(' → '), remark].filter(Boolean).join('：'),
          ),
          sources: read,
        })),
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
      title: linkageTitle,
      selection: linkage,
      lines: linkageLines,
      lists: (subject) => [subject.initiatives, subject.matrixPlans],
    }),
  ],
  [
    section<{ readonly relatedPlans: Linked<Named & { readonly period: { readonly text: string | null } | null }> }>({
      key: 'relatedPlans',
      title: describe('Related plans', '関連計画'),
      selection: linked('relatedPlans', `${named} period { text }`),
      lines: (subject) =>
        subject.relatedPlans.edges.map(({ node, sources: read }) => ({
          label: nameOf(node),
          text: same(node.period?.text ?? '—'),
          id: node.id,
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

interface ItemOfMeasure {
  readonly policyItem:
    | (HasInitiatives & { readonly sdgs: Linked<Goal>; readonly indicators: Linked<Indicator> })
    | null;
}

export const measureParts: readonly (readonly Section[])[] = [
  [
    identity,
    section<PlanPart & { readonly policyItem: (Named & { readonly code: string }) | null }>({
      key: 'plan',
      title: describe('Place in the plan', '計画での位置'),
      selection: `code ${sources} policyItem { ${named} code }`,
      lines: ({ code, policyItem, sources: read }) => [
        ...fact(describe('Code', '施策中項目番号'), code, read),
        ...(policyItem === null
          ? []
          : [
              {
                label: describe('Policy item', '施策大項目'),
                text: phrase(['', ' ', ''], ['', ' ', ''], same(policyItem.code), nameOf(policyItem)),
                id: policyItem.id,
                sources: read,
              },
            ]),
      ],
    }),
    section<{ readonly departments: Linked<Named> }>({
      key: 'owners',
      title: describe('Departments', '評価回答部署'),
      selection: linked('departments', named),
      lines: (subject) =>
        subject.departments.edges.map(({ node, sources: read }) => ({
          label: describe('Answers for it', '評価回答部署'),
          text: nameOf(node),
          id: node.id,
          sources: read,
        })),
      lists: (subject) => [subject.departments],
    }),
    goals<ItemOfMeasure>(
      (selection) => `policyItem { ${selection} }`,
      ({ policyItem }) => policyItem?.sdgs,
    ),
  ],
  [
    section<{ readonly reformSheets: Linked<Sheet> }>({
      key: 'reformSheets',
      title: sheetsTitle,
      selection: linked('reformSheets', sheet),
      lines: (subject) => subject.reformSheets.edges.flatMap(({ node, sources: read }) => sheetLines(node, read)),
      lists: (subject) => [subject.reformSheets],
    }),
  ],
  [
    section<ItemOfMeasure>({
      key: 'indicators',
      title: describe('Indicators of its policy item', '施策大項目の指標'),
      selection: `policyItem { ${indicatorSelection} }`,
      lines: ({ policyItem }) => indicatorLines(policyItem?.indicators),
    }),
    section<ItemOfMeasure>({
      key: 'linkagePlans',
      title: describe('Linkage plans of its policy item', '施策大項目の政策連携プラン'),
      selection: `policyItem { ${linkage} }`,
      lines: ({ policyItem }) => (policyItem ? linkageLines(policyItem) : []),
    }),
    changes,
    passages,
  ],
];
