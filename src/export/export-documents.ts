/** The documents that an export executes: the posted operation along the path, with what only an export needs beside it. */
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  separateOperations,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { between } from '../graph/path.js';
import { codeProperty, fieldsOf, findNode } from '../model/model.js';
import type { Selected } from './columns.js';
import type { ExportedOperation } from './exported-operation.js';

// Keys and a variable that no client is likely to use.
/** The response key of the page's `pageInfo`. */
export const pageKey = 'pageOfExport';
/** The response key of the number of rows. */
export const totalKey = 'totalOfExport';
/** The response key that tells whether the service shows only a part. */
export const cutKey = 'cutOfExport';
/** The response key of the lines that say what a row says. */
export const sourcesKey = 'sourcesOfExport';
/** The response key of the ways by which a row follows from others. */
export const viaKey = 'viaOfExport';
/** The response key of what the documents say of the list. */
export const coverageKey = 'coverageOfExport';
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

/** What a table has beside what was posted: selections of the list itself. */
type Beside = readonly SelectionNode[];

/** The first page of a connection with at most `size` rows, and how many there are. */
export const firstPage = (read: ExportedOperation, size: number, beside: Beside = []): string =>
  documentOf(read, {
    depth: last(read),
    selections: (own) => [...own, ...total, ...page, ...beside],
    given: sizeArgument(size),
  });

/** The page of a connection behind the cursor in the variable `cursorVariable`. */
export const nextPage = (read: ExportedOperation, size: number, beside: Beside = []): string =>
  documentOf(read, {
    depth: last(read),
    selections: (own) => [...own, ...page, ...beside],
    given: [...sizeArgument(size), ...cursorArgument],
    variables: cursorDefinitions,
  });

/** Just what was posted, along the path. */
export const asPosted = (read: ExportedOperation, beside: Beside = []): string =>
  documentOf(read, { depth: last(read), selections: (own) => [...own, ...beside] });

/**
 * A list, and of the object that has it, where that object can tell: under `cutKey` whether more was cut from it, and for
 * people what the documents say of it.
 */
export function listDocument(read: ExportedOperation, beside: Beside, isReadable: boolean): string {
  const depth = last(read) - 1;
  const owner = getNamedType(read.steps[depth]?.type);
  if (!isObjectType(owner)) return asPosted(read, beside);
  const told = [...(owner.getFields().truncated ? cut : []), ...(isReadable ? coverageBeside(owner) : [])];
  return documentOf(
    read,
    { depth, selections: (own) => [...own, ...told] },
    { depth: last(read), selections: (own) => [...own, ...beside] },
  );
}

/** The field of a list that has its rows, by its key in the answer. */
export type RowsField = Readonly<Record<'key' | 'name', string>>;

/** The sources of the rows of a list, under `rows` where the rows are a field of it; nothing where rows have none, or show them. */
export function sourcesBeside(type: GraphQLOutputType, rows: RowsField | null): Beside {
  const named = getNamedType(type);
  const hasSources = (isObjectType(named) || isInterfaceType(named)) && named.getFields().sources !== undefined;
  if (!hasSources) return [];
  const own = selectionsIn(`{ ${rowSources} }`);
  return rows ? inRows(rows, own) : own;
}

/** Selects of the edges of a list by way of what they follow from others; nothing where documents state them. */
export function viaOf({ owner, name }: Pick<Selected, 'owner' | 'name'>): Beside {
  const node = findNode(owner);
  const field = node && fieldsOf(node)[name];
  const passed = field?.kind === 'relationship' ? between(field) : [];
  if (passed.length === 0) return [];
  // The codes of several types can differ in type, so that they cannot share a key.
  const things = passed.map((thing, index) => {
    const code = codeProperty(thing);
    return `... on ${thing.name} { name nameEn ${code ? `code${index}: ${code}` : ''} }`;
  });
  return selectionsIn(`{ ${viaKey}: via { nodes { ${things.join(' ')} } } }`);
}

const named = (value: string): NameNode => ({ kind: Kind.NAME, value });

/** What is selected of the rows of a list beside the list's own selections of them. */
export const inRows = ({ key, name }: RowsField, selections: Beside): readonly [FieldNode] => [
  {
    kind: Kind.FIELD,
    alias: named(key),
    name: named(name),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  },
];

/** What the service says of how far the documents cover a list, where its schema has that. */
export function coverageBeside(type: GraphQLOutputType): Beside {
  const named = getNamedType(type);
  const coverage = isObjectType(named) ? getNamedType(named.getFields().coverage?.type) : undefined;
  if (!isObjectType(coverage)) return [];
  const parts = ['state', 'note', 'noteEn'].filter((name) =>
    isLeafType(getNamedType(coverage.getFields()[name]?.type)),
  );
  if (parts.length === 0) return [];
  return selectionsIn(`{ ${coverageKey}: coverage { ${parts.join(' ')} municipalities { municipality } } }`);
}

/** A cross table with all that its matrix is made of, whatever was selected of it. */
export const crossTabDocument = (read: ExportedOperation, beside: Beside): string =>
  documentOf(read, { depth: last(read), selections: () => [...matrix, ...cut, ...beside] });

/** The text of the operation with changes, each at another depth, and the fragments and variables that it needs. */
function documentOf({ environment, operation: posted }: ExportedOperation, ...changes: readonly Change[]): string {
  let current = -1;
  const operation: OperationDefinitionNode = visit(posted, {
    Field: {
      enter: () => void current++,
      leave: (field) => {
        const change = changes.find(({ depth }) => depth === current);
        current--;
        return change && changed(field, change);
      },
    },
  });
  const variables = changes.flatMap((change) => change.variables ?? []);
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

function changed(field: FieldNode, { selections = (own) => own, given = [] }: Change): FieldNode {
  const replaced = new Set(given.map(({ name }) => name.value));
  return {
    ...field,
    arguments: [...(field.arguments ?? []).filter(({ name }) => !replaced.has(name.value)), ...given],
    selectionSet: { kind: Kind.SELECTION_SET, selections: selections(field.selectionSet?.selections ?? []) },
  };
}

const operationIn = (text: string) => parse(text, { noLocation: true }).definitions[0] as OperationDefinitionNode;
const selectionsIn = (text: string) => operationIn(text).selectionSet.selections;
const argumentsIn = (text: string) => (selectionsIn(text)[0] as FieldNode).arguments ?? [];
const total = selectionsIn(`{ ${totalKey}: totalCount }`);
const page = selectionsIn(`{ ${pageKey}: pageInfo { hasNextPage endCursor } }`);
const rowSources = `${sourcesKey}: sources { firstLine lastLine cells stage document { id name nameEn } }`;
const cut = selectionsIn(`{ ${cutKey}: truncated }`);
const header = '{ key code label labelEn total emptyState noneState }';
const matrix = selectionsIn(`{ rows ${header} columns ${header} cells { row column count } grandTotal }`);
const { variableDefinitions: cursorDefinitions = [] } = operationIn(`query ($${cursorVariable}: String) { list }`);
const cursorArgument = argumentsIn(`query ($${cursorVariable}: String) { list(after: $${cursorVariable}) }`);
const sizeArgument = (size: number) => argumentsIn(`{ list(first: ${size}) }`);
