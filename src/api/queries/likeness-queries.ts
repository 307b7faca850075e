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
import type { CityGraph } from '../../analysis/city-graph.js';
import { aspects, comparedTypes } from '../../analysis/likeness/aspects.js';
import { comparedThings } from '../../analysis/likeness/features.js';
import { type Likeness, type LikenessReason, likenesses, phrases } from '../../analysis/likeness/likeness.js';
import { mergedSources } from '../../analysis/merged-sources.js';
import { statement } from '../../analysis/statements.js';
import { type Label, labelOf, type StoredNames, withArticle } from '../../analysis/wording.js';
import { RequestError } from '../../graph/request-error.js';
import { describe, enumeration } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import type { StoredSources } from '../../model/stored-sources.js';
import type { RequestContext } from '../../operation/context.js';
import { chosenTypes, EntityType, entityTypeOf, enumType, PlanStage } from '../types/enums.js';
import { EntityInterface, sourceType } from '../types/objects.js';
import { cityGraphFor } from './city-graphs-of.js';
import { askedLink, sourcesOf } from './link-fields.js';

const namesText = statement('names');
const sourcesText = statement('thing-sources');

const usualLimit = 10;
const maximumLimit = 100;
const choices = [...comparedTypes.keys()].map((name) => entityTypeOf({ name })).join(', ');

const LikenessAspect = enumType(
  enumeration('LikenessAspect', describe('In which respect two things are alike.', '類似の観点'), aspects),
);

@ArgsType()
class LikenessArguments {
  @Field(() => ID, {
    description: `Id of a policy item, measure, reform sheet or initiative, such as ${nodeNamed('ReformSheet').example}. [識別子]`,
  })
  id!: string;

  @Field(() => [EntityType], {
    nullable: true,
    description: `Compare with these types, of ${choices}; null means its own type. [比べる種類。省略時は同じ種類]`,
  })
  types?: string[] | null;

  @Field(() => Int, {
    defaultValue: usualLimit,
    nullable: true,
    description: `How many: 0 to ${maximumLimit}. [件数]`,
  })
  limit?: number | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'As this stage has it; null means what is in force. [計画段階。省略時は有効なもの]',
  })
  stage?: Stage | null;
}

/** What all answers of a comparison share. */
interface Comparison {
  readonly graph: CityGraph;
  readonly subject: string;
  readonly stage: Stage | null;
}

@ObjectType({ description: 'A respect in which two things are alike. [類似の理由]' })
class LikenessReasonType {
  readonly comparison!: Comparison;
  readonly other!: string;
  readonly found!: LikenessReason;

  @Field(() => LikenessAspect, { description: 'The respect. [観点]' })
  aspect!: string;

  @Field(() => Float, { description: 'Its part of the score. [スコアへの寄与]' })
  weight!: number;

  @Field(() => [String], { description: 'For names: the words that both have. [共通する語]' })
  words!: readonly string[];
}

@ObjectType('Likeness', { description: 'A thing that resembles another, and why. [類似項目]' })
class LikenessType {
  readonly comparison!: Comparison;
  readonly found!: Likeness;

  @Field(() => Float, { description: 'How alike it is, from 0 to 1: the sum of the weights of the reasons. [類似度]' })
  score!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'No department answers for both; null where the departments of either are not known. [部署をまたぐか]',
  })
  acrossDepartments!: boolean | null;

  @Field(() => [LikenessReasonType], { description: 'Why, the heaviest reason first. [理由]' })
  reasons!: readonly LikenessReasonType[];
}

@ObjectType({ description: 'What resembles a thing. [類似項目の一覧]' })
class LikenessList {
  readonly comparison!: Comparison;

  @Field(() => Int, { description: 'How many things are alike, regardless of the limit. [総件数]' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'More are alike than are shown. [打ち切りの有無]' })
  truncated!: boolean;

  @Field(() => [LikenessType], {
    description: 'The most alike first, by the score; that of other departments counts half as much again. [類似項目]',
  })
  matches!: readonly LikenessType[];
}

const refuse = (message: string, messageJa: string): never => {
  throw new RequestError('BAD_USER_INPUT', message, messageJa);
};

