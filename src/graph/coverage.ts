/** How a list says what the documents that were read can tell of it; an analysis works it out when the list is assembled. */
import { groupBy } from '../group-by.js';
import type { NodeName, TypeOrInterface } from '../model/declaration.js';
import type { CoverageStateValue } from '../model/enums.js';
import { findNode, nodeNamed, relationshipsOf } from '../model/model.js';
import { type Answer, put, write } from './answer.js';
import type { Assembling } from './assembling.js';
import { type Variables, valueIn } from './binding.js';
import type { ListArguments, ListRequest } from './list-request.js';
import type { FilterInput } from './operators.js';
import type { Below, SelectedField } from './selection.js';
import { stageOf, type View } from './statement.js';
import { type WantedValue, wantedIn } from './wanted-values.js';

/** A list of nodes as a question of coverage sees it. */
export interface CoveredList {
  /** Type of its nodes. */
  readonly type: NodeName;
  /** The thing and its field that it is; null for a list of all nodes of the type. */
  readonly of: { readonly type: NodeName; readonly id: string; readonly field: string } | null;
  /** As arguments name them; null for all that are loaded, or that of the thing. */
  readonly municipalities: readonly string[] | null;
  readonly stage: string | null;
  /** The conditions by which the nodes were found; values of variables may stand as they were bound. */
  readonly filter: FilterInput | null;
  /** The facets by which the list is divided. */
  readonly facets: readonly string[];
  /** What the conditions name, where it is to be told whether that is there. */
  readonly wanted: readonly WantedValue[];
  /** The values of the facets, where it is to be told how far each was read. */
  readonly division?: Division;
}

/** The values that a list has in one respect or two. */
export interface Division {
  /** In each respect the values, and how many nodes have each. */
  readonly sides: readonly (readonly (readonly [value: string | null, count: number])[])[];
  /** Which nodes have which: of one respect alone those that have no value, of two all. */
  readonly members: readonly (readonly [id: string, ...values: readonly (string | null)[]])[];
}

/** How far a value of a facet was read. */
export interface FacetStates {
  /** In a table, what its empty cells mean, as far as it goes by this side of them. */
  readonly emptyState: CoverageStateValue;
  /** Of what has no value: whether it has none, or was not read for it; null where there is a value. */
  readonly noneState: CoverageStateValue | null;
}

/** By respect and value. */
type DividedStates = readonly ReadonlyMap<string | null, FacetStates>[];

/** A value of a filter that nothing in the cities has. */
export interface UnknownValue extends Pick<WantedValue, 'path' | 'label' | 'value'> {
  /** What there is that is nearly the same, the nearest first. */
  readonly suggestions: readonly string[];
}

/** Some fields of some things that no document lists. */
export interface Uncovered {
  readonly type: NodeName;
  readonly field: string;
  /** How many things. */
  readonly count: number;
  /** The first of them, in natural order. */
  readonly ids: readonly string[];
}

/** What the documents that were read can tell of a list, a count or another answer. */
export interface Told {
  readonly state: CoverageStateValue;
  readonly missing: readonly Uncovered[];
  readonly note: string;
  readonly noteEn: string;
}

/** The same of one city, by its key. */
export interface ToldOfCity extends Told {
  readonly municipality: string;
}

/** What is told of an answer as a whole, and city by city. */
export interface Coverage extends Told {
  readonly unknownValues: readonly UnknownValue[];
  readonly municipalities: readonly ToldOfCity[];
  /** Those of the list's `division`. */
  readonly divided?: DividedStates;
}

/** Works out the coverage of lists, each in its place. */
export type CoverLists = (lists: readonly CoveredList[]) => Promise<readonly Coverage[]>;

/** The same for a request that is answered without the graph of a city at hand. */
export const coverNothing: CoverLists = async () => {
  throw new Error('expected an engine that was given a way to work out coverage, but this one was not');
};

