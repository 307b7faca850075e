import {
  type Description,
  describe,
  type FieldDeclaration,
  type NodeDeclaration,
  type PropertyDeclaration,
  type RelationshipDeclaration,
} from './declaration.js';
import { fieldsOf, findNode } from './model.js';
import { internalFields } from './nodes/entity.js';

/** A respect in which a list of nodes can be divided. */
export interface FacetDeclaration {
  readonly field: string;
  readonly declaration: PropertyDeclaration | RelationshipDeclaration;
  /** By the types of what a relationship leads to, where that can be of any type; else by the things themselves. */
  readonly byType: boolean;
  /** By the city to which a thing belongs, which no relationship of it needs to lead to. */
  readonly byCity: boolean;
  readonly description: Description;
}

/** `targetFiscalYear` → `TARGET_FISCAL_YEAR`: how the schema names a field, or a type, as a choice. */
export const choiceName = (name: string): string => name.replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase();

/** Properties with few values (choices, flags, years and other whole numbers, and texts that say so). */
const isDivided = (declaration: PropertyDeclaration): boolean => {
  const { type, internal, list, few } = declaration;
  return !internal && !list && (few || typeof type !== 'string' || type === 'Boolean' || type === 'Int');
};

/** What a list can be divided by of a field: its values, the named things that it leads to, or their types. */
function facetOf(field: string, declaration: FieldDeclaration): readonly (readonly [string, FacetDeclaration])[] {
  const name = choiceName(field);
  if (declaration.kind === 'property')
    return isDivided(declaration)
      ? [[name, { ...byItself, field, declaration, description: declaration.description }]]
      : [];
  if (declaration.kind !== 'relationship') return [];
  const { en, ja } = declaration.description;
  if (declaration.target === 'Entity')
    return [
      [
        `${name}_TYPE`,
        { ...byItself, field, declaration, byType: true, description: describe(`By type: ${en}`, `${ja}の種類`) },
      ],
    ];
  return findNode(declaration.target)?.entity
    ? [[name, { ...byItself, field, declaration, description: declaration.description }]]
    : [];
}

const byItself = { byType: false, byCity: false } as const;

/** Things of cities can be divided by these; a type that leads to its city itself has such a facet already. */
const ofCities: FacetDeclaration = {
  ...byItself,
  byCity: true,
  field: 'municipality',
  declaration: internalFields.municipality,
  description: describe('The city to which it belongs.', '市区町村'),
};

/** The facets of a node type by the names of the schema. */
export const facetsOf = (node: NodeDeclaration): ReadonlyMap<string, FacetDeclaration> =>
  new Map([
    ...(node.global || node.name === 'Municipality' ? [] : [['MUNICIPALITY', ofCities] as const]),
    ...Object.entries(fieldsOf(node)).flatMap(([field, declaration]) => facetOf(field, declaration)),
  ]);
