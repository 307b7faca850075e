/** What surrounds some things. */
import { createHash } from 'node:crypto';
import { type CityGraph, typeAt } from '../../analysis/city-graph.js';
import { type Neighbour, neighborhood } from '../../analysis/neighborhood.js';
import { statement } from '../../analysis/statements.js';
import { type Label, labelOf, type StoredNames } from '../../analysis/wording.js';
import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodeNamed, nodes } from '../../model/model.js';
import { idAtStage } from '../../model/stage-id.js';
import { yieldIfLong } from '../../yielding.js';
import type { RequestContext } from '../context.js';
import { eachCharacters, entries } from '../types/argument-limits.js';
import { argument, field, object, t, withDefault } from '../types/declare.js';
import { chosenTypes, RelationshipType } from '../types/enums.js';
import { entityTypes, howMany, maximumIdLength, stageOfIds, through } from './arguments.js';
import { cityGraphFor } from './cities.js';
import { linkCoverage, linkFields, stagedLink } from './link-fields.js';
import { namedThings } from './named-things.js';
import { inBothLanguages, node } from './shared-fields.js';

const namesText = statement('names');

const maximumDepth = 4;
const maximumNodes = 1000;
const maximumIds = 50;

/** A vertex is a thing as one answer shows it: how far away it is depends on where the answer starts. */
type OwnId = (thing: string) => string;

const ownIds = (question: unknown, stage: Stage | null): OwnId => {
  const digest = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);
  return (thing) => `neighborhood:${digest}:${idAtStage(thing, stage)}`;
};

const asNode = (graph: CityGraph, { index, distance }: Neighbour, stage: Stage | null, ownId: OwnId) => ({
  id: ownId(graph.ids[index] ?? ''),
  thingId: graph.ids[index] ?? '',
  type: typeAt(graph, index),
  distance,
  degree: graph.degrees[index] ?? 0,
  stage,
});

type SubgraphNodeValue = ReturnType<typeof asNode>;

const SubgraphNode = object<SubgraphNodeValue>(
  'SubgraphNode',
  'A node of a subgraph, ready to draw. [部分グラフの頂点]',
  {
    id: [t.id, 'Its id within this subgraph, which the edges name. [この部分グラフでの識別子]'],
    thingId: [t.id, 'Id of the thing, without a stage. [項目の識別子]'],
    type: [t.string, 'Name of its type, such as PolicyItem. [種類]'],
    distance: [t.int, 'Relationships between it and the nearest of the ids: 0 for these. [起点からの距離]'],
    degree: [
      t.int,
      'How many relationships it has with named things in all, drawn or not. [名称のある項目との関係の総数]',
    ],
  },
  {
    ...inBothLanguages(
      'label',
      [
        'What to write beside it: its name, else its type and number. [ラベル]',
        'The same in English. [ラベル（英語）]',
      ],
      labelled,
    ),
    node: node('Node', 'thingId', 'The thing itself. [項目]'),
  },
);

async function labelled({ thingId: id, type, stage }: SubgraphNodeValue, { engine }: RequestContext): Promise<Label> {
  const names = (await engine.byKeys(namesText, { stage }, id)) as StoredNames | null;
  return labelOf(type, names ?? [id, null, null]);
}

const SubgraphEdge = object(
  'SubgraphEdge',
  'An edge of a subgraph, ready to draw. [部分グラフの辺]',
  {
    id: [t.id, 'Made of both ids and the type. [識別子]'],
    type: [t.enum(RelationshipType), 'The relationship. [関係の種類]'],
    from: [t.id, 'Id of its source within this subgraph. [始点の識別子]'],
    to: [t.id, 'Id of its target within this subgraph. [終点の識別子]'],
    fromThingId: [t.id, 'Id of the thing at its source, without a stage. [始点の項目の識別子]'],
    toThingId: [t.id, 'Id of the thing at its target, without a stage. [終点の項目の識別子]'],
  },
  linkFields,
);

const LeftOut = object('LeftOut', 'How many nodes of a type the limit left out. [省略した件数]', {
  type: [t.string, 'Name of the type. [種類]'],
  count: [t.int, 'How many. [件数]'],
});

