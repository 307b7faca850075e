/** Object types and interfaces, generated from the model. */
import type { ClassType } from 'type-graphql';
import { defaultPageSize, maximumPageSize } from '../../graph/page.js';
import {
  type ComputedDeclaration,
  describe,
  enumeration,
  type FieldDeclaration,
  type NodeDeclaration,
  type PropertyDeclaration,
  printDescription,
  type RelationshipDeclaration,
  type ValueDeclaration,
} from '../../model/declaration.js';
import { facetsOf } from '../../model/facets.js';
import { fieldsOf, findNode, nodeNamed, nodes } from '../../model/model.js';
import { entityFields, nodeFields, stagesField } from '../../model/nodes/entity.js';
import {
  type ArgumentDeclaration,
  field,
  fieldWithArguments,
  interfaceType,
  leafType,
  objectType,
} from './decorate.js';
import { enumType, PlanStage } from './enums.js';
import { nodeFilter, nodeOrder } from './inputs.js';

const stageArgument: ArgumentDeclaration = {
  name: 'stage',
  type: () => PlanStage,
  description:
    'The graph as this stage has it, also below; null means as above, and at the top what is in force. [計画段階。省略時は上位と同じ、最上位では有効なもの]',
};

/** Arguments of every list of a node type. */
const listArguments = (node: NodeDeclaration): readonly ArgumentDeclaration[] => [
  { name: 'filter', type: () => nodeFilter(node), description: 'Only what fits. [条件]' },
  {
    name: 'orderBy',
    type: () => [nodeOrder(node)],
    description: 'Order, most important key first; ties are broken by id. [並び順]',
  },
  stageArgument,
];

/** Arguments of every connection of a node type. */
export const connectionArguments = (node: NodeDeclaration): readonly ArgumentDeclaration[] => [
  ...listArguments(node),
  {
    name: 'first',
    type: () => leafType('Int'),
    description: `How many from the start: 0 to ${maximumPageSize}, ${defaultPageSize} if left out. [先頭からの件数]`,
  },
  { name: 'after', type: () => leafType('String'), description: 'Start behind this cursor. [このカーソルの後から]' },
  {
    name: 'last',
    type: () => leafType('Int'),
    description: `How many from the end: 0 to ${maximumPageSize}. [末尾からの件数]`,
  },
  { name: 'before', type: () => leafType('String'), description: 'End before this cursor. [このカーソルの前まで]' },
];

export { stageArgument };

const created = new Map<string, ClassType>();

function once(name: string, create: () => ClassType, addFields: (type: ClassType) => void): ClassType {
  const known = created.get(name);
  if (known) return known;
  const type = create();
  created.set(name, type);
  addFields(type);
  return type;
}

export const NodeInterface = interfaceType('Node', 'Anything with an identity of its own. [識別子を持つもの]');
export const EntityInterface = interfaceType('Entity', 'Every named thing of the graph. [名称を持つ項目]', [
  NodeInterface,
]);

export const pageInfo = () =>
  once(
    'PageInfo',
    () => objectType('PageInfo', 'Where a page lies in its list. [ページ情報]'),
    (type) => {
      field(type, 'hasNextPage', () => Boolean, { description: 'More follow. [次があるか]' });
      field(type, 'hasPreviousPage', () => Boolean, { description: 'More come before. [前があるか]' });
      field(type, 'startCursor', () => String, {
        nullable: true,
        description: 'Cursor of the first node. [先頭のカーソル]',
      });
      field(type, 'endCursor', () => String, {
        nullable: true,
        description: 'Cursor of the last node. [末尾のカーソル]',
      });
    },
  );

/** The type of a source. */
export const sourceType = () =>
  once(
    'Source',
    () => objectType('Source', "A fact's origin: which document and which lines it was read from. [出典]"),
    (type) => {
      field(type, 'document', () => nodeType(nodeNamed('SourceDocument')), { description: 'The document. [文書]' });
      field(type, 'firstLine', () => leafType('Int'), { description: 'First line, 1-based. [開始行]' });
      field(type, 'lastLine', () => leafType('Int'), { description: 'Last line. [終了行]' });
      field(type, 'stage', () => PlanStage, {
        nullable: true,
        description: 'The stage that these lines speak for. [計画段階]',
      });
      field(type, 'excerpt', () => String, {
        nullable: true,
        description: 'The lines themselves, only where the text of the document was imported. [本文]',
      });
    },
  );

const provenance = (type: ClassType) => {
  field(type, 'stages', () => [PlanStage], { description: printDescription(stagesField.description) });
  field(type, 'effective', () => Boolean, {
    description: 'True when the latest stage that speaks of it keeps it. [有効かどうか]',
  });
  field(type, 'sources', () => [sourceType()], { description: 'Where it was read. [出典]' });
};

const leaf = (
  type: ClassType,
  name: string,
  { type: leafDeclaration, list, nullable, description }: PropertyDeclaration,
) =>
  field(type, name, () => (list ? [leafType(leafDeclaration)] : leafType(leafDeclaration)), {
    nullable: nullable ?? false,
    description: printDescription(description),
  });

const computedField = (type: ClassType, name: string, declaration: ComputedDeclaration) =>
  field(type, name, () => leafType(declaration.type), {
    nullable: true,
    description: printDescription(declaration.description),
  });

const valueType = (value: ValueDeclaration): ClassType =>
  once(
    value.name,
    () => objectType(value.name, printDescription(value.description)),
    (type) => {
      for (const [name, property] of Object.entries(value.properties)) leaf(type, name, property);
      for (const [name, declaration] of Object.entries(value.computed ?? {})) computedField(type, name, declaration);
    },
  );