/** Likeness between things of a city. */
@Resolver(() => LikenessList)
class LikenessQueries {
  @Query(() => LikenessList, {
    nullable: true,
    description:
      'What resembles a policy item, measure, reform sheet or initiative, by shared goals, departments, measures, plans and words of the names: for finding duplicates and partners. Null where there is no such thing. [類似する施策・シートなど]',
  })
  @Extensions({ cost: 200 })
  async likeness(
    @Args(() => LikenessArguments) given: LikenessArguments,
    @Ctx() context: RequestContext,
  ): Promise<LikenessList | null> {
    const limit = given.limit ?? usualLimit;
    if (limit < 0 || limit > maximumLimit)
      refuse(
        `limit: expected a whole number between 0 and ${maximumLimit}, but got: ${limit}`,
        `limitには0から${maximumLimit}までの整数を指定してください（指定：${limit}）。`,
      );
    const chosen = chosenTypes(given.types);
    const wrong = chosen?.find((type) => !comparedTypes.has(type));
    if (wrong !== undefined) {
      const got = entityTypeOf({ name: wrong });
      refuse(
        `types: expected some of ${choices}, but got: ${got}`,
        `typesに指定できるのは${choices}です（指定：${got}）。`,
      );
    }
    const [id, stage] = [given.id.normalize('NFKC'), given.stage ?? null];
    const graph = await cityGraphFor({ ids: [id], stage }, context);
    const place = graph.place(id);
    if (place === undefined) return null;
    const compared = await comparedThings(graph, stage, (text, parameters) => context.engine.rows(text, parameters));
    const subject = compared.things.get(id);
    if (!subject)
      return refuse(
        `id: expected the id of one of ${choices}, but got that of ${withArticle(graph.types[place] ?? '')}`,
        `idには${choices}のいずれかの識別子を指定してください（指定：${graph.types[place]}の識別子）。`,
      );
    const all = likenesses(compared, graph, subject, new Set(chosen ?? [subject.type]));
    const comparison = { graph, subject: id, stage };
    const matches = all.slice(0, limit).map((found) => asLikeness(comparison, found));
    return { comparison, totalCount: all.length, truncated: all.length > limit, matches };
  }

  @FieldResolver(() => EntityInterface, { description: 'The thing itself. [対象]' })
  subject(
    @Root() { comparison }: LikenessList,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.byId('Entity', comparison.subject, info, comparison.stage);
  }
}

const asLikeness = (comparison: Comparison, found: Likeness): LikenessType => ({
  comparison,
  found,
  score: found.score,
  acrossDepartments: found.acrossDepartments,
  reasons: found.reasons.map((reason) => ({
    comparison,
    other: found.id,
    found: reason,
    aspect: reason.aspect,
    weight: reason.weight,
    words: reason.words,
  })),
});

@Resolver(() => LikenessType)
class LikenessFields {
  @FieldResolver(() => EntityInterface, { description: 'The thing that is alike. [類似する項目]' })
  node(
    @Root() { comparison, found }: LikenessType,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.byId('Entity', found.id, info, comparison.stage);
  }
}

@Resolver(() => LikenessReasonType)
class LikenessReasonFields {
  @FieldResolver(() => [EntityInterface], {
    description: 'What both have, the rarest first; none for names. [共通する項目]',
  })
  shared(
    @Root() { comparison, found }: LikenessReasonType,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return Promise.all(found.shared.map((id) => engine.byId('Entity', id, info, comparison.stage)));
  }

  @FieldResolver(() => String, { description: 'The reason in Japanese. [理由]' })
  async reason(@Root() root: LikenessReasonType, @Ctx() context: RequestContext): Promise<string> {
    return (await wording(root, context)).ja;
  }

  @FieldResolver(() => String, { description: 'The reason in English. [理由（英語）]' })
  async reasonEn(@Root() root: LikenessReasonType, @Ctx() context: RequestContext): Promise<string> {
    return (await wording(root, context)).en;
  }

  @FieldResolver(() => [sourceType()], {
    description: 'Where the links of both were read; for names, where both things were read. [出典]',
  })
  async sources(
    @Root() { comparison, other, found }: LikenessReasonType,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const { graph, subject, stage } = comparison;
    if (found.aspect !== 'NAME')
      return sourcesOf(
        found.links.map((link) => askedLink(graph, link, stage)),
        stage,
        context,
        info,
      );
    const read = [subject, other].map((id) => context.engine.byKeys(sourcesText, {}, id));
    return context.engine.sources(mergedSources((await Promise.all(read)) as StoredSources[], stage), info);
  }
}

/** A reason as a phrase, in both languages. */
async function wording({ comparison, found }: LikenessReasonType, { engine }: RequestContext): Promise<Label> {
  const { ja, en } = phrases[found.aspect];
  if (found.aspect === 'NAME')
    return { ja: `${ja}：${found.words.join('、')}`, en: `${en}: ${found.words.join(', ')}` };
  const { graph, stage } = comparison;
  const labels = await Promise.all(
    found.shared.map(async (id) => {
      const names = (await engine.byKeys(namesText, { stage }, id)) as StoredNames;
      return labelOf(graph.types[graph.place(id) ?? -1] ?? '', names);
    }),
  );
  const listed = (language: keyof Label, separator: string) => labels.map((label) => label[language]).join(separator);
  return { ja: `${ja}：${listed('ja', '、')}`, en: `${en}: ${listed('en', '; ')}` };
}

/** The resolvers of likeness. */
export const likenessResolvers = [LikenessQueries, LikenessFields, LikenessReasonFields] as const;
