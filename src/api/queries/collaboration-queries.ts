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
import {
  collaborations,
  type Collaboration as Found,
  roleIn,
  roles,
  type SharedWork as Work,
} from '../../analysis/collaborations.js';
import { type DepartmentNetwork, departmentNetwork } from '../../analysis/department-network.js';
import { describe, enumeration } from '../../model/declaration.js';
import { edgeOfType, nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../context.js';
import { enumType, PlanStage, RelationshipType } from '../types/enums.js';
import { EntityInterface, nodeType, sourceType } from '../types/objects.js';
import { cityGraphFor } from './city-graphs-of.js';
import { type AskedLink, askedLink, sourcesOf } from './link-fields.js';

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

/** A measure or sheet that two share. */
@ObjectType({ description: 'A measure or a reform sheet that two share. [共有する施策・シート]' })
class SharedWork {
  @Field(() => RelationshipType, { description: 'How the department takes part. [部署の役割]' })
  role!: string;

  @Field(() => RelationshipType, { description: 'How the partner takes part. [相手の役割]' })
  partnerRole!: string;

  readonly id!: string;
  readonly links!: readonly AskedLink[];
  readonly stage!: string | null;
}

/** How often two share something in these roles. */
@ObjectType({ description: 'How often two share something in these roles. [役割の組ごとの件数]' })
class SharedRoles {
  @Field(() => RelationshipType, { description: 'How the department takes part. [部署の役割]' })
  role!: string;

  @Field(() => RelationshipType, { description: 'How the partner takes part. [相手の役割]' })
  partnerRole!: string;

  @Field(() => Int, { description: 'How many measures or sheets. [件数]' })
  count!: number;
}

/** Two departments that share measures or sheets. */
@ObjectType({ description: 'Two departments that share measures or reform sheets. [部署間の連携]' })
export class Collaboration {
  @Field(() => Int, { description: 'How many measures and sheets they share. [共有する施策・シートの件数]' })
  weight!: number;

  @Field(() => Int, { description: 'How many measures. [共有する施策中項目の件数]' })
  measureCount!: number;

  @Field(() => Int, { description: 'How many reform sheets. [共有する実施計画シートの件数]' })
  sheetCount!: number;

  @Field(() => [SharedRoles], { description: 'In which roles, and how often; most often first. [役割の組ごとの件数]' })
  roles!: SharedRoles[];

  @Field(() => [SharedWork], { description: 'What they share, measures first. [共有する施策・シート]' })
  shared!: SharedWork[];

  readonly departmentId!: string;
  readonly partnerId!: string;
  readonly stage!: string | null;
}

/** A department and a scope that supports its sheets. */
@ObjectType({
  description:
    'A department and a scope, such as all departments, that supports its reform sheets; a scope names no single department. [部署と連携課の範囲]',
})
class ScopeCollaboration {
  @Field(() => Int, { description: 'How many sheets. [シートの件数]' })
  weight!: number;

  @Field(() => [SharedWork], { description: 'Which sheets. [共有するシート]' })
  shared!: SharedWork[];

  readonly departmentId!: string;
  readonly scopeId!: string;
  readonly stage!: string | null;
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
      scopes: found.scopes.slice(0, first).map(({ department, partner, shared }) => ({
        weight: shared.length,
        shared: shared.map((work) => asShared(graph, work, stage)),
        departmentId: graph.ids[department] ?? '',
        scopeId: graph.ids[partner] ?? '',
        stage,
      })),
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

/** A collaboration as the schema shows it. */
export function asCollaboration(graph: CityGraph, found: Found, stage: string | null): Collaboration {
  const shared = found.shared.map((work) => asShared(graph, work, stage));
  const measures = found.shared.filter(({ work }) => graph.types[work] === 'Measure').length;
  return {
    weight: shared.length,
    measureCount: measures,
    sheetCount: shared.length - measures,
    roles: countRoles(shared),
    shared,
    departmentId: graph.ids[found.department] ?? '',
    partnerId: graph.ids[found.partner] ?? '',
    stage,
  };
}

const asShared = (graph: CityGraph, { work, ours, theirs }: Work, stage: string | null): SharedWork => ({
  role: roleIn(ours),
  partnerRole: roleIn(theirs),
  id: graph.ids[work] ?? '',
  links: [...ours, ...theirs].map((link) => askedLink(graph, link, stage)),
  stage,
});

function countRoles(shared: readonly SharedWork[]): SharedRoles[] {
  const counts = new Map<string, SharedRoles>();
  for (const { role, partnerRole } of shared) {
    const known = counts.get(`${role} ${partnerRole}`);
    counts.set(`${role} ${partnerRole}`, { role, partnerRole, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** Whom a collaboration joins. */
@Resolver(() => Collaboration)
class CollaborationFields {
  @FieldResolver(() => nodeType(nodeNamed('Department')), { description: 'The department. [部署]' })
  department(
    @Root() { departmentId, stage }: Collaboration,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return engine.byId('Department', departmentId, info, stage);
  }

  @FieldResolver(() => nodeType(nodeNamed('Department')), { description: 'The department it works with. [連携先]' })
  partner(
    @Root() { partnerId, stage }: Collaboration,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return engine.byId('Department', partnerId, info, stage);
  }

  @FieldResolver(() => [sourceType()], {
    description: 'Where it was read that both take part in what they share. [出典]',
  })
  sources(@Root() { shared, stage }: Collaboration, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return sourcesOf(
      shared.flatMap(({ links }) => links),
      stage,
      context,
      info,
    );
  }
}

/** What two share. */
@Resolver(() => SharedWork)
class SharedWorkFields {
  @FieldResolver(() => EntityInterface, { description: 'The measure or reform sheet. [施策・シート]' })
  node(@Root() { id, stage }: SharedWork, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return engine.byId('Entity', id, info, stage);
  }

  @FieldResolver(() => [sourceType()], { description: 'Where it was read that both take part in it. [出典]' })
  sources(@Root() { links, stage }: SharedWork, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return sourcesOf(links, stage, context, info);
  }
}

/** What a scope supports. */
@Resolver(() => ScopeCollaboration)
class ScopeCollaborationFields {
  @FieldResolver(() => nodeType(nodeNamed('Department')), { description: 'The department. [部署]' })
  department(
    @Root() { departmentId, stage }: ScopeCollaboration,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return engine.byId('Department', departmentId, info, stage);
  }

  @FieldResolver(() => nodeType(nodeNamed('SupportingScope')), { description: 'The scope. [連携課の範囲]' })
  scope(
    @Root() { scopeId, stage }: ScopeCollaboration,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return engine.byId('SupportingScope', scopeId, info, stage);
  }

  @FieldResolver(() => [sourceType()], { description: 'Where it was read. [出典]' })
  sources(
    @Root() { shared, stage }: ScopeCollaboration,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return sourcesOf(
      shared.flatMap(({ links }) => links),
      stage,
      context,
      info,
    );
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

export const collaborationResolvers = [
  CollaborationQueries,
  CollaborationFields,
  SharedWorkFields,
  ScopeCollaborationFields,
  CollaborationNetworkFields,
  NetworkDepartmentFields,
  DepartmentGroupFields,
] as const;
