import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { neighborhood } from '../../analysis/neighborhood.js';
import { statement } from '../../analysis/statements.js';
import { type Label, labelOf, type StoredNames } from '../../analysis/wording.js';
import type { RequestContext } from '../../operation/context.js';
import { yieldIfLong } from '../../yielding.js';
import { RelationshipType } from '../types/enums.js';
import { NodeInterface } from '../types/objects.js';
import { cityGraphFor } from './city-graphs-of.js';
import { type AskedLink, askedLink, linkFields, linkKey } from './link-fields.js';
import { NeighborhoodArguments, typesOf } from './neighborhood-arguments.js';

const namesText = statement('names');

/** A thing of a subgraph. */
@ObjectType({ description: 'A node of a subgraph, ready to draw. [部分グラフの頂点]' })
class SubgraphNode {
  @Field(() => ID, { description: 'Its id, which the edges name. [識別子]' })
  id!: string;

  @Field(() => String, { description: 'Name of its type, such as PolicyItem. [種類]' })
  type!: string;

  @Field(() => Int, {
    description: 'Relationships between it and the nearest of the ids: 0 for these. [起点からの距離]',
  })
  distance!: number;

  @Field(() => Int, {
    description: 'How many relationships it has with named things in all, drawn or not. [名称のある項目との関係の総数]',
  })
  degree!: number;

  readonly stage!: string | null;
}

/** A relationship of a subgraph. */
@ObjectType({ description: 'An edge of a subgraph, ready to draw. [部分グラフの辺]' })
class SubgraphEdge {
  @Field(() => ID, { description: 'Made of both ids and the type. [識別子]' })
  id!: string;

  @Field(() => RelationshipType, { description: 'The relationship. [関係の種類]' })
  type!: string;

  @Field(() => ID, { description: 'Id of its source. [始点の識別子]' })
  from!: string;

  @Field(() => ID, { description: 'Id of its target. [終点の識別子]' })
  to!: string;

  readonly link!: AskedLink;
}

/** How many things of a type were left out. */
@ObjectType({ description: 'How many nodes of a type the limit left out. [省略した件数]' })
class LeftOut {
  @Field(() => String, { description: 'Name of the type. [種類]' })
  type!: string;

  @Field(() => Int, { description: 'How many. [件数]' })
  count!: number;
}

/** The things around some others. */
@ObjectType({ description: 'The things around some others, as nodes and edges. [部分グラフ]' })
class Subgraph {
  @Field(() => [SubgraphNode], {
    description:
      'Nearest first; at the same distance what is shared by few before the crowd around a hub. [頂点。近い順、同じ距離では関連の強い順]',
  })
  nodes!: SubgraphNode[];

  @Field(() => [SubgraphEdge], { description: 'All relationships among these nodes that were followed. [辺]' })
  edges!: SubgraphEdge[];

  @Field(() => Boolean, { description: 'Whether the limit left nodes out. [省略の有無]' })
  truncated!: boolean;

  @Field(() => [LeftOut], { description: 'What was left out, by type, most first. [省略した件数（種類別）]' })
  leftOut!: LeftOut[];

  @Field(() => [ID], {
    description: 'Ids that nothing has, or nothing of the view that is looked at. [見つからなかった識別子]',
  })
  notFound!: string[];
}

/** What surrounds some things. */
@Resolver()
class NeighborhoodQueries {
  @Query(() => Subgraph, {
    description:
      'What surrounds some things, as nodes and edges: the nearest and most relevant first. [周辺の部分グラフ]',
  })
  async neighborhood(
    @Args(() => NeighborhoodArguments, { validate: true }) given: NeighborhoodArguments,
    @Ctx() context: RequestContext,
  ): Promise<Subgraph> {
    const ids = [...new Set(given.ids.map((id) => id.normalize('NFKC').trim()))];
    const stage = given.stage ?? null;
    const graph = await cityGraphFor({ ids, municipality: given.municipality ?? null, stage }, context);
    const starts = ids.flatMap((id) => graph.place(id) ?? []);
    const { neighbours, links, leftOut } = neighborhood(graph, starts, {
      depth: given.depth ?? 1,
      limit: given.limit ?? 200,
      through: given.through ? new Set(given.through) : null,
      types: typesOf(given),
    });
    await yieldIfLong();
    return {
      nodes: neighbours.map(({ place, distance }) => ({
        id: graph.ids[place] ?? '',
        type: graph.types[place] ?? '',
        distance,
        degree: graph.degrees[place] ?? 0,
        stage,
      })),
      edges: links.map((found) => {
        const link = askedLink(graph, found, stage);
        return { id: linkKey(link), type: link.type, from: link.from.id, to: link.to.id, link };
      }),
      truncated: leftOut.length > 0,
      leftOut: [...leftOut],
      notFound: ids.filter((id) => graph.place(id) === undefined),
    };
  }
}

const labelled = async ({ id, type, stage }: SubgraphNode, { engine }: RequestContext): Promise<Label> => {
  const names = (await engine.byKeys(namesText, { stage }, id)) as StoredNames | null;
  return labelOf(type, names ?? [id, null, null]);
};

/** What a node of a subgraph is. */
@Resolver(() => SubgraphNode)
class SubgraphNodeFields {
  @FieldResolver(() => String, { description: 'What to write beside it: its name, else its type and number. [ラベル]' })
  async label(@Root() root: SubgraphNode, @Ctx() context: RequestContext): Promise<string> {
    return (await labelled(root, context)).ja;
  }

  @FieldResolver(() => String, { description: 'The same in English. [ラベル（英語）]' })
  async labelEn(@Root() root: SubgraphNode, @Ctx() context: RequestContext): Promise<string> {
    return (await labelled(root, context)).en;
  }

  @FieldResolver(() => NodeInterface, { description: 'The thing itself. [項目]' })
  node(
    @Root() { id, stage }: SubgraphNode,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.byId('Node', id, info, stage);
  }
}

/** What is known of an edge of a subgraph. */
@Resolver(() => SubgraphEdge)
class SubgraphEdgeFields extends linkFields(() => SubgraphEdge) {}

export const neighborhoodResolvers = [NeighborhoodQueries, SubgraphNodeFields, SubgraphEdgeFields] as const;
