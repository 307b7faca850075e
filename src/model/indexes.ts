/** The indexes that the node types need in the database, as the model declares them. */
import type { NodeDeclaration } from './declaration.js';
import { nodes } from './model.js';

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
  return [...order, ...Object.keys(node.lookup ?? {}).map((key) => index(node, key, key))];
}

/** What the database should have for the model, beside what the migrations create for all node types together. */
export const modelIndexes = {
  indexes: nodes.flatMap(indexesOf),
  labels: new Set<string>(nodes.map(({ name }) => name)),
  orderProperties,
} as const;
