import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  printSchema,
} from 'graphql';
import { schema } from '../../../src/api/schema.js';
import type { EdgeRow, SourceReference } from '../../../src/ingest/dataset/dataset.js';
import type { NodeName, TargetName } from '../../../src/model/declaration.js';
import { edgeOfType, fieldsOf, nodeNamed, nodes } from '../../../src/model/model.js';
import { asksOfLinksInForce, type Filter, filtersByEffective, linkFits, named } from './conditions.js';
import type { Cursors } from './cursors.js';
import { facetsOf, subjectsOf, tableOf } from './facets.js';
import { connection, inOrder, type ListArguments, listed } from './lists.js';
import { compareWays } from './orders.js';
import { folded, withoutStage } from './texts.js';
import {
  factsOf,
  isSeen,
  partsOf,
  type Target,
  type Thing,
  type View,
  valueAt,
  type Way,
  type World,
} from './world.js';

/** The public schema without any resolver: the executor of graphql-js does all that the specification says. */
const plainSchema = buildSchema(printSchema(schema()));

/** What the oracle's resolvers hand down: a thing and the view below it. */
class Shown {
  readonly __typename: string;
  readonly thing: Thing;
  readonly view: View;

  constructor(thing: Thing, view: View) {
    this.__typename = thing.type.name;
    this.thing = thing;
    // Documents are the same at every stage.
    this.view = thing.type.stageless ? null : view;
  }
}

type Arguments = ListArguments & Filter;
type Resolver = GraphQLFieldResolver<unknown, unknown, Arguments>;

/** Answers an operation naively: every field by itself, from rows in memory. */
export class Oracle {
  private readonly world: World;
  private readonly cursors: Cursors;

  constructor(world: World, cursors: Cursors) {
    this.world = world;
    this.cursors = cursors;
  }

  async answer(document: DocumentNode, variableValues: Readonly<Record<string, unknown>>): Promise<ExecutionResult> {
    return execute({
      schema: plainSchema,
      document,
      variableValues,
      fieldResolver: (source, args, context, info) =>
        info.parentType.name === 'Query'
          ? this.root(info.fieldName, args)
          : source instanceof Shown
            ? this.field(source, info.fieldName, args)
            : this.plain(source, args, context, info),
      typeResolver: (value) => (value as Shown).__typename,
    });
  }

  private readonly plain: Resolver = (source, args, _context, { fieldName }) => {
    const value = (source as Readonly<Record<string, unknown>>)[fieldName];
    return typeof value === 'function' ? value(args) : value;
  };

  private root(name: string, args: Arguments): unknown {
    const view = args.stage ?? null;
    if (name === 'node') return this.named(args.id);
    if (name === 'nodes') return (args.ids as readonly unknown[]).map((id) => this.named(id));
    if (name === 'datasets') return this.world.municipalities.map((key) => this.dataset(key));
    if (name === 'dataset') return this.dataset(this.world.municipalities[0] ?? '');
    const type = nodes.find(({ plural }) => plural === name);
    const inCity = ({ municipality }: Thing) => {
      const several = Array.isArray(args.municipalities) ? args.municipalities : null;
      const wanted = several ?? (typeof args.municipality === 'string' ? [args.municipality] : null);
      return wanted === null || wanted.some((each) => municipality === folded(String(each)).split(':')[0]);
    };
    if (type) {
      const targets = listed(this.world, args, view, (seen) => {
        const all = seen === null && filtersByEffective(args.filter);
        const things = this.world.ofType(type.name).filter((thing) => (all || isSeen(thing, seen)) && inCity(thing));
        return things.map((thing) => ({ thing, edge: null, municipality: '' }));
      });
      return this.connection(type.plural, type.name, targets, args, view);
    }
    const looked = nodes.find((node) => `${node.name.charAt(0).toLowerCase()}${node.name.slice(1)}` === name);
    if (!looked) throw new Error(`expected a root field that the oracle knows, but got: ${name}`);
    const key = Object.fromEntries(Object.keys(looked.lookup ?? {}).map((part) => [part, args[part]]));
    const seen = this.world.ofType(looked.name).filter((thing) => isSeen(thing, view) && inCity(thing));
    const found = latestOfCities(looked.dated, named(seen, key, view));
    if (found.length > 1) throw new Error('more than one municipality has such a thing');
    return found[0] ? new Shown(found[0], view) : null;
  }

