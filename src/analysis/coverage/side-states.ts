/** What an empty cell of a table means, and what has no value in it: none, or what was not read. */
import type { NodeName } from '../../model/declaration.js';
import type { CoverageStateValue } from '../../model/enums.js';
import type { Side } from '../cross-tab-statement.js';
import type { CityCoverage } from './city-coverage.js';
import { ofFilter } from './covered-list.js';
import type { Extent } from './extent.js';

/** What was read for a row or a column. */
export interface HeaderStates {
  /** What it means that a cell of it is empty, as far as it goes by this side of the cell. */
  readonly emptyState: CoverageStateValue;
  /** Of what has no value: whether it has none, or was not read for it; null where there is a value. */
  readonly noneState: CoverageStateValue | null;
}

/** What stands at the head of a row or a column. */
interface Head<Key> {
  readonly key: Key;
  /** The node that it stands for; null for values, and for what has none. */
  readonly nodeId: string | null;
  /** Key of the city to which it belongs; null for what all share. */
  readonly municipality: string | null;
  /** How many things stand in the row or column. */
  readonly total: number;
}

/** By what a table is divided along one of its sides. */
export interface DividedSide {
  /** How far some things were read for where they stand. */
  readonly along: (city: CityCoverage, things: readonly number[]) => Extent;
  /** How far what a head stands for was read for the things that stand there; null where heads stand for no nodes. */
  readonly back: ((city: CityCoverage, node: number) => readonly Extent[]) | null;
  /** Things stand where their city is, which is always known. */
  readonly ofCity: boolean;
}

/** A table as its states are worked out of it. */
interface DividedTable<Key> {
  /** What it counts. */
  readonly type: NodeName;
  readonly filter: object | null;
  /** The things of a city among which those that are counted were found, and how far it is known which there are. */
  readonly among: (city: CityCoverage) => { readonly extent: Extent; readonly nodes: readonly number[] };
  readonly sides: Readonly<Record<Side, DividedSide>>;
  readonly heads: Readonly<Record<Side, readonly Head<Key>[]>>;
  /** The ids of what stands in each row or column. */
  readonly members: Readonly<Record<Side, ReadonlyMap<Key, ReadonlySet<string>>>>;
  /** The key of what has no value. */
  readonly noValue: Key;
}

/** The states of rows and columns, by their keys. */
export function statesOfSides<Key>(
  cities: readonly CityCoverage[],
  table: DividedTable<Key>,
): Readonly<Record<Side, ReadonlyMap<Key, HeaderStates>>> {
  const ofCities = cities.map((city) => new ReadCity(city, table));
  const cityOf = new Map(ofCities.map((city) => [city.city.municipality, city]));
  // Who is left out for want of what a filter asks for could stand anywhere.
  const isOpen = ofCities.some((city) => city.isFilterOpen());
  const sideOf = (side: Side): ReadonlyMap<Key, HeaderStates> =>
    new Map(
      table.heads[side].map((head) => {
        const own = head.municipality === null ? null : cityOf.get(head.municipality);
        const chosen = own ? [own] : ofCities;
        const found = [...(table.members[side].get(head.key) ?? [])];
        const along = (axis: Side) =>
          found.map((id) => cityOf.get(id.slice(0, id.indexOf(':')))?.stateOf(axis, id) ?? 'NOT_READ');
        const across = commonly(along(side === 'row' ? 'column' : 'row'));
        // What stands in columns that were left out counts here, too.
        const isWhole = !isOpen && found.length >= head.total && chosen.every((city) => city.knowsAllOf(side, head));
        const emptyState = across === 'COMPLETE' && !isWhole ? 'PARTIAL' : across;
        const isNone = along(side).map((state) => (state === 'COMPLETE' ? state : 'NOT_READ'));
        return [head.key, { emptyState, noneState: head.key === table.noValue ? commonly(isNone) : null }];
      }),
    );
  return { row: sideOf('row'), column: sideOf('column') };
}

/** All of it, nothing or a part, as each of some things was read. */
function commonly(states: readonly CoverageStateValue[]): CoverageStateValue {
  const [state = 'COMPLETE', ...others] = new Set(states);
  return others.length === 0 ? state : 'PARTIAL';
}

/** What was read of one city for the two sides of a table. */
class ReadCity<Key> {
  readonly city: CityCoverage;
  private readonly table: DividedTable<Key>;
  private readonly among: ReturnType<DividedTable<Key>['among']>;
  private readonly known = new Map<string, CoverageStateValue>();
  private readonly whole = new Map<Side, boolean>();

  constructor(city: CityCoverage, table: DividedTable<Key>) {
    this.city = city;
    this.table = table;
    this.among = table.among(city);
  }

  isFilterOpen(): boolean {
    const { type, filter } = this.table;
    return filter !== null && ofFilter(this.city, type, this.among.nodes, filter).missing.size > 0;
  }

  /** How far a thing that is counted was read along a side. */
  stateOf(side: Side, id: string): CoverageStateValue {
    const key = `${side} ${id}`;
    const known = this.known.get(key);
    if (known) return known;
    const thing = this.city.indexOf(id);
    const { missing, isUnread } = this.table.sides[side].along(this.city, thing === undefined ? [] : [thing]);
    const state = missing.size === 0 ? 'COMPLETE' : isUnread ? 'NOT_READ' : 'PARTIAL';
    this.known.set(key, state);
    return state;
  }

  /** Whether it is known of all things of the city whether they stand in a row or column, or not. */
  knowsAllOf(side: Side, { key, nodeId }: Head<Key>): boolean {
    if (this.knowsAll(side)) return true;
    const { back, ofCity } = this.table.sides[side];
    if (ofCity) return this.among.extent.missing.size === 0;
    const node = key === this.table.noValue || nodeId === null ? undefined : this.city.indexOf(nodeId);
    return back !== null && node !== undefined && back(this.city, node).every(({ missing }) => missing.size === 0);
  }

  /** Whether all things that are counted are known, and where each stands. */
  private knowsAll(side: Side): boolean {
    const known = this.whole.get(side);
    if (known !== undefined) return known;
    const { missing } = this.table.sides[side].along(this.city, this.among.nodes);
    const isWhole = missing.size === 0 && this.among.extent.missing.size === 0;
    this.whole.set(side, isWhole);
    return isWhole;
  }
}
