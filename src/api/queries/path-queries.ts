import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Field, FieldResolver, Float, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CityGraph } from '../../analysis/city-graph.js';
import { type FoundPath, shortestPaths } from '../../analysis/paths.js';
import { statement } from '../../analysis/statements.js';
import { stagedAmong, unprintedWords } from '../../analysis/unprinted.js';
import { describe, enumeration } from '../../model/declaration.js';
import { PlanStage as PlanStageDeclaration } from '../../model/enums.js';
import type { RequestContext } from '../../operation/context.js';
import { enumType, RelationshipType } from '../types/enums.js';
import { NodeInterface } from '../types/objects.js';
import { cityGraphFor } from './city-graphs-of.js';
import { type AskedLink, askedLink, linkFields } from './link-fields.js';
import { PathsArguments } from './path-arguments.js';

const namesText = statement('names');

/** Steps that one search may try: a few hundredths of a second. */
const effort = 50_000;

const PathOutcome = enumType(
  enumeration('PathOutcome', describe('What a search for paths came to.', '経路検索の結果'), {
    FOUND: describe('There are paths.', '経路あり'),
    SAME: describe('Both ends are the same thing: the path has no hops.', '起点と終点が同じ'),
    TOO_FAR: describe('All paths are longer than asked for.', '最大長を超える経路のみ'),
    NOT_CONNECTED: describe('Nothing joins the two along the relationships asked for.', '経路なし'),
    NOT_IN_VIEW: describe('One of them is not in force, or not part of the stage asked for.', '対象の段階にない項目'),
    UNKNOWN_ID: describe('Nothing has one of the ids.', '存在しない識別子'),
  }),
);

const PathCut = enumType(
  enumeration('PathCut', describe('Why there may be more paths than those given.', '打ち切りの理由'), {
    LIMIT: describe('The number of paths asked for was reached.', '件数の上限'),
    LENGTH: describe('The shortest is longer than asked for.', '長さの上限'),
    EFFORT: describe('The search was stopped, as it would have taken too long.', '探索量の上限'),
  }),
);

const HopDirection = enumType(
  enumeration('HopDirection', describe('Which way a path goes along a relationship.', '関係をたどる向き'), {
    FORWARD: describe('From its source to its target.', '順方向'),
    BACKWARD: describe('From its target to its source.', '逆方向'),
  }),
);

interface AskedHop {
  readonly link: AskedLink;
  readonly from: string;
  readonly to: string;
  readonly stage: string | null;
}

/** One step of a path. */
@ObjectType({ description: 'One step of a path: a relationship between two things. [経路の一歩]' })
class Hop {
  @Field(() => RelationshipType, { description: 'The relationship. [関係の種類]' })
  relationship!: string;

  @Field(() => HopDirection, { description: 'Whether the path goes along the relationship or against it. [向き]' })
  direction!: string;

  readonly ends!: AskedHop;
  readonly link!: AskedLink;
}

/** A way from one thing to another. */
@ObjectType({ description: 'A way from one thing to another that visits nothing twice. [経路]' })
class Path {
  @Field(() => Int, { description: 'Number of hops. [長さ]' })
  length!: number;

  @Field(() => Float, {
    description:
      'One divided by the product of how many relationships each thing between the ends has: 1 for a direct one, near 0 through hubs such as the municipality. [特定性。直接の関係は1、ハブを通るほど0に近い]',
  })
  specificity!: number;

  @Field(() => [Hop], { description: 'The steps in order; none where both ends are the same. [各段階]' })
  hops!: Hop[];

  readonly ids!: readonly string[];
  readonly stage!: string | null;
}

/** What a search for paths found. */
@ObjectType({ description: 'What a search for paths found. [経路検索の結果]' })
class Paths {
  @Field(() => [Path], {
    description:
      'The shortest first; among equals the more specific, so that a hop through a hub counts less. [短い順、同じ長さでは特定性の高い順]',
  })
  paths!: Path[];

  @Field(() => PathOutcome, { description: 'What the search came to. [結果]' })
  outcome!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of hops of the shortest path, also where it is longer than asked for; null where nothing joins the two. [最短の長さ]',
  })
  distance!: number | null;

  @Field(() => Boolean, { description: 'Whether there may be more paths than those given. [打ち切りの有無]' })
  truncated!: boolean;

  @Field(() => PathCut, { nullable: true, description: 'Why there may be more. [打ち切りの理由]' })
  truncatedBy!: string | null;

  @Field(() => String, { description: 'The result as a Japanese sentence. [結果の説明]' })
  reason!: string;

  @Field(() => String, { description: 'The result as an English sentence. [結果の説明（英語）]' })
  reasonEn!: string;
}

