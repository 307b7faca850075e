/** Linkage plans (政策連携プラン) of a policy item, which its own dossier has and those of its measures. */
import { describe } from '../model/declaration.js';
import { type Line, type Linked, linked, mention, type Named, named, nameOf, phrase, same } from './section.js';

export interface HasInitiatives {
  readonly initiatives: Linked<
    Named & { readonly number: number; readonly linkagePlan: Named & { readonly number: number } }
  >;
  readonly matrixPlans: Linked<Named & { readonly number: number }>;
}
export const linkage = `${linked('initiatives', `${named} number linkagePlan { ${named} number }`)} ${linked('matrixPlans', `${named} number`)}`;

export const linkageLines = ({ initiatives, matrixPlans }: HasInitiatives): readonly Line[] => [
  ...initiatives.edges.map(({ node, sources: read }) => ({
    label: nameOf(node.linkagePlan),
    text: phrase(['取組', ' ', ''], ['initiative ', ' ', ''], same(node.number), nameOf(node)),
    id: node.id,
    mentions: [mention(node), mention(node.linkagePlan)],
    sources: read,
  })),
  ...matrixPlans.edges.map(({ node, sources: read }) => ({
    label: nameOf(node),
    text: describe("marked in the draft's matrix", '体系（案）に位置付け'),
    id: node.id,
    mentions: [mention(node)],
    sources: read,
  })),
];
