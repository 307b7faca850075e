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
import { badInput } from '../refusal.js';

/** What a cell holds: one value of the answer as it is, or the values of a list as one text. */
export type Cell = string | number | boolean | null;

/** In the place of nothing that was not read: what a cell says of it, or null where it is left empty. In JSON it is null. */
export class UnreadValue {
  readonly words: string | null;

  constructor(words: string | null) {
    this.words = words;
  }

  toJSON(): null {
    return null;
  }
}

/** A column: its heading, and the cell of a row. `path` are the keys of the answer that lead to what it shows. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  readonly cell: (row: unknown) => Cell;
}

/** Between the entries of a list, and of a list within a list, and so on; the last one for all that is deeper. */
const separators = ['; ', ' | ', ' / '] as const;

/** A field that was selected, by all the nodes that select it. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  /** The type that has it: an interface, where it is selected of one. */
  readonly owner: string;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
}

/** What is selected below a field. */
export const selectionsBelow = ({ nodes }: Pick<Selected, 'nodes'>): readonly SelectionNode[] =>
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
      if (own)
        found.set(key, {
          key,
          name,
          owner: known?.owner ?? parent.name,
          type: known?.type ?? own,
          nodes: [...(known?.nodes ?? []), node],
        });
    });
  return [...found.values()];
}

/** A column for what is at the end of a path, named by the response path: the keys of the answer joined by dots. */
export const columnAt = (path: readonly string[], name = path.join('.')): Column => ({
  name,
  path,
  cell: (row) => cellAt(row, path),
});

/** The columns of what is selected of a type: one for each leaf. */
export function columnsOf(
  environment: Environment,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
  above: readonly string[] = [],
): readonly Column[] {
  return selectedFields(environment, type, selections).flatMap((field) => {
    const path = [...above, field.key];
    if (!isCompositeType(getNamedType(field.type))) return [columnAt(path)];
    return columnsOf(environment, field.type, selectionsBelow(field), path);
  });
}

const wrappers = new Set(['nodes', 'edges', 'node']);

/** A path without the steps that every connection has. */
const shortened = (path: readonly string[]) => path.filter((key) => !wrappers.has(key)).join('.');

/** The columns that paths name, in the order of the paths: `departments` is all of `departments.nodes.name` and the like. */
export function chosenColumns(columns: readonly Column[], chosen: readonly string[]): readonly Column[] {
  const among = columns.map((column) => [shortened(column.path), column] as const);
  const found = chosen.flatMap((choice) => {
    const path = shortened(choice.split('.'));
    const fitting = among.filter(([own]) => own === path || own.startsWith(`${path}.`));
    if (fitting.length === 0) throw noColumn(choice, [...new Set(among.map(([own]) => own))]);
    return fitting.map(([, column]) => column);
  });
  return [...new Set(found)];
}

const noColumn = (choice: string, there: readonly string[]) =>
  badInput(
    `columns: expected paths of what the operation selects below a row (${there.join(', ')}), but got: ${choice.slice(0, 50)}`,
    `columnsの「${choice.slice(0, 50)}」に当たる列がありません。指定できるもの：${there.join('、')}`,
  );

const asItIs = (value: unknown): Cell => (typeof value === 'object' ? JSON.stringify(value) : (value as Cell));

/**
 * The cell for what an answer has at the end of a path, as `written` writes a value. What is missing in a list leaves its
 * entry empty, so that columns keep step.
 */
export function cellAt(value: unknown, path: readonly string[], written = asItIs, depth = 0): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof UnreadValue) return value.words;
  if (Array.isArray(value)) {
    const separator = separators[Math.min(depth, separators.length - 1)] ?? '';
    if (value.length === 0) return null;
    return value.map((item) => cellAt(item, path, written, depth + 1) ?? '').join(separator);
  }
  const [key, ...rest] = path;
  if (key === undefined) return written(value);
  return cellAt((value as Readonly<Record<string, unknown>>)[key], rest, written, depth);
}
