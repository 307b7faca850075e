/** Object types and interfaces, generated from the model. */
import type { ClassType } from 'type-graphql';
import { defaultPageSize, maximumPageSize } from '../../graph/page.js';
import {
  type ComputedDeclaration,
  enumeration,
  type FieldDeclaration,
  type NodeDeclaration,
  type NodeName,
  type PropertyDeclaration,
  printDescription,
  type RelationshipDeclaration,
  type ValueDeclaration,
} from '../../model/declaration.js';
import { CoverageState, PlanStage, StageMatch } from '../../model/enums.js';
import { facetsOf } from '../../model/facets.js';
import { fieldsOf, findNode, nodeNamed, nodes, subjectOf } from '../../model/model.js';
import { entityFields, nodeFields, stagesField } from '../../model/nodes/entity.js';
import {
  type Arguments,
  addFields,
  argument,
  assembledType,
  fieldsFrom,
  interfaceClass,
  leaf,
  type ModelField,
  type ModelFields,
  type SchemaType,
  schemaType,
  t,
} from './declare.js';
import { HopDirection, RelationshipType } from './enums.js';
import { fieldDescription } from './field-descriptions.js';
import { edgeFilter, nodeFilter, nodeOrder } from './inputs.js';

const stage = argument(
  t.nullable(t.enum(PlanStage)),
  'The graph as this stage has it, also below; null means as above, and at the top what is in force. [計画段階。省略時は上位と同じ、最上位では有効なもの]',
);

/** Arguments of look-ups and of fields that lead to one node. */
export const nodeArguments: Arguments = { stage };

const asOf = argument(
  t.nullable(t.date),
  'Only those that existed on this day: all but those of which it is known that they began after it or ended before it. It chooses what is listed and changes nothing of it. [この日に存続していたもの（日付が分からないものを含む）。一覧に含めるものを選ぶだけで、内容は変わらない]',
);

/** Arguments of every list of a node type. */
const listArguments = (node: NodeDeclaration): Arguments => ({
  filter: argument(t.nullable(nodeFilter(node)), 'Only what fits. [条件]'),
  orderBy: argument(
    t.nullable(t.list(nodeOrder(node))),
    'Order, most important key first; ties are broken by id. [並び順]',
  ),
  stage,
  stages: argument(
    t.nullable(t.list(t.enum(PlanStage))),
    'What these stages have, each with its own answer to the filter, in place of `stage`. The things are shown as in force; ask below with `stage` for how one has them. [複数の計画段階にあるもの（stageの代わり）。内容は有効なもので示す]',
  ),
  stageMatch: argument(
    t.nullable(t.enum(StageMatch)),
    'Beside `stages`: at any of them, as if left out, or at all of them. [stagesのいずれか（省略時）か、すべてか]',
  ),
  ...(node.dated ? { asOf } : {}),
});

/** Which part of a list is wanted. Whoever makes the page checks them. */
export const pageArguments = {
  first: argument(
    t.nullable(t.int),
    `How many from the start: 0 to ${maximumPageSize}, ${defaultPageSize} if left out. [先頭からの件数]`,
  ),
  after: argument(t.nullable(t.string), 'Start behind this cursor. [このカーソルの後から]'),
  last: argument(t.nullable(t.int), `How many from the end: 0 to ${maximumPageSize}. [末尾からの件数]`),
  before: argument(t.nullable(t.string), 'End before this cursor. [このカーソルの前まで]'),
};

/** Arguments of every connection of a node type. The engine reads and checks them. */
export const connectionArguments = (node: NodeDeclaration): Arguments => ({ ...listArguments(node), ...pageArguments });

const nodeInterface = interfaceClass('Node', 'Anything with an identity of its own. [識別子を持つもの]');
const entityInterface = interfaceClass('Entity', 'Every named thing of the graph. [名称を持つ項目]', [nodeInterface]);

export const Node = schemaType<unknown>(() => nodeInterface);
export const Entity = schemaType<unknown>(() => entityInterface);

/** A list that the engine assembles. */
export const assembledList = (item: SchemaType<unknown>): SchemaType<unknown> =>
  t.list(item) as SchemaType<never> as SchemaType<unknown>;

/** The type of the nodes of that name. */
export const nodeOf = (name: NodeName): SchemaType<unknown> => nodeType(nodeNamed(name));

export const PageInfo = assembledType('PageInfo', 'Where a page lies in its list. [ページ情報]', () => ({
  hasNextPage: [t.boolean, 'More follow. [次があるか]'],
  hasPreviousPage: [t.boolean, 'More come before. [前があるか]'],
  startCursor: [t.nullable(t.string), 'Cursor of the first node. [先頭のカーソル]'],
  endCursor: [t.nullable(t.string), 'Cursor of the last node. [末尾のカーソル]'],
}));

