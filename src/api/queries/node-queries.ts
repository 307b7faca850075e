import { ArrayMaxSize, MaxLength } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { PlanStage } from '../types/enums.js';
import { NodeInterface } from '../types/objects.js';
import { atMost, noLonger } from './argument-limits.js';

/** How many ids one call may ask for. */
const maximumIds = 500;
/** Longer than any id: ids end in names. */
const maximumIdLength = 300;

const stageDescription = 'The graph below as this stage has it; null means what is in force. [計画段階]';

@ArgsType()
class NodesArguments {
  @Field(() => [ID], {
    description: `Ids of any nodes, such as ${nodeNamed('Measure').example}; at most ${maximumIds}. [識別子の一覧]`,
  })
  @ArrayMaxSize(maximumIds, atMost('ids', maximumIds))
  @MaxLength(maximumIdLength, { each: true, ...noLonger('ids', maximumIdLength) })
  ids!: string[];

  @Field(() => PlanStage, { nullable: true, description: stageDescription })
  stage?: string | null;
}

/** Look-ups by id, for any type. */
@Resolver()
export class NodeQueries {
  @Query(() => NodeInterface, {
    nullable: true,
    description: 'The node with that id, in force or not; null where there is none. [識別子で1件取得]',
  })
  node(
    @Arg('id', () => ID, { description: `Id of any node, such as ${nodeNamed('Measure').example}. [識別子]` })
    id: string,
    @Arg('stage', () => PlanStage, { nullable: true, description: stageDescription }) _stage: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    // Longer than any: there is none.
    if (id.length > maximumIdLength) return Promise.resolve(null);
    return context.engine.byId('Node', id.normalize('NFKC'), info);
  }

  @Query(() => [NodeInterface], {
    nullable: 'items',
    description: `The nodes with these ids, in the same order, null where there is none; at most ${maximumIds}. [識別子で複数件取得]`,
  })
  async nodes(
    @Args(() => NodesArguments, { validate: true }) { ids }: NodesArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown[]> {
    // Hundreds each time, and asked for under as many aliases as are allowed.
    await context.engine.chunks.yieldIfLong();
    return Promise.all(ids.map((id) => context.engine.byId('Node', id.normalize('NFKC'), info)));
  }
}
