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
  readonly depth: Tally;
  /** Levels below `__schema` and `__type`. */
  readonly introspectionDepth: Tally;
  /** Fields with an alias, and fields that are keys for again in the same place. */
  readonly aliases: Tally;
  readonly directives: Tally;
  /** The names of all fields. */
  readonly fields: ReadonlySet<string>;
}

/** What a part of an operation counts. */
type Counts = Omit<OperationSize, 'fields'>;

/** A number, and the way down to where most of it comes from: null where no field has a part in it. */
export interface Tally {
  readonly count: number;
  readonly most: Way | null;
}

/** A field with what it and all below it count, and the one below it that counts most. */
export interface Way extends Tally {
  readonly field: FieldNode;
}

const none: Tally = { count: 0, most: null };
const nothing: Counts = { depth: none, introspectionDepth: none, aliases: none, directives: none };

/** Measures an operation of a document; time grows with its length only. */
export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const fields = new Set<string>();
  const measured = new Map<string, Counts>();

  const ofFragment = (name: string): Counts => {
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

  const ofSelection = (selection: SelectionNode, keys: Set<string>, type: string): Counts => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return withDirectives(ofFragment(selection.name.value), selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const named = selection.typeCondition?.name.value ?? type;
      return withDirectives(ofSet(selection.selectionSet, keys, named), selection);
    }
    fields.add(selection.name.value);
    const key = `${type} ${selection.alias?.value ?? selection.name.value}`;
    const counted = selection.alias !== undefined || keys.has(key);
    keys.add(key);
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
    const own = counted ? { ...below, aliases: more(below.aliases, 1) } : below;
    return under(selection, withDirectives(own, selection));
  };

  /** `keys` holds the response keys of the same place, by the type that an inline fragment names. */
  const ofSet = ({ selections }: SelectionSetNode, keys: Set<string> = new Set(), type = ''): Counts => {
    let { depth, introspectionDepth, aliases, directives } = nothing;
    for (const selection of selections) {
      const size = ofSelection(selection, keys, type);
      depth = deeper(depth, size.depth);
      introspectionDepth = deeper(introspectionDepth, size.introspectionDepth);
      aliases = both(aliases, size.aliases);
      directives = both(directives, size.directives);
    }
    return { depth, introspectionDepth, aliases, directives };
  };

  const size = withDirectives(ofSet(operation.selectionSet), operation);
  const onVariables = (operation.variableDefinitions ?? []).map((definition) => definition.directives?.length ?? 0);
  return { ...size, directives: onVariables.reduce(more, size.directives), fields };
}

const more = ({ count, most }: Tally, added: number): Tally => ({ count: count + added, most });

const deeper = (one: Tally, other: Tally): Tally => (other.count > one.count ? other : one);

const both = (one: Tally, other: Tally): Tally => ({
  count: one.count + other.count,
  most: (other.most?.count ?? 0) > (one.most?.count ?? 0) ? other.most : one.most,
});

const withDirectives = (size: Counts, { directives = [] }: { readonly directives?: readonly unknown[] }) =>
  directives.length > 0 ? { ...size, directives: more(size.directives, directives.length) } : size;

/** A field over what is below it. */
function under(field: FieldNode, below: Counts): Counts {
  const from = ({ count, most }: Tally): Tally => ({ count, most: count > 0 ? { field, count, most } : null });
  const name = field.name.value;
  const introspects = name === '__schema' || name === '__type';
  const levels = from(partOfConnection(field) ? below.depth : more(below.depth, 1));
  return {
    depth: introspects ? from(more(none, 1)) : levels,
    introspectionDepth: introspects ? levels : from(below.introspectionDepth),
    aliases: from(below.aliases),
    directives: from(below.directives),
  };
}

/** The fields `node` and `nodes` of the root have arguments; those of a connection have none. */
const partOfConnection = ({ name, arguments: given = [], selectionSet }: FieldNode) =>
  selectionSet !== undefined && given.length === 0 && ['edges', 'node', 'nodes'].includes(name.value);

/** The way down as far as at least so many are there; the first field of it in any case. */
export function wayTo({ most }: Tally, atLeast: number): readonly Way[] {
  const way: Way[] = [];
  for (let next = most; next && (way.length === 0 || next.count >= atLeast); next = next.most) way.push(next);
  return way;
}