/** How one thing is connected with another. */
@Resolver()
class PathQueries {
  @Query(() => Paths, {
    description:
      'The ways from one thing to another, each hop with a sentence and its sources; between municipalities through what they share. [二つの項目を結ぶ経路]',
  })
  async paths(
    @Args(() => PathsArguments, { validate: true }) given: PathsArguments,
    @Ctx() context: RequestContext,
  ): Promise<Paths> {
    const [from, to] = [given.from.normalize('NFKC').trim(), given.to.normalize('NFKC').trim()];
    const stage = given.stage ?? null;
    const maxLength = given.maxLength ?? 6;
    const graph = await cityGraphFor({ ids: [from, to], municipality: given.municipality ?? null, stage }, context);
    const [start, end] = [graph.place(from), graph.place(to)];
    if (start === undefined || end === undefined) return notThere(start === undefined ? from : to, stage, context);
    const through = given.through ? new Set(given.through) : null;
    const { paths, cut, distance } = shortestPaths(graph, start, end, {
      maxLength,
      limit: given.limit ?? 5,
      through,
      effort,
    });
    const words = said(paths.length, distance, maxLength, cut);
    return {
      paths: paths.map((path) => asPath(graph, path, stage)),
      distance,
      truncated: cut !== null,
      truncatedBy: cut,
      ...(stage === null || distance !== null ? words : explained(words, stage, through, graph)),
    };
  }
}

function asPath(graph: CityGraph, { places, links, specificity }: FoundPath, stage: string | null): Path {
  const ids = places.map((place) => graph.ids[place] ?? '');
  const hops = links.map((found, index): Hop => {
    const link = askedLink(graph, found, stage);
    const direction = found.from === places[index] ? 'FORWARD' : 'BACKWARD';
    const ends = { link, from: ids[index] ?? '', to: ids[index + 1] ?? '', stage };
    return { relationship: link.type, direction, ends, link };
  });
  return { length: links.length, specificity, hops, ids, stage };
}

type Said = Pick<Paths, 'outcome' | 'reason' | 'reasonEn'>;

function said(count: number, distance: number | null, maxLength: number, cut: string | null): Said {
  if (distance === 0)
    return { outcome: 'SAME', reason: '起点と終点は同じ項目です。', reasonEn: 'Both ends are the same thing.' };
  if (distance === null)
    return {
      outcome: 'NOT_CONNECTED',
      reason: '指定された関係では、2つの項目はつながっていません。',
      reasonEn: 'Nothing joins the two along these relationships.',
    };
  if (cut === 'LENGTH')
    return {
      outcome: 'TOO_FAR',
      reason: `最短の経路は${distance}ステップで、指定された${maxLength}ステップを超えています。`,
      reasonEn: `The shortest path has ${distance} steps, more than the ${maxLength} asked for.`,
    };
  const [more, moreEn] = {
    LIMIT: ['ほかにもあります。', ' There are more.'],
    EFFORT: ['探索が長くなるため途中で打ち切りました。', ' The search was stopped before all were found.'],
    none: [`${maxLength}ステップまでの経路はこれですべてです。`, ` These are all of up to ${maxLength} steps.`],
  }[cut === 'LIMIT' || cut === 'EFFORT' ? cut : 'none'] as [string, string];
  return {
    outcome: 'FOUND',
    reason: `${count}件の経路があります（最短${distance}ステップ）。${more}`,
    reasonEn: `${count} ${count === 1 ? 'path' : 'paths'}, the shortest of ${distance} ${distance === 1 ? 'step' : 'steps'}.${moreEn}`,
  };
}

/** Adds which of the relationships the documents of the stage do not print at all. */
function explained(words: Said, stage: string, through: ReadonlySet<string> | null, { links }: CityGraph): Said {
  const printed = new Set(links.map(({ type }) => type));
  const { ja, en } = unprintedWords(
    stage,
    stagedAmong(through).filter(({ type }) => !printed.has(type)),
  );
  return { ...words, reason: `${words.reason}${ja}`, reasonEn: `${words.reasonEn}${en && ' '}${en}` };
}

/** Tells what is unknown from what another view would show. */
async function notThere(id: string, stage: string | null, { engine }: RequestContext): Promise<Paths> {
  const known = (await engine.byKeys(namesText, { stage }, id)) !== null;
  const [view, viewEn] =
    stage === null
      ? ['現在有効な計画', 'the plan in force']
      : [PlanStageDeclaration.values[stage]?.ja ?? stage, `the plan at the stage ${stage}`];
  const answer = known
    ? {
        outcome: 'NOT_IN_VIEW',
        reason: `「${id}」は${view}にはありません。計画段階（stage）を切り替えてください。`,
        reasonEn: `${id} is not part of ${viewEn}. Choose another stage.`,
      }
    : {
        outcome: 'UNKNOWN_ID',
        reason: `「${id}」という識別子の項目はありません。`,
        reasonEn: `Nothing has the id ${id}.`,
      };
  return { paths: [], distance: null, truncated: false, truncatedBy: null, ...answer };
}

/** The things that a path leads through. */
@Resolver(() => Path)
class PathFields {
  @FieldResolver(() => [NodeInterface], { description: 'The things from one end to the other. [経由する項目]' })
  nodes(
    @Root() { ids, stage }: Path,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown[]> {
    return Promise.all(ids.map((id) => engine.byId('Node', id, info, stage)));
  }
}

/** What a hop joins, and what is known of the relationship. */
@Resolver(() => Hop)
class HopFields extends linkFields(() => Hop) {
  @FieldResolver(() => NodeInterface, { description: 'Where the hop begins. [起点]' })
  from(@Root() { ends }: Hop, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return engine.byId('Node', ends.from, info, ends.stage);
  }

  @FieldResolver(() => NodeInterface, { description: 'Where the hop leads. [到達点]' })
  to(@Root() { ends }: Hop, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return engine.byId('Node', ends.to, info, ends.stage);
  }
}

export const pathResolvers = [PathQueries, PathFields, HopFields] as const;
