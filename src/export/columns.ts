/** A table out of an operation: which columns its selection makes, and the cell of a row in each. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  TypeNameMetaFieldDef,
} from 'graphql';

/** A leaf of the selection below a row; its name is the response path, the keys of the answer joined by dots. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
}

/** What a cell holds: one value of the answer as it is, or the values of a list as one text. */
export type Cell = string | number | boolean | null;

/** Between the entries of a list, and of a list within a list, and so on; the last one for all that is deeper. */
const separators = ['; ', ' | ', ' / '] as const;

/** A field that was selected, with all that was selected below it. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly below: readonly SelectionNode[];
}

export interface Selections {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the variables, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The fields that a valid operation selects of a type, in the order of their first mention: fragments flattened, @skip and
 * @include obeyed, keys merged. What is selected of one of several types is there for all: a column is empty where a row
 * is of another type.
 */
export function selectedFields(
  context: Selections,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
): readonly Selected[] {
  const found = new Map<string, Selected>();
  collect(context, type, selections, found);
  return [...found.values()];
}

function collect(
  context: Selections,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
  found: Map<string, Selected>,
): void {
  const { schema, fragments, variables } = context;
  for (const selection of selections) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) continue;
    if (selection.kind === Kind.FIELD) {
      add(selection, type, found);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    if (!fragment) continue;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    collect(
      context,
      condition && isCompositeType(condition) ? condition : type,
      fragment.selectionSet.selections,
      found,
    );
  }
}

function add(selection: FieldNode, type: GraphQLOutputType, found: Map<string, Selected>): void {
  const { value: name } = selection.name;
  const key = selection.alias?.value ?? name;
  const named = getNamedType(type);
  const fields = isObjectType(named) || isInterfaceType(named) ? named.getFields() : {};
  const declared = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : fields[name];
  if (!declared) return;
  const known = found.get(key);
  const below = [...(known?.below ?? []), ...(selection.selectionSet?.selections ?? [])];
  found.set(key, { key, name, type: known?.type ?? declared.type, below });
}

/** The columns of what is selected of a type: one for each leaf. */
export function columnsOf(
  context: Selections,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
  above: readonly string[] = [],
): readonly Column[] {
  return selectedFields(context, type, selections).flatMap(({ key, type: fieldType, below }) => {
    const path = [...above, key];
    if (isCompositeType(getNamedType(fieldType))) return columnsOf(context, fieldType, below, path);
    return [{ name: path.join('.'), path }];
  });
}

/** The cell of a row in a column. What is missing in a list leaves its place empty, so that columns keep step. */
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
