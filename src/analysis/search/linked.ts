/** What is linked with all the things that a query names: "SDG 17 市民活動推進課". */
import type { NodeName } from '../../model/declaration.js';
import { nodes, relationshipsOf } from '../../model/model.js';
import { backwards, type CityGraph, endsOf, typeAt } from '../city-graph.js';
import type { Ask } from '../statements.js';
import { resolveNames } from './resolve-names.js';
import { byScore, type SearchHit, type SearchRequest } from './search.js';

/** A thing that a part of a query names. */
interface NamedThing {
  readonly id: string;
  readonly words: string;
}

/** The most words in which things are looked for: each stretch of them can be a name. */
const mostWords = 5;

/** How well a thing fits that is linked with all: less than one whose name was typed. */
const score = 0.9;

/** What parts the names in a query. */
const marks = /[\s、,，×]+/gu;
/** This is also a part of names, so that it parts them only where what marks part names nothing. */
const marksAndWords = /[\s、,，×と]+/gu;

/** The things that a query names one after the other, in as few parts as can be; none where it does not name several. */
export async function thingsNamedIn(ask: Ask, request: SearchRequest): Promise<readonly NamedThing[]> {
  const named = await namedBetween(ask, request, marks);
  return named.length > 0 || !request.query.includes('と') ? named : await namedBetween(ask, request, marksAndWords);
}

async function namedBetween(
  ask: Ask,
  { query, ...scope }: SearchRequest,
  parting: RegExp,
): Promise<readonly NamedThing[]> {
  const between = query.normalize('NFKC').trim();
  const breaks = [...between.matchAll(parting)];
  if (breaks.length < 1 || breaks.length >= mostWords) return [];
  const starts = [0, ...breaks.map(({ index, 0: { length } }) => index + length)];
  const ends = [...breaks.map(({ index }) => index), between.length];
  const stretch = (first: number, last: number) => between.slice(starts[first], ends[last]);
  const stretches = ends.flatMap((_, last) => starts.slice(0, last + 1).map((_start, first) => stretch(first, last)));
  const resolved = await resolveNames(ask, [...new Set(stretches)], { ...scope, types: null }, 1);
  const named = new Map(
    resolved.flatMap(({ name, best }) =>
      best?.kind === 'EXACT' ? [[name, { id: best.id, words: name }] as const] : [],
    ),
  );
  // By how many words are left: the fewest parts that name them all.
  const fewest: (readonly NamedThing[] | null)[] = [[]];
  for (const last of ends.keys()) {
    let best: readonly NamedThing[] | null = null;
    for (let first = 0; first <= last; first++) {
      const [before, thing] = [fewest[first], named.get(stretch(first, last))];
      if (before && thing && (!best || before.length + 1 < best.length)) best = [...before, thing];
    }
    fewest.push(best);
  }
  const parts = fewest[ends.length] ?? [];
  return new Set(parts.map(({ id }) => id)).size > 1 ? parts : [];
}

/** The things of some types, or of any, from which relationships of the model lead to each of those that were named. */
export function linkedWithAll(
  graph: CityGraph,
  named: readonly NamedThing[],
  types: readonly NodeName[] | null,
): readonly SearchHit[] {
  const indexes = named.map(({ id }) => graph.indexOf(id));
  if (indexes.includes(undefined)) return [];
  const parts = indexes.map((index) => linkedWith(graph, index as number, types));
  const [first = new Set<number>(), ...others] = parts;
  const text = named.map(({ words }) => words).join(' ・ ');
  return [...first]
    .filter((index) => !indexes.includes(index) && others.every((part) => part.has(index)))
    .map((index): SearchHit => {
      const id = graph.ids[index] ?? '';
      // Things of the graph are numbered in natural order.
      const sortKey = String(index).padStart(8, '0');
      return { id, type: typeAt(graph, index), sortKey, kind: 'LINKED', score, field: 'LINKED_NAME', text };
    })
    .sort(byScore);
}

/** The things whose relationships, single or derived, lead to a thing. */
function linkedWith(graph: CityGraph, thing: number, types: readonly NodeName[] | null): ReadonlySet<number> {
  const type = typeAt(graph, thing);
  const found = new Set<number>();
  for (const node of nodes) {
    if (!node.entity || (types && !types.includes(node.name))) continue;
    for (const [, { target, path }] of relationshipsOf(node))
      if (target === type)
        for (const index of endsOf(graph, thing, backwards(path)).keys())
          if (typeAt(graph, index) === node.name) found.add(index);
  }
  return found;
}
