import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  GapKind,
  type GapKindName,
  GapSeverity,
  type GapSeverityName,
  gapKinds,
  gapSeverities,
} from '../../analysis/gap-kinds.js';
import { departmentsOfGaps, type Gap as FoundGap, findGaps } from '../../analysis/gaps.js';
import type { Ask } from '../../analysis/statements.js';
import { defaultPageSize, maximumPageSize } from '../../graph/page.js';
import { nodeNamed } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { enumType } from '../types/enums.js';
import { EntityInterface, nodeType, pageInfo, sourceType } from '../types/objects.js';
import { citiesOf, municipalityDescription } from './cities.js';
import { type ReadyPage, readyCursor, readyPage, readyPageInfo } from './ready-page.js';

const GapKindType = enumType(GapKind);
const GapSeverityType = enumType(GapSeverity);
const listName = 'gaps';

/** A gap with what it takes to ask for the departments of all of its list at once, when they are wanted. */
interface Found extends FoundGap {
  readonly departments: () => Promise<readonly string[]>;
}

@ObjectType({ description: 'Something that the documents lack, or that they do not connect. [不足・未連携]' })
class Gap {
  @Field(() => ID, { description: 'The same for the same gap. [識別子]' })
  id!: string;

  @Field(() => GapKindType, { description: 'What is missing. [種類]' })
  kind!: GapKindName;

  @Field(() => GapSeverityType, { description: 'How much it matters. [重要度]' })
  severity!: GapSeverityName;

  @Field(() => String, { description: 'Why it is a gap, in Japanese. [理由]' })
  reason!: string;

  @Field(() => String, { description: 'Why it is a gap, in English. [理由（英語）]' })
  reasonEn!: string;

  @Field(() => [Int], { description: 'Fiscal years without a goal; empty for other kinds. [目標のない年度]' })
  fiscalYears!: readonly number[];
}

@ObjectType({ description: 'How many gaps there are of a kind. [種類ごとの件数]' })
class GapFacet {
  @Field(() => GapKindType, { description: 'The kind. [種類]' })
  kind!: GapKindName;

  @Field(() => Int, { description: 'How many. [件数]' })
  count!: number;
}

@ObjectType({ description: 'How many gaps there are of a severity. [重要度ごとの件数]' })
class GapSeverityFacet {
  @Field(() => GapSeverityType, { description: 'The severity. [重要度]' })
  severity!: GapSeverityName;

  @Field(() => Int, { description: 'How many. [件数]' })
  count!: number;
}

@ObjectType({ description: 'How many gaps concern a department. [部署ごとの件数]' })
class GapDepartmentFacet {
  @Field(() => Int, { description: 'How many. [件数]' })
  count!: number;

  department!: string;
}

@ObjectType({ description: 'A gap in a list. [一覧の要素]' })
class GapEdge {
  @Field(() => String, { description: 'Its place in the list. [カーソル]' })
  cursor!: string;

  @Field(() => Gap, { description: 'The gap. [不足]' })
  node!: Found;
}

@ObjectType({ description: 'A list of gaps, page by page. [不足の一覧]' })
class GapConnection {
  @Field(() => Int, { description: 'How many there are, regardless of the page. [総件数]' })
  totalCount!: number;

  @Field(() => [GapFacet], { description: 'How many of each kind, in the order of the list. [種類ごとの件数]' })
  facets!: readonly GapFacet[];

  @Field(() => [GapSeverityFacet], { description: 'How many of each severity, the heaviest first. [重要度ごとの件数]' })
  severityFacets!: readonly GapSeverityFacet[];

  @Field(() => [Gap], { description: 'The page. [ページの内容]' })
  nodes!: readonly Found[];

  @Field(() => [GapEdge], { description: 'The page with cursors. [カーソル付きの内容]' })
  edges!: readonly GapEdge[];

  page!: ReadyPage<Found>;

  /** All of the list, not only the page. */
  all!: readonly Found[];
}

@ArgsType()
class GapsArguments {
  @Field(() => [GapKindType], { nullable: true, description: 'Which kinds; null means all. [種類。省略時はすべて]' })
  kinds?: GapKindName[] | null;

