import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { CityGraph } from '../../analysis/city-graph.js';
import { type Collaboration as Found, roleIn, type SharedWork as Work } from '../../analysis/collaborations.js';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { RelationshipType } from '../types/enums.js';
import { EntityInterface, nodeType, sourceType } from '../types/objects.js';
import { type AskedLink, askedLink, sourcesOf } from './link-fields.js';

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
export class ScopeCollaboration {
  @Field(() => Int, { description: 'How many sheets. [シートの件数]' })
  weight!: number;

  @Field(() => [SharedWork], { description: 'Which sheets. [共有するシート]' })
  shared!: SharedWork[];

  readonly departmentId!: string;
  readonly scopeId!: string;
  readonly stage!: string | null;
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

/** A department and a scope as the schema shows them. */
export const asScopeCollaboration = (graph: CityGraph, found: Found, stage: string | null): ScopeCollaboration => ({
  weight: found.shared.length,
  shared: found.shared.map((work) => asShared(graph, work, stage)),
  departmentId: graph.ids[found.department] ?? '',
  scopeId: graph.ids[found.partner] ?? '',
  stage,
});

export const collaborationFields = [CollaborationFields, SharedWorkFields, ScopeCollaborationFields] as const;