const Subgraph = object(
  'Subgraph',
  'The things around some others, as nodes and edges. [部分グラフ]',
  {
    nodes: [
      t.list(SubgraphNode),
      'Nearest first; at the same distance what is shared by few before the crowd around a hub. [頂点。近い順、同じ距離では関連の強い順]',
    ],
    edges: [t.list(SubgraphEdge), 'All relationships among these nodes that were followed. [辺]'],
    truncated: [t.boolean, 'Whether the limit left nodes out. [省略の有無]'],
    leftOut: [t.list(LeftOut), 'What was left out, by type, most first. [省略した件数（種類別）]'],
    notFound: [
      t.list(t.id),
      'Ids that nothing has, or nothing of the view that is looked at. [見つからなかった識別子]',
    ],
  },
  {
    coverage: linkCoverage('relationships'),
  },
);

export const neighborhoodQueries = {
  neighborhood: field({
    type: Subgraph,
    description:
      'What surrounds some things, as nodes and edges: the nearest and most relevant first. [周辺の部分グラフ]',
    args: {
      ids: argument(
        t.list(t.id),
        `Ids of the things to start from, such as ${nodeNamed('Department').example}; at most ${maximumIds}. [起点の識別子]`,
        entries(maximumIds),
        eachCharacters(maximumIdLength),
      ),
      depth: howMany(1, 0, maximumDepth, ' relationships away', '何段階先までか'),
      through,
      types: argument(
        entityTypes,
        'Only to things of these types, on the way too; null means all, with `records` what has no name as well. [たどる項目の種類。省略時はすべて]',
        entries(100),
      ),
      records: withDefault(
        t.nullable(t.boolean),
        true,
        'With what has no name of its own: annual goals, grades, survey results, visions, proposals, changes. [名称のない記録（達成目標、評価、変更など）を含めるか]',
      ),
      limit: howMany(200, 1, maximumNodes, ' nodes, those it starts from among them', '最大件数'),
      municipality: argument(
        t.nullable(t.id),
        'A municipality to look at beside those of the ids, by id, key, code or name. What all share, such as SDGs, leads to no others. [対象に加える市区町村（識別子・コード・名称）。SDGsなどを通じて他の市区町村へは広がらない]',
      ),
      stage: stageOfIds,
    },
    resolve: async (_root, { depth, limit, through, types, records, municipality, ...given }, context) => {
      const asked = [...new Set(given.ids.map((id) => id.normalize('NFKC').trim()))];
      const { ids: named, stage } = namedThings(asked, given.stage);
      const ids = [...new Set(named)];
      const ownId = ownIds([ids, depth, limit, through, types, records, municipality, stage], stage);
      const graph = await cityGraphFor({ ids, municipality, stage }, context);
      const starts = ids.flatMap((id) => graph.indexOf(id) ?? []);
      const { neighbours, links, leftOut } = neighborhood(graph, starts, {
        depth,
        limit,
        through: through && new Set(through as readonly EdgeName[]),
        types: followedTypes(chosenTypes(types), records),
      });
      await yieldIfLong();
      return {
        nodes: neighbours.map((neighbour) => asNode(graph, neighbour, stage, ownId)),
        edges: links.map((found) => {
          const link = stagedLink(graph, found, stage);
          const [from, to] = [ownId(link.from.id), ownId(link.to.id)];
          return {
            id: `${from} ${link.type} ${to}`,
            type: link.type,
            from,
            to,
            fromThingId: link.from.id,
            toThingId: link.to.id,
            link,
          };
        }),
        looked: { ids, municipality, stage, through: through && new Set(through as readonly EdgeName[]) },
        isEmpty: links.length === 0,
        truncated: leftOut.length > 0,
        leftOut,
        notFound: asked.filter((_, index) => graph.indexOf(named[index] ?? '') === undefined),
      };
    },
  }),
};

/** Which types of things a neighbourhood goes to; null for all. */
function followedTypes(chosen: readonly NodeName[] | null, records: boolean): ReadonlySet<NodeName> | null {
  if (chosen) return new Set(chosen);
  return records ? null : new Set(nodes.filter(({ entity }) => entity).map(({ name }) => name));
}
