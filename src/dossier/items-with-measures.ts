/** Sections about the policy items of a goal, a field, a plan or an initiative, with their measures and who answers for these. */
import { describe } from '../model/declaration.js';
import type { ItemsFragment, ItemsWithMeasuresFragment, MeasuresWithDepartmentsFragment } from './graphql/graphql.js';
import {
  about,
  joined,
  type Line,
  listSection,
  mention,
  mentionBySign,
  merged,
  nameLine,
  nameOf,
  type Section,
  same,
  section,
  together,
  withRemark,
} from './section.js';

type Measures = MeasuresWithDepartmentsFragment['edges'];

/** Measures with the departments that answer for them. */
export const measureLines = ({ edges }: MeasuresWithDepartmentsFragment): readonly Line[] =>
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

export const ownersTitle = describe('Departments of these measures', '施策中項目の評価回答部署');

/** Who answers for measures, department by department, with the lines that name them. */
export function ownerLines(edges: Measures): readonly Line[] {
  const answers = edges.flatMap(({ node: measure }) =>
    measure.departments.edges.map(({ node: owner, sources }) => ({ owner, measure, sources })),
  );
  return merged(
    answers.map(({ owner, sources }) => {
      const owned = answers.flatMap((answer) => (answer.owner.id === owner.id ? answer.measure : []));
      const label = joined(owned.map((measure) => (measure.code === null ? nameOf(measure) : same(measure.code))));
      const mentions = [mention(owner), ...owned.flatMap(({ id, code }) => mentionBySign(id, code))];
      return { ...nameLine(label, owner, sources), mentions };
    }),
    ({ id }) => id,
  );
}

interface HasItems {
  readonly policyItems: ItemsWithMeasuresFragment;
}

const itemsTitle = describe('Policy items', '施策大項目');

/** Policy items with the lines that link them. */
export const itemLines = ({ edges }: ItemsFragment): readonly Line[] =>
  edges.map(({ node, sources }) => nameLine(same(node.code), node, sources));

export const policyItems = listSection(itemsTitle, ({ policyItems: items }: HasItems) => items, itemLines);

const lists = ({ policyItems: items }: HasItems) => [items, ...items.edges.map(({ node }) => node.measures)];

/** The measures of those items: a measure has what its item has, so that the lines about the item stand here, too. */
export const measures: Section<HasItems> = about(
  ['policyItems.measures'],
  section(
    describe('Measures of these policy items', '施策大項目の施策中項目'),
    ({ policyItems: items }) =>
      items.edges.flatMap(({ node, sources }) =>
        measureLines(node.measures).map((line) => ({ ...line, sources: together(sources, line.sources) })),
      ),
    lists,
  ),
);

export const owners: Section<HasItems> = about(
  ['policyItems.measures.departments'],
  section(
    ownersTitle,
    ({ policyItems: items }) => ownerLines(items.edges.flatMap(({ node }) => node.measures.edges)),
    lists,
  ),
);
