import {
  type GraphQLSchema,
  type GraphQLType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isWrappingType,
} from 'graphql';
import type { SelectedField } from './selection.js';

/**
 * What an entry of the schema costs: graphql-js resolves each field of it in one piece, without yielding to other requests,
 * so that one reading of the whole schema is to be the most that an operation can hold.
 */
const entryCost = 7;

/** How many entries a list of introspection has: over all types together, and at most in one of them. */
interface Length {
  readonly all: number;
  readonly most: number;
}

interface Lengths {
  readonly lists: Readonly<Record<string, Length>>;
  /** By level of `ofType`: the share of types at this level that wrap another one. */
  readonly wrapping: readonly number[];
}

const known = new WeakMap<GraphQLSchema, Lengths>();

/** What `__schema` or `__type` costs with all that is selected below it. */
export function introspectionCost(schema: GraphQLSchema, root: SelectedField): number {
  const lengths = known.get(schema) ?? lengthsOf(schema);
  known.set(schema, lengths);

  /** `all` says that the parents are all there are of their kind; `level` counts the `ofType` above. */
  const entries = (field: SelectedField, parents: number, all: boolean, level: number): number => {
    const type = typeBelow[field.name];
    if (type === undefined) return 0;
    const list = lengths.lists[field.name];
    const whole = field.name === 'types' || (all && list !== undefined);
    const wrapped = field.name === 'ofType' ? (lengths.wrapping[level] ?? 0) : 1;
    const count = !list ? parents * wrapped : whole ? list.all : parents * list.most;
    const levelBelow = field.name === 'ofType' ? level + 1 : 0;
    return field.below.of(type).reduce((sum, each) => sum + entries(each, count, whole, levelBelow), count);
  };
  return Math.ceil(entryCost * entries(root, 1, false, 0));
}

/** The types of the fields that hold more than a value. */
const typeBelow: Readonly<Record<string, string>> = {
  __schema: '__Schema',
  __type: '__Type',
  types: '__Type',
  queryType: '__Type',
  mutationType: '__Type',
  subscriptionType: '__Type',
  directives: '__Directive',
  fields: '__Field',
  inputFields: '__InputValue',
  args: '__InputValue',
  enumValues: '__EnumValue',
  interfaces: '__Type',
  possibleTypes: '__Type',
  type: '__Type',
  ofType: '__Type',
};

function lengthsOf(schema: GraphQLSchema): Lengths {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const lengths = new Map([
    ['types', [types.length]],
    ['directives', [directives.length]],
  ]);
  const references: GraphQLType[] = [];
  const note = (name: string, { length }: readonly unknown[]) =>
    lengths.set(name, [...(lengths.get(name) ?? []), length]);
  const noteArguments = (given: readonly { readonly type: GraphQLType }[]) => {
    note('args', given);
    references.push(...given.map(({ type }) => type));
  };
  for (const type of types) {
    if (isEnumType(type)) note('enumValues', type.getValues());
    if (isAbstractType(type)) note('possibleTypes', schema.getPossibleTypes(type));
    if (!('getFields' in type)) continue;
    const fields = Object.values(type.getFields());
    note(isInputObjectType(type) ? 'inputFields' : 'fields', fields);
    references.push(...fields.map((field) => field.type));
    if (isInputObjectType(type)) continue;
    note('interfaces', type.getInterfaces());
    for (const { args } of Object.values(type.getFields())) noteArguments(args);
  }
  for (const { args } of directives) noteArguments(args);
  const lists = [...lengths].map(([name, each]): readonly [string, Length] => [
    name,
    { all: each.reduce((sum, length) => sum + length, 0), most: Math.max(...each) },
  ]);
  return { lists: Object.fromEntries(lists), wrapping: sharesOf(references) };
}

/** Of these types the share that wrap another, of those within the share that wrap another, and so on. */
function sharesOf(types: readonly GraphQLType[]): readonly number[] {
  const inner = types.flatMap((type) => (isWrappingType(type) ? [type.ofType as GraphQLType] : []));
  return inner.length === 0 ? [] : [inner.length / types.length, ...sharesOf(inner)];
}
