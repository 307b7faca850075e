/**
 * Which things of other cities resemble a thing. Cities share the goals and nothing else: what things of one city are
 * joined by (its measures, its departments) another has under other names, so that the words of these names are compared.
 */
import { fold } from '../../model/folded-text.js';
import { nodeNamed } from '../../model/model.js';
import { yieldIfLong } from '../../yielding.js';
import { type CityGraph, endsOf, type Link, typeAt } from '../city-graph.js';
import { gramsOf } from '../search/grams.js';
import { luceneOf, readQuery } from '../search/query.js';
import { type Ask, statement } from '../statements.js';
import { type Aspect, comparedTypes, weights } from './aspects.js';
import { commonAspects, commonWords, type Likeness, type LikenessReason, leastScore, shareOf } from './likeness.js';

const namesText = statement('likeness-names');
const citiesText = statement('likeness-cities');

/** The most things that are looked at to find the cities in which something is called alike. */
const mostLooked = 2000;
/** The most words of a reason: of hundreds of measures nobody reads all. */
const mostWords = 8;

/** The cities, other than its own, that have things of some types that are called most like a thing. */
export async function citiesWithNamesLike(
  { id, name, municipality }: { readonly id: string; readonly name: string; readonly municipality: string },
  types: readonly string[],
  most: number,
  ask: Ask,
): Promise<readonly string[]> {
  const lucene = luceneOf(readQuery(name), null);
  if (lucene === null) throw new Error(`expected a thing with a name, but ${id} has none`);
  const rows = await ask(citiesText, { lucene, limit: mostLooked, municipality, types, most });
  return rows.map(({ city }) => String(city));
}

/** What a thing has in each respect: ids of goals, and pieces of names. */
type Features = ReadonlyMap<Aspect, ReadonlySet<string>>;

/** How much sharing something says in each respect: the more, the fewer of the compared things have it. */
type Rarity = ReadonlyMap<Aspect, ReadonlyMap<string, number>>;

/** Something alike, before anybody asks why. */
export interface Scored {
  readonly index: number;
  readonly score: number;
  /** In the order of the aspects: what both have, and its part of the score. */
  readonly parts: readonly { readonly aspect: Aspect; readonly weight: number; readonly common: readonly string[] }[];
}

/** Things of several cities, to be compared by what they have in each respect. */
export class OtherCities {
  private readonly graph: CityGraph;
  private readonly names: ReadonlyMap<string, string>;
  private readonly grams = new Map<number, readonly string[]>();

  private constructor(graph: CityGraph, names: ReadonlyMap<string, string>) {
    this.graph = graph;
    this.names = names;
  }

  /** The cities of a graph, with what their things are called. */
  static async of(graph: CityGraph, stage: string | null, ask: Ask): Promise<OtherCities> {
    const ids = graph.ids.filter((_, index) => graph.named[index]);
    const rows = await ask(namesText, { ids, stage });
    return new OtherCities(graph, new Map(rows.map(({ id, name }) => [String(id), String(name)])));
  }

  /** The things of these types, of cities other than the subject's, that are like it: the most alike first. */
  async alike(subject: number, types: ReadonlySet<string>): Promise<readonly Scored[]> {
    const one = this.featuresOf(subject);
    const others: (readonly [index: number, features: Features])[] = [];
    for (const [index, id] of this.graph.ids.entries()) {
      if (!types.has(typeAt(this.graph, index)) || id.startsWith(ownPrefix(this.graph.ids[subject] ?? ''))) continue;
      others.push([index, this.featuresOf(index)]);
      await yieldIfLong();
    }
    const rarity = rarityAmong([one, ...others.map(([, features]) => features)]);
    const found: Scored[] = [];
    for (const [index, features] of others) {
      const scored = this.scored(subject, one, index, features, rarity);
      if (scored.score >= leastScore) found.push(scored);
      await yieldIfLong();
    }
    return found.sort((a, b) => b.score - a.score || a.index - b.index);
  }

  /** Why something is like the subject. */
  reasoned(subject: number, { index, score, parts }: Scored): Likeness {
    const reasons = parts
      .map((part) => ({ ...part, ...this.shown(part.aspect, part.common, subject, index) }))
      .map(({ common: _, ...reason }): LikenessReason => reason)
      .toSorted((a, b) => b.weight - a.weight);
    // No department answers for things of two cities.
    return { id: this.graph.ids[index] ?? '', score, acrossDepartments: true, reasons };
  }

