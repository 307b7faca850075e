import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type HighlightPart, highlight, printedText } from '../../analysis/search/highlight.js';
import { matchKinds } from '../../analysis/search/matching.js';
import { pageOf, type SearchPage, writeCursor } from '../../analysis/search/page.js';
import { maximumQueryLength } from '../../analysis/search/query.js';
import { type SearchHit, type SearchRequest, type SearchResult, search } from '../../analysis/search/search.js';
import { statement } from '../../analysis/statements.js';
import { defaultPageSize, maximumPageSize } from '../../graph/page.js';
import { RequestError } from '../../graph/request-error.js';
import { selectionBelow } from '../../graph/selection.js';
import { describe, enumeration } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodes } from '../../model/model.js';
import { searchFields } from '../../model/search-text.js';
import type { RequestContext } from '../../operation/context.js';
import { chosenTypes, EntityType, entityTypeOf, enumType, PlanStage } from '../types/enums.js';
import { EntityInterface, pageInfo } from '../types/objects.js';
import { municipalityDescription, municipalityOf } from './cities.js';

export const SearchFieldChoice = enumType(
  enumeration('SearchField', describe('What of a thing fits a search.', '一致した項目'), searchFields),
);
export const SearchMatch = enumType(
  enumeration('SearchMatch', describe('How a thing fits a search.', '一致の種類'), matchKinds),
);

const printedTexts = statement('search-texts');

@ArgsType()
export class SearchScope {
  @Field(() => [EntityType], {
    nullable: true,
    description: 'Only these types; null means all. [種類。省略時はすべて]',
  })
  types?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: municipalityDescription('any', 'すべて'),
  })
  municipality?: string | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'Search the graph as this stage has it; null means what is in force. [計画段階。省略時は有効なもの]',
  })
  stage?: Stage | null;
}

@ArgsType()
class SearchArguments extends SearchScope {
  @Field(() => String, {
    description: `A name, a code or words, at most ${maximumQueryLength} characters; width, letter case, kana and punctuation do not matter. [検索語]`,
  })
  query!: string;

