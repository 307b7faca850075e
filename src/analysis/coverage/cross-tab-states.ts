/** What an empty cell of a cross table means, and what has no value: none, or what was not read. */
import type { NodeName, Step } from '../../model/declaration.js';
import type { CoverageStateValue } from '../../model/enums.js';
import { type Header, keysOfCell } from '../cross-tab.js';
import {
  type CountableName,
  countables,
  type DimensionDeclaration,
  dimensionBeside,
  type Way,
} from '../cross-tab-dimensions.js';
import { type CrossTabQuestion, noValue, type Side } from '../cross-tab-statement.js';
import type { CityCoverage } from './city-coverage.js';
import { ofFilter } from './covered-list.js';
import { Extent } from './extent.js';

/** What was read for a row or a column. */
export interface HeaderStates {
  /** What it means that a cell of it is empty, as far as it goes by this side of the cell. */
  readonly emptyState: CoverageStateValue;
  /** Of what has no value: whether it has none, or was not read for it; null where there is a value. */
  readonly noneState: CoverageStateValue | null;
}

/** A cross table as its states are worked out of it. */
interface StatedTable {
  readonly question: CrossTabQuestion;
  readonly rows: readonly Header[];
  readonly columns: readonly Header[];
  /** The ids of what each cell counts, by `keysOfCell`. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

type StatesByKey = ReadonlyMap<string, HeaderStates>;

/** The states of rows and columns, by their keys. */
export function statesOfHeaders(
  cities: readonly CityCoverage[],
  { question, rows, columns, members }: StatedTable,
): Readonly<Record<Side, StatesByKey>> {
  const { counted, filter } = question;
  const ofCities = cities.map((city) => new ReadCity(city, question));
  const cityOf = new Map(ofCities.map((city) => [city.city.municipality, city]));
  // Who is left out for want of what a filter asks for could stand anywhere.
  const isOpen = ofCities.some(({ city }) => {
    const things = city.things(countables[counted]);
    return filter !== null && ofFilter(city, countables[counted], things, filter).missing.size > 0;
  });
  const sideOf = (side: Side, headers: readonly Header[]): StatesByKey => {
    const ids = idsBy(side, members);
    return new Map(
      headers.map((header) => {
        const own = header.municipality === null ? null : cityOf.get(header.municipality);
        const chosen = own ? [own] : ofCities;
        const found = [...(ids.get(header.key) ?? [])];
        const along = (axis: Side) =>
          found.map((id) => cityOf.get(id.slice(0, id.indexOf(':')))?.stateOf(axis, id) ?? 'NOT_READ');
        const across = commonly(along(side === 'row' ? 'column' : 'row'));
        // What stands in columns that were left out counts here, too.
        const isWhole =
          !isOpen && found.length >= header.total && chosen.every((city) => city.knowsAllOf(side, header));
        const emptyState = across === 'COMPLETE' && !isWhole ? 'PARTIAL' : across;
        const isNone = along(side).map((state) => (state === 'COMPLETE' ? state : 'NOT_READ'));
        return [header.key, { emptyState, noneState: header.key === noValue ? commonly(isNone) : null }];
      }),
    );
  };
  return { row: sideOf('row', rows), column: sideOf('column', columns) };
}

/** All of it, nothing or a part, as each of some things was read. */
function commonly(states: readonly CoverageStateValue[]): CoverageStateValue {
  const [state = 'COMPLETE', ...others] = new Set(states);
  return others.length === 0 ? state : 'PARTIAL';
}

function idsBy(side: Side, members: StatedTable['members']): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [cell, ids] of members) {
    const key = keysOfCell(cell)[side];
    const known = found.get(key) ?? new Set();
    for (const id of ids) known.add(id);
    found.set(key, known);
  }
  return found;
}

/** What was read of one city for the two sides of a table. */
class ReadCity {
  readonly city: CityCoverage;
  private readonly type: NodeName;
  private readonly counted: CountableName;
  private readonly dimensions: Readonly<Record<Side, DimensionDeclaration>>;
  private readonly known = new Map<string, CoverageStateValue>();
  private readonly whole = new Map<Side, boolean>();

  constructor(city: CityCoverage, { counted, rows, columns }: CrossTabQuestion) {
    this.city = city;
    this.counted = counted;
    this.type = countables[counted];
    this.dimensions = { row: dimensionBeside(rows, columns), column: dimensionBeside(columns, rows) };
  }

  /** How far a thing that is counted was read along a side. */
  stateOf(side: Side, id: string): CoverageStateValue {
    const key = `${side} ${id}`;
    const known = this.known.get(key);
    if (known) return known;
    const thing = this.city.indexOf(id);
    const { missing, isUnread } = this.along(side, thing === undefined ? [] : [thing]);
    const state = missing.size === 0 ? 'COMPLETE' : isUnread ? 'NOT_READ' : 'PARTIAL';
    this.known.set(key, state);
    return state;
  }

  /** Whether it is known of all things of the city whether they stand in a row or column, or not. */
  knowsAllOf(side: Side, { key, nodeId }: Header): boolean {
    if (this.knowsAll(side)) return true;
    const { value, ofCity } = this.dimensions[side];
    if (ofCity) return this.city.ofType(this.type).missing.size === 0;
    const node = key === noValue || value !== undefined || nodeId === null ? undefined : this.city.indexOf(nodeId);
    if (node === undefined) return false;
    const back = this.waysOf(side).map((way) => this.city.along([node], way.toReversed().map(turned)).extent);
    return back.every(({ missing }) => missing.size === 0);
  }

  /** Whether all things that are counted are known, and where each stands. */
  private knowsAll(side: Side): boolean {
    const known = this.whole.get(side);
    if (known !== undefined) return known;
    const { missing } = this.along(side, this.city.things(this.type));
    const isWhole = missing.size === 0 && this.city.ofType(this.type).missing.size === 0;
    this.whole.set(side, isWhole);
    return isWhole;
  }

  private along(side: Side, things: readonly number[]): Extent {
    const { value } = this.dimensions[side];
    const extent = new Extent();
    for (const way of this.waysOf(side)) {
      const { extent: along, to } = this.city.along(things, way);
      extent.add(along);
      if (value) extent.add(this.city.ofProperty(value, to));
    }
    return extent;
  }

  /** Without those by way of kinds of things of which the documents of the city never tell anything. */
  private waysOf(side: Side): readonly Way[] {
    const ways = this.dimensions[side].ways[this.counted] ?? [];
    const told = ways.filter((way) => way.every(({ edge }) => this.city.countsOn(edge)));
    return told.length > 0 ? told : ways;
  }
}

const turned = ({ edge, direction }: Step): Step => ({ edge, direction: direction === 'out' ? 'in' : 'out' });
