import { containersOf, contentsOf, fieldOfStep, leadsToOne } from '../../model/containment.js';
import type { CoverageStatements } from '../../model/coverage-statements.js';
import type { EdgeName, NodeName, RepeatedEdgeType, Step, TargetName } from '../../model/declaration.js';
import { into, out } from '../../model/edges.js';
import { stages } from '../../model/enums.js';
import {
  alternativesOf,
  edgeOfType,
  fieldsOf,
  findNode,
  nodeNamed,
  nodes,
  possibleTypes,
  relationshipsOf,
} from '../../model/model.js';
import { type CityGraph, typeAt } from '../city-graph.js';
import { Extent } from './extent.js';

/**
 * What the documents of a city can tell, as a stage or what is in force has it: the graph, of which the city can be a part,
 * and the statements of what its documents list wholly. A statement is about one thing and one of its fields; what that says
 * of lists that go the other way, over several links, or over all things of a type, is worked out here.
 */
export class CityCoverage {
  /** Its key. */
  readonly municipality: string;
  private readonly graph: CityGraph;
  /** Which things are the city's own, or shared by all. */
  private readonly own: readonly boolean[];
  private readonly statements: CoverageStatements;
  private readonly stage: string | null;
  private readonly byType: ReadonlyMap<NodeName, readonly number[]>;
  private readonly ofTypes = new Map<NodeName, Extent>();
  private readonly outside = new Map<string, Extent | null>();
  private readonly spoken = new Map<string, boolean>();

  constructor(graph: CityGraph, statements: CoverageStatements, stage: string | null, municipality: string) {
    this.municipality = municipality;
    this.graph = graph;
    const prefix = `${municipality}:`;
    this.own = graph.ids.map((id, index) => id.startsWith(prefix) || nodeNamed(typeAt(graph, index)).global);
    this.statements = statements;
    this.stage = stage;
    const byType = new Map<NodeName, number[]>(nodes.map(({ name }) => [name, []]));
    for (const [index, type] of graph.types.entries()) if (this.own[index]) byType.get(type)?.push(index);
    this.byType = byType;
  }

  /** The things of a type, by their indexes in the graph. */
  things(type: NodeName): readonly number[] {
    return this.byType.get(type) ?? [];
  }

  /** How far it is known which things of a type there are: by what the wholes list that they are parts of. */
  ofType(type: NodeName): Extent {
    const known = this.ofTypes.get(type);
    if (known) return known;
    const extent = new Extent();
    // What leads here again has nothing to add.
    this.ofTypes.set(type, extent);
    if (type === 'Change')
      for (const { name, frame } of nodes) if (frame) extent.add(this.ofChanges(this.things(name)));
    for (const { of, field } of this.listsOf(type)) {
      extent.add(this.listed(of, field, this.things(of)));
      extent.addMissing(this.ofType(of));
    }
    return extent;
  }

  /** Goes some steps from some things: where they lead, and how far what they find is all that there is. */
  along(from: readonly number[], path: readonly Step[]): { readonly extent: Extent; readonly to: readonly number[] } {
    const extent = new Extent();
    let to = from;
    for (const step of path) {
      extent.add(this.ofStep(to, step));
      to = this.ends(to, step);
    }
    return { extent, to };
  }

  /** How far a property of some things was read: of a thing that is known by name only, it was not. */
  ofProperty(property: string, things: readonly number[]): Extent {
    const extent = new Extent();
    for (const thing of things) {
      const type = typeAt(this.graph, thing);
      const declaration = fieldsOf(nodeNamed(type))[property];
      const isSeldomTold = declaration?.kind === 'property' && declaration.seldomTold;
      const isRead = isSeldomTold
        ? this.statements.listsAll(this.idOf(thing), property, this.stage)
        : this.isReadAt(thing, this.stage);
      if (isRead) extent.covered += 1;
      else extent.miss(type, property, thing);
    }
    return extent;
  }

  idOf(thing: number): string {
    return this.graph.ids[thing] ?? '';
  }

  indexOf(id: string): number | undefined {
    return this.graph.indexOf(id);
  }

  /** The fields that list the things of a type, of which there are statements: those of wholes, or where there are none, any. */
  private listsOf(type: NodeName): readonly { readonly of: NodeName; readonly field: string }[] {
    const node = nodeNamed(type);
    if (node.global || node.stageless) return [];
    const containers = containersOf(node).map(({ whole, field }) => ({ of: whole.name, field }));
    const spoken = containers.filter(({ of, field }) => this.speaksOf(of, field));
    if (spoken.length > 0 || containers.length > 0) return spoken.length > 0 ? spoken : containers;
    return nodes.flatMap((each) =>
      relationshipsOf(each)
        .filter(([field, { target }]) => target === type && this.speaksOf(each.name, field))
        .map(([field]) => ({ of: each.name, field })),
    );
  }

