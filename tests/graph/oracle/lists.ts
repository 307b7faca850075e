import type { NodeDeclaration } from '../../../src/model/declaration.js';
import { type Filter, fits } from './conditions.js';
import type { Cursors, Place } from './cursors.js';
import { comparePlaces, type Key, keysOf, type Leaf } from './orders.js';
import { type Target, type Thing, type View, valueAt, type World } from './world.js';

/** The arguments of a list, as the executor hands them over. */
export interface ListArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: readonly Filter[] | null;
  readonly edge?: Filter | null;
  readonly asOf?: string | null;
  readonly stage?: string | null;
  readonly stages?: readonly string[] | null;
  readonly stageMatch?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** How long a page is that says nothing of it. */
const usualPage = 50;

/** Whether nothing says that a thing began after a day or ended before it; without a day, everything did exist. */
function existsOn(thing: Thing, day: string | null | undefined): boolean {
  if (typeof day !== 'string') return true;
  const [from, to] = [valueAt(thing, 'validFrom', null), valueAt(thing, 'validTo', null)];
  return !(typeof from === 'string' && from > day) && !(typeof to === 'string' && to < day);
}

const valuesOf = (keys: readonly Key[], { thing }: Target): readonly Leaf[] => keys.map((key) => key.of(thing));

/** What fits the filter, in the order that is wished for. */
export function inOrder(
  world: World,
  type: NodeDeclaration,
  targets: readonly Target[],
  args: ListArguments,
  view: View,
): { readonly rows: readonly Target[]; readonly keys: readonly Key[] } {
  const { filter, orderBy, asOf } = args;
  const keys = keysOf(world, type, orderBy ?? [], view);
  const placed = targets
    // Those of several stages have had the filter of each.
    .filter(({ thing }) => existsOn(thing, asOf) && (args.stages || fits(world, thing, filter ?? {}, view)))
    .map((target) => ({ target, values: valuesOf(keys, target) }));
  placed.sort((a, b) => comparePlaces(keys, a.values, b.values));
  return { rows: placed.map(({ target }) => target), keys };
}

/** A page of a list: `first` behind a cursor, or `last` before one. */
export function connection(
  world: World,
  cursors: Cursors,
  {
    list,
    type,
    targets,
  }: { readonly list: string; readonly type: NodeDeclaration; readonly targets: readonly Target[] },
  args: ListArguments,
  view: View,
) {
  const { rows, keys } = inOrder(world, type, targets, args, view);
  const order = keys.map(({ name, direction }) => `${name} ${direction}`).join();
  const place = (target: Target): Place => ({ list, order, values: valuesOf(keys, target) });
  const boundary = (cursor: string) => {
    const known = cursors.placeOf(cursor);
    if (!known || known.list !== list || known.order !== order)
      throw new Error('expected a cursor that this list returned in this order');
    return known.values;
  };
  const { first, after, last, before } = args;
  const size = first ?? last ?? usualPage;
  const backward = typeof last === 'number' || typeof before === 'string';
  const from = typeof after === 'string' ? boundary(after) : null;
  const to = typeof before === 'string' ? boundary(before) : null;
  const within = rows.filter((target) => {
    const values = valuesOf(keys, target);
    return (!from || comparePlaces(keys, values, from) > 0) && (!to || comparePlaces(keys, values, to) < 0);
  });
  const page = backward ? within.slice(Math.max(0, within.length - size)) : within.slice(0, size);
  const more = within.length > page.length;
  const behind = within.length < rows.length;
  return {
    rows,
    page,
    place,
    hasNextPage: backward ? behind : more,
    hasPreviousPage: backward ? more : behind,
  };
}

/** What the list of one view holds, or, where the arguments name several stages, what any or all of them have that fits there. */
export function listed(
  world: World,
  { filter, stages, stageMatch }: ListArguments,
  view: View,
  seenIn: (view: View) => readonly Target[],
): readonly Target[] {
  if (!stages) return seenIn(view);
  const fitting = stages.map((stage) => seenIn(stage).filter(({ thing }) => fits(world, thing, filter ?? {}, stage)));
  const idOf = ({ thing }: Target) => thing.row.id;
  const once = [...new Map(fitting.flat().map((target) => [idOf(target), target])).values()];
  if (stageMatch !== 'ALL') return once;
  return once.filter((target) => fitting.every((some) => some.some((other) => idOf(other) === idOf(target))));
}