export const Source = assembledType(
  'Source',
  "A fact's origin: which document and which lines or cells it was read from. [出典]",
  () => ({
    document: [nodeOf('SourceDocument'), 'The document. [文書]'],
    firstLine: [t.int, 'First line, 1-based; of a sheet its row. [開始行]'],
    lastLine: [t.int, 'Last line. [終了行]'],
    cells: [
      t.nullable(t.string),
      'The cells of a sheet, such as F12, B12:F12 or B12:D12,F12; null of lines of text. [セル]',
    ],
    stage: [t.nullable(t.enum(PlanStage)), 'The stage that these lines speak for. [計画段階]'],
    excerpt: [t.nullable(t.string), 'The lines themselves, only where the text of the document was imported. [本文]'],
  }),
);

const Uncovered = assembledType(
  'Uncovered',
  'A field of some things that no document lists, such as the measures of the policy items of a chapter that was not read. [未読の範囲]',
  () => ({
    type: [t.string, 'Type of the things, such as PolicyItem. [種類]'],
    field: [t.string, 'The field of which nothing is known, such as measures. [項目]'],
    count: [t.int, 'How many things. [件数]'],
    ids: [t.list(t.id), 'The first 50 of them, in natural order. [識別子（先頭50件）]'],
  }),
);

/** What they can tell of it, as a whole and of each city. */
const told: ModelFields = {
  state: [t.enum(CoverageState), 'Whether all, a part or nothing of it was read. [状態]'],
  missing: [t.list(Uncovered), 'What was not read of what the answer goes by; none where it is complete. [未読の範囲]'],
  note: [t.string, 'The same as a Japanese sentence. [説明]'],
  noteEn: [t.string, 'The same as an English sentence. [説明（英語）]'],
};

export const CoverageOfMunicipality = assembledType(
  'CoverageOfMunicipality',
  'What the documents of one city can tell of an answer: what was not read of one is not none because another was read. [市区町村ごとの網羅の状態]',
  () => ({ municipality: [t.id, 'Key of the city. [市区町村のキー]'], ...told }),
);

const UnknownValue = assembledType(
  'UnknownValue',
  'A name, code, title or id of a filter that nothing in the cities has, at whatever stage: what is not found because of it is not none. [該当のない条件の値]',
  () => ({
    path: [t.string, 'The fields of the filter that lead to it: departments.some.name. [条件の位置]'],
    value: [t.string, 'The value. [値]'],
    suggestions: [
      t.list(t.string),
      'What there is that is nearly the same, the nearest first; at most three. [近い値]',
    ],
  }),
);

/** What the documents can tell of an answer. */
export const Coverage = assembledType(
  'Coverage',
  'Whether what an answer lacks is none, or was not looked for: by the statements of what the documents list wholly (`CoverageStatement`). [網羅の状態]',
  () => ({
    ...told,
    unknownValues: [
      t.list(UnknownValue),
      'Values of the filter that nothing has, which the notes say, too: names, codes, titles and ids that something is to be equal to. [該当のない条件の値]',
    ],
    municipalities: [
      t.list(CoverageOfMunicipality),
      'The same of each city that the answer is about; none where these are too many to say. [市区町村ごと]',
    ],
  }),
);

const FieldCoverage = assembledType(
  'FieldCoverage',
  'The coverage of one field of a thing. [項目ごとの網羅の状態]',
  () => ({
    field: [t.string, 'The field, such as measures. [項目]'],
    coverage: [Coverage, 'What the documents can tell of it. [網羅の状態]'],
  }),
);

const fieldCoverage: ModelField = [
  t.list(FieldCoverage),
  'Of each field that leads to other things, whether the documents list all of them; as the stage that is looked at has it. [項目ごとの網羅の状態]',
  { fields: argument(t.nullable(t.list(t.string)), 'Only these fields; others and unknown ones are left out. [項目]') },
];

const provenance = {
  stages: [t.list(t.enum(PlanStage)), printDescription(stagesField.description)],
  effective: [
    t.boolean,
    'True when the latest stage that speaks of it keeps it; else what is selected below it without a stage is what its last stage has. [有効かどうか。有効でないものの下は、最後の段階のもの]',
  ],
  sources: [t.list(Source), 'Where it was read. [出典]'],
} satisfies ModelFields;

const propertyField = (declaration: PropertyDeclaration): ModelField => {
  const { type, list, nullable } = declaration;
  const one = list ? t.list(leaf(type)) : leaf(type);
  return [nullable ? t.nullable(one) : one, printDescription(fieldDescription(declaration))];
};

