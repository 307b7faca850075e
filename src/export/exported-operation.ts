import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { Environment } from '../graph/selection.js';
import { type Selected, selectedFields, selectionsBelow } from './columns.js';
import { operationAlong } from './operation-path.js';

/** An operation as it was posted. */
export interface PostedOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What becomes the rows: a connection, page by page; a list of objects; or the rows of a cross table. */
export type RowsOf = 'connection' | 'list' | 'crossTab';

/** A list that an operation selects, below single objects or at the root. */
export interface ExportedOperation {
  /** The response keys that lead to it. */
  readonly path: readonly string[];
  readonly rowsOf: RowsOf;
  /** The operation less all that does not lie on the path; fragments beside it may be unused. */
  readonly operation: OperationDefinitionNode;
  /** The fields along the path; the last one is the list. */
  readonly steps: readonly Selected[];
  readonly list: Selected;
  readonly environment: Environment;
  /** It says itself how many rows it wants or where they end, and is executed as it is. */
  readonly bounded: boolean;
}

/**
 * Reads a document as far as the list at a path of response keys; null where it selects none there. The document is not
 * validated: that is done when it is executed.
 */
export function exportedOperation(
  schema: GraphQLSchema,
  { query, operationName, variables }: PostedOperation,
  path: readonly string[],
  maxTokens: number,
): ExportedOperation | null {
  const document = parsed(query, maxTokens);
  const posted = document && getOperationAST(document, operationName);
  if (!document || posted?.operation !== OperationTypeNode.QUERY) return null;
  const fragments = fragmentsOf(document);
  const operation = operationAlong(posted, fragments, path, maxTokens);
  if (!operation) return null;
  const values = { ...defaultsOf(operation), ...variables };
  const environment = { schema, fragments, variables: values };
  const steps = stepsAlong(environment, operation, path);
  const list = steps.at(-1);
  const rowsOf = steps.length === path.length && list ? rowsIn(list) : null;
  if (!list || !rowsOf) return null;
  // The fields of an analysis are limited by arguments of the analysis itself, above its lists.
  const bounding = rowsOf === 'list' ? steps.at(-2) : list;
  const names = rowsOf === 'connection' ? ['first', 'last', 'before'] : ['first', 'limit'];
  const given = (bounding?.nodes ?? []).flatMap(({ arguments: all }) => all ?? []);
  const bounded = given.some(
    ({ name, value }) => names.includes(name.value) && (valueFromASTUntyped(value, values) ?? null) !== null,
  );
  return { path, rowsOf, operation, steps, list, environment, bounded };
}

function parsed(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { maxTokens });
  } catch {
    // Executing it says where the mistake is.
    return null;
  }
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode) {
  const defaults = variableDefinitions.map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue && valueFromASTUntyped(defaultValue),
  ]);
  return Object.fromEntries(defaults);
}

function fragmentsOf({ definitions }: DocumentNode): Environment['fragments'] {
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((each) => [each.name.value, each]));
}

/** The fields along a path, as far as the schema has them, none was skipped, and none before the last is a list. */
function stepsAlong(
  environment: Environment,
  { selectionSet }: OperationDefinitionNode,
  path: readonly string[],
): readonly Selected[] {
  const steps: Selected[] = [];
  let type: GraphQLOutputType | null | undefined = environment.schema.getQueryType();
  let { selections } = selectionSet;
  for (const key of path) {
    if (!type || isListType(getNullableType(type))) break;
    const step: Selected | undefined = selectedFields(environment, type, selections).find((each) => each.key === key);
    if (!step) break;
    steps.push(step);
    type = step.type;
    selections = selectionsBelow(step);
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