  /** What one step from some things finds, as far as documents list it. */
  ofStep(from: readonly number[], step: Step): Extent {
    if (edgeOfType(step.edge).derivation) return this.alongDerived(from, step).extent;
    const extent = new Extent();
    if (isOfTheReading(step)) return extent;
    if (step.edge === 'CHANGES') return this.ofChanges(from);
    if (step.edge === 'TEXT_OF') return this.ofTexts(from);
    const open: number[] = [];
    for (const thing of from) {
      const type = typeAt(this.graph, thing);
      const field = fieldOfStep(type, step);
      // A record is a row of a document, and was read with all that it says.
      if (!nodeNamed(type).entity) extent.covered += 1;
      else if (field !== null && this.isListed(thing, type, field, step)) extent.covered += 1;
      else if (field !== null && this.speaksOf(type, field)) extent.miss(type, field, thing);
      else open.push(thing);
    }
    if (open.length === 0) return extent;
    const fromOutside = this.fromOutside(step);
    if (fromOutside) extent.add(fromOutside);
    else
      for (const thing of open)
        extent.miss(typeAt(this.graph, thing), fieldOfStep(typeAt(this.graph, thing), step) ?? step.edge, thing);
    return extent;
  }

  /** What happened to a thing is known where the part of the plan that it belongs to was read at two stages. */
  private ofChanges(things: readonly number[]): Extent {
    const extent = new Extent();
    for (const thing of things) {
      const frame = this.frameOf(thing);
      const read = stages.filter((stage) => frame === null || this.isReadAt(frame, stage));
      if (read.length > 1) extent.covered += 1;
      else extent.miss(typeAt(this.graph, thing), 'changes', thing);
    }
    return extent;
  }

  /** Texts are imported for all documents or none. */
  private ofTexts(things: readonly number[]): Extent {
    const extent = new Extent();
    if (this.things('Passage').length > 0) extent.covered += things.length;
    else for (const thing of things) extent.miss(typeAt(this.graph, thing), 'passages', thing);
    return extent;
  }

  /** The frame that a thing is or belongs to; null for what stands outside of the plan. */
  private frameOf(thing: number): number | null {
    const node = nodeNamed(typeAt(this.graph, thing));
    if (node.frame) return thing;
    for (const { edge } of containersOf(node)) {
      const [whole] = this.ends([thing], { edge, direction: 'out' });
      if (whole !== undefined) return this.frameOf(whole);
    }
    return null;
  }

  /** Whether a document says at a stage of which parts a thing consists; true for what has none that are listed. */
  private isReadAt(thing: number, stage: string | null): boolean {
    const type = typeAt(this.graph, thing);
    const contents = contentsOf(nodeNamed(type)).filter(({ field }) => this.speaksOf(type, field));
    return contents.length === 0 || contents.some(({ field }) => this.statements.lists(this.idOf(thing), field, stage));
  }

  /** Whether a document lists all to which a step leads from a thing; a thing that leads to one at most has found it. */
  private isListed(thing: number, type: NodeName, field: string, step: Step): boolean {
    if (this.statements.listsAll(this.idOf(thing), field, this.stageOf(type, field))) return true;
    const relationship = fieldsOf(nodeNamed(type))[field];
    if (relationship?.kind !== 'relationship' || !leadsToOne(relationship)) return false;
    if (this.ends([thing], step).length > 0) return true;
    if (this.isOfAnother(thing, type, field)) return true;
    // What is a part of one thing is none of another, unless that is a part of the first itself.
    const around = findNode(relationship.target);
    const above = new Set((around ? containersOf(around) : []).map(({ whole }) => whole.name));
    const wholes = containersOf(nodeNamed(type))
      .filter(({ whole, edge }) => edge === step.edge || !above.has(whole.name))
      .map(({ edge }): Step => ({ edge, direction: 'out' }));
    return (
      wholes.some(({ edge }) => edge === step.edge) && wholes.some((whole) => this.ends([thing], whole).length > 0)
    );
  }

  /** Whether what could be about a thing of one kind is about one of another kind, and so about none of this. */
  private isOfAnother(thing: number, type: NodeName, field: string): boolean {
    const fields = alternativesOf(nodeNamed(type));
    if (!fields.includes(field)) return false;
    return relationshipsOf(nodeNamed(type)).some(
      ([other, { path }]) => fields.includes(other) && path[0] && this.ends([thing], path[0]).length > 0,
    );
  }

  /**
   * What things at the far end of a step say of it: the goals of a measure are listed there, the measures of a goal are
   * known where all measures are, and the goals of each. Null where neither end is spoken of.
   */
  private fromOutside(step: Step): Extent | null {
    const key = `${step.direction} ${step.edge}`;
    const known = this.outside.get(key);
    if (known !== undefined) return known;
    const extent = this.fromFarEnd(step);
    this.outside.set(key, extent);
    return extent;
  }

