/** Which things of other departments resemble a thing, and in which respects: to find duplicates and partners. */
import { fold } from '../../model/folded-text.js';
import type { CityGraph, Link } from '../city-graph.js';
import { highlight } from '../search/highlight.js';
import { readQuery } from '../search/query.js';
import type { Label } from '../wording.js';
import { type Aspect, aspects, comparedTypes, weights } from './aspects.js';
import type { ComparedThing, ComparedThings } from './features.js';

/** One respect in which two things are alike. */
export interface LikenessReason {
  readonly aspect: Aspect;
  /** Its part of the score. */
  readonly weight: number;
  /** Ids of what both have, the rarest first; none for names. */
  readonly shared: readonly string[];
  /** For names: the stretches that both have, as the name is printed that the subject has or is joined with. */
  readonly words: readonly string[];
  /** The links by which both have it. */
  readonly links: readonly Link[];
}

export interface Likeness {
  readonly id: string;
  /** From 0 to 1, the sum of the weights. */
  readonly score: number;
  /** No department answers for both; null where the departments of either are not known. */
  readonly acrossDepartments: boolean | null;
  /** The heaviest first. */
  readonly reasons: readonly LikenessReason[];
}

/** What is less alike shares only what most things have. */
export const leastScore = 0.05;

/** What likeness across departments counts for in the order: a duplicate elsewhere is what nobody knows of. */
const acrossCounts = 1.5;

const rank = ({ score, acrossDepartments }: Likeness) => score * (acrossDepartments === true ? acrossCounts : 1);

/** The things of these types that are like the subject, the most alike first, what other departments have counting more. */
export function likenesses(
  { things, rarity }: ComparedThings,
  graph: CityGraph,
  subject: ComparedThing,
  types: ReadonlySet<string>,
): readonly Likeness[] {
  const order = ({ id }: Likeness) => graph.indexOf(id) ?? 0;
  return [...things.values()]
    .filter(({ id, type }) => id !== subject.id && types.has(type))
    .map((other) => likenessOf(subject, other, rarity))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => rank(b) - rank(a) || order(a) - order(b));
}

export function likenessOf(one: ComparedThing, other: ComparedThing, rarity: ComparedThings['rarity']): Likeness {
  const common = commonAspects(one.type, other.type);
  const whole = common.reduce((sum, aspect) => sum + weights[aspect], 0);
  const reasons = common
    .flatMap((aspect) => reasonFor(aspect, weights[aspect] / whole, one, other, rarity) ?? [])
    .sort((a, b) => b.weight - a.weight);
  const isKnown = one.owners.size > 0 && other.owners.size > 0;
  return {
    id: other.id,
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    acrossDepartments: isKnown ? ![...one.owners].some((owner) => other.owners.has(owner)) : null,
    reasons,
  };
}

/** The respects in which things of two types can be alike at all. */
export function commonAspects(one: string, other: string): readonly Aspect[] {
  const has = (type: string, aspect: Aspect) =>
    aspect === 'NAME' || (comparedTypes.get(type)?.some(([way]) => way === aspect) ?? false);
  return (Object.keys(aspects) as Aspect[]).filter((aspect) => has(one, aspect) && has(other, aspect));
}

function reasonFor(
  aspect: Aspect,
  most: number,
  one: ComparedThing,
  other: ComparedThing,
  rarity: ComparedThings['rarity'],
): LikenessReason | null {
  const [a, b] = [one.features.get(aspect), other.features.get(aspect)];
  if (!a || !b) return null;
  const shared = [...a.keys()].filter((feature) => b.has(feature));
  if (shared.length === 0) return null;
  const weight = most * shareOf(a.keys(), b.keys(), shared, (feature) => rarity(aspect, feature));
  if (aspect !== 'NAME') {
    const rarest = shared.sort((x, y) => rarity(aspect, y) - rarity(aspect, x));
    const links = [...new Set(shared.flatMap((feature) => [...(a.get(feature) ?? []), ...(b.get(feature) ?? [])]))];
    return { aspect, weight, shared: rarest, words: [], links };
  }
  const words = commonWords(one.name, shared);
  return words.length === 0 ? null : { aspect, weight, shared: [], words, links: [] };
}

