import type { FieldDeclaration, NodeDeclaration, PropertyDeclaration, RelationshipDeclaration } from './declaration.js';
import { fieldsOf, findNode } from './model.js';

/** A respect in which a list of nodes can be divided. */
export interface FacetDeclaration {
  readonly field: string;
  readonly declaration: PropertyDeclaration | RelationshipDeclaration;
}

/** `targetFiscalYear` → `TARGET_FISCAL_YEAR`: how the schema names a field as a choice. */
const choiceName = (field: string): string => field.replace(/[A-Z]/g, '_$&').toUpperCase();

/** Properties with few values (choices, flags, years and other whole numbers), and relationships to named things. */
function isFacet(declaration: FieldDeclaration): declaration is FacetDeclaration['declaration'] {
  if (declaration.kind === 'relationship') return findNode(declaration.target)?.entity ?? false;
  if (declaration.kind !== 'property' || declaration.internal || declaration.list) return false;
  return typeof declaration.type !== 'string' || declaration.type === 'Boolean' || declaration.type === 'Int';
}

/** The facets of a node type by the names of the schema. */
export const facetsOf = (node: NodeDeclaration): ReadonlyMap<string, FacetDeclaration> =>
  new Map(
    Object.entries(fieldsOf(node)).flatMap(([field, declaration]) =>
      isFacet(declaration) ? [[choiceName(field), { field, declaration }] as const] : [],
    ),
  );