  private fromFarEnd({ edge, direction }: Step): Extent | null {
    const { from, to } = edgeOfType(edge);
    const type = findNode(direction === 'out' ? to : from)?.name;
    const back: Step = { edge, direction: direction === 'out' ? 'in' : 'out' };
    const field = type ? fieldOfStep(type, back) : null;
    if (!type || field === null) return null;
    // What belongs to one of several kinds of things is listed with each kind by itself.
    if (alternativesOf(nodeNamed(type)).includes(field)) return null;
    const relationship = fieldsOf(nodeNamed(type))[field];
    const extent = new Extent();
    const isKnown = relationship?.kind === 'relationship' && leadsToOne(relationship);
    if (isKnown || !nodeNamed(type).entity) extent.add(this.ofType(type));
    else if (this.speaksOf(type, field)) {
      extent.add(this.listed(type, field, this.things(type)));
      extent.addMissing(this.ofType(type));
    } else return null;
    return extent;
  }

  /** For which of some things a document lists a field. */
  listed(type: NodeName, field: string, things: readonly number[]): Extent {
    const extent = new Extent();
    for (const thing of things)
      if (this.statements.listsAll(this.idOf(thing), field, this.stageOf(type, field))) extent.covered += 1;
      else extent.miss(type, field, thing);
    return extent;
  }

  /** The stage at which a field has to be listed; null where it is the same at every stage. */
  private stageOf(type: NodeName, field: string): string | null {
    const relationship = fieldsOf(nodeNamed(type))[field];
    const isStaged =
      relationship?.kind === 'relationship' &&
      (findNode(relationship.target)?.staged || relationship.path.some(({ edge }) => edgeOfType(edge).staged));
    return isStaged ? this.stage : null;
  }

  /** Whether there are statements of a field of things of that type, at one stage or another. */
  speaksOf(type: NodeName, field: string): boolean {
    const key = `${type} ${field}`;
    const known = this.spoken.get(key);
    if (known !== undefined) return known;
    const found = this.things(type).some((thing) => this.statements.lists(this.idOf(thing), field, null));
    this.spoken.set(key, found);
    return found;
  }

  /** Whether answers count on links of a type: on those that are seldom told only where the city's documents tell them. */
  countsOn(type: EdgeName): boolean {
    return !edgeOfType(type).seldomTold || this.tells(type);
  }

  /** Whether the city's documents list links of a type. */
  private tells(type: EdgeName): boolean {
    const { from, to } = edgeOfType(type);
    const areTold = (ends: TargetName, step: Step) =>
      possibleTypes(ends).some(({ name }) => this.speaksOf(name, fieldOfStep(name, step) ?? ''));
    return areTold(from, out(type)) || areTold(to, into(type));
  }

  /** Goes the edges from which those of a step follow. */
  private alongDerived(from: readonly number[], { edge, direction }: Step) {
    const { derivation } = edgeOfType(edge);
    if (!derivation) throw new Error(`expected an edge type that follows from others, but got: ${edge}`);
    if (derivation.kind === 'repeated') return this.onAndOn(from, direction, derivation);
    const extent = new Extent();
    const to = new Set<number>();
    const told = derivation.ways.filter((way) => way.every((each) => this.tells(each)));
    for (const edges of told.length > 0 ? told : derivation.ways) {
      const way = edges.map((each): Step => ({ edge: each, direction }));
      const found = this.along(from, direction === 'out' ? way : way.toReversed());
      extent.add(found.extent);
      for (const end of found.to) to.add(end);
    }
    return { extent, to: [...to] };
  }

  /** As often as they lead on. */
  private onAndOn(from: readonly number[], direction: Step['direction'], { of, directions, itself }: RepeatedEdgeType) {
    const extent = new Extent();
    const to = new Set(itself ? from : []);
    for (const along of directions) {
      const step: Step = { edge: of, direction: direction === 'out' ? along : along === 'out' ? 'in' : 'out' };
      const passed = new Set(from);
      for (let open = from; open.length > 0; ) {
        extent.add(this.ofStep(open, step));
        const ends = this.ends(open, step);
        for (const end of ends) to.add(end);
        open = ends.filter((end) => !passed.has(end));
        for (const end of open) passed.add(end);
      }
    }
    return { extent, to: [...to] };
  }

  private ends(from: readonly number[], { edge, direction }: Step): readonly number[] {
    if (edgeOfType(edge).derivation) return this.alongDerived(from, { edge, direction }).to;
    const found = new Set<number>();
    for (const thing of from)
      for (const link of this.graph.linksAt[thing] ?? []) {
        const [near, far] = direction === 'out' ? [link.from, link.to] : [link.to, link.from];
        if (link.type === edge && near === thing && this.own[far]) found.add(far);
      }
    return [...found];
  }
}

/** What is said of the reading itself, such as the issues of a document, is all there. */
const isOfTheReading = ({ edge }: Step): boolean => findNode(edgeOfType(edge).from)?.stageless === true;
