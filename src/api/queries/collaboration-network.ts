import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Float, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { CityGraph } from '../../analysis/city-graph.js';
import type { DepartmentNetwork } from '../../analysis/department-network.js';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { nodeType } from '../types/objects.js';
import { Collaboration, ScopeCollaboration } from './collaboration.js';

/** A department among those it works with. */
@ObjectType({ description: 'A department among those it works with. [連携網の中の部署]' })
class NetworkDepartment {
  @Field(() => Int, { description: 'How many departments it shares something with. [連携先の部署数]' })
  degree!: number;

  @Field(() => Int, {
    description: 'What it shares, counted once for each partner: the sum of the weights. [共有件数の合計]',
  })
  weightedDegree!: number;

  @Field(() => Float, {
    description:
      'Share of the shortest ways between every other two departments of the network that lead through it, 0 to 1. [媒介中心性]',
  })
  betweenness!: number;

  @Field(() => Int, { description: 'Number of its group. [グループ番号]' })
  group!: number;

  readonly id!: string;
  readonly stage!: string | null;
}

/** Departments that share more with one another than with others. */
@ObjectType({ description: 'Departments that share more with one another than with the rest. [連携の強いグループ]' })
class DepartmentGroup {
  @Field(() => Int, { description: 'Number, from 1; the largest group first. [番号]' })
  number!: number;

  @Field(() => Int, { description: 'How many departments it has. [部署数]' })
  size!: number;

  @Field(() => Int, { description: 'Sum of the weights between its departments. [グループ内の共有件数]' })
  weightInside!: number;

  @Field(() => Int, { description: 'Sum of the weights to departments of other groups. [グループ外との共有件数]' })
  weightOutside!: number;

  readonly ids!: readonly string[];
  readonly stage!: string | null;
}

/** Who works with whom in a city. */
@ObjectType({ description: 'Which departments share measures and reform sheets with which. [部署の連携網]' })
export class CollaborationNetwork {
  @Field(() => [Collaboration], {
    description: 'Each two departments once, those that share most first. [部署間の連携。共有の多い順]',
  })
  collaborations!: Collaboration[];

  @Field(() => Int, { description: 'How many pairs of departments there are. [組の総数]' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'Whether a list below was cut at `first`. [打ち切りの有無]' })
  truncated!: boolean;

  @Field(() => [ScopeCollaboration], {
    description: 'Departments and scopes such as 全庁, which are kept apart. [部署と連携課の範囲]',
  })
  scopes!: ScopeCollaboration[];

  readonly first!: number;
  readonly network!: () => Promise<DepartmentNetwork>;
  readonly graph!: CityGraph;
  readonly stage!: string | null;
}

/** The network as a whole. */
@Resolver(() => CollaborationNetwork)
class CollaborationNetworkFields {
  @FieldResolver(() => [NetworkDepartment], {
    description: 'Departments that share anything, the most central first. [連携のある部署。中心性の高い順]',
  })
  async departments(@Root() { network, graph, first, stage }: CollaborationNetwork): Promise<NetworkDepartment[]> {
    const { members } = await network();
    return members
      .slice(0, first)
      .map(({ department, ...figures }) => ({ ...figures, id: graph.ids[department] ?? '', stage }));
  }

  @FieldResolver(() => Int, { description: 'How many departments share anything. [連携のある部署の総数]' })
  async departmentCount(@Root() { network }: CollaborationNetwork): Promise<number> {
    return (await network()).members.length;
  }

  @FieldResolver(() => [DepartmentGroup], {
    description:
      'Groups of departments that share more with one another than with the rest (Louvain). [連携の強いグループ]',
  })
  async groups(@Root() { network, graph, first, stage }: CollaborationNetwork): Promise<DepartmentGroup[]> {
    const { groups } = await network();
    return groups.slice(0, first).map(({ departments, ...figures }) => ({
      ...figures,
      size: departments.length,
      ids: departments.map((place) => graph.ids[place] ?? ''),
      stage,
    }));
  }

  @FieldResolver(() => Float, {
    description: 'How far the groups stand apart: 0 no more than by chance, towards 1 clearly. [モジュラリティ]',
  })
  async modularity(@Root() { network }: CollaborationNetwork): Promise<number> {
    return (await network()).modularity;
  }
}

/** A department of the network. */
@Resolver(() => NetworkDepartment)
class NetworkDepartmentFields {
  @FieldResolver(() => nodeType(nodeNamed('Department')), { description: 'The department. [部署]' })
  department(
    @Root() { id, stage }: NetworkDepartment,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return engine.byId('Department', id, info, stage);
  }
}

/** The departments of a group. */
@Resolver(() => DepartmentGroup)
class DepartmentGroupFields {
  @FieldResolver(() => [nodeType(nodeNamed('Department'))], {
    description: 'Its departments, those that share most within the group first. [部署]',
  })
  departments(
    @Root() { ids, stage }: DepartmentGroup,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return Promise.all(ids.map((id) => engine.byId('Department', id, info, stage)));
  }
}

export const networkFields = [CollaborationNetworkFields, NetworkDepartmentFields, DepartmentGroupFields] as const;
