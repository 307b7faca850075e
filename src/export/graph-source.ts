/** The graph as it is taken away: read in pages, of which only one is in memory at a time. */

import { type Ask, type Row, statement } from '../analysis/statements.js';
import type { EdgeName, NodeName } from '../model/declaration.js';
import { derivedEdges, nodes as nodeTypes } from '../model/model.js';
import { badInput, quoted, Refusal } from '../refusal.js';
import { yieldIfLong } from '../yielding.js';

/** A node with its properties as they are stored. */
export interface StoredNode {
  readonly id: string;
  /** Node type of the model. */
  readonly type: NodeName;
  readonly properties: Row;
}

/** An edge with its properties as they are stored. */
export interface StoredEdge {
  readonly from: string;
  readonly type: EdgeName;
  readonly to: string;
  readonly properties: Row;
}

/** What the dataset says of itself. */
export interface DatasetFacts {
  readonly municipality: string;
  readonly revision: string;
  readonly loadedAt: string;
  readonly city: { readonly id: string; readonly name: string; readonly nameEn: string | null; readonly code: string };
}

/** A part of the graph. Nodes and edges are read while they are written, anew for each iteration. */
export interface GraphSource {
  /** Those that it is a part of; of one municipality, or of all. */
  readonly datasets: readonly DatasetFacts[];
  nodes(): AsyncIterable<StoredNode>;
  edges(): AsyncIterable<StoredEdge>;
  /** Fails where a load has committed since the source was opened: what was read may then be of two revisions. */
  checkUnchanged(): Promise<void>;
}

/** What was read of the graph for a download is not of one revision. */
export class LoadedMeanwhile extends Refusal {
  constructor() {
    super(
      'OVERLOADED',
      'Data was loaded during the download; try again shortly.',
      'ダウンロード中にデータが読み込まれました。しばらくしてから再度お試しください。',
    );
  }
}

/** How the graph is read for one download. */
export interface GraphReader {
  readonly ask: Ask;
  /** The revision of all that was read; undefined where it may be of several. */
  readonly seen: () => Promise<string | null | undefined>;
}

/** Which part of the graph to take: all that is near some nodes. */
export interface Neighbourhood {
  readonly ids: readonly string[];
  readonly depth: number;
}

const datasetText = statement('export-dataset');
const neighboursText = statement('export-neighbours');
/** By part of the graph: its pages by the order of ids, and what belongs to given nodes. */
const pageTexts = { nodes: statement('export-nodes'), edges: statement('export-edges') } as const;
const textsById = { nodes: statement('export-nodes-by-id'), edges: statement('export-edges-by-id') } as const;

/** Reads the nodes, or the edges by the nodes at which they start. */
type Pages = (part: keyof typeof pageTexts) => AsyncIterable<readonly Row[]>;

/** What no document states is left out: it follows from what is taken. */
const derived = derivedEdges.map(({ type }) => type);

/** Nodes that are read at once. */
const pageSize = 100;
/** A neighbourhood is for looking at; more nodes than this are refused. */
const largestNeighbourhood = 2_000;
/** The maximum number of edges between a node and those around it. */
export const deepestNeighbourhood = 3;
/** More than there are in Japan. */
const mostMunicipalities = 2_000;
/** The maximum number of nodes to start from. */
export const mostIds = 500;

/** All that is loaded of the municipality with that key, or of the only one; with the nodes that all share. */
export const wholeGraph = async (reader: GraphReader, municipality: string | null): Promise<GraphSource> =>
  graphOf(reader, [await datasetOf(reader.ask, municipality)]);

/** All that is loaded, of whatever municipality; what they share is there once. */
export async function everyGraph(reader: GraphReader): Promise<GraphSource> {
  const datasets = await reader.ask(datasetText, { municipality: null, limit: mostMunicipalities });
  if (datasets.length === 0) throw nothingLoaded;
  return graphOf(reader, datasets as unknown as readonly DatasetFacts[]);
}

