import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type ValueNode,
  visit,
} from 'graphql';

/** An operation that can be exported: its one root field is a connection. */
export interface ExportedOperation {
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly field: FieldNode;
  /** The key of the connection in an answer. */
  readonly key: string;
  readonly connection: GraphQLObjectType;
  /** It says itself how many rows it wants or where they end, and is asked as it is; else all pages are followed. */
  readonly bounded: boolean;
  /** The document that asks for the first page, of so many rows, and for how many there are. */
  first(size: number): string;
  /** The document that asks for the page behind the cursor in the variable `cursorVariable`. */
  next(size: number): string;
}

/** What the documents of pages ask for beside what was posted; names that no client is likely to use. */
export const pageKey = 'pageOfExport';
export const totalKey = 'totalOfExport';
export const cursorVariable = 'cursorOfExport';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Reads a document as far as its root field; null where there is not exactly one, or it is no connection. The document is
 * not validated: the engine does that with every page.
 */
export function exportedOperation(
  schema: GraphQLSchema,
  query: string,
  operationName: string | null,
  variables: Variables,
  maxTokens: number,
): ExportedOperation | null {
  const document = parsed(query, maxTokens);
  const operations = (document?.definitions ?? []).filter(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (operationName === null || definition.name?.value === operationName),
  );
  const [operation] = operations;
  if (!document || !operation || operations.length > 1 || operation.operation !== 'query') return null;
  const [field, ...others] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0) return null;
  const declared = schema.getQueryType()?.getFields()[field.name.value];
  if (!declared) return null;
  const connection = getNamedType(declared.type);
  if (!isConnection(connection)) return null;

  const given = (name: string) => isGiven(argument(field, name)?.value, operation, variables);
  const asking = (size: number, added: readonly SelectionNode[], after?: ArgumentNode) =>
    print(replaced(document, operation, field, { size, added, ...(after ? { after } : {}) }));
  return {
    operation,
    document,
    field,
    key: field.alias?.value ?? field.name.value,
    connection,
    bounded: given('first') || given('last') || given('before'),
    first: (size) => asking(size, selections(`{ ${totalKey}: totalCount ${page} }`)),
    next: (size) => asking(size, selections(`{ ${page} }`), cursorArgument),
  };
}

const page = `${pageKey}: pageInfo { hasNextPage endCursor }`;

function parsed(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { maxTokens });
  } catch {
    // The engine says it better, with the place.
    return null;
  }
}

function isConnection(type: unknown): type is GraphQLObjectType {
  if (!isObjectType(type)) return false;
  const { pageInfo, edges, nodes, totalCount } = type.getFields();
  const lists = [edges, nodes].every((field) => {
    return field !== undefined && isListType(getNullableType(field.type));
  });
  return pageInfo !== undefined && totalCount !== undefined && lists;
}

const argument = (field: FieldNode, name: string) => field.arguments?.find((each) => each.name.value === name);

function isGiven(value: ValueNode | undefined, operation: OperationDefinitionNode, variables: Variables): boolean {
  if (!value || value.kind === Kind.NULL) return false;
  if (value.kind !== Kind.VARIABLE) return true;
  const { value: name } = value.name;
  if (Object.hasOwn(variables, name)) return variables[name] !== null && variables[name] !== undefined;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue !== undefined && definition.defaultValue.kind !== Kind.NULL;
}

const operationIn = (text: string) => parse(text, { noLocation: true }).definitions[0] as OperationDefinitionNode;
const selections = (text: string) => operationIn(text).selectionSet.selections;
const [withCursor] = selections(`query ($${cursorVariable}: String) { list(after: $${cursorVariable}) }`);
const cursorArgument = (withCursor as FieldNode).arguments?.[0] as ArgumentNode;
const [cursorDefinition] = operationIn(`query ($${cursorVariable}: String) { list }`).variableDefinitions ?? [];

interface Page {
  readonly size: number;
  readonly added: readonly SelectionNode[];
  readonly after?: ArgumentNode;
}

/** The document with another page at its root field; variables that only the old page used are gone. */
function replaced(document: DocumentNode, operation: OperationDefinitionNode, field: FieldNode, page: Page) {
  const { size, added, after } = page;
  const removed = new Set(['first', ...(after ? ['after'] : [])]);
  const kept = (field.arguments ?? []).filter(({ name }) => !removed.has(name.value));
  const first: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'first' },
    value: { kind: Kind.INT, value: String(size) },
  };
  const asked: FieldNode = {
    ...field,
    arguments: [...kept, first, ...(after ? [after] : [])],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...(field.selectionSet?.selections ?? []), ...added] },
  };
  const changed: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
  const whole = { ...document, definitions: document.definitions.map((each) => (each === operation ? changed : each)) };
  const [before, now] = [variablesIn(document), variablesIn(whole)];
  const definitions = [
    ...(operation.variableDefinitions ?? []).filter(
      ({ variable }) => now.has(variable.name.value) || !before.has(variable.name.value),
    ),
    ...(after && cursorDefinition ? [cursorDefinition] : []),
  ];
  const defined = { ...changed, variableDefinitions: definitions };
  return { ...whole, definitions: whole.definitions.map((each) => (each === changed ? defined : each)) };
}

/** Names of the variables that a document uses, their definitions apart. */
function variablesIn(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.add(name.value),
  });
  return names;
}
