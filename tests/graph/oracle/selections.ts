import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { schema } from '../../../src/api/schema.js';
import { findNode, nodes } from '../../../src/model/model.js';
import { isFreeOfStages } from '../../../src/model/stage-id.js';
import { Arguments } from './arguments.js';
import { givenWays, inSomeWay, leaf, names } from './leaves.js';
import type { Entry, FieldItem, FragmentItem, Given, Guard, Operation, Selection } from './operation.js';
import type { Pools } from './pools.js';

type Composite = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** The root fields that read the graph as it is; the analyses have tests of their own. */
export const modelFields: ReadonlySet<string> = new Set([
  'node',
  'nodes',
  'dataset',
  'datasets',
  ...nodes.flatMap(({ name, plural, listed, lookup }) => [
    ...(listed ? [plural] : []),
    ...(lookup ? [`${name.charAt(0).toLowerCase()}${name.slice(1)}`] : []),
  ]),
]);

/** A date and a digest of the whole graph: nothing that the dataset could tell; the analyses have tests of their own. */
const unknowable = new Set([
  'Dataset.revision',
  'Dataset.loadedAt',
  'Department.collaborators',
  'Department.collaboratorCount',
  'Department.collaboratorCoverage',
  'Facet.emptyState',
  'Facet.noneState',
  'Indicator.progress',
  ...['citedBy', 'lines', 'textIncluded', 'textNote', 'textNoteEn'].map((field) => `SourceDocument.${field}`),
  ...['textNote', 'textNoteEn'].map((field) => `Vision.${field}`),
]);

/** Operations over the whole schema, read off its types. */
export class Operations {
  private readonly pools: Pools;
  private readonly arguments: Arguments;
  private readonly known = new Map<string, Arbitrary<Selection>>();

  constructor(pools: Pools) {
    this.pools = pools;
    this.arguments = new Arguments(pools);
  }

  /** Any operation: mostly small, so that many are tried and one that fails is easily read. */
  any(): Arbitrary<Operation> {
    return fc.oneof(
      { weight: 3, arbitrary: this.ofDepth(1) },
      { weight: 4, arbitrary: this.ofDepth(2) },
      { weight: 2, arbitrary: this.ofDepth(3) },
    );
  }

  private ofDepth(depth: number): Arbitrary<Operation> {
    const query = schema().getQueryType();
    if (!query) throw new Error('expected a query type in the schema');
    const fields = Object.values(query.getFields())
      .filter(({ name }) => modelFields.has(name))
      .map((field) => ({
        weight: field.name.startsWith('dataset') ? 1 : field.name.startsWith('node') ? 10 : 3,
        arbitrary: field.name.startsWith('node') ? this.byId(field, depth) : this.field(query, field, depth),
      }));
    return fc.array(fc.oneof(...fields), { minLength: 1, maxLength: 2 }).map((chosen) => ({ fields: chosen }));
  }

  /** `node` or `nodes`, asked for ids of one type with a selection that fits it, among others. */
  private byId(field: Field, depth: number): Arbitrary<FieldItem> {
    const choices = nodes.flatMap(({ name }) => {
      const ids = this.pools.of(name, 'id').filter((id) => isFreeOfStages(String(id)));
      if (ids.length === 0) return [];
      // Their stage decides how they are read, so that it is the same in both requests.
      const given = fc.constantFrom('', '', '@CURRENT', '@DRAFT', '@ADOPTED').chain((stage) => {
        const id = leaf(names(ids).map((value) => `${value}${stage}`));
        const many = fc
          .array(inSomeWay(id, givenWays), { maxLength: 6 })
          .map((items): Given => ({ kind: 'list', items, bare: false, way: 'literal' }));
        return inSomeWay(field.name === 'node' ? id : many, givenWays).map(
          (value): Entry => [field.name === 'node' ? 'id' : 'ids', value],
        );
      });
      const fitting = this.fragment(name, depth - 1);
      const below = fc
        .tuple(this.selection('Node', depth - 1), fitting)
        .map(([others, own]): Selection => [own, ...others]);
      return [
        this.item(
          field,
          given.map((entry) => [entry]),
          below,
        ),
      ];
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
    return [type.name, type.name, type.name, ...type.getInterfaces().map(({ name }) => name)];
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
    const fields = Object.values(type.getFields()).filter(
      ({ name }) => name !== 'coverage' && !unknowable.has(`${type.name}.${name}`),
    );
    const typename = { name: '__typename', args: [], type: null };
    return [
      this.item(typename, fc.constant([]), fc.constant(null)),
      ...fields.flatMap((field) => {
        if (depth < costOf(type, field)) return [];
        const made = this.field(type, field, depth);
        return /Connection$/.test(type.name) && /^(?:nodes|edges)$/.test(field.name) ? [made, made, made] : [made];
      }),
    ];
  }

  private field(type: Composite, field: Field, depth: number): Arbitrary<FieldItem> {
    const target = getNamedType(field.type);
    if (!isObjectType(target) && !isInterfaceType(target)) return this.item(field, fc.constant([]), fc.constant(null));
    const left = depth - costOf(type, field);
    const below = fc.constant(target.name).chain((name) => this.selection(name, left));
    return this.item(field, this.arguments.of(field, type.name === 'Query', left), below);
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