function graphOf(reader: GraphReader, datasets: readonly DatasetFacts[]): GraphSource {
  const { ask } = reader;
  // Ids begin with the municipality or, where all share a type, with its word: so the index of ids finds them in order.
  const shared = nodeTypes.filter((each) => each.global).map(({ idWord }) => idWord);
  const beginnings = [...datasets.map(({ municipality }) => municipality), ...shared];
  return sourceOf(reader, datasets, async function* (part) {
    for (const beginning of beginnings) {
      let after = `${beginning}:`;
      while (true) {
        const rows = await ask(pageTexts[part], { after, end: `${beginning};`, limit: pageSize, derived });
        yield rows;
        const last = rows.at(-1)?.id;
        if (rows.length < pageSize || typeof last !== 'string') break;
        after = last;
      }
    }
  });
}

/** The nodes at most `depth` edges away from some, and the edges between them. */
export async function neighbourhood(reader: GraphReader, { ids, depth }: Neighbourhood): Promise<GraphSource> {
  const { ask } = reader;
  const found = await ask(textsById.nodes, { ids });
  const known = new Set(found.map(({ id }) => String(id)));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw unknownId(missing);
  const owned = found.find(({ properties }) => (properties as Row).municipality !== undefined);
  const dataset = await datasetOf(ask, owned ? String((owned.properties as Row).municipality) : null);
  let edge = [...known];
  for (let step = 0; step < depth && edge.length > 0; step++) {
    const rows = await ask(neighboursText, { ids: edge, limit: largestNeighbourhood + 1, derived });
    edge = rows.map(({ id }) => String(id)).filter((id) => !known.has(id));
    for (const id of edge) known.add(id);
    if (known.size > largestNeighbourhood) throw tooLarge;
  }
  const within = [...known].sort();
  return sourceOf(reader, [dataset], async function* (part) {
    for (let start = 0; start < within.length; start += pageSize)
      yield ask(textsById[part], { ids: within.slice(start, start + pageSize), within, derived });
  });
}

function sourceOf({ seen }: GraphReader, datasets: readonly DatasetFacts[], pages: Pages): GraphSource {
  return {
    datasets,
    async *nodes() {
      for await (const rows of pages('nodes'))
        for (const row of rows) {
          await yieldIfLong();
          yield row as unknown as StoredNode;
        }
    },
    async *edges() {
      for await (const rows of pages('edges'))
        for (const { id, edges } of rows) {
          await yieldIfLong();
          for (const [type, to, properties] of edges as readonly (readonly [EdgeName, string, Row])[])
            yield { from: String(id), type, to, properties };
        }
    },
    async checkUnchanged() {
      if ((await seen()) === undefined) throw new LoadedMeanwhile();
    },
  };
}

async function datasetOf(ask: Ask, municipality: string | null): Promise<DatasetFacts> {
  const [first, second] = await ask(datasetText, { municipality, limit: 2 });
  if (!first) throw nothingLoaded;
  if (second) throw severalMunicipalities;
  return first as unknown as DatasetFacts;
}

const nothingLoaded = new Refusal(
  'NOT_FOUND',
  'expected the dataset of a municipality, but none is loaded',
  '市区町村のデータが読み込まれていません。',
);
const severalMunicipalities = badInput(
  'municipality: expected the id, the code or the name of one, or all, because several are loaded',
  '複数の市区町村が読み込まれています。municipalityに識別子・コード・名称のいずれか、またはallを指定してください。',
);
const unknownId = (id: string) =>
  new Refusal(
    'NOT_FOUND',
    `ids: there is no node with the id ${quoted(id)}`,
    `識別子${quoted(id)}の項目はありません。`,
  );
const tooLarge = new Refusal(
  'QUERY_TOO_COSTLY',
  `expected at most ${largestNeighbourhood} nodes, but there are more around these: ask for a smaller depth`,
  `周辺の項目が${largestNeighbourhood}件を超えています。depthを小さくしてください。`,
);
