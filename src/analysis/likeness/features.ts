/** What each thing of a city that can be compared has to share, and how rare each of it is. */

import { fold } from '../../model/folded-text.js';
import { type CityGraph, endsOf, type Link } from '../city-graph.js';
import { gramsOf } from '../search/grams.js';
import { type Ask, statement } from '../statements.js';
import { type Aspect, comparedTypes, waysToOwners } from './aspects.js';

/** What a thing has in one respect: pieces of its name or ids, each with the links that lead there. */
export type Features = ReadonlyMap<string, readonly Link[]>;

export interface ComparedThing {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly features: ReadonlyMap<Aspect, Features>;
  /** Ids of the departments that answer for it. */
  readonly owners: ReadonlySet<string>;
}

export interface ComparedThings {
  readonly things: ReadonlyMap<string, ComparedThing>;
  /** How much sharing something says: the more, the fewer things have it. */
  rarity(aspect: Aspect, feature: string): number;
}

const namesText = statement('likeness-names');

/** Computed once for a graph, which stands for one revision and for callers with the same rights. */
const known = new WeakMap<CityGraph, ComparedThings>();

export async function comparedThings(graph: CityGraph, stage: string | null, ask: Ask): Promise<ComparedThings> {
  const things = known.get(graph) ?? (await readThings(graph, stage, ask));
  known.set(graph, things);
  return things;
}

async function readThings(graph: CityGraph, stage: string | null, ask: Ask): Promise<ComparedThings> {
  const ids = graph.ids.filter((_, index) => comparedTypes.has(graph.types[index] ?? ''));
  const names = new Map((await ask(namesText, { ids, stage })).map(({ id, name }) => [id, String(name)]));
  const things = new Map(ids.map((id) => [id, comparedThing(graph, id, names.get(id) ?? '')]));
  const counts = new Map<string, number>();
  for (const { features } of things.values())
    for (const [aspect, found] of features)
      for (const feature of found.keys())
        counts.set(`${aspect} ${feature}`, (counts.get(`${aspect} ${feature}`) ?? 0) + 1);
  return {
    things,
    rarity: (aspect, feature) => Math.log(1 + things.size / (counts.get(`${aspect} ${feature}`) ?? 1)),
  };
}

function comparedThing(graph: CityGraph, id: string, name: string): ComparedThing {
  const index = graph.indexOf(id) ?? -1;
  const type = graph.types[index] ?? '';
  const ways = comparedTypes.get(type) ?? [];
  const features = new Map<Aspect, Map<string, readonly Link[]>>();
  features.set('NAME', new Map(gramsOf(fold(name)).map((gram) => [gram, []])));
  for (const [aspect, ...path] of ways) {
    const found = features.get(aspect) ?? new Map<string, readonly Link[]>();
    for (const [end, links] of endsOf(graph, index, path)) {
      const feature = graph.ids[end] ?? '';
      found.set(feature, [...(found.get(feature) ?? []), ...links]);
    }
    if (found.size > 0) features.set(aspect, found);
  }
  return {
    id,
    type,
    name,
    features,
    owners: new Set(
      waysToOwners(type).flatMap((way) => [...endsOf(graph, index, way).keys()].map((end) => graph.ids[end] ?? '')),
    ),
  };
}
