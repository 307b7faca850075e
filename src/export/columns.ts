/** A table out of an operation: which columns its selection makes, and the cell of a row in each. */
import {
  type FieldNode,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isUnionType,
  type SelectionNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, type Environment } from '../graph/selection.js';

/** A leaf of the selection below a row; its name is the response path, the keys of the answer joined by dots. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
}

/** What a cell holds: one value of the answer as it is, or the values of a list as one text. */
export type Cell = string | number | boolean | null;

/** Between the entries of a list, and of a list within a list, and so on; the last one for all that is deeper. */
const separators = ['; ', ' | ', ' / '] as const;

/** A field that was selected, by all the nodes that select it. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
}

/** What is selected below a field. */
export const selectionsBelow = ({ nodes }: Selected): readonly SelectionNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);

/**
 * The fields that a valid operation selects of a type, in the order of their first mention. What is selected of one of
 * several types is there for all: a column is empty where a row is of another type.
 */
export function selectedFields(
  environment: Environment,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
): readonly Selected[] {
  const found = new Map<string, Selected>();
  const named = getNamedType(type);
  if (isCompositeType(named))
    collectFields(environment, named, selections, (key, node, parent) => {
      const { value: name } = node.name;
      const declared = isUnionType(parent) ? undefined : parent.getFields()[name];
      const { type: own } = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : (declared ?? {});
      const known = found.get(key);
      if (own) found.set(key, { key, name, type: known?.type ?? own, nodes: [...(known?.nodes ?? []), node] });
    });
  return [...found.values()];
}

/** The columns of what is selected of a type: one for each leaf. */
export function columnsOf(
  environment: Environment,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
  above: readonly string[] = [],
): readonly Column[] {
  return selectedFields(environment, type, selections).flatMap((field) => {
    const path = [...above, field.key];
    if (!isCompositeType(getNamedType(field.type))) return [{ name: path.join('.'), path }];
    return columnsOf(environment, field.type, selectionsBelow(field), path);
  });
}

/** The cell of a row in a column. What is missing in a list leaves its entry empty, so that columns keep step. */
export const cellOf = (row: unknown, { path }: Column): Cell => cellAt(row, path, 0);

function cellAt(value: unknown, path: readonly string[], depth: number): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    const separator = separators[Math.min(depth, separators.length - 1)] ?? '';
    return value.length === 0 ? null : value.map((item) => cellAt(item, path, depth + 1) ?? '').join(separator);
  }
  const [key, ...rest] = path;
  if (key !== undefined) return cellAt((value as Readonly<Record<string, unknown>>)[key], rest, depth);
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}