  private scored(subject: number, one: Features, index: number, other: Features, rarity: Rarity): Scored {
    const aspects = commonAspects(typeAt(this.graph, subject), typeAt(this.graph, index));
    const whole = aspects.reduce((sum, aspect) => sum + weights[aspect], 0);
    const parts = aspects.flatMap((aspect) => {
      const [a, b] = [one.get(aspect), other.get(aspect)];
      if (!a || !b) return [];
      const common = [...a].filter((feature) => b.has(feature));
      if (common.length === 0) return [];
      const share = shareOf(a, b, common, (feature) => rarity.get(aspect)?.get(feature) ?? 0);
      return [{ aspect, weight: (weights[aspect] / whole) * share, common }];
    });
    return { index, score: parts.reduce((sum, { weight }) => sum + weight, 0), parts };
  }

  /** What both have in one respect, and the links by which they have it. */
  private shown(aspect: Aspect, common: readonly string[], subject: number, thing: number) {
    if (aspect === 'NAME') return { shared: [], words: commonWords(this.nameOf(subject), common), links: [] };
    const isMeant = (end: number) =>
      (this.isShared(end) ? [this.graph.ids[end] ?? ''] : this.gramsAt(end)).some((each) => common.includes(each));
    const [own, others] = [subject, thing].map((each) =>
      this.endsAt(each).filter(([way, end]) => way === aspect && isMeant(end)),
    );
    const links = [...new Set([...(own ?? []), ...(others ?? [])].flatMap(([, , way]) => way))];
    const shared = common.filter((feature) => this.graph.indexOf(feature) !== undefined);
    const words = (own ?? []).flatMap(([, end]) => (this.isShared(end) ? [] : commonWords(this.nameOf(end), common)));
    return { shared, words: [...new Set(words)].slice(0, mostWords), links };
  }

  private featuresOf(thing: number): Features {
    const features = new Map<Aspect, Set<string>>([['NAME', new Set(this.gramsAt(thing))]]);
    for (const [aspect, end] of this.endsAt(thing)) {
      const found = features.get(aspect) ?? new Set<string>();
      features.set(aspect, found);
      if (this.isShared(end)) found.add(this.graph.ids[end] ?? '');
      else for (const gram of this.gramsAt(end)) found.add(gram);
    }
    return features;
  }

  /** Where the ways of a thing lead, and the links on them. */
  private endsAt(thing: number): readonly (readonly [aspect: Aspect, end: number, links: readonly Link[]])[] {
    const ways = comparedTypes.get(typeAt(this.graph, thing)) ?? [];
    return ways.flatMap(([aspect, ...path]) =>
      [...endsOf(this.graph, thing, path)].map(([end, links]) => [aspect, end, links] as const),
    );
  }

  private isShared(thing: number): boolean {
    return nodeNamed(typeAt(this.graph, thing)).global;
  }

  private nameOf(thing: number): string {
    return this.names.get(this.graph.ids[thing] ?? '') ?? '';
  }

  private gramsAt(thing: number): readonly string[] {
    const known = this.grams.get(thing) ?? gramsOf(fold(this.nameOf(thing))).filter((gram) => !particle.test(gram));
    this.grams.set(thing, known);
    return known;
  }
}

/** A piece with a particle at its end is no part of a word, and every other name has it. */
const particle = /^[をはがのにへとでも]|[をはがのにへとでも]$/u;

const ownPrefix = (id: string) => id.slice(0, id.indexOf(':') + 1);

function rarityAmong(things: readonly Features[]): Rarity {
  const counts = new Map<Aspect, Map<string, number>>();
  for (const features of things)
    for (const [aspect, found] of features) {
      const ofAspect = counts.get(aspect) ?? new Map<string, number>();
      counts.set(aspect, ofAspect);
      for (const feature of found) ofAspect.set(feature, (ofAspect.get(feature) ?? 0) + 1);
    }
  return new Map(
    [...counts].map(([aspect, ofAspect]) => [
      aspect,
      new Map([...ofAspect].map(([feature, count]) => [feature, Math.log(1 + things.length / count)])),
    ]),
  );
}
