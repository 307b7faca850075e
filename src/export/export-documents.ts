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

// Keys and a variable that no client is likely to use.
/** The response key of the page's `pageInfo`. */
export const pageKey = 'pageOfExport';
/** The response key of the number of rows. */
export const totalKey = 'totalOfExport';
/** The response key that tells whether the service shows only a part. */
export const cutKey = 'cutOfExport';
/** The variable with the cursor of the page before. */
export const cursorVariable = 'cursorOfExport';

/** What an export changes of a field on the path. */
interface Change {
  /** The field's index in the path. */
  readonly depth: number;
  readonly selections?: (own: readonly SelectionNode[]) => readonly SelectionNode[];
  /** They replace those of the same name. */
  readonly given?: readonly ArgumentNode[];
  readonly variables?: readonly VariableDefinitionNode[];
}

const last = ({ path }: ExportedOperation) => path.length - 1;

/** The first page of a connection with at most `size` rows, and how many there are. */
export const firstPage = (read: ExportedOperation, size: number): string =>
  documentOf(read, {
    depth: last(read),
    selections: (own) => [...own, ...total, ...page],
    given: sizeArgument(size),
  });

/** The page of a connection behind the cursor in the variable `cursorVariable`. */
export const nextPage = (read: ExportedOperation, size: number): string =>
  documentOf(read, {
    depth: last(read),
    selections: (own) => [...own, ...page],
    given: [...sizeArgument(size), ...cursorArgument],
    variables: cursorDefinitions,
  });

/** Just what was posted, along the path. */
export const asPosted = (read: ExportedOperation): string => documentOf(read, { depth: last(read) });

/** A list, and under `cutKey` of the object that has it whether more was cut from it, where that object can tell. */
export function listDocument(read: ExportedOperation): string {
  const depth = last(read) - 1;
  const owner = getNamedType(read.steps[depth]?.type);
  if (!isObjectType(owner) || !owner.getFields().truncated) return asPosted(read);
  return documentOf(read, { depth, selections: (own) => [...own, ...cut] });
}

/** A cross table with all that its matrix is made of, whatever was selected of it. */
export const crossTabDocument = (read: ExportedOperation): string =>
  documentOf(read, { depth: last(read), selections: () => [...matrix, ...cut] });

/** The text of the operation with a change, and the fragments and variables that it needs. */
function documentOf(
  { environment, operation: posted }: ExportedOperation,
  { depth, selections = (own) => own, given = [], variables = [] }: Change,
): string {
  const replaced = new Set(given.map(({ name }) => name.value));
  let current = -1;
  const operation: OperationDefinitionNode = visit(posted, {
    Field: {
      enter: () => void current++,
      leave: (field) =>
        current-- === depth
          ? {
              ...field,
              arguments: [...(field.arguments ?? []).filter(({ name }) => !replaced.has(name.value)), ...given],
              selectionSet: {
                kind: Kind.SELECTION_SET,
                selections: selections(field.selectionSet?.selections ?? []),
              },
            }
          : undefined,
    },
  });
  const [needed] = Object.values(
    separateOperations({ kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(environment.fragments)] }),
  );
  if (!needed) throw new Error('expected an operation');
  const used = new Set<string>();
  visit(needed, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = [
    ...(operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
    ...variables,
  ];
  return print({
    ...needed,
    definitions: needed.definitions.map((each) => (each === operation ? { ...operation, variableDefinitions } : each)),
  });
}

const operationIn = (text: string) => parse(text, { noLocation: true }).definitions[0] as OperationDefinitionNode;
const selectionsIn = (text: string) => operationIn(text).selectionSet.selections;
const argumentsIn = (text: string) => (selectionsIn(text)[0] as FieldNode).arguments ?? [];
const total = selectionsIn(`{ ${totalKey}: totalCount }`);
const page = selectionsIn(`{ ${pageKey}: pageInfo { hasNextPage endCursor } }`);
const cut = selectionsIn(`{ ${cutKey}: truncated }`);
const header = '{ key code label labelEn total }';
const matrix = selectionsIn(`{ rows ${header} columns ${header} cells { row column count } grandTotal }`);
const { variableDefinitions: cursorDefinitions = [] } = operationIn(`query ($${cursorVariable}: String) { list }`);
const cursorArgument = argumentsIn(`query ($${cursorVariable}: String) { list(after: $${cursorVariable}) }`);
const sizeArgument = (size: number) => argumentsIn(`{ list(first: ${size}) }`);
