/** The model as a whole: every node type and edge type, with look-ups by name. */
import type {
  DerivedEdgeName,
  DerivedEdgeType,
  EdgeDeclaration,
  EdgeName,
  EdgeType,
  FieldDeclaration,
  NodeDeclaration,
  NodeName,
  NodeType,
  PropertyDeclaration,
  RelationshipDeclaration,
  StatedEdgeName,
  TargetName,
  TypeOrInterface,
  ValuePropertyDeclaration,
} from './declaration.js';
import { derivedEdgeTypes, edgeTypes } from './edges.js';
import { describe } from './language.js';
import { entityFields, frameFields, identity, internalFields, nodeFields, stagesField } from './nodes/entity.js';
import { nodeTypes } from './nodes/index.js';

/** `PolicyItem` → `policy-item`. */
const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** A node type with what it has by default. */
function complete(name: NodeName, type: NodeType): NodeDeclaration {
  const plural = `${name.charAt(0).toLowerCase()}${name.slice(1).replace(/y$/, 'ie')}s`;
  const names = { name, plural, table: kebab(plural), idWord: kebab(name) };
  const options = {
    lookup: null,
    listed: true,
    staged: false,
    frame: false,
    stageless: false,
    metadata: false,
    joinsAll: false,
    exactlyOneOf: [],
    atMostOneOf: [],
    global: false,
    dated: false,
  };
  return {
    ...names,
    ...options,
    numberedBy: null,
    readBy: null,
    numberPrefix: null,
    numberWords: [],
    codeInId: false,
    ...type,
  };
}

const entriesOf = Object.entries as <Name extends string, Type>(
  types: Readonly<Record<Name, Type>>,
) => readonly (readonly [Name, Type])[];

/** Every node type, in the order in which people meet them. */
export const nodes = entriesOf<NodeName, NodeType>(nodeTypes).map(([name, type]) => complete(name, type));
/** Every edge type that documents state. */
export const edges = entriesOf<StatedEdgeName, EdgeType>(edgeTypes).map(
  ([type, edge]): EdgeDeclaration => ({ type, staged: false, seldomTold: false, derivation: null, ...edge }),
);
/** Every edge type that follows from one of those. */
export const derivedEdges = entriesOf<DerivedEdgeName, DerivedEdgeType>(derivedEdgeTypes).map(
  ([type, derivation]): EdgeDeclaration => {
    const { from, to } = derivation.kind === 'repeated' ? edgeTypes[derivation.of] : derivation;
    const { description } = derivation;
    return {
      type,
      from,
      to,
      table: kebab(type.toLowerCase()),
      staged: false,
      seldomTold: false,
      description,
      sentence: description,
      derivation,
    };
  },
);

const nodesByName = new Map<string, NodeDeclaration>(nodes.map((node) => [node.name, node]));
const edgesByType = new Map<string, EdgeDeclaration>([...edges, ...derivedEdges].map((edge) => [edge.type, edge]));

/** A node type by its name; "Entity", which a relationship can lead to, is none. */
export function nodeNamed(name: TargetName): NodeDeclaration {
  const node = nodesByName.get(name);
  if (!node) throw new Error(`expected the name of a node type, but got: ${name}`);
  return node;
}

/** The node type with a name that comes from outside the model, or undefined where no node type has it. */
export const findNode = (name: string): NodeDeclaration | undefined => nodesByName.get(name);

/** What all named things have: what a filter can ask of one whose type is not said. */
export const anyEntity: NodeDeclaration = {
  ...complete('Measure', {
    entity: true,
    description: describe('A named thing of any type.', '項目'),
    example: '',
    fields: {},
  }),
  name: 'Entity' as NodeName,
  staged: true,
  fields: { ...nodeFields, id: identity('honjo:measure:5-1-1'), ...entityFields, stages: stagesField },
};

/** What a filter of the targets of a relationship is about. */
export const filteredType = (target: TargetName): NodeDeclaration => findNode(target) ?? anyEntity;

/** An edge type by its name. */
export function edgeOfType(type: EdgeName): EdgeDeclaration {
  const edge = edgesByType.get(type);
  if (!edge) throw new Error(`expected an edge type of the model, but got: ${type}`);
  return edge;
}

/** The types that can stand where a type or interface is asked for. */
export function possibleTypes(name: TypeOrInterface): readonly NodeDeclaration[] {
  if (name === 'Node') return nodes;
  if (name === 'Entity') return nodes.filter(({ entity }) => entity);
  return [nodeNamed(name)];
}

const allFields = new Map<string, Readonly<Record<string, FieldDeclaration>>>(
  nodes.map((node) => [
    node.name,
    {
      ...nodeFields,
      id: identity(node.example, node),
      ...(node.entity ? entityFields : {}),
      ...internalFields,
      ...(node.frame ? frameFields : {}),
      stages: stagesField,
      ...node.fields,
    },
  ]),
);

/** The relationships of a node type to a single target that exclude one another. */
export const alternativesOf = ({ exactlyOneOf, atMostOneOf }: NodeDeclaration): readonly string[] => [
  ...exactlyOneOf,
  ...atMostOneOf,
];

/** All fields of a node type, the shared ones first. */
export const fieldsOf = (node: NodeDeclaration): Readonly<Record<string, FieldDeclaration>> =>
  allFields.get(node.name) ?? node.fields;

const fieldsOfKind = <K extends FieldDeclaration['kind']>(node: NodeDeclaration, kind: K) =>
  Object.entries(fieldsOf(node)).filter(
    (entry): entry is [string, Extract<FieldDeclaration, { kind: K }>] => entry[1].kind === kind,
  );

export const propertiesOf = (node: NodeDeclaration): readonly [string, PropertyDeclaration][] =>
  fieldsOfKind(node, 'property');
export const valuesOf = (node: NodeDeclaration): readonly [string, ValuePropertyDeclaration][] =>
  fieldsOfKind(node, 'valueProperty');
export const relationshipsOf = (node: NodeDeclaration): readonly [string, RelationshipDeclaration][] =>
  fieldsOfKind(node, 'relationship');

/** The node type that an id names by its word: `honjo:measure:5-1-1`, `sdg:17`; undefined where it names none. */
export function typeOfId(id: string): NodeDeclaration | undefined {
  const [first, second] = id.split(':');
  return nodes.find(({ idWord, global }) => idWord === (global ? first : second));
}

/** The relationship that leads from a record to the one thing it is about; undefined where the type is of things themselves. */
export function subjectOf(node: NodeDeclaration): RelationshipDeclaration | undefined {
  const field = fieldsOf(node).subject;
  return field?.kind === 'relationship' && field.shape === 'required' ? field : undefined;
}

/** The property by which people number a type's things; null where there is none. */
export const codeProperty = ({ lookup }: NodeDeclaration): string | null =>
  Object.keys(lookup ?? {}).find((key) => key === 'code' || key === 'number') ?? null;

/** The code by which people know a thing whose id ends with it (`codeInId`); null of all others. */
export const codeInIdOf = ({ codeInId }: NodeDeclaration, id: string): string | null =>
  codeInId ? id.replace(/^.*:/, '') : null;

/** The name of a type in English words: "Annual goal" for AnnualGoal. */
export const inWords = (type: string): string => type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The same within an English sentence: `linkage plans`, but `SDGs`. */
export const inSentence = (name: string): string =>
  inWords(name)
    .toLowerCase()
    .replace(/\bsdg(s?)\b/g, 'SDG$1');
