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
}

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
}

/** Works out the coverage of lists, each in its place. */
export type CoverLists = (lists: readonly CoveredList[]) => Promise<readonly Coverage[]>;

/** The same for a request that is answered without the graph of a city at hand. */
export const coverNothing: CoverLists = async () => {
  throw new Error('expected an engine that was given a way to work out coverage, but this one was not');
};

/** Passes the coverage of a connection on, once it is worked out: no statement reads anything for it. */
export function compileCoverage(
  { list, node, view, selected }: ListRequest,
  facets: readonly unknown[],
): (below: Below, assembling: Assembling, pass: (coverage: Answer) => void) => void {
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
  return (below, { variables, parent, cover }, pass) => {
    const covered = (stage: string | null): CoveredList => ({
      type: node.name,
      of: of && parent !== null ? { type: of.type, id: parent, field: of.field } : null,
      municipalities: citiesIn(variables),
      stage,
      filter: conditions,
      facets: facets.flatMap((facet) => text(facet, variables) ?? []),
      wanted: conditions && asksForValues(below) ? wantedIn(node.name, conditions, variables) : [],
    });
    const several = valueIn(stages, variables);
    if (!Array.isArray(several))
      return cover(covered(stageOf(view)), (coverage) => pass(writeCoverage(coverage, below)));
    const told: Coverage[] = [];
    for (const stage of several)
      cover(covered(String(stage)), (coverage) => {
        told.push(coverage);
        if (told.length === several.length) pass(writeCoverage(overStages(told), below));
      });
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

/** Whether a list, or a table of it, is asked for its coverage. */
export const tellsCoverage = (target: TypeOrInterface, below: Below): boolean =>
  below
    .of(`${target}Connection`)
    .some(
      ({ name, below: inner }) =>
        name === 'coverage' || (name === 'crossTab' && inner.of('FacetTable').some((each) => each.name === 'coverage')),
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

const writeAnew = ({ municipalities, unknownValues, ...told }: Coverage, below: Below): Answer =>
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
