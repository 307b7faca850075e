/** Dossiers of what policy items belong to or contribute to: goals, fields, linkage plans and their initiatives. */
import { describe } from '../model/declaration.js';
import {
  DossierInitiativeDocument,
  DossierLinkagePlanDocument,
  type DossierLinkagePlanQuery,
  DossierPolicyFieldDocument,
  DossierSdgDocument,
} from './graphql/graphql.js';
import { itemLines, measures, owners, policyItems } from './items-with-measures.js';
import {
  about,
  dossier,
  fact,
  joined,
  type Line,
  listSection,
  mention,
  mentionBySign,
  nameLine,
  nameOf,
  type SubjectOf,
  same,
  section,
  together,
  withRemark,
} from './section.js';
import { identity, indicatorLines, records, sheetLines } from './shared-sections.js';

const number = describe('Number', '番号');

export const sdgDossier = dossier('Sdg', DossierSdgDocument, {
  plan: {
    identity,
    goal: section(describe('The goal', '目標'), ({ number: own, uri, sources }) => [
      { label: number, text: same(own), uri, sources },
    ]),
  },
  items: { policyItems, measures, owners },
  records,
});

export const fieldDossier = dossier('PolicyField', DossierPolicyFieldDocument, {
  plan: {
    identity,
    field: section(describe('The field', '分野の内容'), ({ number: own, vision, sources }) => [
      ...fact(number, own, sources),
      ...fact(describe('State aimed at', 'めざす姿'), vision, sources),
    ]),
  },
  items: { policyItems, measures, owners },
  records: {
    citingSheets: listSection(
      describe('Reform sheets that name it', 'この分野を挙げる実施計画シート'),
      ({ citingSheets }) => citingSheets,
      sheetLines,
    ),
    ...records,
  },
});

export const initiativeDossier = dossier('Initiative', DossierInitiativeDocument, {
  plan: {
    identity,
    plan: section(describe('The initiative', '取組の内容'), ({ number: own, linkagePlan, sources }) => [
      ...fact(number, own, sources),
      nameLine(describe('Linkage plan', '政策連携プラン'), linkagePlan, sources, linkagePlan.number),
    ]),
  },
  items: { policyItems, measures, owners },
  records,
});

type Plan = SubjectOf<DossierLinkagePlanQuery['plan'], 'LinkagePlan'>;

/** Initiatives with the policy items that they refer to, and the lines that say so. */
const initiativeLines = ({ edges }: Plan['initiatives']): readonly Line[] =>
  edges.map(({ node, sources }) => {
    const items = node.policyItems.edges.map((edge) => edge.node);
    return {
      label: same(node.number),
      text: items.length === 0 ? nameOf(node) : withRemark(nameOf(node), joined(items.map(({ code }) => same(code)))),
      id: node.id,
      mentions: [mention(node), ...items.flatMap(({ id, code }) => mentionBySign(id, code))],
      sources: together(sources, ...node.policyItems.edges.map((edge) => edge.sources)),
    };
  });

export const linkagePlanDossier = dossier('LinkagePlan', DossierLinkagePlanDocument, {
  plan: {
    identity,
    plan: section(describe('The plan', 'プランの内容'), ({ number: own, subtitle, sources }) => [
      ...fact(number, own, sources),
      ...fact(describe('Subtitle', '副題'), subtitle, sources),
    ]),
    initiatives: section(
      describe('Initiatives', '取組'),
      ({ initiatives }) => initiativeLines(initiatives),
      ({ initiatives }) => [initiatives, ...initiatives.edges.map(({ node }) => node.policyItems)],
    ),
    matrix: about(
      ['matrixItems'],
      listSection(
        describe('Policy items in the matrix of the draft', '体系（案）に位置付けられた施策大項目'),
        ({ matrixItems }) => matrixItems,
        itemLines,
      ),
    ),
  },
  figures: {
    indicators: listSection(describe('Indicators', '数値目標'), ({ indicators }) => indicators, indicatorLines),
  },
  items: { measures, owners },
  records,
});
