import { IsOptional, Max, Min } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
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
import { collaborations, collaborationsOf, roles } from '../../analysis/collaborations.js';
import { type DepartmentNetwork, departmentNetwork } from '../../analysis/department-network.js';
import type { Asked } from '../../graph/projection.js';
import { describe, enumeration } from '../../model/declaration.js';
import { edgeOfType, nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../context.js';
import { enumType, PlanStage } from '../types/enums.js';
import { nodeType } from '../types/objects.js';
import { cityGraphFor } from './city-graphs-of.js';
import {
  asCollaboration,
  asScopeCollaboration,
  Collaboration,
  collaborationFields,
  ScopeCollaboration,
} from './collaboration.js';

const mostEntries = 500;

const DepartmentRole = enumType(
  enumeration(
    'DepartmentRole',
    describe('In which role a department takes part in a measure or a reform sheet.', '部署の役割'),
    Object.fromEntries(roles.map((role) => [role, edgeOfType(role).description])),
  ),
);

@ArgsType()
class CollaborationsArguments {
  @Field(() => ID, {
    nullable: true,
    description: 'Key or id of the municipality; may be left out while one is loaded. [市区町村]',
  })
  municipality?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    nullable: true,
    description:
      'How many measures and sheets two departments must share at least; also for who is central and for groups. [共有する件数の下限]',
  })
  @IsOptional()
  @Min(1, { message: 'minWeight: expected 1 or more / minWeightは1以上です' })
  minWeight?: number | null;

  @Field(() => [DepartmentRole], {
    nullable: true,
    description:
      'Only by these roles: OWNED_BY for shared measures, LED_BY and SUPPORTED_BY for shared sheets; null means all. [対象とする役割。省略時はすべて]',
  })
  roles?: string[] | null;

  @Field(() => Int, {
    defaultValue: 100,
    nullable: true,
    description: `How many entries each list may have: 1 to ${mostEntries}. [各一覧の最大件数]`,
  })
  @IsOptional()
  @Min(1, { message: `first: expected 1 to ${mostEntries} / firstは1から${mostEntries}までです` })
  @Max(mostEntries, { message: `first: expected 1 to ${mostEntries} / firstは1から${mostEntries}までです` })
  first?: number | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'The graph as this stage has it; null means what is in force. [計画段階]',
  })
  stage?: string | null;
}

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
class CollaborationNetwork {
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
  readonly network!: () => DepartmentNetwork;
  readonly graph!: CityGraph;
  readonly stage!: string | null;
}

/** Who works with whom. */
@Resolver()
class CollaborationQueries {
  @Query(() => CollaborationNetwork, {
    description:
      'Which departments share measures or reform sheets with which, in which role, how often and on what; who is central and which groups there are. [部署の連携網]',
  })
  async collaborations(
    @Args(() => CollaborationsArguments, { validate: true }) given: CollaborationsArguments,
    @Ctx() context: RequestContext,
  ): Promise<CollaborationNetwork> {
    const stage = given.stage ?? null;
    const [first, minWeight] = [given.first ?? 100, given.minWeight ?? 1];
    const graph = await cityGraphFor({ ids: [], municipality: given.municipality ?? null, stage }, context);
    const found = collaborations(graph, given.roles ? new Set(given.roles) : undefined);
    const pairs = found.departments.filter(({ shared }) => shared.length >= minWeight);
    let network: DepartmentNetwork | null = null;
    return {
      collaborations: pairs.slice(0, first).map((pair) => asCollaboration(graph, pair, stage)),
      totalCount: pairs.length,
      truncated: Math.max(pairs.length, found.scopes.length) > first,
      scopes: found.scopes.slice(0, first).map((pair) => asScopeCollaboration(graph, pair, stage)),
      first,
      network: () => {
        network ??= departmentNetwork(pairs);
        return network;
      },
      graph,
      stage,
    };
  }
}

/** The network as a whole. */
@Resolver(() => CollaborationNetwork)
class CollaborationNetworkFields {
  @FieldResolver(() => [NetworkDepartment], {
    description: 'Departments that share anything, the most central first. [連携のある部署。中心性の高い順]',
  })
  departments(@Root() { network, graph, first, stage }: CollaborationNetwork): NetworkDepartment[] {
    return network()
      .members.slice(0, first)
      .map(({ department, ...figures }) => ({ ...figures, id: graph.ids[department] ?? '', stage }));
  }

  @FieldResolver(() => Int, { description: 'How many departments share anything. [連携のある部署の総数]' })
  departmentCount(@Root() { network }: CollaborationNetwork): number {
    return network().members.length;
  }

  @FieldResolver(() => [DepartmentGroup], {
    description:
      'Groups of departments that share more with one another than with the rest (Louvain). [連携の強いグループ]',
  })
  groups(@Root() { network, graph, first, stage }: CollaborationNetwork): DepartmentGroup[] {
    return network()
      .groups.slice(0, first)
      .map(({ departments, ...figures }) => ({
        ...figures,
        size: departments.length,
        ids: departments.map((place) => graph.ids[place] ?? ''),
        stage,
      }));
  }

  @FieldResolver(() => Float, {
    description: 'How far the groups stand apart: 0 no more than by chance, towards 1 clearly. [モジュラリティ]',
  })
  modularity(@Root() { network }: CollaborationNetwork): number {
    return network().modularity;
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

@ArgsType()
class CollaboratorsArguments {
  @Field(() => Int, {
    defaultValue: 100,
    nullable: true,
    description: `How many: 1 to ${mostEntries}. [最大件数]`,
  })
  @IsOptional()
  @Min(1, { message: `first: expected 1 to ${mostEntries} / firstは1から${mostEntries}までです` })
  @Max(mostEntries, { message: `first: expected 1 to ${mostEntries} / firstは1から${mostEntries}までです` })
  first?: number | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'The graph as this stage has it; null means as above. [計画段階。省略時は上位と同じ]',
  })
  stage?: string | null;
}

/** What a department shares with others, as an analysis of a node that the engine has assembled. */
@Resolver(() => nodeType(nodeNamed('Department')))
class DepartmentFields {
  @FieldResolver(() => [Collaboration], {
    description: 'Departments it shares measures or reform sheets with; those it shares most with first. [連携先]',
  })
  async collaborators(
    @Root() asked: Asked,
    @Args(() => CollaboratorsArguments, { validate: true }) given: CollaboratorsArguments,
    @Ctx() context: RequestContext,
  ): Promise<Collaboration[]> {
    const stage = given.stage ?? asked.stage;
    const { graph, found } = await collaboratorsOf(asked.id, stage, context);
    return found.slice(0, given.first ?? 100).map((pair) => asCollaboration(graph, pair, stage));
  }

  @FieldResolver(() => Int, {
    description: 'How many departments it shares measures or reform sheets with. [連携先の部署数]',
  })
  async collaboratorCount(@Root() { id, stage }: Asked, @Ctx() context: RequestContext): Promise<number> {
    const { found } = await collaboratorsOf(id, stage, context);
    return found.length;
  }
}

async function collaboratorsOf(id: string, stage: string | null, context: RequestContext) {
  const graph = await cityGraphFor({ ids: [id], stage }, context);
  const place = graph.place(id);
  return { graph, found: place === undefined ? [] : collaborationsOf(graph, place) };
}

export const collaborationResolvers = [
  CollaborationQueries,
  CollaborationNetworkFields,
  NetworkDepartmentFields,
  DepartmentGroupFields,
  DepartmentFields,
  ...collaborationFields,
] as const;