/** A list as a question of coverage sees it, once for each stage at which it is read. */
function compileCovered(
  { list, node, view, selected }: ListRequest,
  facets: readonly unknown[],
): (assembling: Assembling, asksForValues: boolean) => readonly CoveredList[] {
  const [owner, field] = list.split('.');
  const type = findNode(owner ?? '')?.name;
  const of = type && field ? { type, field } : null;
  const { filter, foundBy, municipality, municipalities, stages } = selected.arguments as ListArguments & {
    readonly municipality?: unknown;
    readonly municipalities?: unknown;
    readonly stages?: unknown;
  };
  const conditions = foundBy ?? filter ?? null;
  const text = (value: unknown, variables: Variables) => {
    const found = valueIn(value, variables);
    return typeof found === 'string' ? found : null;
  };
  const citiesIn = (variables: Variables): readonly string[] | null => {
    const several = valueIn(municipalities, variables);
    const one = text(municipality, variables);
    if (Array.isArray(several)) return several.map((name) => String(valueIn(name, variables)));
    return one === null ? null : [one];
  };
  return ({ variables, parent }, asksForValues) => {
    const covered = (stage: string | null): CoveredList => ({
      type: node.name,
      of: of && parent !== null ? { type: of.type, id: parent, field: of.field } : null,
      municipalities: citiesIn(variables),
      stage,
      filter: conditions,
      facets: facets.flatMap((facet) => text(facet, variables) ?? []),
      wanted: conditions && asksForValues ? wantedIn(node.name, conditions, variables) : [],
    });
    const several = valueIn(stages, variables);
    return Array.isArray(several) ? several.map((stage) => covered(String(stage))) : [covered(stageOf(view))];
  };
}

/** Has lists covered, and passes on what is told of all of them. */
function coverAll(
  { cover }: Assembling,
  lists: readonly CoveredList[],
  pass: (told: readonly Coverage[]) => void,
): void {
  const told: Coverage[] = [];
  for (const list of lists)
    cover(list, (coverage) => {
      told.push(coverage);
      if (told.length === lists.length) pass(told);
    });
}

/** Passes the coverage of a connection on, once it is worked out: no statement reads anything for it. */
export function compileCoverage(
  request: ListRequest,
  facets: readonly unknown[],
): (below: Below, assembling: Assembling, pass: (coverage: Answer) => void) => void {
  const listsOf = compileCovered(request, facets);
  return (below, assembling, pass) =>
    coverAll(assembling, listsOf(assembling, asksForValues(below)), (told) => {
      const [first, ...others] = told;
      pass(writeCoverage(first && others.length === 0 ? first : overStages(told), below));
    });
}

/** Passes on how far the values of facets were read; at several stages, of all of them together. */
export function compileDivided(
  request: ListRequest,
  facets: readonly unknown[],
): (division: Division, assembling: Assembling, pass: (states: DividedStates) => void) => void {
  const listsOf = compileCovered(request, facets);
  return (division, assembling, pass) => {
    const lists = listsOf(assembling, false).map((list) => ({ ...list, division }));
    coverAll(assembling, lists, (told) => {
      const statesOf = (side: number, value: string | null) =>
        told.map(({ divided }) => divided?.[side]?.get(value) ?? unknownStates(value));
      pass(
        division.sides.map(
          (values, side) => new Map(values.map(([value]) => [value, joinedStates(statesOf(side, value))] as const)),
        ),
      );
    });
  };
}

/** Of more cities than one question may look at. */
const unknownStates = (value: string | null): FacetStates => ({
  emptyState: 'PARTIAL',
  noneState: value === null ? 'PARTIAL' : null,
});

function joinedStates(states: readonly FacetStates[]): FacetStates {
  const ofNone = states.flatMap(({ noneState }) => (noneState ? [{ state: noneState }] : []));
  return {
    emptyState: commonState(states.map(({ emptyState }) => ({ state: emptyState }))),
    noneState: ofNone.length === 0 ? null : commonState(ofNone),
  };
}

/** Whether a selection of coverage says which values of a filter nothing has. */
const asksForValues = (below: Below): boolean =>
  below.of('Coverage').some(({ name }) => name === 'unknownValues' || name === 'note' || name === 'noteEn');

/** The coverage of a list that is read at several stages: what one of them does not tell is missing in it. */
const overStages = (told: readonly Coverage[]): Coverage => ({
  ...joined(told),
  unknownValues: told[0]?.unknownValues ?? [],
  municipalities: [
    ...groupBy(
      told.flatMap(({ municipalities }) => municipalities),
      ({ municipality }) => municipality,
    ),
  ].map(([municipality, ofCity]) => ({ ...joined(ofCity), municipality })),
});

