/** Sections about the measures of a department or a sheet, and about the policy items that these belong to. */
import { type Description, describe } from '../model/declaration.js';
import type { CitedLinesFragment, MeasuresInItemsFragment } from './graphql/graphql.js';
import { type Line, mention, nameOf, type Section, same, section, together, withRemark } from './section.js';
import { goalsTitle } from './shared-sections.js';

interface HasMeasures {
  readonly measures: MeasuresInItemsFragment;
}

const overMeasures = (title: Description, lines: (list: MeasuresInItemsFragment) => readonly Line[]) =>
  section<HasMeasures>(
    title,
    ({ measures }) => lines(measures),
    ({ measures }) => [measures],
  );

export const measuresSection = (title: Description): Section<HasMeasures> =>
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

/** Lines by the thing that they are about, each thing once, with the sources of all of them. */
function merged(lines: readonly (Line & { readonly id: string })[]): readonly Line[] {
  const found = new Map<string, Line>();
  const known = (id: string): readonly CitedLinesFragment[] => found.get(id)?.sources ?? [];
  for (const line of lines) found.set(line.id, { ...line, sources: together(known(line.id), line.sources) });
  return [...found.values()];
}

/** The policy items of the measures, with the lines that link a measure of it. */
export const policyItems: Section<HasMeasures> = overMeasures(
  describe('Policy items of these measures', '施策大項目'),
  ({ edges }) =>
    merged(
      edges.flatMap(({ node: { policyItem }, sources }) =>
        policyItem === null
          ? []
          : [{ label: same(policyItem.code), text: nameOf(policyItem), id: policyItem.id, sources }],
      ),
    ),
);

/** The goals of those policy items, with the lines that say so of an item. */
export const sdgs: Section<HasMeasures> = overMeasures(goalsTitle, ({ edges }) =>
  merged(
    edges
      .flatMap(({ node: { policyItem } }) => policyItem?.sdgs.edges ?? [])
      .toSorted((a, b) => a.node.number - b.node.number)
      .map(({ node, sources }) => ({
        label: same(node.number),
        text: nameOf(node),
        id: node.id,
        uri: node.uri,
        sources,
      })),
  ),
);
