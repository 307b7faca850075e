/** Dossiers of policy items (施策大項目). */
import { type Description, describe } from '../model/declaration.js';
import { ChangeKind, ProposalAssessment } from '../model/enums.js';
import {
  type CitedLinesFragment,
  DossierPolicyItemFiguresDocument,
  DossierPolicyItemPlanDocument,
  DossierPolicyItemRecordsDocument,
  DossierPolicyItemWorkDocument,
  type PolicyItemFiguresFragment,
  type PolicyItemPlanFragment,
  type PolicyItemRecordsFragment,
  type PolicyItemWorkFragment,
  type SheetsFragment,
} from './graphql/graphql.js';
import {
  fact,
  joined,
  type Line,
  mention,
  mentionBySign,
  namedLines,
  nameOf,
  type Part,
  part,
  phrase,
  same,
  section,
  together,
  withRemark,
  word,
} from './section.js';
import {
  goalLines,
  goalsTitle,
  identity,
  indicatorLines,
  linkageLines,
  records,
  sheetLines,
  sheetsTitle,
} from './shared-sections.js';

type Measures = PolicyItemPlanFragment['measures'];
type Measure = Measures['edges'][number]['node'];
type Owner = Measure['departments']['edges'][number]['node'];

const measureLines = ({ edges }: Measures): readonly Line[] =>
  edges.map(({ node, sources }) => {
    const owners = node.departments.edges.map((edge) => edge.node);
    const names = joined(owners.map(nameOf));
    return {
      label: same(node.code ?? '—'),
      text: owners.length === 0 ? nameOf(node) : withRemark(nameOf(node), names),
      id: node.id,
      mentions: [mention(node), ...mentionBySign(node.id, node.code), ...owners.map(mention)],
      sources: together(sources, ...node.departments.edges.map((edge) => edge.sources)),
    };
  });

/** Who answers for the measures of an item, department by department, with the lines that name them. */
function ownerLines({ edges }: Measures): readonly Line[] {
  const owned = new Map<string, { owner: Owner; answers: readonly Measure[]; read: readonly CitedLinesFragment[] }>();
  for (const { node: measure } of edges)
    for (const { node: owner, sources } of measure.departments.edges) {
      const { answers = [], read = [] } = owned.get(owner.id) ?? {};
      owned.set(owner.id, { owner, answers: [...answers, measure], read: together(read, sources) });
    }
  return [...owned.values()].map(({ owner, answers, read }) => ({
    label: joined(answers.map((measure) => (measure.code === null ? nameOf(measure) : same(measure.code)))),
    text: nameOf(owner),
    id: owner.id,
    mentions: [mention(owner), ...answers.flatMap(({ id, code }) => mentionBySign(id, code))],
    sources: read,
  }));
}

/** A proposal by the names that the review prints, and in English by those of the indicators that it led to. */
function proposalLine(proposal: PolicyItemFiguresFragment['indicatorProposals'][number]): Line {
  const { assessment, currentName, draftName, remark, indicators, sources } = proposal;
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
    sources,
  };
}

/** The sheets of all measures, each once. */
function sheetsOf({ measures }: PolicyItemWorkFragment): SheetsFragment['edges'] {
  const sheets = new Map<string, SheetsFragment['edges'][number]>();
  for (const { node: measure } of measures.edges)
    for (const { node, sources } of measure.reformSheets.edges)
      sheets.set(node.id, { node, sources: together(sheets.get(node.id)?.sources ?? [], sources) });
  return [...sheets.values()];
}

/** A period of fiscal years as printed; in English by its years. */
function periodWords(
  period: PolicyItemRecordsFragment['relatedPlans']['edges'][number]['node']['period'],
): Description {
  if (!period?.text) return same('—');
  const { text, startFiscalYear: first, endFiscalYear: last } = period;
  return { ja: text, en: first === null ? text : `fiscal years ${first} to ${last ?? '…'}` };
}

function surveyLine(result: PolicyItemRecordsFragment['surveyResults'][number]): Line {
  const score = (value: number | null, rank: number | null) =>
    `${value ?? '—'}${rank === null ? '' : ` (${rank}/${result.rankOf ?? '—'})`}`;
  const satisfied = score(result.satisfaction, result.satisfactionRank);
  const important = score(result.importance, result.importanceRank);
  return {
    label: same(result.year),
    text: { ja: `満足度 ${satisfied}、重要度 ${important}`, en: `satisfaction ${satisfied}, importance ${important}` },
    sources: result.sources,
  };
}

export const policyItemParts: readonly Part[] = [
  part('PolicyItem', DossierPolicyItemPlanDocument, {
    identity,
    plan: section(
      describe('Place in the plan', '計画での位置'),
      ({ code, satisfaction, satisfactionQuestion, field, sources }) => [
        ...fact(describe('Code', '施策大項目番号'), code, sources),
        {
          label: describe('Field', '分野'),
          text: phrase(['', ' '], ['', ' '], same(field.number), nameOf(field)),
          id: field.id,
          sources,
        },
        ...fact(
          describe('Satisfied citizens', '市民満足度'),
          satisfaction === null
            ? null
            : [`${satisfaction}%`, ...(satisfactionQuestion ? [satisfactionQuestion] : [])].join('\n'),
          sources,
        ),
      ],
    ),
    visions: section(describe('State aimed at', 'めざす姿'), ({ visions }) =>
      visions.map(({ id, number, change, sources }) => ({
        label: same(number),
        text: change === null ? same('—') : word(ChangeKind, change),
        id,
        sources,
      })),
    ),
    measures: section(
      describe('Measures', '施策中項目'),
      ({ measures }) => measureLines(measures),
      ({ measures }) => [measures],
    ),
    owners: section(describe('Departments', '評価回答部署'), ({ measures }) => ownerLines(measures)),
  }),
  part('PolicyItem', DossierPolicyItemFiguresDocument, {
    indicators: section(
      describe('Indicators', '成果指標・現状'),
      ({ indicators }) => indicatorLines(indicators),
      ({ indicators }) => [indicators],
    ),
    indicatorProposals: section(describe('Review of the indicators', '指標の項目案'), ({ indicatorProposals }) =>
      indicatorProposals.map(proposalLine),
    ),
    sdgs: section(
      goalsTitle,
      ({ sdgs }) => goalLines(sdgs),
      ({ sdgs }) => [sdgs],
    ),
  }),
  part('PolicyItem', DossierPolicyItemWorkDocument, {
    reformSheets: section(
      sheetsTitle,
      (item) => sheetLines({ edges: sheetsOf(item) }),
      ({ measures }) => measures.edges.map(({ node }) => node.reformSheets),
    ),
    linkagePlans: section(describe('Linkage plans', '政策連携プラン'), linkageLines, ({ initiatives, matrixPlans }) => [
      initiatives,
      matrixPlans,
    ]),
  }),
  part('PolicyItem', DossierPolicyItemRecordsDocument, {
    relatedPlans: section(
      describe('Related plans', '関連計画'),
      ({ relatedPlans }) =>
        relatedPlans.edges.map(({ node, sources }) => ({
          label: nameOf(node),
          text: periodWords(node.period),
          id: node.id,
          mentions: [mention(node)],
          sources,
        })),
      ({ relatedPlans }) => [relatedPlans],
    ),
    projects: section(
      describe('Main projects', '主な事業'),
      ({ projects }) => namedLines(projects, ({ number }) => same(number)),
      ({ projects }) => [projects],
    ),
    survey: section(describe('Citizens’ survey', '市民アンケート'), ({ surveyResults }) =>
      surveyResults.map(surveyLine),
    ),
    ...records,
  }),
];
