import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { selectionBelow } from '../../graph/selection.js';
import { nodeNamed, nodes } from '../../model/model.js';
import type { RequestContext } from '../context.js';
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

  @Field(() => [TypeCount], { description: 'Counts by type. [種類ごとの件数]' })
  counts!: TypeCount[];

  @Field(() => [nodeType(nodeNamed('SourceDocument'))], { description: 'The documents it was read from. [出典文書]' })
  sourceDocuments!: unknown[];

  @Field(() => [nodeType(nodeNamed('ExtractionIssue'))], {
    description: 'What the extraction remarked. [抽出時の指摘]',
  })
  extractionIssues!: unknown[];
}

const datasetsText =
  'MATCH (d:Dataset) RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt ORDER BY municipality';

const countsText =
  'UNWIND $types AS type ' +
  'RETURN type, COUNT { MATCH (n:Node) WHERE n.municipality = $municipality AND type IN labels(n) } AS count, ' +
  'COUNT { MATCH (n:Node) WHERE n.municipality = $municipality AND type IN labels(n) AND n.effective } AS effectiveCount';

/** The dataset behind the graph. */
@Resolver()
export class DatasetQueries {
  @Query(() => [Dataset], { description: 'What is loaded, one entry per municipality. [読み込み済みのデータセット]' })
  async datasets(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown[]> {
    return Promise.all((await context.read(datasetsText, {})).map((row) => describe(row, context, info)));
  }

  @Query(() => Dataset, {
    nullable: true,
    description: 'The first dataset that is loaded; null while the graph is empty. [データセット]',
  })
  async dataset(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const [row] = await context.read(datasetsText, {});
    return row ? describe(row, context, info) : null;
  }
}

/** The lists of a dataset and the node type of each. */
const lists: Readonly<Record<string, string>> = {
  sourceDocuments: 'SourceDocument',
  extractionIssues: 'ExtractionIssue',
};

/** A dataset with those of its parts that are asked for, under their response keys. */
async function describe(
  row: Readonly<Record<string, unknown>>,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const { municipality } = row;
  const parts = selectionBelow(info)
    .of('Dataset')
    .map(async (field) => {
      const { name, responseKey } = field;
      if (name === 'counts') return [responseKey, await countNodes(context, municipality)];
      const type = lists[name];
      if (!type) return [responseKey, row[name]];
      const text = `MATCH (n:${type}) WHERE n.municipality = $municipality RETURN n.id AS id ORDER BY n.sortKey`;
      const ids = await context.read(text, { municipality });
      return [
        responseKey,
        await context.engine.byIdsBelow(
          type,
          ids.map(({ id }) => String(id)),
          field,
          info,
        ),
      ];
    });
  return Object.fromEntries(await Promise.all(parts));
}

async function countNodes({ read }: RequestContext, municipality: unknown): Promise<unknown> {
  const rows = await read(countsText, { municipality, types: nodes.map(({ name }) => name) });
  return rows.filter(({ count }) => Number(count) > 0);
}
