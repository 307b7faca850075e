/** Search over every named thing, and names as people paste them, matched with the graph. */
import { ofTypes } from '../../analysis/coverage/whole-city.js';
import { highlight, printedText } from '../../analysis/search/highlight.js';
import { linkedWithAll, thingsNamedIn } from '../../analysis/search/linked.js';
import { type MatchKind, matchKinds } from '../../analysis/search/matching.js';
import { pageOf } from '../../analysis/search/page.js';
import { maximumQueryLength } from '../../analysis/search/query.js';
import { maximumNames, type NameMatch, reasonOf, resolveNames } from '../../analysis/search/resolve-names.js';
import {
  bestOfEach,
  type SearchHit,
  type SearchRequest,
  type SearchResult,
  search,
} from '../../analysis/search/search.js';
import { statement } from '../../analysis/statements.js';
import { type Coverage as Told, writeCoverage } from '../../graph/coverage.js';
import { selectionBelow } from '../../graph/selection.js';
import { enumeration, type NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodes as nodeTypes } from '../../model/model.js';
import { type SearchField, searchFields } from '../../model/search-text.js';
import type { RequestContext } from '../context.js';
import { coverageField, coverageOf } from '../coverage.js';
import { characters, eachCharacters, entries } from '../types/argument-limits.js';
import { argument, computed, field, object, t } from '../types/declare.js';
import { chosenTypes, EntityType, entityTypeOf } from '../types/enums.js';
import { Coverage, Entity, pageArguments } from '../types/objects.js';
import { chosenMunicipalities, entityTypes, howMany, stageType } from './arguments.js';
import { areTooManyCities, type ChosenCities, chosenCities, cityGraphFor, mostSelected } from './cities.js';
import { inBothLanguages, node, pageInfo } from './shared-fields.js';

const printedTexts = statement('search-texts');

/** The most matches of a name. */
const maximumMatches = 20;

/** What of a thing fits, and how: of a search as of a name. */
const searchField = t.enum<SearchField>(
  enumeration('SearchField', 'What of a thing fits a search.', '一致した項目', searchFields),
);
const searchMatch = t.enum<MatchKind>(
  enumeration('SearchMatch', 'How a thing fits a search.', '一致の種類', matchKinds),
);

/** Where a search looks. */
const scopeArguments = {
  types: argument(entityTypes, 'Only these types; null means all. [種類。省略時はすべて]'),
  ...chosenMunicipalities('any', 'すべて', mostSelected),
  stage: argument(
    stageType,
    'Search the graph as this stage has it; null means what is in force. [計画段階。省略時は有効なもの]',
  ),
};

const SearchHighlight = object('SearchHighlight', 'A part of a text in which a match is shown. [一致箇所]', {
  text: [t.string, 'The part; all parts in a row are the text. [文字列]'],
  matched: [t.boolean, 'It is what fits. [一致したか]'],
});

const SearchFacet = object('SearchFacet', 'How many of the things found are of a type. [種類ごとの件数]', {
  type: [t.enum(EntityType), 'The type. [種類]'],
  count: [t.int, 'How many. [件数]'],
});

/** The fields that say why something was found. */
const matchFields = (score: string, text: string) => ({
  score: computed(t.float, score, (hit: SearchHit) => hit.score),
  match: computed(searchMatch, 'How it fits. [一致の種類]', ({ kind }: SearchHit) => kind),
  matchedField: computed(searchField, 'What of it fits. [一致した項目]', (hit: SearchHit) => hit.field),
  matchedText: computed(t.string, text, (hit: SearchHit, _given, context) => printed(hit, context)),
});

/** A hit with the search that found it. */
interface Edge extends SearchHit {
  readonly cursor: string;
  readonly found: SearchResult;
  readonly stage: Stage | null;
}

const SearchEdge = object<Edge>(
  'SearchEdge',
  'A thing that was found, and why. [検索結果の要素]',
  { cursor: [t.string, 'Its place in the list. [カーソル]'] },
  {
    node: node('Entity', 'id', 'The thing. [項目]'),
    ...matchFields(
      'How well it fits, from 0 to 1; 1 is a whole name or code. [一致度]',
      'The name or text that fits, as it is printed. [一致した文字列]',
    ),
    highlight: computed(
      t.list(SearchHighlight),
      'The same text in parts, those that fit marked. [一致箇所の強調]',
      async (hit, _given, context) => highlight(hit.found.query, hit, await printed(hit, context)),
    ),
  },
);

