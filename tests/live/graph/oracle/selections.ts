import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../../../../src/api/schema.js';
import { findNode, nodes } from '../../../../src/model/model.js';
import { Inputs } from './inputs.js';
import { anyWay, givenWays, inSomeWay, leaf, orNull, texts } from './leaves.js';
import type { Entry, FieldItem, FragmentItem, Given, Guard, Operation, Selection } from './operation.js';
import { pages } from './pages.js';
import type { Pools } from './pools.js';

type Composite = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** A date and a digest of the whole graph: nothing that the dataset could tell. */
const unknowable = new Set(['Dataset.revision', 'Dataset.loadedAt']);

/** Operations over the whole schema, read off its types. */
export class Operations {
  private readonly pools: Pools;
  private readonly inputs: Inputs;
  private readonly known = new Map<string, Arbitrary<Selection>>();

  constructor(pools: Pools) {
    this.pools = pools;
    this.inputs = new Inputs(pools);
  }

  /** Any operation, with relationships up to so many levels deep. */
  any(depth: number): Arbitrary<Operation> {
    const query = schema().getQueryType();
    if (!query) throw new Error('expected a query type in the schema');
    const fields = Object.values(query.getFields()).map((field) => ({
      weight: field.name.startsWith('dataset') ? 1 : field.name.startsWith('node') ? 10 : 3,
      arbitrary: field.name.startsWith('node') ? this.byId(field, depth) : this.field(query, field, depth),
    }));
    return fc.array(fc.oneof(...fields), { minLength: 1, maxLength: 2 }).map((chosen) => ({ fields: chosen }));
  }

  /** `node` or `nodes`, asked for ids of one type with a selection that fits it, among others. */
  private byId(field: Field, depth: number): Arbitrary<FieldItem> {
    const stage = this.stage(field.args);
    const choices = nodes.flatMap(({ name }) => {
      const ids = this.pools.of(name, 'id');
      if (ids.length === 0) return [];
      const id = leaf(texts(ids));
      const many = fc
        .array(inSomeWay(id, givenWays), { maxLength: 6 })
        .map((items): Given => ({ kind: 'list', items, bare: false, way: 'literal' }));
      const given = inSomeWay(field.name === 'node' ? id : many, givenWays).map(
        (value): Entry => [field.name === 'node' ? 'id' : 'ids', value],
      );
      const fitting = this.fragment(name, depth - 1);
      const below = fc
        .tuple(this.selection('Node', depth - 1), fitting)
        .map(([others, own]): Selection => [own, ...others]);
      const args = fc.tuple(given, stage).map(([entry, more]) => [entry, ...more]);
      return [this.item(field, args, below)];
    });
    return fc.oneof(...choices);
  }

