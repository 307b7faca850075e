import type { NodeDeclaration } from '../../../src/model/declaration.js';
import { stages } from '../../../src/model/enums.js';
import { fieldsOf, nodeNamed } from '../../../src/model/model.js';
import { compareValues, counted, isSingle } from './conditions.js';
import { compareTexts, withPaddedNumbers } from './texts.js';
import { partsOf, type Thing, type View, valueAt, type Way, type World } from './world.js';

export type Leaf = string | number | boolean | null;

/** One key of an order: what a thing is sorted by; what has nothing there stands last in either direction. */
export interface Key {
  readonly name: string;
  readonly direction: 'ASC' | 'DESC';
  readonly of: (thing: Thing) => Leaf;
}

type Wish = Readonly<Record<string, unknown>>;

/** The keys of an order; the natural order of the type where there are no wishes. Ties are broken by id. */
export function keysOf(world: World, type: NodeDeclaration, wishes: readonly Wish[], view: View): readonly Key[] {
  const wanted = wishes.map((wish) => keyOf(world, type, wish, view));
  // A key that is asked for once more, in whichever direction, puts nothing in another order.
  const keys = wanted.filter(({ name }, place) => wanted.findIndex((key) => key.name === name) === place);
  if (keys.length === 0) keys.push({ name: '', direction: 'ASC', of: (thing) => naturalPlace(thing, view) });
  return [...keys, { name: 'id', direction: 'ASC', of: ({ row }) => row.id }];
}

const given = (wish: Wish) => Object.entries(wish).filter(([, value]) => value !== null && value !== undefined);

function keyOf(world: World, type: NodeDeclaration, wish: Wish, view: View): Key {
  const [entry, ...more] = given(wish);
  if (!entry || more.length > 0) throw new Error('expected exactly one field in each entry of an order');
  const [name, value] = entry;
  const field = fieldsOf(type)[name];
  if (field?.kind === 'property') {
    const direction = value as Key['direction'];
    const own = (thing: Thing) => valueAt(thing, name, view) as Leaf;
    const naturally = (thing: Thing) => (own(thing) === null ? null : naturalPlace(thing, view));
    return { name, direction, of: field.orderBy === 'sortKey' ? naturally : own };
  }
  if (field?.kind === 'valueProperty') {
    const [[part, direction] = ['', 'ASC'], ...others] = given(value as Wish);
    if (part === '' || others.length > 0) throw new Error('expected exactly one part of a value in an order');
    const shape = { parts: Object.keys(field.type.properties), presentWhen: field.presentWhen };
    return {
      name: `${name}.${part}`,
      direction: direction as Key['direction'],
      of: (thing) => (partsOf(thing, name, shape, view)?.[part] ?? null) as Leaf,
    };
  }
  if (field?.kind !== 'relationship') throw new Error(`expected a field of ${type.name} to order by, but got: ${name}`);
  const targets = (thing: Thing) => world.targets(thing, field, view);
  if (!isSingle(field)) {
    const { count } = value as { readonly count?: Key['direction'] | null };
    if (!count) throw new Error('expected a direction of a count in an order');
    return { name: `${name}.count`, direction: count, of: (thing) => counted(field, targets(thing)).length };
  }
  const inner = keyOf(world, nodeNamed(field.target), value as Wish, view);
  return {
    name: `${name}.${inner.name}`,
    direction: inner.direction,
    of: (thing) => {
      const [target, ...others] = targets(thing);
      if (others.length > 0) throw new Error(`expected one ${name} of ${thing.row.id}, but there are more`);
      return target ? inner.of(target.thing) : null;
    },
  };
}

/**
 * Where a thing stands among its kind: by its id, or, where that ends in a name, by the number its document gives it, as
 * people count, else by how the name is read. A stage that gives it another code or number has an order of its own.
 */
function naturalPlace(thing: Thing, view: View): string {
  const { type, row } = thing;
  const at = (name: string) => (view !== null && type.staged ? row.values[`${name}@${view}`] : null);
  const code = at('code');
  if (typeof code === 'string') return withPaddedNumbers(placed(row.id, code));
  const number = type.numberedBy === null ? null : (at(type.numberedBy) ?? row.values[type.numberedBy]);
  const own = typeof number === 'number' ? number : type.readBy && valueAt(thing, type.readBy, null);
  return withPaddedNumbers(own ? placed(row.id, String(own)) : row.id);
}

/** Puts ways in the natural order of what lies between. */
export const compareWays = ({ between: a }: Way, { between: b }: Way): number => {
  const keys = a.flatMap((thing, index) => {
    const other = b[index] ?? thing;
    const places = [thing, other].map((each) => naturalPlace(each, null));
    return [places, [thing.row.id, other.row.id]];
  });
  return keys.map(([left = '', right = '']) => compareTexts(left, right)).find((difference) => difference !== 0) ?? 0;
};

/** An id with another last part; `:current` behind a code says only that another thing has the code now. */
const placed = (id: string, place: string) => {
  const parts = id.split(':');
  if (stages.some((stage) => stage.toLowerCase() === parts.at(-1))) parts.pop();
  return [...parts.slice(0, -1), place].join(':');
};

/** Compares the places of two things, given by the values of their keys. */
export function comparePlaces(keys: readonly Key[], a: readonly Leaf[], b: readonly Leaf[]): number {
  for (const [index, { direction }] of keys.entries()) {
    const [left = null, right = null] = [a[index], b[index]];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      continue;
    }
    const difference =
      index === keys.length - 1 ? compareTexts(String(left), String(right)) : compareValues(left, right);
    if (difference !== 0) return direction === 'ASC' ? difference : -difference;
  }
  return 0;
}