/** A page of what was found for a request. */
interface Found {
  readonly found: SearchResult;
  readonly page: ReturnType<typeof pageOf>;
  readonly request: SearchRequest;
}

const SearchConnection = object(
  'SearchConnection',
  'What a search found, best first. [検索結果]',
  {
    totalCount: [t.int, 'How many things fit; at least so many where it was truncated. [総件数]'],
    noLongerInForce: [
      t.int,
      'How many more fit that are not in force any more; ask with a stage to see them. 0 where a stage is given. [有効でないため省いた件数]',
    ],
    truncated: [t.boolean, 'More was found than could be looked at: what fits least may be missing. [打ち切りの有無]'],
    facets: [t.list(SearchFacet), 'All that fit, by type, in the order of the model. [種類ごとの件数]'],
  },
  {
    nodes: computed(
      t.list(Entity),
      'The things of the page. [ページの内容]',
      ({ page, request }: Found, _given, { engine }, info) =>
        Promise.all(page.entries.map(({ id }) => engine.byId('Entity', id, info, request.stage))),
    ),
    edges: computed(
      t.list(SearchEdge),
      'The page with cursors and reasons. [理由付きの内容]',
      ({ page: { entries, cursors }, found, request: { stage } }: Found) =>
        cursors().map((cursor, index) => ({ ...(entries[index] as SearchHit), cursor, found, stage })),
    ),
    pageInfo,
    coverage: coverageField(
      'Whether the documents list all things of the types that were searched: what stands in chapters that were not read is not found. [網羅の状態]',
      ({ request: { types, municipalities, stage }, page }: Found) => ({
        scope: { ids: [], municipalities, stage },
        extent: (city) => ofTypes(city, types),
        isEmpty: page.entries.length === 0,
      }),
    ),
  },
);

const Match = object<NameMatch & { readonly stage: Stage | null }>(
  'NameMatch',
  'A thing that a name can mean, and why. [名称の候補]',
  {},
  {
    node: node('Entity', 'id', 'The thing. [項目]'),
    ...matchFields(
      'How near it is, from 0 to 1; 1 is the whole name or code. [一致度]',
      'The name that fits, as it is printed. [一致した文字列]',
    ),
    ...inBothLanguages(
      'reason',
      ['Why, in Japanese. [理由]', 'Why, in English. [理由（英語）]'],
      async (match: NameMatch, context) => reasonOf(match, await printed(match, context)),
    ),
  },
);

/** What a name can mean, with what the documents can tell of the things among which it was looked for. */
interface Resolved {
  readonly coverage: () => Promise<Told>;
}

const Resolution = object(
  'NameResolution',
  'What a name of the column can mean. [名称の照合結果]',
  {
    name: [t.string, 'The name as it was given. [指定された名称]'],
    ambiguous: [t.boolean, 'Two or more things are equally near. [候補が複数あり決められないか]'],
    matches: [t.list(Match), 'What it can mean, best first. [候補]'],
    best: [
      t.nullable(Match),
      'What it means; null where nothing is near enough, or several things are equally near. [照合結果]',
    ],
  },
  {
    coverage: computed(
      Coverage,
      'Whether the documents list all things among which the name was looked for: one that means nothing may stand in what was not read. [網羅の状態]',
      async ({ coverage }: Resolved, _given, _context, info) => writeCoverage(await coverage(), selectionBelow(info)),
    ),
  },
);

