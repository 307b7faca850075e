import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type ValueNode,
} from 'graphql';
import { type Selected, type Selections, selectedFields } from './columns.js';
import { type Fragments, fieldsAt, operationAlong } from './operation-path.js';

type Variables = Readonly<Record<string, unknown>>;

/** An operation as it was posted. */
export interface PostedOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** What becomes the rows: a connection, page by page; a list of objects; or the rows of a cross table. */
export type RowsOf = 'connection' | 'list' | 'crossTab';

/** A list that an operation asks for, below single objects or at the root. */
export interface ExportedOperation {
  /** The keys of an answer that lead to it. */
  readonly path: readonly string[];
  readonly rowsOf: RowsOf;
  /** The operation less all that does not lie on the path; fragments beside it may be unused. */
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** The fields along the path, with what is selected of each; the last one is the list. */
  readonly steps: readonly Selected[];
  readonly list: Selected;
  readonly selections: Selections;
  /** It says itself how many rows it wants or where they end, and is asked as it is. */
  readonly bounded: boolean;
}

/**
 * Reads a document as far as the list at a path of answer keys; null where it asks for none there. The document is not
 * validated: the engine does that when it is asked.
 */
export function exportedOperation(
  schema: GraphQLSchema,
  { query, operationName, variables }: PostedOperation,
  path: readonly string[],
  maxTokens: number,
): ExportedOperation | null {
  const document = parsed(query, maxTokens);
  const posted = document && operationOf(document, operationName);
  if (!posted) return null;
  const fragments = fragmentsOf(document);
  const operation = operationAlong(posted, fragments, path, maxTokens);
  if (!operation) return null;
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const selections = { schema, fragments, variables: coerced };
  const steps = stepsAlong(selections, operation, path);
  const list = steps.at(-1);
  const rowsOf = steps.length === path.length && list ? rowsIn(list) : null;
  if (!list || !rowsOf) return null;
  const given = (place: number, names: readonly string[]) =>
    fieldsAt(operation, place).some((field) =>
      names.some((name) => isGiven(argument(field, name), operation, variables)),
    );
  const bounded = {
    connection: () => given(path.length - 1, ['first', 'last', 'before']),
    list: () => given(path.length - 2, limits),
    crossTab: () => given(path.length - 1, limits),
  }[rowsOf]();
  return { path, rowsOf, operation, fragments, steps, list, selections, bounded };
}

/** Arguments by which an analysis is told how much of it to show. */
const limits = ['first', 'limit'];

function parsed(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { maxTokens });
  } catch {
    // The engine says it better, with the place.
    return null;
  }
}

function operationOf({ definitions }: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = definitions.filter(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (name === null || definition.name?.value === name),
  );
  const [operation] = operations;
  return operations.length === 1 && operation?.operation === 'query' ? operation : null;
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((each) => [each.name.value, each]));
}

/** The fields along a path, as far as the schema has them, none was skipped, and none before the last is a list. */
function stepsAlong(
  selections: Selections,
  { selectionSet }: OperationDefinitionNode,
  path: readonly string[],
): readonly Selected[] {
  const steps: Selected[] = [];
  let type: GraphQLOutputType | null | undefined = selections.schema.getQueryType();
  let below = selectionSet.selections;
  for (const key of path) {
    if (!type || isListType(getNullableType(type))) break;
    const step: Selected | undefined = selectedFields(selections, type, below).find((each) => each.key === key);
    if (!step) break;
    steps.push(step);
    ({ type, below } = step);
  }
  return steps;
}

function rowsIn({ type }: Selected): RowsOf | null {
  const named = getNamedType(type);
  if (isListType(getNullableType(type))) return isCompositeType(named) ? 'list' : null;
  if (!isObjectType(named)) return null;
  if (named.name === 'CrossTab') return 'crossTab';
  const { pageInfo, edges, nodes, totalCount } = named.getFields();
  const lists = [edges, nodes].every((field) => field !== undefined && isListType(getNullableType(field.type)));
  return pageInfo !== undefined && totalCount !== undefined && lists ? 'connection' : null;
}

const argument = (field: FieldNode, name: string) => field.arguments?.find((each) => each.name.value === name)?.value;

function isGiven(
  value: ValueNode | undefined,
  { variableDefinitions }: OperationDefinitionNode,
  variables: Variables,
): boolean {
  if (!value || value.kind === Kind.NULL) return false;
  if (value.kind !== Kind.VARIABLE) return true;
  const { value: name } = value.name;
  if (Object.hasOwn(variables, name)) return variables[name] !== null && variables[name] !== undefined;
  const definition = variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue !== undefined && definition.defaultValue.kind !== Kind.NULL;
}
