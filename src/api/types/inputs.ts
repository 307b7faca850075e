/** Filters and orders: one input type per node type, generated from its fields. */
import type { ClassType } from 'type-graphql';
import {
  type EnumDeclaration,
  type NodeDeclaration,
  type PropertyDeclaration,
  printDescription,
  type ScalarType,
  type ValueDeclaration,
} from '../../model/declaration.js';
import { fieldsOf, findNode, nodeNamed } from '../../model/model.js';
import { edgeProperties } from '../../model/nodes/entity.js';
import { field, inputType, leafType } from './decorate.js';
import { enumType, SortDirection } from './enums.js';

const created = new Map<string, ClassType>();

/** The input type of that name, made when it is first asked for; registered before its fields, which may refer back. */
function once(name: string, description: string, addFields: (input: ClassType) => void): ClassType {
  const known = created.get(name);
  if (known) return known;
  const input = inputType(name, description);
  created.set(name, input);
  addFields(input);
  return input;
}

const add = (input: ClassType, name: string, type: () => unknown, description: string) =>
  field(input, name, type, { nullable: true, description });

const nameOf = (type: ScalarType | EnumDeclaration) => (typeof type === 'string' ? type : type.name);

/** Operators on a property: `StringFilter`, `IntFilter`, `GradeFilter`, … */
function operatorFilter(type: ScalarType | EnumDeclaration): ClassType {
  const name = nameOf(type);
  return once(
    `${name}Filter`,
    `Conditions on ${name}; all that are given must hold, null means not given. [${name}の条件。指定したものすべてを満たすもの。nullは指定なしと同じ]`,
    (input) => {
      const leaf = () => leafType(type);
      add(input, 'eq', leaf, 'Equal. [等しい]');
      add(input, 'ne', leaf, 'Not equal; also where there is no value. [等しくない（値なしを含む）]');
      if (type !== 'Boolean') {
        add(input, 'in', () => [leaf()], 'One of these. [いずれか]');
        add(
          input,
          'notIn',
          () => [leaf()],
          'None of these; also where there is no value. [いずれでもない（値なしを含む）]',
        );
      }
      if (type === 'Int' || type === 'Float' || type === 'String') {
        add(input, 'lt', leaf, 'Less than. [より小さい]');
        add(input, 'lte', leaf, 'At most. [以下]');
        add(input, 'gt', leaf, 'Greater than. [より大きい]');
        add(input, 'gte', leaf, 'At least. [以上]');
      }
      if (type === 'String' || type === 'ID') {
        add(input, 'contains', leaf, 'Contains this text. [含む]');
        add(input, 'startsWith', leaf, 'Starts with this text. [前方一致]');
        add(input, 'endsWith', leaf, 'Ends with this text. [後方一致]');
        add(
          input,
          'ignoreCase',
          () => Boolean,
          'Compare without regard to case; width is always folded (NFKC). [大文字・小文字を区別しない（全角・半角は常に同一視）]',
        );
      }
      add(input, 'isNull', () => Boolean, 'True: there is no value; false: there is one. [値の有無]');
    },
  );
}

/** Operators on a list property, such as stages or aliases. */
function listOperatorFilter(type: ScalarType | EnumDeclaration): ClassType {
  const name = nameOf(type);
  return once(`${name}ListFilter`, `Conditions on a list of ${name}. [${name}の一覧の条件]`, (input) => {
    add(input, 'has', () => leafType(type), 'Holds this. [含む]');
    add(input, 'hasAny', () => [leafType(type)], 'Holds at least one of these. [いずれかを含む]');
    add(input, 'hasAll', () => [leafType(type)], 'Holds all of these. [すべてを含む]');
    add(input, 'isEmpty', () => Boolean, 'True: holds nothing. [空かどうか]');
  });
}

const propertyFilter = ({ type, list }: PropertyDeclaration) =>
  list ? listOperatorFilter(type) : operatorFilter(type);

function valueFilter(value: ValueDeclaration): ClassType {
  return once(
    `${value.name}Filter`,
    `Conditions on the parts of ${value.name}. [${value.description.ja}の条件]`,
    (input) => {
      for (const [name, property] of Object.entries(value.properties))
        add(input, name, () => propertyFilter(property), printDescription(property.description));
    },
  );
}