/** The share of what both have in what either has, what is rare counting more. */
export function shareOf(
  one: Iterable<string>,
  other: Iterable<string>,
  common: readonly string[],
  rarity: (feature: string) => number,
): number {
  const sum = (features: Iterable<string>) => [...features].reduce((total, each) => total + rarity(each), 0);
  const both = sum(common);
  return both / (sum(one) + sum(other) - both);
}

/** Words of grammar, which say nothing of what a thing is about. */
const grammar =
  /^(?:する|した|して|しない|され|される|された|できる|なる|ある|いる|ない|ため|こと|もの|など|よる|おける|つい|ついて)$/u;

/** The stretches of a name that are made of these pieces, without particles at their ends and words of grammar alone. */
export function commonWords(name: string, grams: readonly string[]): readonly string[] {
  const text = fold(name);
  const parts = highlight({ ...readQuery(name), grams }, { kind: 'ALIKE', text, score: 0, field: 'NAME' }, name);
  const words = parts
    .filter(({ matched }) => matched)
    .map(({ text: word }) => word.replace(/^[をはがのにへとでも]+|[をはがのにへとでも]+$/gu, ''));
  return [...new Set(words.filter((word) => [...word].length >= 2 && !grammar.test(word)))];
}

/** How a reason begins that is about the words of the names of what things of two cities are joined with. */
export const wordPhrases: Readonly<Record<Aspect, Label>> = {
  NAME: { ja: '名称に共通する語', en: 'Words in both names' },
  MEASURE: { ja: '施策中項目の名称に共通する語', en: 'Words in the names of their measures' },
  SDG: { ja: 'SDGsの名称に共通する語', en: 'Words in the names of their SDGs' },
  DEPARTMENT: { ja: '部署の名称に共通する語', en: 'Words in the names of their departments' },
  POLICY_ITEM: { ja: '施策大項目の名称に共通する語', en: 'Words in the names of their policy items' },
  LINKAGE_PLAN: { ja: '政策連携プランの名称に共通する語', en: 'Words in the names of their linkage plans' },
  REFORM_SHEET: { ja: '実施計画シートの名称に共通する語', en: 'Words in the names of their reform sheets' },
  RELATED_PLAN: { ja: '関連計画の名称に共通する語', en: 'Words in the names of their related plans' },
  POLICY_FIELD: { ja: '分野の名称に共通する語', en: 'Words in the names of their policy fields' },
  PERSPECTIVE: { ja: '改革の視点の名称に共通する語', en: 'Words in the names of their reform perspectives' },
};

/** How a reason begins, in both languages; what is shared follows. */
export const phrases: Readonly<Record<Aspect, Label>> = {
  NAME: wordPhrases.NAME,
  MEASURE: { ja: '共通の施策中項目', en: 'Measures in common' },
  SDG: { ja: '共通のSDGs', en: 'SDGs in common' },
  DEPARTMENT: { ja: '共通の部署', en: 'Departments in common' },
  POLICY_ITEM: { ja: '共通の施策大項目', en: 'Policy items in common' },
  LINKAGE_PLAN: { ja: '共通の政策連携プラン', en: 'Linkage plans in common' },
  REFORM_SHEET: { ja: '共通の実施計画シート', en: 'Reform sheets in common' },
  RELATED_PLAN: { ja: '共通の関連計画', en: 'Related plans in common' },
  POLICY_FIELD: { ja: '共通の分野', en: 'Policy fields in common' },
  PERSPECTIVE: { ja: '共通の改革の視点', en: 'Reform perspectives in common' },
};
