/** The indexes that the node types need in the database, as the model declares them. */
import { isPrinted, type NodeDeclaration } from './declaration.js';
import { foldedProperty } from './graph-properties.js';
import { fieldsOf, nodes } from './model.js';

interface IndexDeclaration {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
}

const snake = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();

/** `department_name_en` of `Department` and `nameEn`: as the first migrations name theirs, so that none is made twice. */
const index = ({ name }: NodeDeclaration, end: string, ...properties: readonly string[]): IndexDeclaration => ({
  name: `${snake(name)}_${snake(end)}`,
  label: name,
  properties,
});

/** The order of the lists of a municipality. */
const orderProperties = ['municipality', 'sortKey'];

/** The natural order of a listed type within a municipality, and each property by which its nodes are looked up. */
function indexesOf(node: NodeDeclaration): readonly IndexDeclaration[] {
  const order = node.listed && !node.global ? [index(node, 'order', ...orderProperties)] : [];
  const keys = Object.keys(node.lookup ?? {}).flatMap((key) => [key, ...foldedKey(node, key)]);
  return [...order, ...keys.map((key) => index(node, key, key))];
}

/** Where a key is kept that is printed otherwise than it is compared. */
export const foldedKey = (node: NodeDeclaration, key: string): readonly string[] => {
  const field = fieldsOf(node)[key];
  return field?.kind === 'property' && isPrinted(field) && Object.hasOwn(node.lookup ?? {}, key)
    ? [foldedProperty(key)]
    : [];
};

/** What the database should have for the model, beside what the migrations create for all node types together. */
export const modelIndexes = {
  indexes: nodes.flatMap(indexesOf),
  labels: new Set<string>(nodes.map(({ name }) => name)),
  orderProperties,
} as const;