  @Field(() => [GapSeverityType], {
    nullable: true,
    description: 'How much they matter; null means all. [重要度。省略時はすべて]',
  })
  severities?: GapSeverityName[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of departments that they concern, such as honjo:department:市民活動推進課; null means all. [関係する部署。省略時はすべて]',
  })
  departments?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: municipalityDescription('all that are loaded, ten at most', '読み込み済みのすべて（10まで）'),
  })
  municipality?: string | null;

  @Field(() => Int, {
    defaultValue: defaultPageSize,
    nullable: true,
    description: `How many: 0 to ${maximumPageSize}. [件数]`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Start behind this cursor. [このカーソルの後から]' })
  after?: string | null;
}

/** What is missing. */
@Resolver()
class GapQueries {
  @Query(() => GapConnection, {
    description:
      'What the documents lack or do not connect, kind by kind, of each the heaviest first, then in natural order of what it is about. Only what the documents speak of: what stands in chapters that were not read is no gap, except that NAME_ONLY lists the names that are cited from there. [不足・未連携]',
  })
  @Extensions({ cost: 200 })
  async gaps(
    @Args(() => GapsArguments, { validate: true })
    { kinds, severities, departments, municipality, first, after }: GapsArguments,
    @Ctx() context: RequestContext,
  ): Promise<GapConnection> {
    const asked = kinds ?? gapKinds;
    const cities = await citiesOf(municipality, context);
    const ask = (text: string, parameters: Readonly<Record<string, unknown>>) => context.engine.rows(text, parameters);
    const found = withDepartments(await findGaps(asked, cities, ask), ask);
    const heavy = severities ? found.filter(({ severity }) => severities.includes(severity)) : found;
    const all = departments ? await concerning(heavy, departments) : heavy;
    const page = readyPage(listName, all, { first: first ?? null, after: after ?? null });
    const count = (test: (gap: Found) => boolean) => all.filter(test).length;
    return {
      totalCount: all.length,
      facets: gapKinds
        .filter((kind) => asked.includes(kind))
        .map((kind) => ({ kind, count: count((gap) => gap.kind === kind) })),
      severityFacets: gapSeverities
        .filter((severity) => severities?.includes(severity) ?? true)
        .map((severity) => ({ severity, count: count((gap) => gap.severity === severity) })),
      all,
      nodes: page.entries,
      edges: page.entries.map((node) => ({ cursor: readyCursor(listName, node.id), node })),
      page,
    };
  }
}

/** Gaps that ask for their departments when these are wanted: one statement for all of them. */
function withDepartments(gaps: readonly FoundGap[], ask: Ask): readonly Found[] {
  let asked: ReturnType<typeof departmentsOfGaps> | undefined;
  return gaps.map((gap) => ({
    ...gap,
    departments: async () => {
      asked ??= departmentsOfGaps(gaps, ask);
      return (await asked).get(gap.id) ?? [];
    },
  }));
}

async function concerning(gaps: readonly Found[], departments: readonly string[]): Promise<readonly Found[]> {
  const wanted = new Set(departments);
  const concerned = await Promise.all(gaps.map(async (gap) => (await gap.departments()).some((id) => wanted.has(id))));
  return gaps.filter((_, index) => concerned[index]);
}

@Resolver(() => GapConnection)
class GapConnectionFields {
  @FieldResolver(() => pageInfo(), { description: 'Where the page lies. [ページ情報]' })
  pageInfo(@Root() { page }: GapConnection, @Info() info: GraphQLResolveInfo): unknown {
    return readyPageInfo(listName, page, info);
  }

  @FieldResolver(() => [GapDepartmentFacet], {
    description:
      'How many concern each department, most first; one that concerns several counts for each. [部署ごとの件数]',
  })
  async departmentFacets(@Root() { all }: GapConnection): Promise<readonly GapDepartmentFacet[]> {
    const counts = new Map<string, number>();
    for (const department of (await Promise.all(all.map((gap) => gap.departments()))).flat())
      counts.set(department, (counts.get(department) ?? 0) + 1);
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([department, count]) => ({ department, count }));
  }
}

@Resolver(() => GapDepartmentFacet)
class GapDepartmentFacetFields {
  @FieldResolver(() => nodeType(nodeNamed('Department')), { description: 'The department. [部署]' })
  department(
    @Root() { department }: GapDepartmentFacet,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return engine.byId('Department', department, info);
  }
}

/** What a gap is about. */
@Resolver(() => Gap)
class GapFields {
  @FieldResolver(() => EntityInterface, { description: 'What it is about. [対象]' })
  subject(@Root() { subject }: Found, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return engine.byId('Entity', subject, info);
  }

  @FieldResolver(() => EntityInterface, { nullable: true, description: 'The second of a pair. [組の相手]' })
  other(@Root() { other }: Found, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return other === null ? null : engine.byId('Entity', other, info);
  }

  @FieldResolver(() => [EntityInterface], {
    description:
      'What both of a pair work on, policy items before goals; of a name the reform sheets that cite it. [関連する項目]',
  })
  related(@Root() { related }: Found, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return Promise.all(related.map((id) => engine.byId('Entity', id, info)));
  }

  @FieldResolver(() => [nodeType(nodeNamed('Department'))], {
    description:
      'The departments it concerns: those of a pair, or those that answer for the subject; where nobody does, those that lead the reform sheets that cite it. [関係する部署]',
  })
  async departments(@Root() gap: Found, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return Promise.all((await gap.departments()).map((id) => engine.byId('Department', id, info)));
  }

  @FieldResolver(() => [nodeType(nodeNamed('SourceDocument'))], {
    description: 'The documents that were read for it. [確認した文書]',
  })
  documents(@Root() { documents }: Found, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return Promise.all(documents.map((id) => engine.byId('SourceDocument', id, info)));
  }

  @FieldResolver(() => [sourceType()], {
    description:
      'Where the documents speak of the subject, cite the name, or show the work of both; empty for goals, which no document lists. [出典]',
  })
  sources(@Root() { sources }: Found, @Ctx() { engine }: RequestContext, @Info() info: GraphQLResolveInfo) {
    return engine.sources(sources(), info);
  }
}

export const gapResolvers = [GapQueries, GapConnectionFields, GapDepartmentFacetFields, GapFields] as const;
