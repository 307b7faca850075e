import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { RequestError } from '../../graph/request-error.js';
import type { RequestContext } from '../context.js';
import { PlanStage } from '../types/enums.js';
import { NodeInterface } from '../types/objects.js';

/** How many ids one call may ask for. */
const maximumIds = 500;

const stageDescription = 'The graph below as this stage has it; null means what is in force. [計画段階]';

/** Look-ups by id, for any type. */
@Resolver()
export class NodeQueries {
  @Query(() => NodeInterface, {
    nullable: true,
    description:
      'The node with that id, in force or not; null where there is none. Example: honjo:measure:5-1-1 [識別子で1件取得]',
  })
  node(
    @Arg('id', () => ID, { description: 'Id of any node. [識別子]' }) id: string,
    @Arg('stage', () => PlanStage, { nullable: true, description: stageDescription }) stage: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return context.engine.byId('Node', id.normalize('NFKC'), { stage }, info);
  }

  @Query(() => [NodeInterface], {
    nullable: 'items',
    description: `The nodes with these ids, in the same order, null where there is none; at most ${maximumIds}. [識別子で複数件取得]`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids of any nodes. [識別子の一覧]' }) ids: string[],
    @Arg('stage', () => PlanStage, { nullable: true, description: stageDescription }) stage: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown[]> {
    if (ids.length > maximumIds)
      throw new RequestError(
        'BAD_USER_INPUT',
        `ids: expected at most ${maximumIds} ids, but got: ${ids.length}`,
        `idsに指定できるのは${maximumIds}件までです（指定：${ids.length}件）。`,
      );
    return Promise.all(ids.map((id) => context.engine.byId('Node', id.normalize('NFKC'), { stage }, info)));
  }
}
