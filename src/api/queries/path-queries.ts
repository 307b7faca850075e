/** How one thing is connected with another. */
import type { CityGraph } from '../../analysis/city-graph.js';
import { absenceInWords } from '../../analysis/coverage/words.js';
import { type Cut, type GraphPath, shortestPaths } from '../../analysis/paths.js';
import { statement } from '../../analysis/statements.js';
import { stagedAmong, unprintedWords } from '../../analysis/unprinted.js';
import { describe, type EdgeName, enumeration, type NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { edges, nodeNamed, nodes as nodeTypes, typeOfId } from '../../model/model.js';
import type { RequestContext } from '../context.js';
import { coverLists } from '../coverage.js';
import { characters } from '../types/argument-limits.js';
import { argument, field, object, t } from '../types/declare.js';
import { HopDirection, RelationshipType } from '../types/enums.js';
import { howMany, maximumIdLength, stageOfIds, through } from './arguments.js';
import { cityGraphFor } from './cities.js';
import { linkCoverage, linkFields, stagedLink } from './link-fields.js';
import { namedThings } from './named-things.js';
import { node, nodes } from './shared-fields.js';

const namesText = statement('names');

const maximumLength = 12;
const maximumPaths = 50;

/** Steps that one search may try: a few hundredths of a second. */
const effort = 50_000;

const PathOutcome = enumeration('PathOutcome', 'What a search for paths came to.', '経路検索の結果', {
  FOUND: describe('There are paths.', '経路あり'),
  SAME: describe('Both ends are the same thing: the path has no hops.', '起点と終点が同じ'),
  TOO_FAR: describe('All paths are longer than asked for.', '最大長を超える経路のみ'),
  NOT_CONNECTED: describe('Nothing joins the two along the relationships asked for.', '経路なし'),
  NOT_IN_VIEW: describe('One of them is not in force, or not part of the stage asked for.', '対象の段階にない項目'),
  UNKNOWN_ID: describe('Nothing has one of the ids.', '存在しない識別子'),
});

const PathCut = enumeration('PathCut', 'Why there may be more paths than those given.', '打ち切りの理由', {
  LIMIT: describe('The number of paths asked for was reached.', '件数の上限'),
  LENGTH: describe('The shortest is longer than asked for.', '長さの上限'),
  EFFORT: describe('The search was stopped, as it would have taken too long.', '探索量の上限'),
});

const Hop = object<ReturnType<typeof asPath>['hops'][number]>(
  'Hop',
  'One step of a path: a relationship between two things. [経路の一歩]',
  {
    relationship: [t.enum(RelationshipType), 'The relationship. [関係の種類]'],
    direction: [t.enum(HopDirection), 'Whether the path goes along the relationship or against it. [向き]'],
  },
  {
    ...linkFields,
    from: node('Node', 'from', 'Where the hop begins. [起点]'),
    to: node('Node', 'to', 'Where the hop leads. [到達点]'),
  },
);

const Path = object<ReturnType<typeof asPath>>(
  'Path',
  'A way from one thing to another that visits nothing twice. [経路]',
  {
    length: [t.int, 'Number of hops. [長さ]'],
    specificity: [
      t.float,
      'One divided by the product of how many relationships each thing between the ends has: 1 for a direct one, near 0 through hubs such as the municipality. [特定性。直接の関係は1、ハブを通るほど0に近い]',
    ],
    hops: [t.list(Hop), 'The steps in order; none where both ends are the same. [各段階]'],
  },
  { nodes: nodes('Node', 'ids', 'The things from one end to the other. [経由する項目]') },
);

/** What a search came to, as a sentence in both languages. */
const saying = (outcome: string, reason: string, reasonEn: string) => ({ outcome, reason, reasonEn });

type Outcome = ReturnType<typeof saying>;

const Paths = object(
  'Paths',
  'What a search for paths found. [経路検索の結果]',
  {
    paths: [
      t.list(Path),
      'The shortest first; among equals the more specific, so that a hop through a hub counts less. [短い順、同じ長さでは特定性の高い順]',
    ],
    outcome: [t.enum(PathOutcome), 'What the search came to. [結果]'],
    distance: [
      t.nullable(t.int),
      'Number of hops of the shortest path, also where it is longer than asked for; null where nothing joins the two. [最短の長さ]',
    ],
    truncated: [t.boolean, 'Whether there may be more paths than those given. [打ち切りの有無]'],
    truncatedBy: [t.nullable(t.enum<Cut>(PathCut)), 'Why there may be more. [打ち切りの理由]'],
    reason: [t.string, 'The result as a Japanese sentence. [結果の説明]'],
    reasonEn: [t.string, 'The result as an English sentence. [結果の説明（英語）]'],
  },
  {
    coverage: linkCoverage('paths'),
  },
);

export const pathQueries = {
  paths: field({
    type: Paths,
    description:
      'The ways from one thing to another, each hop with a sentence and its sources; between municipalities through what they share. [二つの項目を結ぶ経路]',
    args: {
      from: argument(
        t.id,
        `Id of the thing to start from, such as ${nodeNamed('Department').example}. [起点の識別子]`,
        characters(maximumIdLength),
      ),
      to: argument(
        t.id,
        `Id of the thing to arrive at, such as ${nodeNamed('Sdg').example}. [終点の識別子]`,
        characters(maximumIdLength),
      ),
      maxLength: howMany(6, 1, maximumLength, ' hops a path may have', '最大の長さ'),
      limit: howMany(5, 1, maximumPaths, ' paths', '最大件数'),
      through,
      throughMunicipality: argument(
        t.nullable(t.boolean),
        'Whether a path may lead through a municipality, on which everything hangs; null means only where `through` names its relationships. [市区町村を経由してよいか。省略時は、throughでその関係を指定したときだけ]',
      ),
      municipality: argument(
        t.nullable(t.id),
        'The municipality to look at, by id, key, code or name, where both ends are shared by all, such as SDGs. [市区町村（識別子・コード・名称）。両端がSDGsなど共通の項目のとき]',
      ),
      stage: stageOfIds,
    },
    resolve: async (_root, given, context) => {
      const { municipality, maxLength, limit } = given;
      const { ids, stage } = namedThings([given.from, given.to], given.stage);
      const [from = '', to = ''] = ids;
      const graph = await cityGraphFor({ ids: [from, to], municipality, stage }, context);
      const [start, end] = [graph.indexOf(from), graph.indexOf(to)];
      const through = given.through && new Set(given.through as readonly EdgeName[]);
      const looked = { ids, municipality, stage, through };
      if (start === undefined || end === undefined)
        return { ...(await notThere(start === undefined ? from : to, stage, context)), looked, isEmpty: true };
      const around = (given.throughMunicipality ?? namesWhatJoinsAll(through)) ? undefined : joiningAll;
      const options = { maxLength, limit, through, effort };
      const { paths, cut, distance } = shortestPaths(graph, start, end, around ? { ...options, around } : options);
      const outcome =
        around && distance === null && isJoined(graph, start, end, through)
          ? onlyThroughMunicipality
          : outcomeOf(paths.length, distance, maxLength, cut);
      return {
        paths: paths.map((path) => asPath(graph, path, stage)),
        looked,
        isEmpty: distance === null,
        distance,
        truncated: cut !== null,
        truncatedBy: cut,
        ...(stage === null || distance !== null ? outcome : explained(outcome, stage, through, graph)),
      };
    },
  }),
};

/** The types of things on which everything hangs. */
const joiningAll: ReadonlySet<NodeName> = new Set(nodeTypes.filter(({ joinsAll }) => joinsAll).map(({ name }) => name));

/** Whether a question names relationships of what joins everything. */
const namesWhatJoinsAll = (through: ReadonlySet<EdgeName> | null): boolean =>
  through !== null &&
  edges.some(({ type, from, to }) => through.has(type) && [from, to].some((end) => joiningAll.has(end as NodeName)));

/** Whether anything joins two things, be it the municipality. */
const isJoined = (graph: CityGraph, from: number, to: number, through: ReadonlySet<EdgeName> | null): boolean =>
  shortestPaths(graph, from, to, { maxLength: 0, limit: 0, through, effort: 0 }).distance !== null;

const onlyThroughMunicipality = saying(
  'NOT_CONNECTED',
  '市区町村を経由しなければ、2つの項目はつながっていません（throughMunicipality: trueで市区町村も経由します）。',
  'Nothing joins the two but the municipality itself; throughMunicipality: true lets paths lead through it.',
);

function asPath(graph: CityGraph, { things, links, specificity }: GraphPath, stage: Stage | null) {
  const ids = things.map((thing) => graph.ids[thing] ?? '');
  const hops = links.map((found, index) => {
    const link = stagedLink(graph, found, stage);
    const direction = found.from === things[index] ? 'FORWARD' : 'BACKWARD';
    return { relationship: link.type, direction, from: ids[index] ?? '', to: ids[index + 1] ?? '', link, stage };
  });
  return { length: links.length, specificity, hops, ids, stage };
}

function outcomeOf(count: number, distance: number | null, maxLength: number, cut: Cut | null): Outcome {
  if (distance === 0) return saying('SAME', '起点と終点は同じ項目です。', 'Both ends are the same thing.');
  if (distance === null)
    return saying(
      'NOT_CONNECTED',
      '指定された関係では、2つの項目はつながっていません。',
      'Nothing joins the two along these relationships.',
    );
  if (cut === 'LENGTH')
    return saying(
      'TOO_FAR',
      `最短の経路は${distance}ステップで、指定された${maxLength}ステップを超えています。`,
      `The shortest path has ${distance} steps, more than the ${maxLength} asked for.`,
    );
  const [more, moreEn] = {
    LIMIT: ['ほかにもあります。', ' There are more.'],
    EFFORT: ['探索が長くなるため途中で打ち切りました。', ' The search was stopped before all were found.'],
    none: [`${maxLength}ステップまでの経路はこれですべてです。`, ` These are all of up to ${maxLength} steps.`],
  }[cut ?? 'none'] as [string, string];
  return saying(
    'FOUND',
    `${count}件の経路があります（最短${distance}ステップ）。${more}`,
    `${count} ${count === 1 ? 'path' : 'paths'}, the shortest of ${distance} ${distance === 1 ? 'step' : 'steps'}.${moreEn}`,
  );
}

/** Adds which of the relationships the documents of the stage do not print at all. */
function explained(
  outcome: Outcome,
  stage: string,
  through: ReadonlySet<EdgeName> | null,
  { links }: CityGraph,
): Outcome {
  const printed = new Set(links.map(({ type }) => type));
  const { ja, en } = unprintedWords(
    stage,
    stagedAmong(through).filter(({ type }) => !printed.has(type)),
  );
  return { ...outcome, reason: `${outcome.reason}${ja}`, reasonEn: `${outcome.reasonEn}${en && ' '}${en}` };
}

/** Tells what is unknown from what another view would show, and from what was not read. */
async function notThere(id: string, stage: Stage | null, context: RequestContext) {
  const type = typeOfId(id);
  const known = type && (await context.engine.byKeys(namesText, { stage }, id)) !== null;
  const outcome = known
    ? await notInView(id, type.name, stage, context)
    : saying('UNKNOWN_ID', `「${id}」という識別子の項目はありません。`, `Nothing has the id ${id}.`);
  return { paths: [], distance: null, truncated: false, truncatedBy: null, ...outcome };
}

async function notInView(id: string, type: NodeName, stage: Stage | null, context: RequestContext) {
  const municipalities = nodeNamed(type).global ? null : [id.slice(0, id.indexOf(':'))];
  const all = { type, of: null, municipalities, stage, filter: null, facets: [], wanted: [] };
  const [coverage] = await coverLists([all], context);
  const { ja, en } = absenceInWords(id, stage, coverage?.state ?? 'NOT_READ');
  return saying('NOT_IN_VIEW', `${ja}計画段階（stage）を切り替えてください。`, `${en} Choose another stage.`);
}
