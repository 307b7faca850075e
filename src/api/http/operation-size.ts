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

  const ofSelection = (selection: SelectionNode, asked: Set<string>, type: string): OperationSize => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return ofSet(selection.selectionSet, asked, selection.typeCondition?.name.value ?? type);
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
    const size = under(selection, below);
    const key = `${type} ${selection.alias?.value ?? selection.name.value}`;
    const again = asked.has(key);
    asked.add(key);
    return selection.alias || again ? { ...size, aliases: size.aliases + 1 } : size;
  };

  /** `asked` holds the response keys of the same place, by the type that an inline fragment names. */
  const ofSet = ({ selections }: SelectionSetNode, asked: Set<string> = new Set(), type = ''): OperationSize => {
    let { depth, introspectionDepth, aliases, directives } = nothing;
    for (const selection of selections) {
      const size = withDirectives(ofSelection(selection, asked, type), selection);
      depth = Math.max(depth, size.depth);
      introspectionDepth = Math.max(introspectionDepth, size.introspectionDepth);
      aliases += size.aliases;
      directives += size.directives;
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