  /** What an id names, as the stage has it that the id ends with. */
  private named(given: unknown): Shown | null {
    const { id, stage } = withoutStage(folded(String(given)));
    return this.byId(id, stage);
  }

  /** A thing in force or not; null where there is none with that id. */
  private byId(id: unknown, view: View): Shown | null {
    const thing = this.world.things.get(folded(String(id)));
    return thing ? new Shown(thing, view) : null;
  }

  private field({ thing, view }: Shown, name: string, args: Arguments): unknown {
    if (name === 'sources') return this.sources(thing.row.sources, String(thing.municipality), view);
    if (name === 'id') return view === null ? thing.row.id : `${thing.row.id}@${view}`;
    const field = fieldsOf(thing.type)[name];
    if (field?.kind === 'computed') return field.compute(field.from.map((from) => valueAt(thing, from, view)));
    if (field?.kind === 'valueProperty') {
      const { properties, computed = {} } = field.type;
      const shape = { parts: Object.keys(properties), presentWhen: field.presentWhen };
      const parts = partsOf(thing, name, shape, view);
      if (!parts) return null;
      const worked = Object.entries(computed).map(([key, { from, compute }]) => [
        key,
        compute(from.map((part) => parts[part])),
      ]);
      return { ...parts, ...Object.fromEntries(worked) };
    }
    if (field?.kind !== 'relationship') return valueAt(thing, name, view);
    // What several stages have is shown as in force.
    const below = args.stages ? null : (args.stage ?? view);
    const lifted = {
      anyNode: filtersByEffective(args.filter),
      anyEdge: asksOfLinksInForce(args.edge),
      shown: true,
    };
    const targets = listed(this.world, args, below, (seen) =>
      this.world.targets(thing, field, seen, lifted, linkFits(args.edge)),
    );
    const list = `${thing.type.name}.${name}`;
    if (field.shape === 'connection') {
      const waysTo = ({ thing: target }: Target) => {
        const all = (args.stages ?? [below]).flatMap((seen) => this.world.ways(thing, field, seen, lifted));
        const led = all.filter((way) => way.thing === target).toSorted(compareWays);
        return [
          ...new Map(led.map((way) => [way.edges.map(({ row }) => `${row.from} ${row.to}`).join(), way])).values(),
        ];
      };
      const isWorkedOut = field.path.some(({ edge }) => edgeOfType(edge).derivation !== null);
      return this.connection(
        list,
        field.target,
        targets,
        args,
        below,
        field.path.length > 1 ? waysTo : null,
        isWorkedOut,
      );
    }
    if (field.shape === 'list') {
      const { rows } = inOrder(this.world, nodeNamed(field.target), targets, args, below);
      return rows.map((target) => new Shown(target.thing, below));
    }
    if (targets.length > 1) throw new Error(`expected one target of ${list}, but there are more`);
    return targets[0] ? new Shown(targets[0].thing, below) : null;
  }

