import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation asks for, counted with everything that its fragments bring in, as often as they do. */
export interface OperationSize {
  /** Levels of fields. The edges, node and nodes of a connection count as one level with it. */
  readonly depth: number;
  /** Levels below `__schema` and `__type`. */
  readonly introspectionDepth: number;
  /** Fields with an alias, and fields that are asked for again in the same place. */
  readonly aliases: number;
  readonly directives: number;
}

const nothing: OperationSize = { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0 };

/** Measures an operation of a document; time grows with its length only. */
export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, OperationSize>();

  const ofFragment = (name: string): OperationSize => {
    const known = measured.get(name);
    if (known) return known;
    const definition = fragments.get(name);
    if (!definition) return nothing;
    // A fragment that contains itself is refused by another rule; here it must only come to an end.
    measured.set(name, nothing);
    const size = withDirectives(ofSet(definition.selectionSet), definition);
    measured.set(name, size);
    return size;
  };

  const ofSelection = (selection: SelectionNode): OperationSize => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return withDirectives(ofFragment(selection.name.value), selection);
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
    if (selection.kind === Kind.INLINE_FRAGMENT) return withDirectives(below, selection);
    return withDirectives(under(selection, below), selection);
  };

  const ofSet = ({ selections }: SelectionSetNode): OperationSize => {
    let { depth, introspectionDepth, aliases, directives } = nothing;
    const asked = new Set<string>();
    for (const selection of selections) {
      const size = ofSelection(selection);
      depth = Math.max(depth, size.depth);
      introspectionDepth = Math.max(introspectionDepth, size.introspectionDepth);
      aliases += size.aliases;
      directives += size.directives;
      if (selection.kind !== Kind.FIELD) continue;
      const key = selection.alias?.value ?? selection.name.value;
      if (selection.alias || asked.has(key)) aliases++;
      asked.add(key);
    }
    return { depth, introspectionDepth, aliases, directives };
  };

  const size = withDirectives(ofSet(operation.selectionSet), operation);
  const onVariables = (operation.variableDefinitions ?? []).map((definition) => definition.directives?.length ?? 0);
  return { ...size, directives: onVariables.reduce((sum, count) => sum + count, size.directives) };
}

const withDirectives = (size: OperationSize, { directives = [] }: { readonly directives?: readonly unknown[] }) =>
  directives.length > 0 ? { ...size, directives: size.directives + directives.length } : size;

/** A field over what is below it. */
function under(field: FieldNode, below: OperationSize): OperationSize {
  const name = field.name.value;
  if (name === '__schema' || name === '__type') return { ...below, depth: 1, introspectionDepth: 1 + below.depth };
  return partOfConnection(field) ? below : { ...below, depth: 1 + below.depth };
}

/** The fields `node` and `nodes` of the root have arguments; those of a connection have none. */
const partOfConnection = ({ name, arguments: given = [], selectionSet }: FieldNode) =>
  selectionSet !== undefined && given.length === 0 && ['edges', 'node', 'nodes'].includes(name.value);