  @Field(() => Int, {
    defaultValue: defaultPageSize,
    nullable: true,
    description: `How many: 0 to ${maximumPageSize}. [件数]`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Start behind this cursor. [このカーソルの後から]' })
  after?: string | null;
}

@ObjectType({ description: 'A part of a text in which a match is shown. [一致箇所]' })
class SearchHighlight implements HighlightPart {
  @Field(() => String, { description: 'The part; all parts in a row are the text. [文字列]' })
  text!: string;

  @Field(() => Boolean, { description: 'It is what fits. [一致したか]' })
  matched!: boolean;
}

@ObjectType({ description: 'How many of the things found are of a type. [種類ごとの件数]' })
class SearchFacet {
  @Field(() => EntityType, { description: 'The type. [種類]' })
  type!: string;

  @Field(() => Int, { description: 'How many. [件数]' })
  count!: number;
}

/** A hit with the search that found it. */
@ObjectType({ description: 'A thing that was found, and why. [検索結果の要素]' })
class SearchEdge {
  readonly hit!: SearchHit;
  readonly found!: SearchResult;
  readonly request!: SearchRequest;

  @Field(() => String, { description: 'Its place in the list. [カーソル]' })
  cursor!: string;
}

@ObjectType({ description: 'What a search found, best first. [検索結果]' })
class SearchConnection {
  readonly found!: SearchResult;
  readonly page!: SearchPage;
  readonly request!: SearchRequest;

  @Field(() => Int, { description: 'How many things fit; at least so many where it was truncated. [総件数]' })
  totalCount!: number;

  @Field(() => Int, {
    description:
      'How many more fit that are not in force any more; ask with a stage to see them. 0 where a stage is given. [有効でないため省いた件数]',
  })
  noLongerInForce!: number;

  @Field(() => Boolean, {
    description: 'More was found than could be looked at: what fits least may be missing. [打ち切りの有無]',
  })
  truncated!: boolean;

  @Field(() => [SearchFacet], { description: 'All that fit, by type, in the order of the model. [種類ごとの件数]' })
  facets!: SearchFacet[];
}

/** Search over every named thing. */
@Resolver(() => SearchConnection)
export class SearchQueries {
  @Query(() => SearchConnection, {
    description:
      'Every named thing that fits what was typed: whole names and codes first ("5-2-3", "SDG 17"), then former and other names, names that begin with it or hold it, texts, and last what differs by a character or two. [全項目の検索]',
  })
  @Extensions({ cost: 50 })
  async search(
    @Args(() => SearchArguments) given: SearchArguments,
    @Ctx() context: RequestContext,
  ): Promise<SearchConnection> {
    const query = checkedText('query', given.query);
    const request: SearchRequest = { query, ...(await scopeOf(given, context)) };
    const found = await search((text, parameters) => context.engine.rows(text, parameters), request);
    const page = pageOf(found.hits, request, given.first ?? null, given.after ?? null);
    const { hits, noLongerInForce, truncated } = found;
    return { found, page, request, totalCount: hits.length, noLongerInForce, truncated, facets: facetsOf(found) };
  }

  @FieldResolver(() => [EntityInterface], { description: 'The things of the page. [ページの内容]' })
  nodes(
    @Root() { page, request }: SearchConnection,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return Promise.all(page.hits.map(({ id }) => engine.byId('Entity', id, info, request.stage)));
  }

  @FieldResolver(() => [SearchEdge], { description: 'The page with cursors and reasons. [理由付きの内容]' })
  edges(@Root() { page, found, request }: SearchConnection): unknown {
    return page.hits.map((hit) => ({ hit, found, request, cursor: writeCursor(hit, request) }));
  }

  @FieldResolver(() => pageInfo(), { description: 'Where the page lies. [ページ情報]' })
  pageInfo(@Root() { page, request }: SearchConnection, @Info() info: GraphQLResolveInfo): unknown {
    const cursor = (hit: SearchHit | undefined) => (hit ? writeCursor(hit, request) : null);
    const parts: Readonly<Record<string, unknown>> = {
      __typename: 'PageInfo',
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: cursor(page.hits[0]),
      endCursor: cursor(page.hits.at(-1)),
    };
    const selected = selectionBelow(info).of('PageInfo');
    return Object.fromEntries(selected.map(({ name, responseKey }) => [responseKey, parts[name]]));
  }
}

/** Why a thing was found. */
@Resolver(() => SearchEdge)
export class SearchEdgeFields {
  @FieldResolver(() => EntityInterface, { description: 'The thing. [項目]' })
  node(
    @Root() { hit, request }: SearchEdge,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.byId('Entity', hit.id, info, request.stage);
  }

  @FieldResolver(() => Float, {
    description: 'How well it fits, from 0 to 1; 1 is a whole name or code. [一致度]',
  })
  score(@Root() { hit }: SearchEdge): number {
    return hit.score;
  }

  @FieldResolver(() => SearchMatch, { description: 'How it fits. [一致の種類]' })
  match(@Root() { hit }: SearchEdge): string {
    return hit.kind;
  }

  @FieldResolver(() => SearchFieldChoice, { description: 'What of it fits. [一致した項目]' })
  matchedField(@Root() { hit }: SearchEdge): string {
    return hit.field;
  }

  @FieldResolver(() => String, { description: 'The name or text that fits, as it is printed. [一致した文字列]' })
  matchedText(@Root() { hit }: SearchEdge, @Ctx() context: RequestContext): Promise<string> {
    return printed(hit, context);
  }

  @FieldResolver(() => [SearchHighlight], {
    description: 'The same text in parts, those that fit marked. [一致箇所の強調]',
  })
  async highlight(
    @Root() { hit, found }: SearchEdge,
    @Ctx() context: RequestContext,
  ): Promise<readonly HighlightPart[]> {
    return highlight(found.query, hit, await printed(hit, context));
  }
}

/** The text that fits, as it is printed. */
export async function printed(hit: SearchHit, { engine }: RequestContext): Promise<string> {
  return printedText(hit, (await engine.byKeys(printedTexts, {}, hit.id)) as readonly unknown[]);
}

function facetsOf({ hits }: SearchResult): SearchFacet[] {
  const counts = new Map<string, number>();
  for (const { type } of hits) counts.set(type, (counts.get(type) ?? 0) + 1);
  return nodes.flatMap((node) => {
    const count = counts.get(node.name);
    return count ? [{ type: entityTypeOf(node), count }] : [];
  });
}

/** The scope of a search as its arguments give it. */
export const scopeOf = async (
  { types, municipality, stage }: SearchScope,
  context: RequestContext,
): Promise<Omit<SearchRequest, 'query'>> => ({
  types: chosenTypes(types),
  municipality: await municipalityOf(municipality, context),
  stage: stage ?? null,
});

/** Refuses a text that is longer than any name. */
export function checkedText(argument: string, text: string): string {
  if (text.length <= maximumQueryLength) return text;
  throw new RequestError(
    'BAD_USER_INPUT',
    `${argument}: expected at most ${maximumQueryLength} characters, but got ${text.length}`,
    `${argument}は${maximumQueryLength}文字までです（指定：${text.length}文字）。`,
  );
}
