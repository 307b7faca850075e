import fc, { type Arbitrary } from 'fast-check';
import { type GraphQLArgument, type GraphQLField, getNamedType, isNonNullType } from 'graphql';
import { findNode } from '../../../src/model/model.js';
import { Inputs } from './inputs.js';
import { anyWay, days, givenWays, inSomeWay, leaf, orNull } from './leaves.js';
import type { Entry, Given } from './operation.js';
import { pages } from './pages.js';
import type { Pools } from './pools.js';

type Entries = Arbitrary<readonly Entry[]>;

/** The arguments of fields of every kind. */
export class Arguments {
  private readonly pools: Pools;
  private readonly inputs: Inputs;

  constructor(pools: Pools) {
    this.pools = pools;
    this.inputs = new Inputs(pools);
  }

  /** The arguments of a field below which relationships lead so many levels deeper. */
  of({ args, type }: GraphQLField<unknown, unknown>, atRoot: boolean, depth: number): Entries {
    const has = new Set(args.map(({ name }) => name));
    const target = getNamedType(type).name.replace(/Connection$/, '');
    const facets = args.filter((argument) => getNamedType(argument.type).name.endsWith('Facet'));
    if (facets.length > 0)
      return fc
        .tuple(...facets.map(({ type: facet }) => inSomeWay(this.inputs.leaf(facet, []), givenWays)))
        .map((given) => given.map((value, index): Entry => [facets[index]?.name ?? '', value]));
    const parts: Entries[] = [has.has('stages') ? this.stages(args) : this.stage(args)];
    if (has.has('edge')) parts.push(sometimes(2, 'edge', this.inputs.edge(target)));
    if (has.has('filter')) parts.push(sometimes(5, 'filter', this.inputs.filter(target, 2)));
    if (has.has('asOf')) parts.push(sometimes(5, 'asOf', this.day(target)));
    if (has.has('orderBy')) parts.push(sometimes(5, 'orderBy', this.inputs.orderBy(target)));
    if (has.has('first')) parts.push(pages(atRoot, depth));
    if (has.has('first') && has.has('municipality'))
      parts.push(
        fc.oneof(
          { weight: 2, arbitrary: sometimes(3, 'municipality', this.city()) },
          { weight: 1, arbitrary: sometimes(3, 'municipalities', this.cities()) },
        ),
      );
    const key = args.find((argument) => isNonNullType(argument.type));
    if (key && findNode(target)) parts.push(this.lookUp(target, key, has.has('municipality')));
    return fc.tuple(...parts).map((entries) => entries.flat());
  }

  /** A day on which a thing began or ended, or one beside it. */
  private day(type: string): Arbitrary<Given> {
    return orNull(
      inSomeWay(leaf(days([...this.pools.of(type, 'validFrom'), ...this.pools.of(type, 'validTo')])), anyWay),
    );
  }

  stage(args: readonly GraphQLArgument[]): Entries {
    const stage = args.find(({ name }) => name === 'stage');
    return stage ? sometimes(5, 'stage', orNull(inSomeWay(this.inputs.leaf(stage.type, []), anyWay))) : fc.constant([]);
  }

  /** One stage, or several of which a thing must be in any or in all. */
  private stages(args: readonly GraphQLArgument[]): Entries {
    const stages = fc.uniqueArray(fc.constantFrom('CURRENT', 'DRAFT', 'ADOPTED'), { minLength: 1 }).map(
      (names): Given => ({
        kind: 'list',
        items: names.map((name) => ({ kind: 'leaf', values: [name, name], way: 'literal' })),
        bare: names.length === 1,
        way: 'literal',
      }),
    );
    const match = leaf(fc.constantFrom('ANY', 'ALL'));
    const several = fc
      .tuple(inSomeWay(stages, givenWays), sometimes(6, 'stageMatch', orNull(inSomeWay(match, anyWay))))
      .map(([given, matched]): readonly Entry[] => [['stages', given], ...matched]);
    return fc.oneof({ weight: 4, arbitrary: this.stage(args) }, { weight: 1, arbitrary: several });
  }

  /** A city that is loaded, spelled as it is: another one is an error, which the odd inputs try. */
  private city(): Arbitrary<Given> {
    const cities = [...this.pools.of('Municipality', 'key'), ...this.pools.of('Municipality', 'id')];
    return orNull(inSomeWay(leaf(fc.constantFrom(...cities.map(String))), anyWay));
  }

  /** Several of them, one of them twice now and then. */
  private cities(): Arbitrary<Given> {
    const keys = this.pools.of('Municipality', 'key').map(String);
    const several = fc.array(leaf(fc.constantFrom(...keys)), { minLength: 1, maxLength: 4 });
    return orNull(
      inSomeWay(
        several.map((items) => ({ kind: 'list', items, bare: items.length === 1, way: 'literal' })),
        anyWay,
      ),
    );
  }

  /** The natural key of a thing and, where that is not enough, its municipality; now and then any key of any city. */
  private lookUp(type: string, { name, type: keyType }: GraphQLArgument, ofCity: boolean): Entries {
    const keys = inSomeWay(this.inputs.key(keyType, this.pools.keys(type, name)), givenWays);
    const key = keys.map((given): Entry => [name, given]);
    const any = fc.tuple(key, ofCity ? sometimes(7, 'municipality', this.city()) : fc.constant([]));
    const loose = any.map(([entry, city]) => [entry, ...city]);
    const things = this.pools.named(type, name);
    if (!ofCity || things.length === 0) return loose;
    const pair = fc.constantFrom(...things);
    const entry =
      (argument: string, pick: (thing: (typeof things)[number]) => string | number) =>
      ([one, other]: readonly [(typeof things)[number], (typeof things)[number]]) =>
        inSomeWay(
          fc.constant({ kind: 'leaf', values: [pick(one), pick(other)], way: 'literal' } as const),
          givenWays,
        ).map((given): Entry => [argument, given]);
    const exact = fc
      .tuple(pair, pair)
      .chain((both) =>
        fc.tuple(entry(name, (thing) => thing.key)(both), entry('municipality', (thing) => thing.municipality)(both)),
      );
    return fc.oneof({ weight: 6, arbitrary: exact }, { weight: 1, arbitrary: loose });
  }
}

/** An argument that is given so many times out of ten. */
const sometimes = (often: number, name: string, value: Arbitrary<Given>): Entries =>
  fc.oneof(
    { weight: 10 - often, arbitrary: fc.constant([]) },
    { weight: often, arbitrary: value.map((given): readonly Entry[] => [[name, given]]) },
  );
