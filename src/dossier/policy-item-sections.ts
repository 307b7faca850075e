/** Dossiers of policy items (施策大項目). */
import { type Description, describe } from '../model/declaration.js';
import { ChangeKind, ProposalAssessment } from '../model/enums.js';
import { DossierPolicyItemDocument, type DossierPolicyItemQuery } from './graphql/graphql.js';
import { measureLines, ownerLines, ownersTitle } from './items-with-measures.js';
import {
  about,
  dossier,
  fact,
  type Line,
  listSection,
  mention,
  merged,
  namedLines,
  nameLine,
  nameOf,
  type SubjectOf,
  same,
  section,
  word,
} from './section.js';
import {
  goalLines,
  goalsTitle,
  identity,
  indicatorLines,
  linesOfSheets,
  linkagePlans,
  records,
  sheetsTitle,
} from './shared-sections.js';

/** What a root field answers. */
type Item<Part extends keyof DossierPolicyItemQuery> = SubjectOf<DossierPolicyItemQuery[Part], 'PolicyItem'>;
/** A proposal by the names that the review prints, and in English by those of the indicators that it led to. */
function proposalLine(proposal: Item<'figures'>['indicatorProposals'][number]): Line {
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

/** A period of fiscal years as printed; in English by its years. */
function periodWords(period: Item<'records'>['relatedPlans']['edges'][number]['node']['period']): Description {
  if (!period?.text) return same('—');
  const { text, startFiscalYear: first, endFiscalYear: last } = period;
  return { ja: text, en: first === null ? text : `fiscal years ${first} to ${last ?? '…'}` };
}

function surveyLine(result: Item<'records'>['surveyResults'][number]): Line {
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

export const policyItemDossier = dossier('PolicyItem', DossierPolicyItemDocument, {
  plan: {
    identity,
    plan: section(
      describe('Place in the plan', '計画での位置'),
      ({ code, satisfaction, satisfactionQuestion, field, sources }) => [
        ...fact(describe('Code', '施策大項目番号'), code, sources),
        nameLine(describe('Field', '分野'), field, sources, field.number),
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
    measures: listSection(describe('Measures', '施策中項目'), ({ measures }) => measures, measureLines),
    owners: about(
      ['measures.departments'],
      section(ownersTitle, ({ measures }) => ownerLines(measures.edges)),
    ),
  },
  figures: {
    indicators: listSection(describe('Indicators', '成果指標・現状'), ({ indicators }) => indicators, indicatorLines),
    indicatorProposals: section(describe('Review of the indicators', '指標の項目案'), ({ indicatorProposals }) =>
      indicatorProposals.map(proposalLine),
    ),
    sdgs: listSection(goalsTitle, (item) => item.sdgs, goalLines),
  },
  work: {
    reformSheets: section(
      sheetsTitle,
      ({ measures }) => {
        const edges = measures.nodes.flatMap(({ reformSheets }) => reformSheets.edges);
        return linesOfSheets(merged(edges, ({ node }) => node.id));
      },
      ({ measures }) => measures.nodes.map(({ reformSheets }) => reformSheets),
    ),
    linkagePlans: about(
      ['initiatives', 'matrixPlans'],
      linkagePlans(describe('Linkage plans', '政策連携プラン'), (item) => item),
    ),
  },
  records: {
    relatedPlans: listSection(
      describe('Related plans', '関連計画'),
      ({ relatedPlans }) => relatedPlans,
      ({ edges }) =>
        edges.map(({ node, sources }) => ({
          label: nameOf(node),
          text: periodWords(node.period),
          id: node.id,
          mentions: [mention(node)],
          sources,
        })),
    ),
    projects: listSection(
      describe('Main projects', '主な事業'),
      ({ projects }) => projects,
      (list) => namedLines(list, ({ number }) => same(number)),
    ),
    survey: about(
      ['surveyResults'],
      section(describe('Citizens’ survey', '市民アンケート'), ({ surveyResults }) => surveyResults.map(surveyLine)),
    ),
    ...records,
  },
});
