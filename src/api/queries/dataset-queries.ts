import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { nodeNamed, nodes } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { nodeType } from '../types/objects.js';

/** How many nodes of a type the graph holds. */
@ObjectType({ description: 'How many nodes of a type the graph holds. [種類ごとの件数]' })
class TypeCount {
  @Field(() => String, { description: 'Name of the type. [種類]' })
  type!: string;

  @Field(() => Int, { description: 'All of them, in force or not. [件数]' })
  count!: number;

  @Field(() => Int, { description: 'Those in force. [有効な件数]' })
  effectiveCount!: number;
}

/** What the graph holds and where it came from. */
@ObjectType({ description: 'What the graph holds of one municipality and where it came from. [データセット]' })
class Dataset {
  @Field(() => ID, { description: 'Key of the municipality. [市区町村のキー]' })
  municipality!: string;

  @Field(() => String, { description: 'Changes whenever the content of the graph changes. [版]' })
  revision!: string;

  @Field(() => String, { description: 'When this revision was loaded, ISO 8601, UTC. [読込日時]' })
  loadedAt!: string;
}

const datasetsText =
  'MATCH (d:Dataset) RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt ORDER BY municipality';

const countsText =
  'UNWIND $keys AS key RETURN key, COLLECT { ' +
  'MATCH (n:Node) WHERE n.municipality = key UNWIND labels(n) AS type WITH type, n WHERE type IN $types ' +
  'WITH type, count(n) AS total, count(CASE WHEN n.effective THEN 1 END) AS effective ' +
  'RETURN [type, total, effective] } AS answer';

/** The datasets behind the graph. */
@Resolver(() => Dataset)
export class DatasetQueries {
  @Query(() => [Dataset], { description: 'What is loaded, one entry per municipality. [読み込み済みのデータセット]' })
  async datasets(@Ctx() { engine }: RequestContext): Promise<unknown> {
    return engine.rows(datasetsText);
  }

  @Query(() => Dataset, {
    nullable: true,
    description: 'The first dataset that is loaded; null while the graph is empty. [データセット]',
  })
  async dataset(@Ctx() { engine }: RequestContext): Promise<unknown> {
    const [row] = await engine.rows(datasetsText);
    return row ?? null;
  }

  @FieldResolver(() => [TypeCount], { description: 'Counts by type. [種類ごとの件数]' })
  async counts(@Root() { municipality }: Dataset, @Ctx() { engine }: RequestContext): Promise<TypeCount[]> {
    const types = nodes.map(({ name }) => name);
    const found = (await engine.byKeys(countsText, { types }, municipality)) as [string, number, number][];
    const counts = new Map(found.map(([type, count, effectiveCount]) => [type, { type, count, effectiveCount }]));
    return types.flatMap((type) => counts.get(type) ?? []);
  }

  @FieldResolver(() => [nodeType(nodeNamed('SourceDocument'))], {
    description: 'The documents it was read from. [出典文書]',
  })
  sourceDocuments(
    @Root() { municipality }: Dataset,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.ofMunicipality(nodeNamed('SourceDocument'), municipality, info);
  }

  @FieldResolver(() => [nodeType(nodeNamed('ExtractionIssue'))], {
    description: 'What the extraction remarked. [抽出時の指摘]',
  })
  extractionIssues(
    @Root() { municipality }: Dataset,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.ofMunicipality(nodeNamed('ExtractionIssue'), municipality, info);
  }
}
