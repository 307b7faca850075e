import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { boundArguments } from './arguments.js';
import { asFilter } from './as-of.js';
import type { Variables } from './binding.js';

/** A field as an operation asks for it: the key of the answer, the field, its arguments (bound to the variables), and what lies below. */
export interface SelectedField {
  /** The response keys that lead to the field, its own included. */
  readonly path: readonly string[];
  readonly responseKey: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly below: Below;
}

/** The selections below a field, still to be merged from every field node that selects it. */
export interface Below {
  /**
   * The selected fields of an object of that type, in the order of the operation. Types behind an interface are given the
   * same `SelectedField` for what is selected of all of them.
   */
  of(type: string): readonly SelectedField[];
}

/** What an operation is executed in. */
export interface Environment {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

const environmentOf = ({ schema, fragments, variableValues: variables }: GraphQLResolveInfo): Environment => ({
  schema,
  fragments,
  variables,
});

/** What is selected below the field that a resolver answers for. */
export const selectionBelow = (info: GraphQLResolveInfo): Below =>
  below(
    environmentOf(info),
    info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    pathOf(info.path),
  );

/** The field that a resolver answers for, with its arguments and what lies below. */
export const selectedBy = (info: GraphQLResolveInfo): SelectedField =>
  selectedField(environmentOf(info), info.parentType, pathOf(info.path), info.fieldNodes);

/** The field at a response path of a selection; entries of a list have the path of the list. */
export function fieldAt(
  selection: Below,
  { prev, key, typename }: GraphQLResolveInfo['path'],
): SelectedField | undefined {
  if (typeof key === 'number') return prev && fieldAt(selection, prev);
  const siblings = prev ? fieldAt(selection, prev)?.below : selection;
  return siblings?.of(typename ?? '').find(({ responseKey }) => responseKey === key);
}

/** The response keys of a path, without the indexes of lists. */
const pathOf = ({ prev, key }: GraphQLResolveInfo['path']): readonly string[] => [
  ...(prev ? pathOf(prev) : []),
  ...(typeof key === 'string' ? [key] : []),
];

/** The root fields of an operation. */
export const rootSelection = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Variables,
): Below => below({ schema, fragments, variables }, [operation.selectionSet], []);

const below = (environment: Environment, sets: readonly SelectionSetNode[], above: readonly string[]): Below => {
  const byType = new Map<string, readonly SelectedField[]>();
  const shared: { readonly fieldNodes: readonly FieldNode[]; readonly field: SelectedField }[] = [];
  const selected = (type: GraphQLObjectType, responseKey: string, fieldNodes: readonly FieldNode[]): SelectedField => {
    const known = shared.find(
      (other) => isSame(other.fieldNodes, fieldNodes) && isInterfaceField(type, other.field.name),
    );
    if (known) return known.field;
    const field = selectedField(environment, type, [...above, responseKey], fieldNodes);
    shared.push({ fieldNodes, field });
    return field;
  };
  return {
    of(typeName) {
      const known = byType.get(typeName);
      if (known) return known;
      const type = environment.schema.getType(typeName);
      if (!isObjectType(type)) throw new Error(`expected the name of an object type, but got: ${typeName}`);
      const collected = new Map<string, FieldNode[]>();
      // One set for all: a fragment that was spread once adds nothing when it is spread again, however deep.
      const visited = new Set<string>();
      const add = (key: string, node: FieldNode) => collected.set(key, [...(collected.get(key) ?? []), node]);
      for (const set of sets) collectFields(environment, type, set.selections, add, visited);
      const fields = [...collected].map(([responseKey, fieldNodes]) => selected(type, responseKey, fieldNodes));
      byType.set(typeName, fields);
      return fields;
    },
  };
};

const isSame = (some: readonly FieldNode[], others: readonly FieldNode[]): boolean =>
  some.length === others.length && some.every((key, index) => key === others[index]);

/** What an interface declares has the same arguments in all its types. */
const isInterfaceField = (type: GraphQLObjectType, name: string): boolean =>
  name === '__typename' || type.getInterfaces().some((declared) => name in declared.getFields());

/**
 * CollectFields of the GraphQL specification (§6.3.2): fragments flattened, @skip and @include obeyed. Each field is handed
 * over with its response key and the type that it is selected of: an object type, or for an abstract type the narrowest
 * that a fragment names, since what is selected of one of several types is collected, too.
 */
export function collectFields(
  environment: Environment,
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  add: (responseKey: string, node: FieldNode, type: GraphQLCompositeType) => void,
  visited = new Set<string>(),
): void {
  for (const selection of selections) {
    if (!included(environment, selection)) continue;
    if (selection.kind === 'Field') {
      add(selection.alias?.value ?? selection.name.value, selection, type);
      continue;
    }
    if (selection.kind === 'FragmentSpread') {
      const { value: name } = selection.name;
      if (visited.has(name)) continue;
      visited.add(name);
    }
    const fragment = selection.kind === 'FragmentSpread' ? environment.fragments[selection.name.value] : selection;
    const within = fragment && typeWithin(environment, type, fragment.typeCondition?.name.value);
    if (within) collectFields(environment, within, fragment.selectionSet.selections, add, visited);
  }
}

function included({ variables }: Environment, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  if (skip?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
}

/** The type of which a fragment with that type condition selects; null where it selects nothing of the type. */
function typeWithin(
  { schema }: Environment,
  type: GraphQLCompositeType,
  condition: string | undefined,
): GraphQLCompositeType | null {
  if (condition === undefined || condition === type.name) return type;
  const narrower = schema.getType(condition);
  if (!isObjectType(type)) return isCompositeType(narrower) ? narrower : type;
  return narrower === type || type.getInterfaces().some(({ name }) => name === condition) ? type : null;
}

function selectedField(
  environment: Environment,
  type: GraphQLObjectType,
  path: readonly string[],
  nodes: readonly FieldNode[],
): SelectedField {
  const responseKey = path.at(-1) ?? '';
  const [first] = nodes;
  if (!first) throw new Error(`expected at least one field node that selects ${responseKey}`);
  const name = first.name.value;
  const definition = type.getFields()[name];
  return {
    path,
    responseKey,
    name,
    arguments: definition ? asFilter(boundArguments(definition, first, environment.variables)) : {},
    below: below(
      environment,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      path,
    ),
  };
}