function joined(told: readonly Told[]): Told {
  const [first, ...others] = told;
  if (first && others.length === 0) return first;
  const incomplete = told.filter(({ state }) => state !== 'COMPLETE');
  const said = incomplete.length > 0 ? incomplete : told.slice(0, 1);
  return {
    state: commonState(told),
    missing: [
      ...groupBy(
        incomplete.flatMap(({ missing }) => missing),
        ({ type, field }) => `${type} ${field}`,
      ).values(),
    ].map(([uncovered, ...more]) => {
      const ids = [...new Set([uncovered, ...more].flatMap((each) => each.ids))];
      const counts = [uncovered, ...more].map(({ count }) => count);
      return { ...uncovered, ids, count: Math.max(ids.length, ...counts) };
    }),
    note: said.map(({ note }) => note).join(' '),
    noteEn: said.map(({ noteEn }) => noteEn).join(' '),
  };
}

/** The state of all together: what some of them do not tell is not read only where none does. */
export function commonState(told: readonly Pick<Told, 'state'>[]): CoverageStateValue {
  const [state = 'COMPLETE', ...others] = new Set(told.map((each) => each.state));
  return others.length === 0 ? state : 'PARTIAL';
}

/** The coverage of the fields of a node, once its id is known. */
export function compileFieldCoverage({ arguments: given, below }: SelectedField, view: View) {
  return (typename: string, id: string, { variables, cover }: Assembling): readonly Answer[] => {
    const wanted = valueIn(given.fields, variables);
    const node = nodeNamed(typename as NodeName);
    return relationshipsOf(node).flatMap(([field, { target }]) => {
      const type = findNode(target)?.name;
      if (!type || (Array.isArray(wanted) && !wanted.includes(field))) return [];
      const answer: Answer = {};
      const of = { type: node.name, id, field };
      const list: CoveredList = {
        type,
        of,
        municipalities: null,
        stage: stageOf(view),
        filter: null,
        facets: [],
        wanted: [],
      };
      for (const { name, responseKey, below: inner } of below.of('FieldCoverage')) {
        put(answer, responseKey, name === 'field' ? field : name === '__typename' ? 'FieldCoverage' : null);
        if (name === 'coverage') cover(list, (coverage) => put(answer, responseKey, writeCoverage(coverage, inner)));
      }
      return [answer];
    });
  };
}

/** Whether values of a facet are asked how far they were read. */
export const asksForStates = (below: Below): boolean =>
  below.of('Facet').some(({ name }) => name === 'emptyState' || name === 'noneState');

/** Whether a list, or a table or values of it, is asked for its coverage. */
export const tellsCoverage = (target: TypeOrInterface, below: Below): boolean =>
  below
    .of(`${target}Connection`)
    .some(
      ({ name, below: inner }) =>
        name === 'coverage' ||
        (name === 'facets' && asksForStates(inner)) ||
        (name === 'crossTab' &&
          inner.of('FacetTable').some((each) => each.name === 'coverage' || asksForStates(each.below))),
    );

/** What was written last for a selection: most lists of an answer, and of those after it, are told the same. */
const written = new WeakMap<Below, { readonly coverage: Coverage; readonly answer: Answer }>();

/** Coverage under the response keys that are asked for; the same object for the same coverage in turn. */
export function writeCoverage(coverage: Coverage, below: Below): Answer {
  const last = written.get(below);
  if (last?.coverage === coverage) return last.answer;
  const answer = writeAnew(coverage, below);
  written.set(below, { coverage, answer });
  return answer;
}

const writeAnew = ({ municipalities, unknownValues, divided: _divided, ...told }: Coverage, below: Below): Answer =>
  write('Coverage', below, {
    ...writersOf(told),
    unknownValues: ({ below: inner }) => unknownValues.map((value) => writeUnknownValue(value, inner)),
    municipalities: ({ below: inner }) => municipalities.map((ofCity) => writeCoverageOfCity(ofCity, inner)),
  });

const writeUnknownValue = ({ path, value, suggestions }: UnknownValue, below: Below): Answer =>
  write('UnknownValue', below, { path: () => path, value: () => value, suggestions: () => suggestions });

/** The same of one city. */
export const writeCoverageOfCity = ({ municipality, ...told }: ToldOfCity, below: Below): Answer =>
  write('CoverageOfMunicipality', below, { municipality: () => municipality, ...writersOf(told) });

const writersOf = ({ state, missing, note, noteEn }: Told) => ({
  state: () => state,
  missing: ({ below }: { readonly below: Below }) => missing.map((uncovered) => writeUncovered(uncovered, below)),
  note: () => note,
  noteEn: () => noteEn,
});

const writeUncovered = ({ type, field, count, ids }: Uncovered, below: Below): Answer =>
  write('Uncovered', below, { type: () => type, field: () => field, count: () => count, ids: () => ids });
