import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Float,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { maximumQueryLength } from '../../analysis/search/query.js';
import {
  maximumNames,
  type NameMatch,
  type NameResolution,
  reasonOf,
  resolveNames,
} from '../../analysis/search/resolve-names.js';
import { RequestError } from '../../graph/request-error.js';
import type { Stage } from '../../model/enums.js';
import type { RequestContext } from '../../operation/context.js';
import { EntityInterface } from '../types/objects.js';
import { checkedText, printed, SearchFieldChoice, SearchMatch, SearchScope, scopeOf } from './search-queries.js';

const usualLimit = 3;
const maximumLimit = 20;

@ArgsType()
class ResolveNamesArguments extends SearchScope {
  @Field(() => [String], {
    description: `The cells of the column, at most ${maximumNames} of at most ${maximumQueryLength} characters: names, codes, or both ("5-2-3 …"). [名称の一覧]`,
  })
  names!: string[];

  @Field(() => Int, {
    defaultValue: usualLimit,
    nullable: true,
    description: `How many matches for each: 1 to ${maximumLimit}. [1件あたりの候補数]`,
  })
  limit?: number | null;
}

/** A match with the stage as which it is shown. */
@ObjectType('NameMatch', { description: 'A thing that a name can mean, and why. [名称の候補]' })
class NameMatchType {
  readonly match!: NameMatch;
  readonly stage!: Stage | null;
}

@ObjectType('NameResolution', { description: 'What a name of the column can mean. [名称の照合結果]' })
class NameResolutionType {
  readonly resolution!: NameResolution;
  readonly stage!: Stage | null;

  @Field(() => String, { description: 'The name as it was given. [指定された名称]' })
  name!: string;

  @Field(() => Boolean, { description: 'Two or more things are equally near. [候補が複数あり決められないか]' })
  ambiguous!: boolean;
}

const refuse = (message: string, messageJa: string): never => {
  throw new RequestError('BAD_USER_INPUT', message, messageJa);
};

/** Names as people paste them, matched with the graph. */
@Resolver(() => NameResolutionType)
export class NameQueries {
  @Query(() => [NameResolutionType], {
    description:
      'What each name of a pasted column means, in the same order: whole names and codes, other names, slips of a character or two, parts, and what is alike. [名称一覧の照合]',
  })
  @Extensions({ cost: 500, entriesOf: 'names' })
  async resolveNames(
    @Args(() => ResolveNamesArguments) { names, limit, ...scope }: ResolveNamesArguments,
    @Ctx() context: RequestContext,
  ): Promise<NameResolutionType[]> {
    if (names.length > maximumNames)
      refuse(
        `names: expected at most ${maximumNames} names, but got ${names.length}`,
        `namesに指定できるのは${maximumNames}件までです（指定：${names.length}件）。`,
      );
    const count = limit ?? usualLimit;
    if (count < 1 || count > maximumLimit)
      refuse(
        `limit: expected a whole number between 1 and ${maximumLimit}, but got: ${count}`,
        `limitには1から${maximumLimit}までの整数を指定してください（指定：${count}）。`,
      );
    for (const [index, name] of names.entries()) checkedText(`names[${index}]`, name);
    const where = await scopeOf(scope, context);
    const found = await resolveNames((text, parameters) => context.engine.rows(text, parameters), names, where, count);
    return found.map((resolution) => ({
      resolution,
      stage: where.stage,
      name: resolution.name,
      ambiguous: resolution.ambiguous,
    }));
  }

  @FieldResolver(() => [NameMatchType], { description: 'What it can mean, best first. [候補]' })
  matches(@Root() { resolution, stage }: NameResolutionType): NameMatchType[] {
    return resolution.matches.map((match) => ({ match, stage }));
  }

  @FieldResolver(() => NameMatchType, {
    nullable: true,
    description: 'What it means; null where nothing is near enough, or several things are equally near. [照合結果]',
  })
  best(@Root() { resolution, stage }: NameResolutionType): NameMatchType | null {
    return resolution.best && { match: resolution.best, stage };
  }
}

/** Why a name can mean a thing. */
@Resolver(() => NameMatchType)
export class NameMatchFields {
  @FieldResolver(() => EntityInterface, { description: 'The thing. [項目]' })
  node(
    @Root() { match, stage }: NameMatchType,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.byId('Entity', match.id, info, stage);
  }

  @FieldResolver(() => Float, { description: 'How near it is, from 0 to 1; 1 is the whole name or code. [一致度]' })
  score(@Root() { match }: NameMatchType): number {
    return match.score;
  }

  @FieldResolver(() => SearchMatch, { description: 'How it fits. [一致の種類]' })
  match(@Root() { match }: NameMatchType): string {
    return match.kind;
  }

  @FieldResolver(() => SearchFieldChoice, { description: 'What of it fits. [一致した項目]' })
  matchedField(@Root() { match }: NameMatchType): string {
    return match.field;
  }

  @FieldResolver(() => String, { description: 'The name that fits, as it is printed. [一致した文字列]' })
  matchedText(@Root() { match }: NameMatchType, @Ctx() context: RequestContext): Promise<string> {
    return printed(match, context);
  }

  @FieldResolver(() => String, { description: 'Why, in Japanese. [理由]' })
  async reason(@Root() { match }: NameMatchType, @Ctx() context: RequestContext): Promise<string> {
    return reasonOf(match, await printed(match, context)).ja;
  }

  @FieldResolver(() => String, { description: 'Why, in English. [理由（英語）]' })
  async reasonEn(@Root() { match }: NameMatchType, @Ctx() context: RequestContext): Promise<string> {
    return reasonOf(match, await printed(match, context)).en;
  }
}