/** Conditions on a node: its own properties, and related nodes to any depth. */
export function nodeFilter(node: NodeDeclaration): ClassType {
  return once(
    `${node.name}Filter`,
    `Conditions on ${node.name}; all that are given must hold, null means not given. [${node.description.ja}の条件。指定したものすべてを満たすもの]`,
    (input) => {
      add(input, 'and', () => [nodeFilter(node)], 'All of these hold. [すべて満たす]');
      add(
        input,
        'or',
        () => [nodeFilter(node)],
        'At least one of these holds; none where the list is empty. [いずれかを満たす]',
      );
      add(input, 'not', () => nodeFilter(node), 'This does not hold. [満たさない]');
      add(
        input,
        'effective',
        () => operatorFilter('Boolean'),
        'In force or not. Without `stage` only what is in force is seen, unless this asks for more. [有効かどうか。計画段階を指定しないときも、ここで指定すれば有効でないものも対象]',
      );
      for (const [name, declaration] of Object.entries(fieldsOf(node))) {
        const description = printDescription(declaration.description);
        if (declaration.kind === 'property' && !declaration.internal)
          add(input, name, () => propertyFilter(declaration), description);
        if (declaration.kind === 'valueProperty') add(input, name, () => valueFilter(declaration.type), description);
        if (declaration.kind !== 'relationship' || !findNode(declaration.target)) continue;
        const target = () => nodeNamed(declaration.target);
        const single = declaration.shape === 'one' || declaration.shape === 'required';
        const linked = declaration.path.length === 1;
        add(input, name, () => (single ? nodeFilter(target()) : relatedFilter(target(), linked)), description);
      }
    },
  );
}

/** Conditions on related nodes; on the links that lead to them too, where each is an edge of its own. */
function relatedFilter(node: NodeDeclaration, linked: boolean): ClassType {
  return once(
    `${linked ? 'Linked' : ''}${node.name}sFilter`,
    `Conditions on related nodes of type ${node.name}; all that are given must hold. [関連する${node.description.ja}の条件]`,
    (input) => {
      add(input, 'some', () => nodeFilter(node), 'At least one fits; with {}: there is one. [少なくとも1つが満たす]');
      add(input, 'none', () => nodeFilter(node), 'None fits; with {}: there is none. [1つも満たさない]');
      add(input, 'every', () => nodeFilter(node), 'All fit; also where there is none. [すべてが満たす（0件を含む）]');
      add(input, 'count', () => operatorFilter('Int'), 'How many there are. [件数]');
      if (linked)
        add(
          input,
          'edge',
          edgeFilter,
          'Only the links that fit are looked at; alone: there is such a link. [対象とするつながりの条件]',
        );
    },
  );
}

const edgeFilter = (): ClassType =>
  once('EdgeFilter', 'Conditions on the link to a related node. [つながりの条件]', (input) => {
    for (const [name, property] of Object.entries(edgeProperties))
      add(input, name, () => propertyFilter(property), printDescription(property.description));
  });

const countOrder = () =>
  once('CountOrder', 'Order by the number of related nodes. [件数による並び順]', (input) =>
    add(input, 'count', () => enumType(SortDirection), 'Direction. [方向]'),
  );

const valueOrder = (value: ValueDeclaration): ClassType =>
  once(
    `${value.name}Order`,
    `Order by one part of ${value.name}. [${value.description.ja}による並び順。項目を1つだけ指定]`,
    (input) => {
      for (const [name, property] of Object.entries(value.properties))
        add(input, name, () => enumType(SortDirection), printDescription(property.description));
    },
  );

/** One key of an order; exactly one field is given. */
export function nodeOrder(node: NodeDeclaration): ClassType {
  return once(
    `${node.name}Order`,
    `One key of an order of ${node.name}; give exactly one field. [${node.description.ja}の並び順。項目を1つだけ指定]`,
    (input) => {
      for (const [name, declaration] of Object.entries(fieldsOf(node))) {
        const description = printDescription(declaration.description);
        if (declaration.kind === 'property' && !declaration.list && !declaration.internal)
          add(input, name, () => enumType(SortDirection), description);
        if (declaration.kind === 'valueProperty') add(input, name, () => valueOrder(declaration.type), description);
        if (declaration.kind !== 'relationship' || !findNode(declaration.target)) continue;
        const single = declaration.shape === 'one' || declaration.shape === 'required';
        add(input, name, () => (single ? nodeOrder(nodeNamed(declaration.target)) : countOrder()), description);
      }
    },
  );
}
