import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The key under which an answer has a field. */
const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/**
 * An operation less all that does not lie on a path of answer keys; null where it asks for nothing there. Fragments on the
 * way become inline ones, so that what else they select can go. The document need not be valid: `most` selections are
 * looked at, and none of a fragment within itself.
 */
export function operationAlong(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  path: readonly string[],
  most: number,
): OperationDefinitionNode | null {
  let left = most;
  const along = (set: SelectionSetNode | undefined, place: number, within: readonly string[]): SelectionNode[] =>
    (set?.selections ?? []).flatMap((selection): readonly SelectionNode[] => {
      if (left-- <= 0) return [];
      if (selection.kind === Kind.FIELD) {
        if (keyOf(selection) !== path[place]) return [];
        if (place === path.length - 1) return [selection];
        return withSelections(selection, along(selection.selectionSet, place + 1, []));
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return withSelections(selection, along(selection.selectionSet, place, within));
      const { value: name } = selection.name;
      const fragment = Object.hasOwn(fragments, name) ? fragments[name] : undefined;
      if (!fragment || within.includes(name)) return [];
      const { typeCondition, selectionSet } = fragment;
      const { directives = [] } = selection;
      return withSelections(
        { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet },
        along(selectionSet, place, [...within, name]),
      );
    });
  const selections = along(operation.selectionSet, 0, []);
  if (selections.length === 0 || left < 0) return null;
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** An operation along a path, with each field at that place of the path rewritten. */
export function rewrittenAt(
  operation: OperationDefinitionNode,
  place: number,
  rewrite: (field: FieldNode) => FieldNode,
): OperationDefinitionNode {
  const within = (set: SelectionSetNode | undefined, depth: number): SelectionNode[] =>
    (set?.selections ?? []).map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.FIELD && depth === place) return rewrite(selection);
      const selections = within(selection.selectionSet, selection.kind === Kind.FIELD ? depth + 1 : depth);
      return { ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } };
    });
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: within(operation.selectionSet, 0) } };
}

/** The fields at a place of the path of an operation along it: several where fragments or repetitions mention it. */
export function fieldsAt({ selectionSet }: OperationDefinitionNode, place: number): readonly FieldNode[] {
  const within = (set: SelectionSetNode | undefined, depth: number): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet, depth);
      return depth === place ? [selection] : within(selection.selectionSet, depth + 1);
    });
  return within(selectionSet, 0);
}

/** The selection with those below it; none where there are none. */
const withSelections = <Selection extends SelectionNode>(
  selection: Selection,
  selections: readonly SelectionNode[],
): Selection[] =>
  selections.length === 0 ? [] : [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
