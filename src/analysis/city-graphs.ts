import { LRUCache } from 'lru-cache';
import { derivedEdges, edges, nodeNamed, nodes } from '../model/model.js';
import { yieldIfLong } from '../yielding.js';
import { type CityGraph, cityGraph, type LinksOfType, type ThingsOfType } from './city-graph.js';
import { type Ask, statement } from './statements.js';

const sharedLabels = nodes.filter((node) => node.global).map(({ name }) => name);
/** Labels are a part of the text, as the database finds nodes by a label that is a parameter only by reading all of them. */
const thingsText = statement('city-graph-nodes').replace('(n:Shared)', `(n:${sharedLabels.join('|')})`);
const linksText = statement('city-graph-links');

const stagedNodes = nodes.filter(({ staged }) => staged).map(({ name }) => name);
const metadataNodes = nodes.filter(({ metadata }) => metadata).map(({ name }) => name);
/** Those that go out from metadata, and those that follow from others. */
const leftEdges = [...edges.filter(({ from }) => from !== 'Entity' && nodeNamed(from).metadata), ...derivedEdges].map(
  ({ type }) => type,
);
const stagedEdges = edges.filter(({ staged }) => staged).map(({ type }) => type);

/** The most things and links of all graphs that are kept; a city is a few thousand of them, which take about a megabyte. */
const limit = 100_000;

/** Which part of the graph a question is about. */
export interface Scope {
  readonly municipalities: readonly string[];
  /** Null for what is in force. */
  readonly stage: string | null;
}

/**
 * The graphs that earlier requests of a service read. A revision never comes back, so that one of another revision is never
 * found; each is kept for callers with the same rights. What is computed from a graph hangs on it (`likeness/features.ts`).
 */
export class CityGraphs {
  private readonly kept = new LRUCache<string, CityGraph>({ maxSize: limit });

  /** The graph of a scope, from memory where the revision that the graph has now is known. */
  async of(scope: Scope, rights: string, ask: Ask, revision: string | null): Promise<CityGraph> {
    const municipalities = [...new Set(scope.municipalities)].sort();
    const key = JSON.stringify([rights, revision, scope.stage, ...municipalities]);
    const known = revision === null ? undefined : this.kept.get(key);
    if (known) return known;
    const parameters = { municipalities, stage: scope.stage };
    const [things, links] = await Promise.all([
      ask(thingsText, { ...parameters, stagedTypes: stagedNodes, metadata: metadataNodes }),
      ask(linksText, { ...parameters, stagedTypes: stagedEdges, left: leftEdges }),
    ]);
    const graph = cityGraph(inOrderOfTheModel(things as unknown as ThingsOfType[]), links as unknown as LinksOfType[]);
    // What is not loaded takes no memory from what is.
    if (revision !== null && graph.links.length > 0)
      this.kept.set(key, graph, { size: graph.ids.length + graph.links.length });
    // Putting thousands of links together took a whole turn of the event loop.
    await yieldIfLong();
    return graph;
  }
}

const inOrderOfTheModel = (things: readonly ThingsOfType[]) =>
  nodes.flatMap(({ name }) => things.filter(({ type }) => type === name));
