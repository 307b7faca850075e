/** The documents that an export executes: the posted operation along the path, with what only an export needs beside it. */
import {
  type ArgumentNode,
  type FieldNode,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  separateOperations,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { ExportedOperation } from './exported-operation.js';
import { rewrittenAt } from './operation-path.js';

// Keys and a variable that no client is likely to use.
/** The response key of the page's `pageInfo`. */
export const pageKey = 'pageOfExport';
/** The response key of the number of rows. */
export const totalKey = 'totalOfExport';
/** The response key that tells whether the service shows only a part. */
export const cutKey = 'cutOfExport';
/** The variable with the cursor of the page before. */
export const cursorVariable = 'cursorOfExport';

/** The first page of a connection with at most `size` rows, and how many there are. */
export const firstPage = (read: ExportedOperation, size: number): string =>
  documentOf(read, paged(read, size, [...total, ...page]));

/** The page of a connection behind the cursor in the variable `cursorVariable`. */
export const nextPage = (read: ExportedOperation, size: number): string =>
  documentOf(read, paged(read, size, page, cursorArgument), cursorDefinitions);

/** Just what was posted, along the path. */
export const asPosted = (read: ExportedOperation): string => documentOf(read, read.operation);

/** A list, and under `cutKey` of the object that has it whether more was cut from it, where that object can tell. */
export function listDocument(read: ExportedOperation): string {
  const depth = read.path.length - 2;
  const owner = getNamedType(read.steps[depth]?.type);
  if (!isObjectType(owner) || !owner.getFields().truncated) return asPosted(read);
  return documentOf(
    read,
    rewrittenAt(read.operation, depth, (field) => selecting(field, [...selectionsOf(field), ...cut])),
  );
}

/** A cross table with all that its matrix is made of, whatever was selected of it. */
export const crossTabDocument = (read: ExportedOperation): string =>
  documentOf(
    read,
    rewrittenAt(read.operation, read.path.length - 1, (field) => selecting(field, [...matrix, ...cut])),
  );

function paged(
  { operation, path }: ExportedOperation,
  size: number,
  added: readonly SelectionNode[],
  after: readonly ArgumentNode[] = [],
): OperationDefinitionNode {
  const replaced = new Set(['first', ...after.map(({ name }) => name.value)]);
  const first: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'first' },
    value: { kind: Kind.INT, value: String(size) },
  };
  return rewrittenAt(operation, path.length - 1, (field) => {
    const kept = (field.arguments ?? []).filter(({ name }) => !replaced.has(name.value));
    return { ...selecting(field, [...selectionsOf(field), ...added]), arguments: [...kept, first, ...after] };
  });
}

/** The text of an operation with the fragments and variables that it needs. */
function documentOf(
  { environment }: ExportedOperation,
  operation: OperationDefinitionNode,
  added: readonly VariableDefinitionNode[] = [],
): string {
  const [needed] = Object.values(
    separateOperations({ kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(environment.fragments)] }),
  );
  if (!needed) throw new Error('expected an operation');
  const used = new Set<string>();
  visit(needed, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = [
    ...(operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
    ...added,
  ];
  return print({
    ...needed,
    definitions: needed.definitions.map((each) => (each === operation ? { ...operation, variableDefinitions } : each)),
  });
}

const selectionsOf = ({ selectionSet }: FieldNode) => selectionSet?.selections ?? [];
const selecting = (field: FieldNode, selections: readonly SelectionNode[]): FieldNode => ({
  ...field,
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

const operationIn = (text: string) => parse(text, { noLocation: true }).definitions[0] as OperationDefinitionNode;
const selections = (text: string) => operationIn(text).selectionSet.selections;
const total = selections(`{ ${totalKey}: totalCount }`);
const page = selections(`{ ${pageKey}: pageInfo { hasNextPage endCursor } }`);
const cut = selections(`{ ${cutKey}: truncated }`);
const header = '{ key code label labelEn total }';
const matrix = selections(`{ rows ${header} columns ${header} cells { row column count } grandTotal }`);
const { variableDefinitions: cursorDefinitions = [] } = operationIn(`query ($${cursorVariable}: String) { list }`);
const [withCursor] = selections(`query ($${cursorVariable}: String) { list(after: $${cursorVariable}) }`);
const { arguments: cursorArgument = [] } = withCursor as FieldNode;
