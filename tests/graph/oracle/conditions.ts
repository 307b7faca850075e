import type { Cell } from '../../../src/ingest/dataset/dataset.js';
import type { RelationshipDeclaration } from '../../../src/model/declaration.js';
import { choiceName } from '../../../src/model/facets.js';
import { fieldsOf } from '../../../src/model/model.js';
import { compareTexts, folded, withoutStage } from './texts.js';
import {
  type LinkFacts,
  type LinkOnTheWay,
  partsOf,
  type Target,
  type Thing,
  type View,
  valueAt,
  type World,
} from './world.js';
import { years } from './years.js';

/** A filter as the executor hands it over: variables in place, types checked. */
export type Filter = Readonly<Record<string, unknown>>;

const isGiven = (value: unknown) => value !== null && value !== undefined;
const given = (filter: Filter) => Object.entries(filter).filter(([, value]) => isGiven(value));

/** Whether a thing fits a filter, by what the descriptions of the schema say. */
export function fits(world: World, thing: Thing, filter: Filter, view: View): boolean {
  return given(filter).every(([name, condition]) => {
    const inner = (part: Filter) => fits(world, thing, part, view);
    if (name === 'and') return (condition as Filter[]).every(inner);
    if (name === 'or') return (condition as Filter[]).some(inner);
    if (name === 'not') return !inner(condition as Filter);
    return fieldFits(world, thing, name, condition as Filter, view);
  });
}

function fieldFits(world: World, thing: Thing, name: string, condition: Filter, view: View): boolean {
  const field = fieldsOf(thing.type)[name];
  // Of a thing whose type a filter does not say.
  if (name === 'type' && !field) return holds(choiceName(thing.type.name), condition);
  if (name === 'effective') return holds(thing.row.effective, condition);
  if (field?.kind === 'property') {
    const value = valueAt(thing, name, view);
    if (field.list) return listHolds((value ?? []) as readonly unknown[], condition);
    return holds(value, condition, field.type === 'ID' ? (id) => withoutStage(id).id : undefined);
  }
  if (field?.kind === 'computed' && field.renamed)
    return holds(valueAt(thing, field.from[0] ?? '', view), condition, (id) => withoutStage(id).id);
  if (field?.kind === 'computed') {
    const value = valueAt(thing, field.from[0] ?? '', view);
    return field.list
      ? listHolds((value ?? []) as readonly unknown[], yearsRead(condition))
      : holds(value, yearsRead(condition));
  }
  if (field?.kind === 'valueProperty') {
    const { properties, computed = {} } = field.type;
    const value = partsOf(thing, name, { parts: Object.keys(properties), presentWhen: field.presentWhen }, view);
    return given(condition).every(([part, inner]) => {
      const year = computed[part]?.from[0];
      return year
        ? holds(value?.[year] ?? null, yearsRead(inner as Filter))
        : holds(value?.[part] ?? null, inner as Filter);
    });
  }
  if (field?.kind === 'relationship') return relatedFit(world, thing, field, condition, view);
  throw new Error(`expected a field of ${thing.type.name} that can be filtered by, but got: ${name}`);
}

function relatedFit(
  world: World,
  thing: Thing,
  relationship: RelationshipDeclaration,
  condition: Filter,
  view: View,
): boolean {
  const { edge, ...quantifiers } = (isSingle(relationship) ? { some: condition } : condition) as {
    readonly edge?: Filter | null;
  } & Filter;
  const links = (filter: unknown) => {
    const anyNode = filtersByEffective(filter as Filter);
    return world.targets(thing, relationship, view, { anyNode, anyEdge: asksOfLinksInForce(edge) }, linkFits(edge));
  };
  const suits = (filter: unknown) => (target: Target) => fits(world, target.thing, filter as Filter, view);
  const asked = given(quantifiers);
  // Conditions on the links alone ask that there is such a link.
  if (asked.length === 0 && edge && asksSomething(edge)) return links({}).length > 0;
  return asked.every(([quantifier, filter]) => {
    if (quantifier === 'some') return links(filter).some(suits(filter));
    if (quantifier === 'none') return !links(filter).some(suits(filter));
    if (quantifier === 'every') return links(filter).every(suits(filter));
    return holds(counted(relationship, links({})).length, filter as Filter);
  });
}

/** What a filter or an order counts of a list. */
export const counted = ({ uncounted }: RelationshipDeclaration, targets: readonly Target[]): readonly Target[] =>
  targets.filter(({ thing }) => uncounted === null || thing.row.values[uncounted.property] !== uncounted.value);

/** An empty `or`, and the negation of nothing, ask for something: no link fits them. */
const asksSomething = (edge: Filter): boolean =>
  given(edge).some(([name, inner]) => {
    if (name === 'or' || name === 'not') return true;
    return name === 'and' ? (inner as Filter[]).some(asksSomething) : given(inner as Filter).length > 0;
  });

/** Conditions on a link. */
export const linkFits =
  (condition: Filter | null | undefined) =>
  ({ via, derived, ...facts }: LinkFacts): boolean =>
    partFits(condition, (name, inner) => {
      if (name === 'derived') return holds(derived, inner);
      if (name !== 'via') return factHolds(facts, name, inner);
      const suits = (filter: unknown) => (link: LinkOnTheWay) =>
        partFits(filter as Filter, (part, below) =>
          part === 'relationship' ? holds(link.relationship, below) : factHolds(link, part, below),
        );
      return given(inner).every(([quantifier, filter]) => {
        if (quantifier === 'some') return via.some(suits(filter));
        if (quantifier === 'none') return !via.some(suits(filter));
        return via.every(suits(filter));
      });
    });