const computedField = ({ type, list, required, description }: ComputedDeclaration): ModelField => {
  const one = list ? t.list(leaf(type)) : leaf(type);
  return [required ? one : t.nullable(one), printDescription(description)];
};

const valueType = ({ name, description, properties, computed = {} }: ValueDeclaration): SchemaType<unknown> =>
  assembledType(name, printDescription(description), () => ({
    ...fieldsFrom(properties, propertyField),
    ...fieldsFrom(computed, computedField),
  }));

function relationshipField(relationship: RelationshipDeclaration): ModelField {
  const { target, shape } = relationship;
  const node = findNode(target);
  const text = printDescription(fieldDescription(relationship));
  const edge = argument(t.nullable(edgeFilter), 'Only by links that fit. [つながりの条件]');
  if (shape === 'connection' && node) return [connectionType(node), text, { ...connectionArguments(node), edge }];
  const one = node ? nodeType(node) : Entity;
  if (shape === 'list' && node) return [t.list(one), text, { ...listArguments(node), edge }];
  return [shape === 'required' ? one : t.nullable(one), text, nodeArguments];
}

/** A field of the model as the schema has it; null for what is no field of the schema. */
function modelField(declaration: FieldDeclaration, name: string): ModelField | null {
  switch (declaration.kind) {
    case 'property':
      // The stages stand with the rest of the provenance.
      return declaration.internal || name === 'stages' ? null : propertyField(declaration);
    case 'computed':
      return computedField(declaration);
    case 'valueProperty':
      return [t.nullable(valueType(declaration.type)), printDescription(declaration.description)];
    case 'relationship':
      return relationshipField(declaration);
  }
}

/** The object type of a node type. */
export const nodeType = (node: NodeDeclaration): SchemaType<unknown> =>
  assembledType(
    node.name,
    `${node.description.en} Example id: ${node.example}. [${node.description.ja}]`,
    () => ({ ...fieldsFrom(fieldsOf(node), modelField), ...provenance, coverage: fieldCoverage }),
    node.entity ? [nodeInterface, entityInterface] : [nodeInterface],
  );

/** The facts that an edge of the graph has, for a field that is named so. */
const linkFields = (link: string, linkJa: string): ModelFields => ({
  printedAs: [t.nullable(t.string), 'How the document names it, where that differs from its name. [文書での表記]'],
  stages: [
    t.list(t.enum(PlanStage)),
    `Stages that assert the ${link}; empty for derived ones and outside the planning cycle. [計画段階]`,
  ],
  effective: [t.boolean, `True when the latest stage that speaks of the ${link} keeps it. [有効かどうか]`],
  sources: [
    t.list(Source),
    `Where the ${link} was read; of a derived one, where the links from which it follows were. [${linkJa}]`,
  ],
});

const DerivationLink = assembledType(
  'DerivationLink',
  'One link of the way by which another follows, which a document states. [導出の元のつながり]',
  () => ({
    relationship: [t.enum(RelationshipType), 'The relationship. [関係の種類]'],
    direction: [t.enum(HopDirection), 'Whether the way goes along the relationship or against it. [向き]'],
    ...linkFields('link', '出典'),
  }),
);

const Derivation = assembledType(
  'Derivation',
  'A way by which a link follows from others: from the thing on which the list hangs to the one that it lists. [導出の経路]',
  () => ({
    nodes: [t.list(Entity), 'The things between the two, in order. [間の項目]'],
    links: [t.list(DerivationLink), 'The links between them, one more than the things. [元のつながり]'],
  }),
);

const edgeType = (node: NodeDeclaration): SchemaType<unknown> =>
  assembledType(
    `${node.name}Edge`,
    `One ${node.name} of a list, with the facts of the link that leads to it. [一覧の要素]`,
    () => ({
      cursor: [t.string, 'Its place in the list. [カーソル]'],
      node: [nodeType(node), `The ${node.name}. [${node.description.ja}]`],
      ...linkFields('link', '出典。導出したものは元のつながりの出典'),
      derived: [
        t.boolean,
        'True where no document states the link, as it follows from others: `via` says from which. [導出したものかどうか]',
      ],
      via: [
        t.list(Derivation),
        'The ways by which a derived link follows, each with what lies between; none of a link that a document states. [導出の経路]',
      ],
    }),
  );

