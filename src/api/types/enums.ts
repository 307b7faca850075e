import { registerEnumType } from 'type-graphql';
import {
  describe,
  type EnumDeclaration,
  enumeration,
  type NodeName,
  printDescription,
} from '../../model/declaration.js';
import { choiceName } from '../../model/facets.js';
import { edges, nodes } from '../../model/model.js';

export const SortDirection = enumeration('SortDirection', 'Direction of an order.', '並び順の方向', {
  ASC: describe('Ascending; what is missing stands last.', '昇順（値なしは末尾）'),
  DESC: describe('Descending; what is missing stands last.', '降順（値なしは末尾）'),
});

const registered = new Map<string, Readonly<Record<string, string>>>();

/** The object that stands for an enum in the schema; registered when it is first asked for. */
export function enumType(declaration: EnumDeclaration): object {
  const known = registered.get(declaration.name);
  if (known) return known;
  const values = Object.fromEntries(Object.keys(declaration.values).map((value) => [value, value]));
  registerEnumType(values, {
    name: declaration.name,
    description: printDescription(declaration.description),
    valuesConfig: Object.fromEntries(
      Object.entries(declaration.values).map(([value, description]) => [
        value,
        { description: printDescription(description) },
      ]),
    ),
  });
  registered.set(declaration.name, values);
  return values;
}

const entityTypes = new Map(nodes.filter(({ entity }) => entity).map((node) => [choiceName(node.name), node]));

/** How the schema names a node type: "PolicyItem" → "POLICY_ITEM". */
export const entityTypeOf = ({ name }: { readonly name: string }): string => choiceName(name);

/** The node types that values of `EntityType` stand for ("POLICY_ITEM" → "PolicyItem"); null where nothing was chosen. */
export const chosenTypes = (chosen: readonly string[] | null): readonly NodeName[] | null =>
  chosen?.flatMap((value) => entityTypes.get(value)?.name ?? []) ?? null;

export const EntityType = enumeration(
  'EntityType',
  'Types of named things.',
  '項目の種類',
  Object.fromEntries([...entityTypes].map(([value, { description }]) => [value, description])),
);

export const RelationshipType = enumeration(
  'RelationshipType',
  'Kinds of relationships between two things.',
  '関係の種類',
  Object.fromEntries(edges.map(({ type, description }) => [type, description])),
);

export const HopDirection = enumeration(
  'HopDirection',
  'Which way a path goes along a relationship.',
  '関係をたどる向き',
  {
    FORWARD: describe('From its source to its target.', '順方向'),
    BACKWARD: describe('From its target to its source.', '逆方向'),
  },
);