/** Whether the parts of a condition on links hold, joined by and, or, not. */
function partFits(condition: Filter | null | undefined, fits: (name: string, inner: Filter) => boolean): boolean {
  return given(condition ?? {}).every(([name, inner]) => {
    if (name === 'and') return (inner as Filter[]).every((part) => partFits(part, fits));
    if (name === 'or') return (inner as Filter[]).some((part) => partFits(part, fits));
    if (name === 'not') return !partFits(inner as Filter, fits);
    return fits(name, inner as Filter);
  });
}

function factHolds(link: Omit<LinkOnTheWay, 'relationship'>, name: string, condition: Filter): boolean {
  if (name === 'stages') return listHolds(link.stages, condition);
  return holds(name === 'effective' ? link.effective : link.printedAs, condition);
}

/** Whether conditions on links ask, at any level, about being in force. */
export const asksOfLinksInForce = (edge: Filter | null | undefined): boolean =>
  isGiven(edge) &&
  (filtersByEffective(edge) ||
    [edge?.and, edge?.or, edge?.not, ...Object.values(edge?.via ?? {})]
      .flat()
      .some((part) => asksOfLinksInForce(part as Filter | null)));

/** Whether a filter asks, at its own level, about being in force: without a stage it then sees what is not in force too. */
export const filtersByEffective = (filter: Filter | null | undefined): boolean => {
  const asked = filter?.effective;
  return isGiven(asked) && given(asked as Filter).length > 0;
};

export const isSingle = ({ shape }: RelationshipDeclaration): boolean => shape === 'one' || shape === 'required';

/** Conditions on one value. Without a value every comparison is false; `ne` and `notIn` are exact negations. */
function holds(value: Cell, { ignoreCase, ...operators }: Filter, read = (text: string) => text): boolean {
  const text = (other: unknown) =>
    typeof other === 'string' ? folded(read(folded(other)), ignoreCase === true) : other;
  const own = text(value);
  const equals = (other: unknown) => value !== null && own === text(other);
  const compared = (other: unknown) => {
    const against = text(other);
    // What Neo4j works out itself, such as `toLower(…)`, it compares by units of UTF-16: beyond U+FFFF that is another order.
    if (ignoreCase === true && typeof own === 'string' && typeof against === 'string')
      return own < against ? -1 : Number(own > against);
    return compareValues(own, against);
  };
  const asText = (test: (whole: string, part: string) => boolean, part: unknown) =>
    value !== null && test(String(own), String(text(part)));
  return given(operators).every(([operator, other]) => {
    switch (operator) {
      case 'eq':
        return equals(other);
      case 'ne':
        return !equals(other);
      case 'in':
        return (other as readonly unknown[]).some(equals);
      case 'notIn':
        return !(other as readonly unknown[]).some(equals);
      case 'lt':
        return value !== null && compared(other) < 0;
      case 'lte':
        return value !== null && compared(other) <= 0;
      case 'gt':
        return value !== null && compared(other) > 0;
      case 'gte':
        return value !== null && compared(other) >= 0;
      case 'contains':
        return asText((whole, part) => whole.includes(part), other);
      case 'startsWith':
        return asText((whole, part) => whole.startsWith(part), other);
      case 'endsWith':
        return asText((whole, part) => whole.endsWith(part), other);
      case 'isNull':
        return (value === null) === other;
      default:
        throw new Error(`expected an operator that the oracle knows, but got: ${operator}`);
    }
  });
}

/** Conditions on a year by texts: those that `Inputs` makes up. */
const yearsRead = (condition: Filter): Filter =>
  Object.fromEntries(
    given(condition).map(([operator, text]) => {
      const read = (each: unknown) => (typeof each === 'string' ? years[each] : each);
      return [operator, Array.isArray(text) ? text.map(read) : read(text)];
    }),
  );

function listHolds(list: readonly unknown[], operators: Filter): boolean {
  const text = (item: unknown) => (typeof item === 'string' ? folded(item) : item);
  const has = (item: unknown) => list.some((held) => text(held) === text(item));
  return given(operators).every(([operator, other]) => {
    switch (operator) {
      case 'has':
        return has(other);
      case 'hasAny':
        return (other as readonly unknown[]).some(has);
      case 'hasAll':
        return (other as readonly unknown[]).every(has);
      case 'isEmpty':
        return (list.length === 0) === other;
      default:
        throw new Error(`expected an operator that the oracle knows, but got: ${operator}`);
    }
  });
}

/** Which of two values of one type is further in ascending order; false comes before true. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return Number(a) - Number(b);
}

/** Which of the things a natural key names: those with that name, or, where there are none, with it as another name. */
export function named(things: readonly Thing[], key: Readonly<Record<string, unknown>>, view: View): readonly Thing[] {
  const fitting = (byOtherName: boolean) =>
    things.filter((thing) =>
      Object.entries(key).every(([name, value]) => {
        const wanted = typeof value === 'string' ? folded(value).trim() : value;
        const same = (cell: unknown, ignoreCase = false) =>
          cell !== null &&
          (typeof cell === 'string'
            ? folded(cell, ignoreCase) === folded(String(wanted), ignoreCase)
            : cell === wanted);
        if (name !== 'name' || !byOtherName) return same(valueAt(thing, name, view));
        const lists = ['aliases', 'misspellings'].map(
          (list) => (valueAt(thing, list, view) ?? []) as readonly string[],
        );
        return same(valueAt(thing, 'nameEn', view), true) || lists.flat().some((alias) => same(alias));
      }),
    );
  const exact = fitting(false);
  return exact.length > 0 || !('name' in key) ? exact : fitting(true);
}