  /** `waysTo` are the ways to a target of a list whose links follow from others. */
  private connection(
    list: string,
    type: TargetName,
    targets: readonly Target[],
    args: Arguments,
    view: View,
    waysTo: ((target: Target) => readonly Way[]) | null = null,
    isDerivedEdge = false,
  ): unknown {
    const { rows, page, hasNextPage, hasPreviousPage, place } = connection(
      this.world,
      this.cursors,
      { list, type: nodeNamed(type), targets },
      args,
      view,
    );
    const shown = page.map((target) => new Shown(target.thing, view));
    const cursors = page.map((target) => this.cursors.mark(place(target)));
    return {
      totalCount: rows.length,
      subjectCount: () => subjectsOf(this.world, nodeNamed(type), rows, view),
      facets: ({ by }: { readonly by: string }) => facetsOf(this.world, rows, by, view),
      crossTab: (by: { readonly rows: string; readonly columns: string }) => tableOf(this.world, rows, by, view),
      nodes: shown,
      edges: page.map((target, index) => ({
        node: shown[index],
        cursor: cursors[index],
        ...(target.edge
          ? this.link(target.edge, target.municipality, view)
          : {
              printedAs: null,
              stages: [],
              effective: () => waysTo?.(target).some((way) => factsOf(way).effective) ?? true,
              sources: () => this.sourcesOf(waysTo?.(target) ?? [], view),
            }),
        derived: waysTo !== null || isDerivedEdge,
        via: () => (waysTo?.(target) ?? []).map((way) => this.way(way, view)),
      })),
      pageInfo: { hasNextPage, hasPreviousPage, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
    };
  }

  private readonly link = ({ printedAs, stages, effective, sources }: EdgeRow, municipality: string, view: View) => ({
    printedAs,
    stages,
    effective,
    sources: this.sources(sources, municipality, view),
  });

  /** A way by which a link follows. */
  private way({ between, edges }: Way, view: View): unknown {
    return {
      nodes: between.map((thing) => new Shown(thing, view)),
      links: edges.map(({ row, municipality, step }) => ({
        relationship: edgeOfType(step.edge).type,
        direction: step.direction === 'out' ? 'FORWARD' : 'BACKWARD',
        ...this.link(row, municipality, view),
      })),
    };
  }

  /** Where the links of ways were read, each place once. */
  private sourcesOf(ways: readonly Way[], view: View): unknown {
    const places = ways.flatMap(({ edges }) =>
      edges.flatMap(({ row, municipality }) => row.sources.map((source) => ({ source, municipality }))),
    );
    const once = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
    return once.flatMap(({ source, municipality }) => this.sources([source], municipality, view));
  }

  /** Sources; at a stage those that speak for it and those outside the planning cycle. */
  private sources(sources: readonly SourceReference[], municipality: string, view: View): readonly unknown[] {
    return sources
      .filter(({ stage }) => view === null || stage === null || stage === view)
      .map((source) => ({
        ...source,
        excerpt: null,
        document: this.byId(`${municipality}:source-document:${source.document}`, view),
      }));
  }

  private dataset(key: string): unknown {
    const own = (type: string) => this.world.ofType(type).filter(({ municipality }) => municipality === key);
    const all = (type: NodeName) => {
      const targets = own(type).map((thing) => ({ thing, edge: null, municipality: '' }));
      return inOrder(this.world, nodeNamed(type), targets, {}, null).rows.map(({ thing }) => new Shown(thing, null));
    };
    const counts = nodes.flatMap(({ name }) => {
      const things = own(name);
      const effectiveCount = things.filter(({ row }) => row.effective).length;
      return things.length > 0 ? [{ type: name, count: things.length, effectiveCount }] : [];
    });
    return {
      municipality: key,
      counts,
      sourceDocuments: all('SourceDocument'),
      extractionIssues: all('ExtractionIssue'),
    };
  }
}

/** Of several things of a city that have a name, the one that existed latest. */
function latestOfCities(dated: boolean, things: readonly Thing[]): readonly Thing[] {
  if (!dated) return things;
  const day = (thing: Thing, property: string, missing: string) => String(valueAt(thing, property, null) ?? missing);
  const placed = (thing: Thing) => `${day(thing, 'validTo', '9999')} ${day(thing, 'validFrom', '')}`;
  const inOrder = things.toSorted((a, b) =>
    placed(a) === placed(b) ? (a.row.id < b.row.id ? -1 : 1) : placed(a) > placed(b) ? -1 : 1,
  );
  return [...new Map(inOrder.toReversed().map((thing) => [thing.municipality, thing])).values()];
}
