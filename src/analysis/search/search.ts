/** Search over every named thing: what fits a query, best first. */
import type { NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { findNode, nodes } from '../../model/model.js';
import { yieldIfLong } from '../../yielding.js';
import { type Ask, statement } from '../statements.js';
import { linesAt, type Match, matchOf } from './matching.js';
import { inOtherWords } from './other-words.js';
import { indexParameters, readQuery, type SearchQuery } from './query.js';

/** What is searched, and where. */
export interface SearchRequest {
  readonly query: string;
  /** Names of node types; null means all. */
  readonly types: readonly NodeName[] | null;
  /** Keys of municipalities; null means all that are loaded. */
  readonly municipalities: readonly string[] | null;
  /** Null means what is in force. */
  readonly stage: Stage | null;
}

export interface SearchHit extends Match {
  readonly id: string;
  readonly type: NodeName;
  readonly sortKey: string;
}

export interface SearchResult {
  readonly query: SearchQuery;
  /** Best first; those of one score by type and in their natural order. */
  readonly hits: readonly SearchHit[];
  /** How many more fit that are not in force any more; 0 where a stage is given. */
  readonly noLongerInForce: number;
  /** The index found more than is looked at; what fits least may be missing. */
  readonly truncated: boolean;
}

const searchText = statement('search');

/** The most things that are looked at: more than a city has, so that only searches of many cities are ever cut. */
const maximumLooked = 2000;

/** A thing as the statements of searches return it. */
export type Candidate = readonly [
  id: string,
  labels: readonly string[],
  sortKey: string,
  searchText: string,
  searchFields: string,
];

const entities = nodes.filter(({ entity }) => entity);
const typeOrder = new Map<string, number>(entities.map(({ name }, index) => [name, index]));
export const stagedTypes = entities.filter(({ staged }) => staged).map(({ name }) => name);

/** The type among the labels of a thing. */
export function typeAmong(labels: readonly string[]): NodeName {
  const type = labels.map(findNode).find((node) => node?.entity);
  if (!type) throw new Error(`expected the label of a named type, but got: ${labels.join(', ')}`);
  return type.name;
}

/** How much less a thing fits whose name is read as what was typed, or that has a word of the same meaning. */
const inOther = { READING: 0.85, SYNONYM: 0.4 } as const;

/** What fits a query, and after it what fits it in other words. */
export async function search(ask: Ask, request: SearchRequest): Promise<SearchResult> {
  const query = readQuery(request.query);
  const [found, ...others] = await Promise.all([
    look(ask, request, query),
    ...inOtherWords(query.words).map(async ({ text, kind }) => {
      const other = readQuery(text);
      const { inView, truncated } = await look(ask, request, other);
      const hits = (await rank(other, inView, request.stage)).filter(isCertain);
      return { truncated, hits: hits.map((hit) => ({ ...hit, kind, score: hit.score * inOther[kind] })) };
    }),
  ]);
  const own = await rank(query, found.inView, request.stage);
  const viewed = new Set(found.inView.map(([id]) => id));
  const past = found.things.length === viewed.size ? [] : await rank(query, found.things, null);
  return {
    query,
    hits: bestOfEach([...own, ...others.flatMap(({ hits }) => hits)]),
    noLongerInForce: past.filter(({ id }) => !viewed.has(id)).length,
    truncated: [found, ...others].some(({ truncated }) => truncated),
  };
}

/** Hits best first; what was found in several ways counts for the best of them. */
export function bestOfEach(hits: readonly SearchHit[]): readonly SearchHit[] {
  const best = new Map<string, SearchHit>();
  for (const hit of [...hits].sort(byScore)) if (!best.has(hit.id)) best.set(hit.id, hit);
  return [...best.values()];
}

/** Fits by its words, and not by what is like them: of other words nobody meant what is only alike. */
const isCertain = ({ kind }: SearchHit): boolean => kind === 'EXACT' || kind === 'PHRASE' || kind === 'WORDS';

type Looked = readonly (readonly [...Candidate, inForce: boolean])[];

/** What the index finds for a query, and what of it is in view. */
async function look(
  ask: Ask,
  { types, municipalities, stage }: SearchRequest,
  query: SearchQuery,
): Promise<{ readonly things: Looked; readonly inView: Looked; readonly truncated: boolean }> {
  const parameters = indexParameters(query, municipalities);
  if (parameters === null) return { things: [], inView: [], truncated: false };
  const scope = { types, stagedTypes, municipalities, stage };
  const [row] = await ask(searchText, { ...parameters, ...scope, limit: maximumLooked });
  const { looked, things } = row as unknown as { readonly looked: number; readonly things: Looked };
  const inView = stage === null ? things.filter(([, , , , , inForce]) => inForce) : things;
  return { things, inView, truncated: looked >= maximumLooked };
}

/** The things that fit, best first. What is only alike counts where nothing has the words themselves. */
async function rank(
  query: SearchQuery,
  things: readonly (readonly [...Candidate, ...unknown[]])[],
  stage: Stage | null,
): Promise<readonly SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const [index, [id, labels, sortKey, searchText, searchFields]] of things.entries()) {
    const type = typeAmong(labels);
    const match = matchOf(query, type, linesAt({ searchText, searchFields }, stage));
    if (match) hits.push({ ...match, id, type, sortKey });
    if (index % 100 === 0) await yieldIfLong();
  }
  const isMeant = hits.some(isCertain);
  return hits.filter(({ kind }) => !isMeant || kind !== 'ALIKE').sort(byScore);
}

/** What decides the order of hits. */
type Rankable = Pick<SearchHit, 'score' | 'type' | 'sortKey' | 'id'>;

export function byScore(one: Rankable, other: Rankable): number {
  return (
    other.score - one.score ||
    (typeOrder.get(one.type) ?? 0) - (typeOrder.get(other.type) ?? 0) ||
    compare(one.sortKey, other.sortKey) ||
    compare(one.id, other.id)
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