/** The connection type of a node type. */
export const connectionType = (node: NodeDeclaration): SchemaType<unknown> =>
  assembledType(
    `${node.name}Connection`,
    `A list of ${node.name}, page by page. [${node.description.ja}の一覧]`,
    () => ({
      totalCount: [t.int, 'How many there are, regardless of the page. [総件数]'],
      ...(subjectOf(node)
        ? { subjectCount: [t.int, 'How many things they are about, each counted once. [対象の数]'] as const }
        : {}),
      nodes: [t.list(nodeType(node)), 'The page. [ページの内容]'],
      edges: [t.list(edgeType(node)), 'The page with cursors and the facts of the links. [カーソル付きの内容]'],
      pageInfo: [PageInfo, 'Where the page lies. [ページ情報]'],
      ...(facetsOf(node).size > 0 ? { facets: facetsField(node), crossTab: facetTableField(node) } : {}),
      coverage: coverageField(node),
    }),
  );

const Facet = assembledType(
  'Facet',
  'One value of a list in some respect, and how many have it. [内訳の1項目]',
  () => ({
    value: [
      t.nullable(t.string),
      'The value, or the id or type of the related thing; null for those that have none. [値または識別子]',
    ],
    code: [t.nullable(t.string), 'Number or code of the related thing, such as 5-1. [番号]'],
    label: [t.nullable(t.string), 'The value as people read it. [表示名]'],
    labelEn: [t.nullable(t.string), 'The English name of the related thing; null where there is none. [英語の表示名]'],
    count: [t.int, 'How many have it. [件数]'],
    emptyState: [
      t.nullable(t.enum(CoverageState)),
      'In a table, what it means that a cell of it is empty: COMPLETE, there is none; NOT_READ, of what stands here nothing was read along the other axis; PARTIAL, not all was. A cell has a row and a column: it is none where one of them is COMPLETE, else not read where one of them is NOT_READ. Null outside of tables. [空欄の意味]',
    ],
    noneState: [
      t.nullable(t.enum(CoverageState)),
      'Of the value null: whether what is counted has no value (COMPLETE), was not read for it (NOT_READ), or some of it either (PARTIAL); null for other values. [「なし」の網羅の状態]',
    ],
  }),
);

const facetsField = (node: NodeDeclaration): ModelField => [
  t.list(Facet),
  'How the whole list divides in one respect, the most frequent value first; a node with several values counts under each. [内訳]',
  { by: argument(t.enum(facetChoice(node)), 'In which respect. [観点]') },
];

const FacetCell = assembledType(
  'FacetCell',
  'How many nodes of a list have one value in the rows and one in the columns. [内訳表のセル]',
  () => ({
    row: [t.nullable(t.string), 'Value of its row; null for those that have none. [行の値]'],
    column: [t.nullable(t.string), 'Value of its column; null for those that have none. [列の値]'],
    count: [t.int, 'How many have both. [件数]'],
  }),
);

const FacetTable = assembledType(
  'FacetTable',
  'How a list divides in two respects at once; numbers are distinct counts, so that cells need not add up to their row. [内訳表]',
  () => ({
    rows: [t.list(Facet), 'The rows, the most frequent value first. [行]'],
    columns: [t.list(Facet), 'The columns, the most frequent value first. [列]'],
    cells: [t.list(FacetCell), 'The cells that are not empty, row by row. [空でないセル]'],
    coverage: [
      Coverage,
      'Whether the documents list all of it, both respects included: whether an empty cell is none, or was not read. [網羅の状態]',
    ],
  }),
);

const facetTableField = (node: NodeDeclaration): ModelField => [
  FacetTable,
  'How the whole list divides in two respects at once. [クロス集計]',
  {
    rows: argument(t.enum(facetChoice(node)), 'What the rows are. [行]'),
    columns: argument(t.enum(facetChoice(node)), 'What the columns are. [列]'),
  },
];

const coverageField = (node: NodeDeclaration): ModelField => [
  Coverage,
  'Whether the documents list all of it, its conditions included: whether what is not there is none, or was not read. [網羅の状態]',
  facetsOf(node).size > 0
    ? { by: argument(t.nullable(t.enum(facetChoice(node))), 'Also of its facets in this respect. [観点]') }
    : {},
];

const facetChoice = (node: NodeDeclaration) =>
  enumeration(
    `${node.name}Facet`,
    `In which respects a list of ${node.name} can be divided.`,
    `${node.description.ja}の内訳の観点`,
    Object.fromEntries([...facetsOf(node)].map(([name, { description }]) => [name, description])),
  );

/** Declares the interfaces and every object type; to be called once before the schema is built. */
export function declareTypes(): readonly ClassType[] {
  addFields(nodeInterface, fieldsFrom(nodeFields, modelField));
  addFields(entityInterface, {
    ...fieldsFrom({ ...nodeFields, ...entityFields }, modelField),
    ...provenance,
    coverage: fieldCoverage,
  });
  return nodes.map((node) => nodeType(node).type() as ClassType);
}
