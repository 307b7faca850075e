import {
  GraphQLBoolean,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../../../src/api/schema.js';
import type { Entry, FieldItem, Given, Guard, Operation, Selection } from './operation.js';

/** An operation as text, with the variables of the first and of the second request. */
export interface Printed {
  readonly text: string;
  readonly variables: readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  /** The keys under which a list answers with cursors, by the field that wants one. Only when asking for them. */
  readonly cursorKeys: ReadonlyMap<FieldItem, string>;
}

/** Writes the operation with the cursors that its lists have returned, one for each request. */
export const print = (
  operation: Operation,
  cursors: ReadonlyMap<FieldItem, readonly string[]>,
  literals: 0 | 1 = 0,
): Printed => new Printer(cursors, literals).print(operation);

/** Writes the operation without pages where a cursor is wanted, and with the cursors of those lists selected instead. */
export const printProbe = (operation: Operation): Printed => new Printer(null, 0).print(operation);

/** True where an operation wants a cursor anywhere. */
const wantsCursor = ({ arguments: args }: FieldItem): boolean => args.some(([, { kind }]) => kind === 'cursor');

/** The response keys in use at one place of the answer, so that no two fields want the same with different content. */
interface Keys {
  readonly signatures: Map<string, string>;
  readonly below: Map<string, Keys>;
}

const noKeys = (): Keys => ({ signatures: new Map(), below: new Map() });

type ParentType = GraphQLOutputType & { readonly name: string };

const paging = new Set(['first', 'after', 'last', 'before']);

class Printer {
  private readonly cursors: ReadonlyMap<FieldItem, readonly string[]> | null;
  private readonly literals: 0 | 1;
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];
  private readonly first: Record<string, unknown> = {};
  private readonly second: Record<string, unknown> = {};
  private readonly cursorKeys = new Map<FieldItem, string>();
  private count = 0;

  constructor(cursors: ReadonlyMap<FieldItem, readonly string[]> | null, literals: 0 | 1) {
    this.cursors = cursors;
    this.literals = literals;
  }

  print({ fields }: Operation): Printed {
    const body = this.selection(fields, schema().getQueryType() as GraphQLObjectType, noKeys());
    const definitions = this.definitions.length > 0 ? `(${this.definitions.join(', ')}) ` : '';
    const text = [`query ${definitions}${body}`, ...this.fragments].join('\n');
    return { text, variables: [this.first, this.second], cursorKeys: this.cursorKeys };
  }

  private selection(items: Selection, parent: ParentType, keys: Keys): string {
    const parts = items.flatMap((item) => {
      if (item.kind === 'field') return this.field(item, parent, keys);
      const on = item.on === null ? '' : ` on ${item.on}`;
      const type = (item.on === null ? parent : schema().getType(item.on)) as ParentType;
      const guard = this.guard(item.guard);
      const body = this.selection(item.below, type, keys);
      if (!item.named) return `...${on}${guard} ${body}`;
      const name = `f${this.count++}`;
      this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
      return `...${name}${guard}`;
    });
    return `{ ${parts.join(' ') || '__typename'} }`;
  }

  private field(item: FieldItem, parent: ParentType, keys: Keys): string {
    const guard = this.guard(item.guard);
    if (item.name === '__typename') return `__typename${guard}`;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[item.name] : undefined;
    if (!definition) throw new Error(`expected a field of ${parent.name}, but got: ${item.name}`);
    const probed = this.cursors === null && wantsCursor(item);
    const args = item.arguments.flatMap(([name, value]) => {
      if (probed && paging.has(name)) return [];
      const type = definition.args.find((argument) => argument.name === name)?.type;
      if (!type) throw new Error(`expected an argument of ${item.name}, but got: ${name}`);
      const written = this.value(value, type, item);
      return written === null ? [] : [`${name}: ${written}`];
    });
    const call = `${item.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    const signature = `${call} ${definition.type}`;
    const taken = keys.signatures.get(item.name);
    const aliased = item.alias || (taken !== undefined && taken !== signature);
    const key = aliased ? `a${this.count++}` : item.name;
    keys.signatures.set(key, signature);
    const head = `${aliased ? `${key}: ` : ''}${call}${guard}`;
    if (!item.below) return head;
    const inner = keys.below.get(key) ?? noKeys();
    keys.below.set(key, inner);
    const type = getNamedType(definition.type) as ParentType;
    const probe = probed ? this.probe(item) : '';
    const write = (part: Selection) => `${head} ${this.selection(part, type, inner).replace(/ \}$/, `${probe} }`)}`;
    const half = Math.ceil(item.below.length / 2);
    return item.halved ? `${write(item.below.slice(0, half))} ${write(item.below.slice(half))}` : write(item.below);
  }

  private probe(item: FieldItem): string {
    const key = `a${this.count++}`;
    this.cursorKeys.set(item, key);
    return ` ${key}: edges { cursor }`;
  }

  private guard(guard: Guard | null): string {
    if (!guard) return '';
    const condition = this.value(guard.condition, new GraphQLNonNull(GraphQLBoolean), null);
    return ` @${guard.directive}(if: ${condition})`;
  }

  /** A value as text; null where it is left out. */
  private value(given: Given, type: GraphQLInputType, owner: FieldItem | null): string | null {
    if (given.kind === 'cursor') {
      const known = owner ? this.cursors?.get(owner) : undefined;
      if (!known || known.length === 0) return null;
      const [one, other] = [known[given.pick % known.length], known[(given.pick + 1) % known.length]] as [
        string,
        string,
      ];
      return given.way === 'variable' ? this.variable(type, one, other) : JSON.stringify([one, other][this.literals]);
    }
    if (given.way === 'variable') return this.variable(type, json(given, type, 0), json(given, type, 1));
    if (given.way === 'absent' && !isNonNullType(type)) return this.variable(type);
    if (given.way === 'default' && !isNonNullType(type)) {
      const name = this.variable(type, undefined, json(given, type, 1));
      this.definitions[this.definitions.length - 1] += ` = ${this.literal(given, type, false)}`;
      return name;
    }
    return this.literal(given, type, true);
  }

  /** A literal; with variables inside where that is allowed. */
  private literal(given: Given, type: GraphQLInputType, mixed: boolean): string {
    const nullable = getNullableType(type);
    const inner = (value: Given, of: GraphQLInputType) =>
      mixed ? this.value(value, of, null) : this.literal(value, of, false);
    if (given.kind === 'leaf') {
      const value = given.values[mixed ? this.literals : 0];
      return isEnumType(nullable) ? String(value) : JSON.stringify(value);
    }
    if (given.kind === 'list') {
      const of = isListType(nullable) ? (nullable.ofType as GraphQLInputType) : type;
      const items = given.items.map((item) => inner(item, of));
      const [only] = given.items;
      // A variable must have the type of its place: an item's variable cannot stand for the list.
      const bare = given.bare && items.length === 1 && !String(items[0]).startsWith('$') && only?.kind !== 'null';
      return bare ? String(items[0]) : `[${items.join(', ')}]`;
    }
    if (given.kind === 'object' && isInputObjectType(nullable)) {
      const fields = nullable.getFields();
      const entries = given.entries.map(([name, value]) => {
        const field = fields[name];
        if (!field) throw new Error(`expected a field of ${nullable.name}, but got: ${name}`);
        return `${name}: ${inner(value, field.type)}`;
      });
      return `{${entries.join(', ')}}`;
    }
    return 'null';
  }

  /** A new variable; without values where it is not given. */
  private variable(type: GraphQLInputType, one?: unknown, other?: unknown): string {
    const name = `v${this.count++}`;
    this.definitions.push(`$${name}: ${type}`);
    if (one !== undefined) this.first[name] = one;
    if (other !== undefined) this.second[name] = other;
    return `$${name}`;
  }
}

/** A value as the variables of a request bring it. */
function json(given: Given, type: GraphQLInputType, request: 0 | 1): unknown {
  const nullable = getNullableType(type);
  if (given.kind === 'leaf') return given.values[request];
  if (given.kind === 'list') {
    const of = nullable instanceof GraphQLList ? (nullable.ofType as GraphQLInputType) : type;
    const items = given.items.map((item) => json(item, of, request));
    return given.bare && items.length === 1 && items[0] !== null ? items[0] : items;
  }
  if (given.kind === 'object' && isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return Object.fromEntries(
      given.entries.map(([name, value]: Entry) => [name, json(value, fields[name]?.type ?? type, request)]),
    );
  }
  return null;
}