export const searchQueries = {
  search: field({
    type: SearchConnection,
    description:
      'Every named thing that fits what was typed: whole names and codes first ("5-2-3", "SDG 17"), then what is linked with all of several that were typed ("SDG 17 市民活動推進課"), former and other names, names that begin with it or hold it, names that are read as what was typed, texts, words that mean the same, and last what differs by a character or two. [全項目の検索]',
    args: {
      ...scopeArguments,
      query: argument(
        t.string,
        `A name, a code or words, at most ${maximumQueryLength} characters; width, letter case, kana and punctuation do not matter. [検索語]`,
        characters(maximumQueryLength),
      ),
      ...pageArguments,
    },
    extensions: { cost: 50 },
    resolve: async (_root, { query, types, municipality, municipalities, stage, ...page }, context) => {
      const scope = await scopeOf({ types, municipality, municipalities, stage }, context);
      const request: SearchRequest = { query, ...scope };
      const found = withLinked(...(await Promise.all([search(context.ask, request), linkedIn(request, context)])));
      const { hits, noLongerInForce, truncated } = found;
      return {
        found,
        page: pageOf(hits, request, page),
        request,
        totalCount: hits.length,
        noLongerInForce,
        truncated,
        facets: facetsOf(found),
      };
    },
  }),
  resolveNames: field({
    type: t.list(Resolution),
    description:
      'What each name of a pasted column means, in the same order: whole names and codes, other names, slips of a character or two, parts, and what is alike. [名称一覧の照合]',
    args: {
      ...scopeArguments,
      names: argument(
        t.list(t.string),
        `The cells of the column, at most ${maximumNames} of at most ${maximumQueryLength} characters: names, codes, or both ("5-2-3 …"). [名称の一覧]`,
        entries(maximumNames),
        eachCharacters(maximumQueryLength, { numbered: true }),
      ),
      limit: howMany(3, 1, maximumMatches, ' matches for each', '1件あたりの候補数'),
    },
    extensions: { cost: 500, entriesOf: 'names' },
    resolve: async (_root, { names, limit, ...given }, context) => {
      const scope = await scopeOf(given, context);
      const found = await resolveNames(context.ask, names, scope, limit);
      const staged = (match: NameMatch) => ({ ...match, stage: scope.stage });
      const coverage = coverageOfNames(scope, context);
      return found.map(({ best, matches, ...resolution }) => ({
        ...resolution,
        matches: matches.map(staged),
        best: best && staged(best),
        coverage: () => coverage(best === null && !resolution.ambiguous),
      }));
    },
  }),
};

/** What the documents can tell of the things that names can mean, by whether one means nothing: the same for all such names. */
function coverageOfNames({ types, municipalities, stage }: Scope, context: RequestContext) {
  const known = new Map<boolean, Promise<Told>>();
  return (isEmpty: boolean): Promise<Told> => {
    const scope = { ids: [], municipalities, stage };
    const told = known.get(isEmpty) ?? coverageOf({ scope, extent: (city) => ofTypes(city, types), isEmpty }, context);
    known.set(isEmpty, told);
    return told;
  };
}

/** What is linked with all the things that a query names. */
async function linkedIn(request: SearchRequest, context: RequestContext): Promise<readonly SearchHit[]> {
  const named = await thingsNamedIn(context.ask, request);
  const { municipalities, stage, types } = request;
  const scope = { ids: named.map(({ id }) => id), municipalities, stage };
  if (named.length === 0 || (await areTooManyCities(scope, context))) return [];
  return linkedWithAll(await cityGraphFor(scope, context), named, types);
}

/** What was found by its own texts and by its links. */
const withLinked = (found: SearchResult, linked: readonly SearchHit[]): SearchResult => ({
  ...found,
  hits: bestOfEach([...found.hits, ...linked]),
});

/** The text that fits, as it is printed. */
async function printed(hit: SearchHit, { engine }: RequestContext): Promise<string> {
  return printedText(hit, (await engine.byKeys(printedTexts, {}, hit.id)) as readonly unknown[]);
}

function facetsOf({ hits }: SearchResult) {
  const counts = new Map<string, number>();
  for (const { type } of hits) counts.set(type, (counts.get(type) ?? 0) + 1);
  return nodeTypes.flatMap((node) => {
    const count = counts.get(node.name);
    return count ? [{ type: entityTypeOf(node), count }] : [];
  });
}

interface Scope {
  readonly types: readonly NodeName[] | null;
  readonly municipalities: readonly string[] | null;
  readonly stage: Stage | null;
}

/** The scope of a search as its arguments give it. */
const scopeOf = async (
  { types, stage, ...chosen }: Pick<Scope, 'stage'> & ChosenCities & { readonly types: readonly string[] | null },
  context: RequestContext,
): Promise<Scope> => ({
  types: chosenTypes(types),
  municipalities: await chosenCities(chosen, context, mostSelected),
  stage,
});
