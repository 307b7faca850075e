/** Filters and orders: one input type per node type, generated from its fields. */
import type { FilterInput } from '../../graph/operators.js';
import {
  type ComputedDeclaration,
  describe,
  type EnumDeclaration,
  type FieldDeclaration,
  type NodeDeclaration,
  type PropertyDeclaration,
  printDescription,
  type Reading,
  type RelationshipDeclaration,
  type ScalarType,
  type ValueDeclaration,
} from '../../model/declaration.js';
import { anyEntity, fieldsOf, filteredType, findNode, nodeNamed } from '../../model/model.js';
import { edgeProperties, linkProperties } from '../../model/nodes/entity.js';
import { fieldsFrom, inputType, leaf, type ModelField, type ModelFields, type SchemaType, t } from './declare.js';
import { EntityType, RelationshipType, SortDirection } from './enums.js';
import { fieldDescription } from './field-descriptions.js';

/** A filter or an order. */
const input = inputType<FilterInput>;

const nameOf = (type: ScalarType | EnumDeclaration) => (typeof type === 'string' ? type : type.name);

/** Whether a value is this one, or one of these. */
const equality = <Value>(value: SchemaType<Value>): ModelFields => ({
  eq: [value, 'Equal. [等しい]'],
  ne: [value, 'Not equal; also where there is no value. [等しくない（値なしを含む）]'],
});
const membership = <Value>(value: SchemaType<Value>): ModelFields => ({
  in: [t.list(value), 'One of these. [いずれか]'],
  notIn: [t.list(value), 'None of these; also where there is no value. [いずれでもない（値なしを含む）]'],
});
const isNull: ModelField = [t.boolean, 'True: there is no value; false: there is one. [値の有無]'];

/** Operators on a property: `StringFilter`, `IntFilter`, `GradeFilter`, … */
function operatorFilter(type: ScalarType | EnumDeclaration): SchemaType<FilterInput> {
  const name = nameOf(type);
  const value = leaf(type);
  const hasOrder = type === 'Int' || type === 'Float' || type === 'String' || type === 'Date';
  return input(
    `${name}Filter`,
    `Conditions on ${name}; all that are given must hold, null means not given. [${name}の条件。指定したものすべてを満たすもの。nullは指定なしと同じ]`,
    () => ({
      ...equality(value),
      ...(type !== 'Boolean' && membership(value)),
      ...(hasOrder && {
        lt: [value, 'Less than. [より小さい]'],
        lte: [value, 'At most. [以下]'],
        gt: [value, 'Greater than. [より大きい]'],
        gte: [value, 'At least. [以上]'],
      }),
      ...((type === 'String' || type === 'ID') && {
        contains: [value, 'Contains this text. [含む]'],
        startsWith: [value, 'Starts with this text. [前方一致]'],
        endsWith: [value, 'Ends with this text. [後方一致]'],
        ignoreCase: [
          t.boolean,
          'Compare without regard to case; width is always folded (NFKC). [大文字・小文字を区別しない（全角・半角は常に同一視）]',
        ],
      }),
      isNull,
    }),
  );
}

/** Operators on a list property, such as stages or aliases. */
function listOperatorFilter(type: ScalarType | EnumDeclaration): SchemaType<FilterInput> {
  const name = nameOf(type);
  const value = leaf(type);
  return input(`${name}ListFilter`, `Conditions on a list of ${name}. [${name}の一覧の条件]`, () =>
    listOperators(value),
  );
}

const listOperators = <Value>(value: SchemaType<Value>) =>
  ({
    has: [value, 'Holds this. [含む]'],
    hasAny: [t.list(value), 'Holds at least one of these. [いずれかを含む]'],
    hasAll: [t.list(value), 'Holds all of these. [すべてを含む]'],
    isEmpty: [t.boolean, 'True: holds nothing. [空かどうか]'],
  }) as const;

const propertyFilter = (declaration: PropertyDeclaration): ModelField => [
  declaration.list ? listOperatorFilter(declaration.type) : operatorFilter(declaration.type),
  printDescription(fieldDescription(declaration)),
];

