import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Extensions, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { changesBetween, stepsBetween } from '../../analysis/changes.js';
import { RequestError } from '../../graph/request-error.js';
import { ChangeKind, type Stage } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { EntityType, enumType, nodeTypeOf, PlanStage } from '../types/enums.js';
import { connectionType } from '../types/objects.js';
import { atMost, noLonger } from './argument-limits.js';
import { citiesOf, municipalityDescription } from './cities.js';
import { declareConnectionArguments } from './connection-field.js';

const Change = nodeNamed('Change');
const ChangeKindType = enumType(ChangeKind);

/** By the names of the kinds: what is UNCHANGED stands behind all that has changed. */
const changedFirst = [{ kind: 'ASC' }];

const maximumChoices = 50;

@ArgsType()
class ChangesArguments {
  @Field(() => PlanStage, { nullable: true, description: 'The earlier stage; null means any. [変更前の段階]' })
  from?: Stage | null;

  @Field(() => PlanStage, { nullable: true, description: 'The later stage; null means any. [変更後の段階]' })
  to?: Stage | null;

  @Field(() => [ChangeKindType], { nullable: true, description: 'What happened; null means all. [変更の種類]' })
  @IsOptional()
  @ArrayMaxSize(maximumChoices, atMost('kinds', maximumChoices))
  kinds?: string[] | null;

  @Field(() => [EntityType], { nullable: true, description: 'Types of what changed; null means all. [対象の種類]' })
  @IsOptional()
  @ArrayMaxSize(maximumChoices, atMost('types', maximumChoices))
  types?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What of it changed, such as name or content; null means all. [項目]',
  })
  @IsOptional()
  @ArrayMaxSize(maximumChoices, atMost('fields', maximumChoices))
  @MaxLength(100, { each: true, ...noLonger('fields', 100) })
  fields?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: municipalityDescription('all that are loaded, ten at most', '読み込み済みのすべて（10まで）'),
  })
  municipality?: string | null;
}

/** What changed between the stages of the plan. */
@Resolver()
class ChangeQueries {
  @Query(() => connectionType(Change), {
    description:
      'What changed on the way from one stage to another, of every kind of thing. From CURRENT to ADOPTED the changes of both steps are put together, each with its own stages: what is added and removed again is left out, and so is "unchanged" where the other step changed it. Without from or to every recorded change of the steps in question is listed. Without an order what is UNCHANGED comes last. [段階間の変更]',
  })
  @Extensions({ cost: 100 })
  async changes(
    @Args(() => ChangesArguments, { validate: true })
    { from = null, to = null, kinds, types, fields, municipality }: ChangesArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const { engine } = context;
    if (stepsBetween(from, to).length === 0) throw wrongStages(from, to);
    const question = {
      from,
      to,
      kinds: kinds ?? null,
      types: types?.map(nodeTypeOf) ?? null,
      fields: fields?.map((field) => field.normalize('NFKC')) ?? null,
      municipalities: await citiesOf(municipality, context),
    };
    const ids = await changesBetween(question, (text, parameters) => engine.rows(text, parameters));
    return engine.listOf(Change, ids, info, changedFirst);
  }
}

declareConnectionArguments(ChangeQueries, 'changes', 3, Change);

export const changeResolvers = [ChangeQueries] as const;

const wrongStages = (from: Stage | null, to: Stage | null) =>
  new RequestError(
    'BAD_USER_INPUT',
    `from, to: expected an earlier and a later stage (CURRENT, DRAFT, ADOPTED), but got: ${from} and ${to}`,
    `fromには前の段階、toには後の段階を指定してください（CURRENT、DRAFT、ADOPTEDの順。指定：${from}、${to}）。`,
  );
