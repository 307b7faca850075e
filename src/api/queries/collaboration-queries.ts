import { IsOptional, Max, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Extensions, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { collaborations, collaborationsOf, roles } from '../../analysis/collaborations.js';
import { type DepartmentNetwork, departmentNetwork } from '../../analysis/department-network.js';
import type { Asked } from '../../graph/projection.js';
import { describe, enumeration } from '../../model/declaration.js';
import { edgeOfType, nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { yieldIfLong } from '../../yielding.js';
import { enumType, PlanStage } from '../types/enums.js';
import { nodeType } from '../types/objects.js';
import { within } from './argument-limits.js';
import { municipalityDescription } from './cities.js';
import { cityGraphFor } from './city-graphs-of.js';
import { asCollaboration, asScopeCollaboration, Collaboration, collaborationFields } from './collaboration.js';
import { CollaborationNetwork, networkFields } from './collaboration-network.js';

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
    description: municipalityDescription('all that are loaded, ten at most', '読み込み済みのすべて（10まで）'),
  })
  municipality?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    nullable: true,
    description:
      'How many measures and sheets two departments must share at least; also for who is central and for groups. [共有する件数の下限]',
  })
  @IsOptional()
  @Min(1, within('minWeight', 1))
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
  @Min(1, within('first', 1, mostEntries))
  @Max(mostEntries, within('first', 1, mostEntries))
  first?: number | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'The graph as this stage has it; null means what is in force. [計画段階]',
  })
  stage?: string | null;
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
    // Each step takes a city of thousands of things some ten milliseconds.
    await yieldIfLong();
    const found = collaborations(graph, given.roles ? new Set(given.roles) : undefined);
    const pairs = found.departments.filter(({ shared }) => shared.length >= minWeight);
    const networkLater = async () => {
      await yieldIfLong();
      return departmentNetwork(pairs);
    };
    let network: Promise<DepartmentNetwork> | null = null;
    return {
      collaborations: pairs.slice(0, first).map((pair) => asCollaboration(graph, pair, stage)),
      totalCount: pairs.length,
      truncated: Math.max(pairs.length, found.scopes.length) > first,
      scopes: found.scopes.slice(0, first).map((pair) => asScopeCollaboration(graph, pair, stage)),
      first,
      network: () => {
        network ??= networkLater();
        return network;
      },
      graph,
      stage,
    };
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
  @Min(1, within('first', 1, mostEntries))
  @Max(mostEntries, within('first', 1, mostEntries))
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
  @Extensions({ cost: 5 })
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

  @Extensions({ cost: 5 })
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
  DepartmentFields,
  ...networkFields,
  ...collaborationFields,
] as const;