function relationshipField(type: ClassType, name: string, { target, shape, description }: RelationshipDeclaration) {
  const node = findNode(target);
  const targetType = () => (node ? nodeType(node) : EntityInterface);
  const text = printDescription(description);
  if (shape === 'connection' && node)
    return fieldWithArguments(type, name, () => connectionType(node), { description: text }, connectionArguments(node));
  if (shape === 'list' && node)
    return fieldWithArguments(type, name, () => [targetType()], { description: text }, listArguments(node));
  fieldWithArguments(type, name, targetType, { nullable: shape !== 'required', description: text }, [stageArgument]);
}

function declareField(type: ClassType, name: string, declaration: FieldDeclaration) {
  switch (declaration.kind) {
    case 'property':
      // The stages stand with the rest of the provenance.
      if (!declaration.internal && name !== 'stages') leaf(type, name, declaration);
      return;
    case 'computed':
      return computedField(type, name, declaration);
    case 'valueProperty':
      return field(type, name, () => valueType(declaration.type), {
        nullable: true,
        description: printDescription(declaration.description),
      });
    case 'relationship':
      return relationshipField(type, name, declaration);
  }
}

/** The object type of a node type. */
export const nodeType = (node: NodeDeclaration): ClassType =>
  once(
    node.name,
    () =>
      objectType(
        node.name,
        `${node.description.en} Example id: ${node.example}. [${node.description.ja}]`,
        node.entity ? [NodeInterface, EntityInterface] : [NodeInterface],
      ),
    (type) => {
      for (const [name, declaration] of Object.entries(fieldsOf(node))) declareField(type, name, declaration);
      provenance(type);
    },
  );

const edgeType = (node: NodeDeclaration): ClassType =>
  once(
    `${node.name}Edge`,
    () =>
      objectType(
        `${node.name}Edge`,
        `One ${node.name} of a list, with the facts of the link that leads to it. [一覧の要素]`,
      ),
    (type) => {
      field(type, 'cursor', () => String, { description: 'Its place in the list. [カーソル]' });
      field(type, 'node', () => nodeType(node), { description: `The ${node.name}. [${node.description.ja}]` });
      field(type, 'printedAs', () => String, {
        nullable: true,
        description: 'How the document names it, where that differs from its name. [文書での表記]',
      });
      field(type, 'stages', () => [PlanStage], {
        description: 'Stages that assert the link; empty for derived ones and outside the planning cycle. [計画段階]',
      });
      field(type, 'effective', () => Boolean, {
        description: 'True when the latest stage that speaks of the link keeps it. [有効かどうか]',
      });
      field(type, 'sources', () => [sourceType()], {
        description: 'Where the link was read; empty for derived ones. [出典]',
      });
    },
  );

/** The connection type of a node type. */
export const connectionType = (node: NodeDeclaration): ClassType =>
  once(
    `${node.name}Connection`,
    () => objectType(`${node.name}Connection`, `A list of ${node.name}, page by page. [${node.description.ja}の一覧]`),
    (type) => {
      field(type, 'totalCount', () => leafType('Int'), {
        description: 'How many there are, regardless of the page. [総件数]',
      });
      field(type, 'nodes', () => [nodeType(node)], { description: 'The page. [ページの内容]' });
      field(type, 'edges', () => [edgeType(node)], {
        description: 'The page with cursors and the facts of the links. [カーソル付きの内容]',
      });
      field(type, 'pageInfo', () => pageInfo(), { description: 'Where the page lies. [ページ情報]' });
      if (facetsOf(node).size > 0)
        fieldWithArguments(
          type,
          'facets',
          () => [facet()],
          {
            description:
              'How the whole list divides in one respect, the most frequent value first; a node with several values counts under each. [内訳]',
          },
          [
            {
              name: 'by',
              type: () => enumType(facetChoice(node)),
              nullable: false,
              description: 'In which respect. [観点]',
            },
          ],
        );
    },
  );

const facet = () =>
  once(
    'Facet',
    () => objectType('Facet', 'One value of a list in some respect, and how many have it. [内訳の1項目]'),
    (type) => {
      field(type, 'value', () => String, {
        nullable: true,
        description: 'The value, or the id of the related thing; null for those that have none. [値または識別子]',
      });
      field(type, 'label', () => String, { nullable: true, description: 'The value as people read it. [表示名]' });
      field(type, 'labelEn', () => String, {
        nullable: true,
        description: 'The English name of the related thing; null where there is none. [英語の表示名]',
      });
      field(type, 'count', () => leafType('Int'), { description: 'How many have it. [件数]' });
    },
  );

const facetChoice = (node: NodeDeclaration) =>
  enumeration(
    `${node.name}Facet`,
    describe(`In which respects a list of ${node.name} can be divided.`, `${node.description.ja}の内訳の観点`),
    Object.fromEntries([...facetsOf(node)].map(([name, { declaration }]) => [name, declaration.description])),
  );

/** Declares the interfaces and every object type; to be called once before the schema is built. */
export function declareTypes(): readonly ClassType[] {
  for (const [name, declaration] of Object.entries(nodeFields)) declareField(NodeInterface, name, declaration);
  for (const [name, declaration] of Object.entries({ ...nodeFields, ...entityFields }))
    declareField(EntityInterface, name, declaration);
  provenance(EntityInterface);
  return nodes.map(nodeType);
}

/** Description for generated look-ups. */
export function lookupDescription({ name, description }: NodeDeclaration, keys: readonly string[]): string {
  const [otherwise, otherwiseJa] = keys.includes('name')
    ? [', or else with that English name or alias', '。その名称のものがなければ英語名・別名で探す']
    : ['', ''];
  return printDescription(
    describe(
      `The ${name} with that ${keys.join(' and ')}${otherwise}; null where there is none.`,
      `${description.ja}を1件取得${otherwiseJa}`,
    ),
  );
}
