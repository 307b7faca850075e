import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Environment } from '../graph/selection.js';

/**
 * An operation less all that does not lie on a path of response keys; null where it selects nothing there. Fragments on the
 * way become inline ones, so that what else they select can go. The document need not be valid: at most `limit` selections
 * are looked at, and none of a fragment within itself.
 */
export function operationAlong(
  operation: OperationDefinitionNode,
  fragments: Environment['fragments'],
  path: readonly string[],
  limit: number,
): OperationDefinitionNode | null {
  let left = limit;
  const along = (set: SelectionSetNode | undefined, depth: number, within: readonly string[]): SelectionNode[] =>
    (set?.selections ?? []).flatMap((selection): readonly SelectionNode[] => {
      if (left-- <= 0) return [];
      if (selection.kind === Kind.FIELD) {
        if ((selection.alias ?? selection.name).value !== path[depth]) return [];
        if (depth === path.length - 1) return [selection];
        return withSelections(selection, along(selection.selectionSet, depth + 1, []));
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return withSelections(selection, along(selection.selectionSet, depth, within));
      const { value: name } = selection.name;
      const fragment = Object.hasOwn(fragments, name) ? fragments[name] : undefined;
      if (!fragment || within.includes(name)) return [];
      const { typeCondition, selectionSet } = fragment;
      const { directives = [] } = selection;
      return withSelections(
        { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet },
        along(selectionSet, depth, [...within, name]),
      );
    });
  const selections = along(operation.selectionSet, 0, []);
  if (selections.length === 0 || left < 0) return null;
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** The selection with those below it; none where there are none. */
const withSelections = <Selection extends SelectionNode>(
  selection: Selection,
  selections: readonly SelectionNode[],
): Selection[] =>
  selections.length === 0 ? [] : [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
