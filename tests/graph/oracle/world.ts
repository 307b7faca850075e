import type { Cell, Dataset, EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { columnsOf } from '../../../src/ingest/dataset/table.js';
import { derivedEdgesOf } from '../../../src/ingest/load/derived-edges.js';
import { derivedProperties } from '../../../src/ingest/load/derived-properties.js';
import { presenceIn } from '../../../src/ingest/load/presence.js';
import type { NodeDeclaration, RelationshipDeclaration, Step } from '../../../src/model/declaration.js';
import { anyEntity, edgeOfType, nodeNamed } from '../../../src/model/model.js';
import { folded } from './texts.js';

/** Where one looks: at what is in force (null), or at what one stage asserts. */
export type View = string | null;

/** A node of the graph, straight from its row. */
export interface Thing {
  readonly type: NodeDeclaration;
  readonly row: NodeRow;
  /** The stages that show it. */
  readonly shown: readonly string[];
  /** Null for what all municipalities share. */
  readonly municipality: string | null;
}

/** A node at the end of a relationship; the edge where the relationship is a single one. */
export interface Target {
  readonly thing: Thing;
  readonly edge: EdgeRow | null;
  /** The municipality whose dataset has the edge: its sources are documents of that city. */
  readonly municipality: string;
}

/** What is looked at although it is not in force, because the question is about being in force. */
export interface Lifted {
  readonly anyNode?: boolean;
  readonly anyEdge?: boolean;
  /** It is shown, not asked about: what is no longer in force has what its last stage has. */
  readonly shown?: boolean;
}

/** What can be asked of a link: of an edge as it is, of a way of several as a whole. */
export interface LinkFacts extends Pick<EdgeRow, 'printedAs' | 'stages' | 'effective'> {
  /** No document states it. */
  readonly derived: boolean;
  /** The links from which it follows; none of a link that a document states. */
  readonly via: readonly LinkOnTheWay[];
}

export interface LinkOnTheWay extends Pick<EdgeRow, 'printedAs' | 'stages' | 'effective'> {
  readonly relationship: string;
}

/** Where one looks, and whether at everything where the question is about being in force. */
interface Seen {
  readonly view: View;
  readonly everything: boolean;
}

/** A target with the edges that lead to it, and the things between them. */
export interface Way extends Target {
  readonly edges: readonly WayEdge[];
  readonly between: readonly Thing[];
}

interface WayEdge extends Link {
  readonly step: Step;
  /** It has stages of its own. */
  readonly staged: boolean;
}

/** A way of several edges has the stages of all that have any, and is in force where all of those are. */
export function factsOf({ edge, edges }: Way): LinkFacts {
  if (edge && edges.length === 1) {
    const derived = edges.some(({ step }) => edgeOfType(step.edge).derivation !== null);
    return { ...edge, derived, via: [] };
  }
  const [first, ...others] = edges.filter(({ staged }) => staged).map(({ row }) => row);
  return {
    printedAs: null,
    derived: true,
    stages: (first?.stages ?? []).filter((stage) => others.every(({ stages }) => stages.includes(stage))),
    effective: [first, ...others].every((row) => row?.effective ?? true),
    via: edges.map(({ row: { printedAs, stages, effective }, step }) => ({
      printedAs,
      stages,
      effective,
      relationship: edgeOfType(step.edge).type,
    })),
  };
}

interface Link {
  readonly row: EdgeRow;
  readonly municipality: string;
}

/** Everything that is loaded, in memory, to be searched naively. */
export class World {
  readonly things = new Map<string, Thing>();
  /** Keys of the municipalities, in order. */
  readonly municipalities: readonly string[];
  private readonly links = new Map<string, Link[]>();
  private readonly types = new Map<string, Thing[]>();

  /** Of a row that all share, the dataset that was loaded last has the last word. */
  constructor(datasets: readonly Dataset[]) {
    const keys: string[] = [];
    for (const dataset of datasets) {
      const key = String(dataset.nodes.get('Municipality')?.[0]?.values.key);
      keys.push(key);
      const presenceOf = presenceIn(dataset);
      const derived = derivedProperties(dataset);
      for (const [name, rows] of dataset.nodes) {
        const type = nodeNamed(name);
        for (const given of rows) {
          const worked = Object.entries(derived.get(given.id) ?? {}).map(([name, value]) => [snake(name), value]);
          const { shownAt, ...known } = presenceOf(type, given);
          const row = {
            ...given,
            values: { ...given.values, ...(known as Readonly<Record<string, Cell>>), ...Object.fromEntries(worked) },
          };
          const shown = (shownAt as readonly string[] | undefined) ?? row.stages;
          this.things.set(row.id, { type, row, shown, municipality: type.global ? null : key });
        }
      }
      for (const [type, rows] of [...dataset.edges, ...derivedEdgesOf(dataset)])
        for (const row of rows) {
          this.link(`${type} out ${row.from}`, { row, municipality: key });
          this.link(`${type} in ${row.to}`, { row, municipality: key });
        }
    }
    this.municipalities = keys.sort();
    for (const thing of this.things.values())
      this.types.set(thing.type.name, [...(this.types.get(thing.type.name) ?? []), thing]);
  }

  /** The city whose dataset has a thing; undefined for what all share. */
  cityOf({ municipality }: Thing): Thing | undefined {
    return this.ofType('Municipality').find((city) => city.municipality === municipality);
  }

  ofType(name: string): readonly Thing[] {
    if (name === anyEntity.name) return [...this.things.values()].filter(({ type }) => type.entity);
    return this.types.get(name) ?? [];
  }

  /** What a relationship leads to by a link that fits, as a view has it, every target once; any node is about the last step. */
  targets(
    from: Thing,
    relationship: RelationshipDeclaration,
    view: View,
    lifted: Lifted = {},
    linkFits: (facts: LinkFacts) => boolean = () => true,
  ): readonly Target[] {
    const fitting = this.ways(from, relationship, view, lifted).filter((way) => linkFits(factsOf(way)));
    const once = new Map(fitting.map((way) => [way.thing.row.id, way]));
    const derived = relationship.path.length > 1;
    return [...once.values()].map(({ thing, edge, municipality }) => ({
      thing,
      edge: derived ? null : edge,
      municipality,
    }));
  }

  /** All ways along a relationship. */
  ways(
    from: Thing,
    relationship: RelationshipDeclaration,
    view: View,
    { anyNode = false, anyEdge = false, shown = false }: Lifted = {},
  ): readonly Way[] {
    const isGone = view === null && shown && !anyEdge && from.type.staged && !from.row.effective;
    const seen: Seen = { view: isGone ? (from.row.stages.at(-1) ?? 'none') : view, everything: view === null };
    let found: readonly Way[] = [{ thing: from, edge: null, municipality: '', edges: [], between: [] }];
    for (const [index, step] of relationship.path.entries()) {
      const last = index === relationship.path.length - 1;
      const lifted = { anyNode: last ? anyNode : anyEdge, anyEdge };
      const { staged } = edgeOfType(step.edge);
      found = found.flatMap(({ thing, edges, between }) =>
        this.step(thing, step, relationship, seen, lifted).map((target) => ({
          ...target,
          edges: [...edges, { row: target.edge, municipality: target.municipality, step, staged }],
          between: index === 0 ? [] : [...between, thing],
        })),
      );
    }
    return found;
  }

  /** How the documents name what links lead to. */
  printed(): readonly string[] {
    const all = [...this.links.values()].flat().flatMap(({ row }) => row.printedAs ?? []);
    return [...new Set(all)];
  }

  private step(
    from: Thing,
    { edge, direction }: Step,
    { inseparable, target }: RelationshipDeclaration,
    { view, everything }: Seen,
    { anyNode = false, anyEdge = false }: Lifted,
  ) {
    const { staged } = edgeOfType(edge);
    return (this.links.get(`${edge} ${direction} ${from.row.id}`) ?? []).flatMap(({ row, municipality }) => {
      const thing = this.things.get(direction === 'out' ? row.to : row.from);
      if (!thing) throw new Error(`expected both ends of ${edge} in the dataset, but one lacks: ${row.from} ${row.to}`);
      // What a node cannot be without is there in any view; and a change, which lies between two stages, shows what it
      // is about at any of them.
      const always = inseparable || target === 'Entity';
      const edgeSeen = seen(staged, row.stages, row.effective, view) || (everything && anyEdge);
      const nodeSeen = isSeen(thing, view) || (everything && anyNode);
      return always || (edgeSeen && nodeSeen) ? [{ thing, edge: row, municipality }] : [];
    });
  }

  private link(key: string, link: Link): void {
    const known = this.links.get(key);
    if (known) known.push(link);
    else this.links.set(key, [link]);
  }
}

/** Unstaged types are always seen; others where the stage asserts them or, without a stage, where they are in force. */
const seen = (staged: boolean, stages: readonly string[], effective: boolean, view: View): boolean =>
  !staged || (view === null ? effective : stages.includes(view));

export const isSeen = ({ type, row, shown }: Thing, view: View): boolean =>
  seen(type.staged, shown, row.effective, view);

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A cell of a row: texts as they are printed, codes after NFKC; an empty list at a stage says as little as an empty cell. */
function cell({ type, row }: Thing, header: string): Cell {
  const value = row.values[header] ?? null;
  if (Array.isArray(value) && header.includes('@') && value.length === 0) return null;
  if (printedHeaders(type).has(header)) return value;
  const fold = (item: unknown) => (typeof item === 'string' ? folded(item) : item);
  return (Array.isArray(value) ? value.map(fold) : fold(value)) as Cell;
}

const headersOf = new Map<NodeDeclaration, ReadonlySet<string>>();

function printedHeaders(type: NodeDeclaration): ReadonlySet<string> {
  const known =
    headersOf.get(type) ?? new Set(columnsOf(type).flatMap(({ header, printed }) => (printed ? header : [])));
  headersOf.set(type, known);
  return known;
}

/** A property as a view has it: what the stage prints where it prints something else, and the effective value. */
export function valueAt(thing: Thing, property: string, view: View): Cell {
  if (property === 'id') return thing.row.id;
  if (property === 'stages') return thing.row.stages;
  if (property === 'effective') return thing.row.effective;
  if (property === 'municipality') return thing.municipality;
  const header = snake(property);
  return (view === null ? null : cell(thing, `${header}@${view}`)) ?? cell(thing, header);
}

/** The parts of a value, taken as one: where a stage prints another one, all of them are that stage's. Null where there is none. */
export function partsOf(
  thing: Thing,
  field: string,
  { parts, presentWhen }: { readonly parts: readonly string[]; readonly presentWhen: string },
  view: View,
): Readonly<Record<string, Cell>> | null {
  const at = (suffix: string) =>
    Object.fromEntries(parts.map((part) => [part, cell(thing, `${snake(field)}_${snake(part)}${suffix}`)]));
  const own = view === null ? null : at(`@${view}`);
  const value = own && own[presentWhen] !== null ? own : at('');
  return value[presentWhen] === null ? null : value;
}
