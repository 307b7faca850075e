import type { FieldDeclaration, NodeDeclaration, TypeOrInterface } from '../model/declaration.js';
import { fieldsOf, possibleTypes } from '../model/model.js';
import type { Below, SelectedField } from './selection.js';
import { type View, viewOfNode } from './statement.js';

/** Types behind an interface of which the same is selected, so that one reading does for all of them. */
export interface TypeGroup {
  readonly types: readonly NodeDeclaration[];
  /** Stands for all of them; one that can differ by stage where any of them can. */
  readonly representative: NodeDeclaration;
}

/**
 * The possible types of an interface, grouped by what is selected of them; the largest group comes last. Without fragments
 * there is one group: a reading for each type would make statements grow some twentyfold with every level. At a stage, types
 * that are the same at every stage are read apart where more than properties is read of them.
 */
export function groupTypes(type: TypeOrInterface, below: Below, view: View): readonly TypeGroup[] {
  const groups: { readonly fields: readonly SelectedField[]; readonly types: NodeDeclaration[] }[] = [];
  for (const node of possibleTypes(type)) {
    const fields = below.of(node.name);
    const group = groups.find(
      ({ fields: others, types: [other] }) =>
        other &&
        (viewOfNode(other, view) === viewOfNode(node, view) || readsPropertiesOnly(node, fields)) &&
        isSame(others, other, fields, node),
    );
    if (group) group.types.push(node);
    else groups.push({ fields, types: [node] });
  }
  return groups
    .sort((a, b) => a.types.length - b.types.length)
    .flatMap(({ types }) => {
      const representative =
        types.find(({ staged }) => staged) ?? types.find(({ stageless }) => !stageless) ?? types[0];
      return representative ? [{ types, representative }] : [];
    });
}

const readsPropertiesOnly = (node: NodeDeclaration, fields: readonly SelectedField[]): boolean =>
  fields.every(({ name }) => name !== 'sources' && fieldsOf(node)[name]?.kind !== 'relationship');

/** The same fields with the same arguments, and declared as the same in both types. */
function isSame(
  fields: readonly SelectedField[],
  node: NodeDeclaration,
  others: readonly SelectedField[],
  other: NodeDeclaration,
): boolean {
  const [declared, declaredThere] = [fieldsOf(node), fieldsOf(other)];
  return (
    fields.length === others.length &&
    fields.every(
      (field, index) => field === others[index] && isReadAlike(declared[field.name], declaredThere[field.name]),
    )
  );
}

/** Read in one way: one declaration, or both identities, which differ by the example in their description alone. */
const isReadAlike = (field: FieldDeclaration | undefined, other: FieldDeclaration | undefined): boolean =>
  field === other || (isIdentity(field) && isIdentity(other));

const isIdentity = (field: FieldDeclaration | undefined) => field?.kind === 'property' && field.type === 'ID';