/** Conditions on the texts of a computed field that can be read back. */
const readingFilter = ({ name, description: { en, ja } }: Reading): SchemaType<FilterInput> =>
  input(`${name}Filter`, `Conditions on ${en.charAt(0).toLowerCase()}${en.slice(1)} [${ja}の条件]`, () => ({
    ...equality(t.string),
    ...membership(t.string),
    lt: [t.string, 'Before. [より前]'],
    lte: [t.string, 'At the latest. [以前]'],
    gt: [t.string, 'After. [より後]'],
    gte: [t.string, 'At the earliest. [以後]'],
    isNull,
  }));

/** Conditions on a list of them. */
const readingListFilter = ({ name, description: { en, ja } }: Reading): SchemaType<FilterInput> =>
  input(
    `${name}ListFilter`,
    `Conditions on a list of ${en.charAt(0).toLowerCase()}${en.slice(1)} [${ja}の一覧の条件]`,
    () => listOperators(t.string),
  );

function computedFilter({ type, list, reading, renamed, description }: ComputedDeclaration): ModelField | null {
  const filter = renamed ? operatorFilter(type) : reading && (list ? readingListFilter : readingFilter)(reading);
  return filter ? [filter, printDescription(description)] : null;
}

const valueFilter = ({ name, description, properties, computed = {} }: ValueDeclaration): SchemaType<FilterInput> =>
  input(`${name}Filter`, `Conditions on the parts of ${name}. [${description.ja}の条件]`, () => ({
    ...fieldsFrom(properties, propertyFilter),
    ...fieldsFrom(computed, computedFilter),
  }));

/** Conditions on a node: its own properties, and related nodes to any depth. */
export const nodeFilter = (node: NodeDeclaration): SchemaType<FilterInput> =>
  input(
    `${node.name}Filter`,
    `Conditions on ${node.name}; all that are given must hold, null means not given. [${node.description.ja}の条件。指定したものすべてを満たすもの]`,
    () => ({
      ...joins(nodeFilter(node)),
      effective: [
        operatorFilter('Boolean'),
        'In force or not. Without `stage` only what is in force is seen, unless this asks for more. [有効かどうか。計画段階を指定しないときも、ここで指定すれば有効でないものも対象]',
      ],
      ...(node === anyEntity ? { type: [operatorFilter(EntityType), 'What type of thing it is. [種類]'] } : {}),
      ...ofFields(node, (declaration) => {
        const told = fieldDescription(declaration);
        const description = printDescription(told);
        if (declaration.kind === 'property') return propertyFilter(declaration);
        if (declaration.kind === 'computed') return computedFilter(declaration);
        if (declaration.kind === 'valueProperty') return [valueFilter(declaration.type), description];
        const target = filteredType(declaration.target);
        const linked = declaration.path.length === 1;
        if (!leadsToOne(declaration)) return [relatedFilter(target, linked), description];
        const there = describe(
          `${told.en} {} asks that there is one, {} below \`not\` that there is none.`,
          `${told.ja}。{}は「あり」、notの下では「なし」`,
        );
        return [nodeFilter(target), printDescription(there)];
      }),
    }),
  );

const leadsToOne = ({ shape }: RelationshipDeclaration) => shape === 'one' || shape === 'required';

/** The same for each field of a node that can be filtered or ordered by; null leaves one out. */
const ofFields = (node: NodeDeclaration, toField: (declaration: FieldDeclaration) => ModelField | null): ModelFields =>
  fieldsFrom(fieldsOf(node), (declaration) => {
    if (declaration.kind === 'property' && declaration.internal) return null;
    return toField(declaration);
  });

