/** Sections about the measures of a department or a sheet, and about the policy items that these belong to. */
import { type Description, describe } from '../model/declaration.js';
import type { MeasuresInItemsFragment } from './graphql/graphql.js';
import { type Line, listSection, mention, merged, nameLine, nameOf, same, withRemark } from './section.js';
import { goalLine, goalsByItemsTitle } from './shared-sections.js';

interface HasMeasures {
  readonly measures: MeasuresInItemsFragment;
}

const overMeasures = (title: Description, lines: (list: MeasuresInItemsFragment) => readonly Line[]) =>
  listSection(title, ({ measures }: HasMeasures) => measures, lines);

export const measuresSection = (title: Description) =>
  overMeasures(title, ({ edges }) =>
    edges.map(({ node, sources }) => {
      const { policyItem } = node;
      return {
        label: same(node.code ?? '—'),
        text: policyItem === null ? nameOf(node) : withRemark(nameOf(node), nameOf(policyItem)),
        id: node.id,
        mentions: [mention(node), ...(policyItem === null ? [] : [mention(policyItem)])],
        sources,
      };
    }),
  );

/** The policy items of the measures, with the lines that link a measure of it. */
export const policyItems = overMeasures(
  describe('Policy items of these measures', '施策中項目の施策大項目'),
  ({ edges }) => {
    const lines = edges.flatMap(({ node: { policyItem: item }, sources }) =>
      item === null ? [] : [nameLine(same(item.code), item, sources)],
    );
    return merged(lines, ({ id }) => id);
  },
);

/** The goals of those policy items, with the lines that say so of an item. */
export const sdgs = overMeasures(goalsByItemsTitle, ({ edges }) => {
  const goals = edges.flatMap(({ node: { policyItem } }) => policyItem?.sdgs.edges ?? []);
  return merged(goals.toSorted((a, b) => a.node.number - b.node.number).map(goalLine), ({ id }) => id);
});
