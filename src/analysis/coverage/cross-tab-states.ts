/** What was read for the rows and columns of a cross table. */
import type { Step } from '../../model/declaration.js';
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
import { Extent } from './extent.js';
import { type DividedSide, statesOfSides } from './side-states.js';

/** A cross table as its states are worked out of it. */
interface StatedTable {
  readonly question: CrossTabQuestion;
  readonly rows: readonly Header[];
  readonly columns: readonly Header[];
  /** The ids of what each cell counts, by `keysOfCell`. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** The states of rows and columns, by their keys. */
export function statesOfHeaders(cities: readonly CityCoverage[], { question, rows, columns, members }: StatedTable) {
  const { counted, filter } = question;
  const type = countables[counted];
  return statesOfSides<string>(cities, {
    type,
    filter,
    among: (city) => ({ extent: city.ofType(type), nodes: city.things(type) }),
    sides: {
      row: sideOf(counted, dimensionBeside(question.rows, question.columns)),
      column: sideOf(counted, dimensionBeside(question.columns, question.rows)),
    },
    heads: { row: rows, column: columns },
    members: { row: idsBy('row', members), column: idsBy('column', members) },
    noValue,
  });
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

function sideOf(counted: CountableName, { ways, value, ofCity }: DimensionDeclaration): DividedSide {
  // Without those by way of kinds of things of which the documents of the city never tell anything.
  const waysIn = (city: CityCoverage): readonly Way[] => {
    const all = ways[counted] ?? [];
    const told = all.filter((way) => way.every(({ edge }) => city.countsOn(edge)));
    return told.length > 0 ? told : all;
  };
  return {
    ofCity: ofCity ?? false,
    along: (city, things) => {
      const extent = new Extent();
      for (const way of waysIn(city)) {
        const { extent: along, to } = city.along(things, way);
        extent.add(along);
        if (value) extent.add(city.ofProperty(value, to));
      }
      return extent;
    },
    back:
      value === undefined
        ? (city, node) => waysIn(city).map((way) => city.along([node], way.toReversed().map(turned)).extent)
        : null,
  };
}

export const turned = ({ edge, direction }: Step): Step => ({ edge, direction: direction === 'out' ? 'in' : 'out' });
