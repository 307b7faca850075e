import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { schema } from '../../../src/api/schema.js';
import { anyEntity, findNode } from '../../../src/model/model.js';
import { anyWay, days, givenWays, inSomeWay, leaf, names, numbers, orNull, texts } from './leaves.js';
import type { Entry, Given, Plain } from './operation.js';
import type { Pools } from './pools.js';
import { years } from './years.js';

/** What a condition is about: a property of a type, and the part of it where it is a value such as Quantity. */
export interface Subject {
  /** The name of a node type. */
  readonly type: string;
  readonly property: string | null;
  readonly part: string | null;
}

/** A filter or an order that exercises one place of the schema's inputs. */
export interface Condition {
  /** The fields of input types that lead there, as "StringFilter.contains". */
  readonly path: readonly string[];
  readonly value: Arbitrary<Given>;
}

const objectOf = (entry: Entry): Given => ({ kind: 'object', entries: [entry], way: 'literal' });

const inputType = (name: string): GraphQLInputObjectType => {
  const type = schema().getType(name);
  if (!isInputObjectType(type)) throw new Error(`expected the name of an input type, but got: ${name}`);
  return type;
};

/** What the filters on links are about: a link, or one of those from which it follows. */
const linkFilters: Readonly<Record<string, string>> = { EdgeFilter: 'edge', DerivationLinkFilter: 'way' };

const typeNamed = (name: string) => (name === anyEntity.name ? anyEntity : findNode(name));

/** Filters and orders of every kind, read off the schema's input types. */
export class Inputs {
  private readonly pools: Pools;
  private readonly known = new Map<string, Arbitrary<Given>>();

  constructor(pools: Pools) {
    this.pools = pools;
  }

  /** A filter of nodes of a type, with conditions on related nodes so many levels deep. */
  filter(type: string, depth: number): Arbitrary<Given> {
    return orNull(this.value(inputType(`${type}Filter`), { type, property: null, part: null }, depth));
  }

  /** Conditions on the links that lead to nodes of a type. */
  edge(type: string): Arbitrary<Given> {
    return orNull(this.value(inputType('EdgeFilter'), { type, property: 'edge', part: null }, 1));
  }

  /** An order of nodes of a type: up to three keys. */
  orderBy(type: string): Arbitrary<Given> {
    const keys = fc.array(this.orderKey(inputType(`${type}Order`), 2), { maxLength: 3 });
    return orNull(
      inSomeWay(
        keys.map((items) => ({ kind: 'list', items, bare: items.length === 1, way: 'literal' })),
        anyWay,
      ),
    );
  }

  /** One filter for every condition that can be put on a type: for every field, and for every operator on it. */
  conditions(type: string): readonly Condition[] {
    return this.expand(inputType(`${type}Filter`), { type, property: null, part: null }, []);
  }

  /** One order for every field that can be sorted by, with all that it may lead to; one for every part of a value. */
  orders(type: string): readonly Condition[] {
    const orderOf = (input: GraphQLInputObjectType, path: readonly string[]): readonly Condition[] =>
      Object.values(input.getFields()).flatMap(({ name, type: fieldType }) => {
        const steps = [...path, `${input.name}.${name}`];
        const isValue = isInputObjectType(fieldType) && !findNode(fieldType.name.replace(/Order$/, ''));
        if (!isValue) return [{ path: steps, value: this.orderEntry(name, fieldType, 2).map(objectOf) }];
        return orderOf(fieldType, steps).map((found) => ({
          ...found,
          value: found.value.map((given) => objectOf([name, given])),
        }));
      });
    return orderOf(inputType(`${type}Order`), []).map(({ path, value }) => ({
      path,
      value: value.map((key) => ({ kind: 'list', items: [key], bare: false, way: 'literal' })),
    }));
  }

  private expand(type: GraphQLInputObjectType, subject: Subject, path: readonly string[]): readonly Condition[] {
    return Object.values(type.getFields()).flatMap(({ name, type: fieldType }): readonly Condition[] => {
      const named = getNamedType(fieldType);
      const inner = this.below(subject, name, named.name);
      const steps = [...path, `${type.name}.${name}`];
      const wrap = (value: Arbitrary<Given>) =>
        value.map((given): Given => ({ kind: 'object', entries: [[name, given]], way: 'literal' }));
      if (isInputObjectType(named) && !inner.deeper)
        return this.expand(named, inner.subject, steps).map((found) => ({
          ...found,
          value: wrap(found.value),
        }));
      const value = inSomeWay(this.bare(getNullableType(fieldType), inner.subject, 0), givenWays);
      return [{ path: steps, value: wrap(value) }];
    });
  }

  /** A value of an enum or of a scalar with values of a pool. */
  leaf(type: GraphQLInputType, pool: readonly Plain[], textsOf = texts): Arbitrary<Given> {
    const named = getNamedType(type);
    if (isEnumType(named)) return leaf(fc.constantFrom(...named.getValues().map(({ name }) => name)));
    if (named.name === 'Boolean') return leaf(fc.boolean());
    if (named.name === 'Int') return leaf(numbers(pool, 1));
    if (named.name === 'Float') return leaf(numbers(pool, 0.1));
    if (named.name === 'Date') return leaf(days(pool));
    return leaf(textsOf(pool));
  }