  /** What is selected of a type, with relationships up to so many levels deep. */
  selection(typeName: string, depth: number): Arbitrary<Selection> {
    const key = `${typeName} ${depth}`;
    const known = this.known.get(key);
    if (known) return known;
    const type = schema().getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`expected an object type, but got: ${typeName}`);
    const fields = this.fields(type, depth);
    const plain = fc.array(fc.oneof(...fields), { minLength: 1, maxLength: 3 });
    this.known.set(key, plain);
    const fragments = this.conditions(type).map((on) => this.fragment(on, depth));
    const item = fc.oneof(
      { weight: 6, arbitrary: fc.oneof(...fields) },
      ...(fragments.length > 0 ? [{ weight: isInterfaceType(type) ? 6 : 1, arbitrary: fc.oneof(...fragments) }] : []),
      { weight: 1, arbitrary: this.fragmentOf(null, plain) },
    );
    const made: Arbitrary<Selection> = fc.array(item, { minLength: 1, maxLength: 3 });
    this.known.set(key, made);
    return made;
  }

  /** Types that a fragment within a type may be on. */
  private conditions(type: Composite): readonly string[] {
    if (isInterfaceType(type))
      return [
        type.name,
        'Node',
        ...(type.name === 'Node' ? ['Entity'] : []),
        ...schema()
          .getPossibleTypes(type)
          .map(({ name }) => name),
      ];
    return [type.name, ...type.getInterfaces().map(({ name }) => name)];
  }

  private fragment(on: string, depth: number): Arbitrary<FragmentItem> {
    // A fragment in a fragment in a fragment: chosen anew each time, so it is made when it is asked for.
    return this.fragmentOf(
      on,
      fc.constant(on).chain((name) => this.selection(name, depth)),
    );
  }

  private fragmentOf(on: string | null, below: Arbitrary<Selection>): Arbitrary<FragmentItem> {
    return fc.tuple(below, fc.boolean(), guards).map(([selected, named, guard]) => ({
      kind: 'fragment',
      on,
      named: named && on !== null,
      below: selected,
      guard,
    }));
  }

  private fields(type: Composite, depth: number): readonly Arbitrary<FieldItem>[] {
    const fields = Object.values(type.getFields()).filter(({ name }) => !unknowable.has(`${type.name}.${name}`));
    const typename = { name: '__typename', args: [], type: null };
    return [
      this.item(typename, fc.constant([]), fc.constant(null)),
      ...fields.flatMap((field) => (depth < costOf(type, field) ? [] : [this.field(type, field, depth)])),
    ];
  }

  private field(type: Composite, field: Field, depth: number): Arbitrary<FieldItem> {
    const target = getNamedType(field.type);
    if (!isObjectType(target) && !isInterfaceType(target)) return this.item(field, fc.constant([]), fc.constant(null));
    const left = depth - costOf(type, field);
    const below = fc.constant(target.name).chain((name) => this.selection(name, left));
    return this.item(field, this.arguments(type, field, left), below);
  }

  private item(
    { name }: { readonly name: string },
    args: Arbitrary<readonly Entry[]>,
    below: Arbitrary<Selection | null>,
  ): Arbitrary<FieldItem> {
    return fc.tuple(args, below, fc.boolean(), seldom, guards).map(([given, selected, alias, halved, guard]) => ({
      kind: 'field',
      name,
      arguments: given,
      below: selected,
      alias,
      halved: halved && selected !== null && selected.length > 1,
      guard,
    }));
  }

  private arguments(type: Composite, { args, type: answer }: Field, depth: number): Arbitrary<readonly Entry[]> {
    const names = new Set(args.map(({ name }) => name));
    const target = getNamedType(answer).name.replace(/Connection$/, '');
    const parts: Arbitrary<readonly Entry[]>[] = [this.stage(args)];
    const optional = (name: string, value: Arbitrary<Given>) =>
      parts.push(fc.option(value.map((given): Entry => [name, given])).map((entry) => (entry ? [entry] : [])));
    if (names.has('filter')) optional('filter', this.inputs.filter(target, 2));
    if (names.has('orderBy')) optional('orderBy', this.inputs.orderBy(target));
    if (names.has('first')) parts.push(pages(type.name === 'Query', depth));
    for (const { name, type: argumentType } of args) {
      if (!isNonNullType(argumentType)) continue;
      const key = this.inputs.leaf(argumentType, this.pools.keys(target, name));
      parts.push(inSomeWay(key, givenWays).map((given) => [[name, given] as const]));
    }
    if (names.has('municipality')) {
      const cities = [...this.pools.of('Municipality', 'key'), ...this.pools.of('Municipality', 'id')];
      optional('municipality', orNull(inSomeWay(leaf(texts(cities)), anyWay)));
    }
    return fc.tuple(...parts).map((entries) => entries.flat());
  }

  private stage(args: readonly GraphQLArgument[]): Arbitrary<readonly Entry[]> {
    const stage = args.find(({ name }) => name === 'stage');
    if (!stage) return fc.constant([]);
    const value = orNull(inSomeWay(this.inputs.leaf(stage.type, []), anyWay));
    return fc.option(value, { freq: 2 }).map((given) => (given ? [['stage', given] as const] : []));
  }
}

const seldom = fc.nat(7).map((number) => number === 7);

const guards: Arbitrary<Guard | null> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      directive: fc.constantFrom('include' as const, 'skip' as const),
      condition: inSomeWay(leaf(fc.boolean()), ['literal', 'variable']),
    }),
  },
);

/** A relationship leads a level deeper; what a connection, an edge or a value is made of does not. */
const costOf = ({ name }: Composite, { type }: Field): number => {
  const target = getNamedType(type).name;
  const isNode = findNode(target) !== undefined || target === 'Entity' || target === 'Node';
  if (target.endsWith('Connection')) return 1;
  return isNode && !/(?:Connection|Edge)$/.test(name) ? 1 : 0;
};