/** Conditions on related nodes, and on the links that lead to them: edges of their own or ways of several. */
const relatedFilter = (node: NodeDeclaration, linked: boolean): SchemaType<FilterInput> =>
  input(
    `${linked ? 'Linked' : ''}${node.plural.charAt(0).toUpperCase()}${node.plural.slice(1)}Filter`,
    `Conditions on related nodes of type ${node.name}; all that are given must hold. [関連する${node.description.ja}の条件]`,
    () => ({
      ...quantifiers(nodeFilter(node)),
      count: [operatorFilter('Int'), 'How many there are. [件数]'],
      edge: [
        edgeFilter,
        `Only the links that fit are looked at${linked ? '' : ', each taken as a whole'}; alone: there is such a link. [対象とするつながりの条件]`,
      ],
    }),
  );

/** How conditions are joined. */
const joins = (filter: SchemaType<FilterInput>): ModelFields => ({
  and: [t.list(filter), 'All of these hold. [すべて満たす]'],
  or: [t.list(filter), 'At least one of these holds; none where the list is empty. [いずれかを満たす]'],
  not: [filter, 'This does not hold. [満たさない]'],
});

/** How many fit. */
const quantifiers = (filter: SchemaType<FilterInput>): ModelFields => ({
  some: [filter, 'At least one fits; with {}: there is one. [少なくとも1つが満たす]'],
  none: [filter, 'None fits; with {}: there is none. [1つも満たさない]'],
  every: [filter, 'All fit; also where there is none. [すべてが満たす（0件を含む）]'],
});

/** Conditions on links. */
export const edgeFilter: SchemaType<FilterInput> = input(
  'EdgeFilter',
  'Conditions on the link to a related node. One that follows from several links has the stages that all of them have, and is in force where all are. [つながりの条件。複数のつながりをたどるものは、そのすべてに共通する計画段階をもち、すべてが有効なら有効]',
  () => ({
    ...joins(edgeFilter),
    ...fieldsFrom(linkProperties, propertyFilter),
    via: [
      viaFilter,
      'Of a derived link, the links from which it follows: of several ways one has to fit as a whole. [導出の元のつながりの条件]',
    ],
  }),
);

const viaFilter: SchemaType<FilterInput> = input(
  'ViaFilter',
  'Conditions on the links from which another follows; a link that a document states follows from none. [導出の元のつながりの条件。文書に記載のあるつながりには元のつながりがない]',
  () => quantifiers(derivationLinkFilter),
);

const derivationLinkFilter: SchemaType<FilterInput> = input(
  'DerivationLinkFilter',
  'Conditions on one link from which another follows. For the things between them, ask of the lists that lead there. [導出の元のつながり1つの条件。間の項目の条件は、その項目への一覧で指定]',
  () => ({
    ...joins(derivationLinkFilter),
    relationship: [operatorFilter(RelationshipType), 'The relationship. [関係の種類]'],
    ...fieldsFrom(edgeProperties, propertyFilter),
  }),
);

const direction = t.enum(SortDirection);

const countOrder = input('CountOrder', 'Order by the number of related nodes. [件数による並び順]', () => ({
  count: [direction, 'Direction. [方向]'],
}));

const propertyOrder = (declaration: PropertyDeclaration): ModelField => [
  direction,
  printDescription(fieldDescription(declaration)),
];

const valueOrder = ({ name, description, properties }: ValueDeclaration): SchemaType<FilterInput> =>
  input(`${name}Order`, `Order by one part of ${name}. [${description.ja}による並び順。項目を1つだけ指定]`, () =>
    fieldsFrom(properties, propertyOrder),
  );

/** One key of an order; exactly one field is given. */
export const nodeOrder = (node: NodeDeclaration): SchemaType<FilterInput> =>
  input(
    `${node.name}Order`,
    `One key of an order of ${node.name}; give exactly one field. [${node.description.ja}の並び順。項目を1つだけ指定]`,
    () =>
      ofFields(node, (declaration) => {
        const description = printDescription(fieldDescription(declaration));
        if (declaration.kind === 'computed') return null;
        if (declaration.kind === 'property') return declaration.list ? null : propertyOrder(declaration);
        if (declaration.kind === 'valueProperty') return [valueOrder(declaration.type), description];
        if (!findNode(declaration.target)) return null;
        return [leadsToOne(declaration) ? nodeOrder(nodeNamed(declaration.target)) : countOrder, description];
      }),
  );