  /** A value that names something. */
  key(type: GraphQLInputType, pool: readonly Plain[]): Arbitrary<Given> {
    return this.leaf(type, pool, names);
  }

  private value(type: GraphQLInputType, subject: Subject, depth: number): Arbitrary<Given> {
    const key = `${type} ${subject.type} ${subject.property} ${subject.part} ${depth}`;
    const known = this.known.get(key);
    if (known) return known;
    const made = inSomeWay(this.bare(getNullableType(type), subject, depth), isNonNullType(type) ? givenWays : anyWay);
    this.known.set(key, made);
    return made;
  }

  private bare(type: GraphQLInputType, subject: Subject, depth: number): Arbitrary<Given> {
    if (isListType(type)) {
      const item = this.value(type.ofType, subject, depth);
      return fc
        .tuple(fc.array(item, { maxLength: 3 }), fc.boolean())
        .map(([items, bare]) => ({ kind: 'list', items, bare, way: 'literal' }));
    }
    if (isInputObjectType(type)) return this.object(type, subject, depth);
    if (/eras?(?:missing)?$/i.test(subject.part ?? subject.property ?? '') && getNamedType(type).name === 'String')
      return leaf(fc.constantFrom(...Object.keys(years)));
    return this.leaf(type, this.poolOf(subject));
  }

  private object(type: GraphQLInputObjectType, subject: Subject, depth: number): Arbitrary<Given> {
    const entries = Object.values(type.getFields()).flatMap(({ name, type: fieldType }) => {
      const inner = this.below(subject, name, getNamedType(fieldType).name);
      const cost = inner.deeper ? 1 : 0;
      if (depth < cost) return [];
      const value = orNull(this.value(fieldType, inner.subject, depth - cost));
      return [value.map((given): Entry => [name, given])];
    });
    const conditions = fc.uniqueArray(fc.oneof(...entries), { minLength: 1, maxLength: 2, selector: ([name]) => name });
    return fc
      .oneof({ weight: 15, arbitrary: conditions }, { weight: 1, arbitrary: fc.constant([]) })
      .map((chosen) => ({ kind: 'object', entries: chosen, way: 'literal' }));
  }

  /** What a field of a filter is about, and whether it leads to another filter of nodes. */
  private below(subject: Subject, name: string, typeName: string): { subject: Subject; deeper: boolean } {
    const filtered = typeNamed(/^(.+)Filter$/.exec(typeName)?.[1] ?? '')?.name;
    if (filtered) return { subject: { type: filtered, property: null, part: null }, deeper: true };
    // Joined by and, or, not, conditions on links lead deeper, as those on nodes do.
    const onLinks = linkFilters[typeName];
    if (onLinks) return { subject: { ...subject, property: onLinks }, deeper: subject.property === onLinks };
    const related = findNode(/^(?:Linked)?(.+)sFilter$/.exec(typeName)?.[1] ?? '')?.name;
    // "some" and its like follow, which lead deeper; "count" is a number of its own.
    if (related) return { subject: { type: related, property: 'count', part: null }, deeper: false };
    if (subject.property === null) return { subject: { ...subject, property: name }, deeper: false };
    const isPart = isInputObjectType(schema().getType(typeName));
    return { subject: isPart && subject.property !== 'count' ? { ...subject, part: name } : subject, deeper: false };
  }

  private poolOf({ type, property, part }: Subject): readonly Plain[] {
    if (property === 'count') return [0, 1, 2, 3, 4];
    return property === null ? [] : this.pools.of(type, property, part);
  }

  /** One key of an order: exactly one field, which may lie behind a relationship. */
  private orderKey(type: GraphQLInputObjectType, depth: number): Arbitrary<Given> {
    const known = this.known.get(`${type} ${depth}`);
    if (known) return known;
    const fields = Object.values(type.getFields());
    const entries = fields.flatMap(({ name, type: fieldType }) => {
      const deeper = isInputObjectType(fieldType) && fieldType.name !== 'CountOrder';
      return deeper && depth === 0 ? [] : [this.orderEntry(name, fieldType, depth)];
    });
    const others = fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...fields.map(({ name }) => name)) },
    );
    const made = inSomeWay(
      fc.tuple(fc.oneof(...entries), others).map(([entry, other]) => {
        const none: Entry[] = other === null || other === entry[0] ? [] : [[other, { kind: 'null', way: 'literal' }]];
        return { kind: 'object', entries: [entry, ...none], way: 'literal' };
      }),
      givenWays,
    );
    this.known.set(`${type} ${depth}`, made);
    return made;
  }

  private orderEntry(name: string, type: GraphQLInputType, depth: number): Arbitrary<Entry> {
    const value = isInputObjectType(type) ? this.orderKey(type, depth - 1) : inSomeWay(this.leaf(type, []), givenWays);
    return value.map((given): Entry => [name, given]);
  }
}
