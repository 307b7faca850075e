import type { EdgeDeclaration, NodeDeclaration, RelationshipDeclaration, Step } from '../model/declaration.js';
import { edgeOfType, findNode } from '../model/model.js';
import { edgeProperties } from '../model/nodes/entity.js';
import {
  all,
  edgeVisible,
  effectiveView,
  inForceView,
  nodeVisible,
  type Sight,
  type Statement,
  type View,
  where,
} from './statement.js';

/** A relationship as a pattern from a parent's variable to its targets. */
export interface Path {
  readonly pattern: string;
  /** The variable that it starts from; none where it is all nodes of a type. */
  readonly parent?: string;
  readonly target: string;
  /** The edge's variable where the relationship is a single edge, whose facts can be shown; null elsewhere. */
  readonly edge: string | null;
  /** Given where several edges lead to a target, which can be reached more than once then. */
  readonly derivation: Derivation | null;
  /** What must hold for every edge and node along the way, the target included, and whatever the view. */
  readonly conditions: readonly string[];
  /** Those of the conditions that hold whatever the view. */
  readonly always: readonly string[];
  /** What must hold for the target, and the edge where there is one, to be there as a view has them. */
  readonly seenIn: (view: View) => readonly string[];
  /** What a filter can ask of the link, by the names of `linkProperties`. */
  readonly facts: LinkFacts;
  /** How the target is seen. */
  readonly view: View;
}

/** The ways of a path of several edges, which lead from one parent to one target. */
export interface Derivation {
  readonly relationship: RelationshipDeclaration;
  /** The parent's variable. */
  readonly parent: string;
  readonly options: PathOptions;
  /** The variables of the edges, one for each step. */
  readonly links: readonly string[];
  /** Whether this very way is in force. */
  readonly inForce: string;
  /** What must hold for this very way to be there in a view. */
  readonly heldIn: (view: View) => readonly string[];
  /** The nodes on the way from the parent to the target. */
  readonly between: readonly { readonly variable: string; readonly node: NodeDeclaration }[];
}

/** The facts of a link as expressions. */
export type LinkFacts = Readonly<Record<string, string>>;

const noFacts: LinkFacts = { stages: '[]', effective: 'true', printedAs: 'null', derived: 'false' };

/** The nodes of a type where nothing leads to them: all, or those that `always` names. */
export const freePath = (
  pattern: string,
  target: string,
  view: View,
  { always = [], seenIn = () => [] }: Partial<Pick<Path, 'always' | 'seenIn'>>,
): Path => ({
  pattern,
  target,
  edge: null,
  derivation: null,
  conditions: [...always, ...seenIn(view)],
  always,
  seenIn,
  facts: noFacts,
  view,
});

/** What a filter can ask of an edge on the way of a derived link. */
export const factsOnTheWay = (edge: string): LinkFacts => ({ ...storedFacts(edge), relationship: `type(${edge})` });

/** The types at the near and the far end of a step. */
const endsOf = ({ edge, direction }: Step) => {
  const { from, to } = edgeOfType(edge);
  return direction === 'out' ? { near: from, far: to } : { near: to, far: from };
};
const farEnd = (step: Step) => endsOf(step).far;

/** Whether the parents of a relationship can be no longer in force; of an interface some can. */
const fromStaged = ({ path: [step] }: RelationshipDeclaration): boolean =>
  step !== undefined && (findNode(endsOf(step).near)?.staged ?? true);

/** The types of the nodes between the ends of a path. */
export const between = ({ path }: RelationshipDeclaration): readonly NodeDeclaration[] =>
  path.slice(0, -1).flatMap((step) => findNode(farEnd(step)) ?? []);

/** Leads to one node at most, of which the dataset is checked: a node has one such edge. */
export const isSingleEdge = ({ shape, path: [step, ...more] }: RelationshipDeclaration): boolean =>
  (shape === 'one' || shape === 'required') && step?.direction === 'out' && more.length === 0;

export interface PathOptions {
  /** Looked at although the view does not see it, because the question is about being in force. */
  readonly anyNode?: boolean;
  readonly anyEdge?: boolean;
  /**
   * Where Neo4j is to begin: anywhere, such as at a target that an index knows, or at the parent. From there the type of an
   * edge tells that of the node at its end, so that no label has to be looked at.
   */
  readonly start?: 'anywhere' | 'parent';
  /** The variable of the target where it is found already. */
  readonly found?: string;
  /** It is shown: below a thing that is no longer in force is what its last stage has. */
  readonly shown?: boolean;
}

/** An edge on the way, and the node at its far end. */
interface Link {
  readonly edge: string;
  readonly declared: EdgeDeclaration;
  readonly variable: string;
  readonly node: NodeDeclaration | undefined;
}

/** How many targets a relationship has, as filters and orders count them. */
export function countOf({ uncounted }: RelationshipDeclaration, { pattern, conditions, target }: Path): string {
  const counted = uncounted && `${target}.${uncounted.property} <> '${uncounted.value}'`;
  return `COUNT { MATCH ${pattern}${where([...conditions, counted])} RETURN DISTINCT ${target} }`;
}

/**
 * The pattern of a relationship. What a node cannot be without is there in any view: a project that is no longer in
 * force still belongs to its policy item.
 */
export function pathOf(
  statement: Statement,
  relationship: RelationshipDeclaration,
  parent: string,
  view: View,
  options: PathOptions = {},
): Path {
  const { path, target } = relationship;
  const { start = 'anywhere', found } = options;
  let pattern = `(${parent})`;
  const links = path.map((step, index): Link => {
    const last = index === path.length - 1;
    const type = last ? target : farEnd(step);
    const edge = statement.variable('r');
    const variable = last && found ? found : statement.variable(last ? 'n' : 'x');
    const label = (start === 'parent' && type === farEnd(step)) || (last && found) ? '' : `:${type}`;
    pattern +=
      step.direction === 'out'
        ? `-[${edge}:${step.edge}]->(${variable}${label})`
        : `<-[${edge}:${step.edge}]-(${variable}${label})`;
    return { edge, declared: edgeOfType(step.edge), variable, node: findNode(type) };
  });
  const end = links.at(-1)?.variable ?? parent;
  const derived = links.length > 1;
  const mayBeGone = options.shown === true && fromStaged(relationship) && !options.anyEdge;
  const heldIn = (other: View) => {
    const now = seen(links, relationship, other, options);
    const known = other.kind === 'stage' || (other.inForce && !statement.stepwise);
    return known || !mayBeGone || now.length === 0 ? now : [nowOrAtLast(links, relationship, parent, now, options)];
  };
  const facts = factsOf(links);
  return {
    pattern,
    parent,
    target: end,
    edge: derived ? null : (links[0]?.edge ?? null),
    derivation: derived
      ? {
          relationship,
          parent,
          options,
          links: links.map(({ edge }) => edge),
          inForce: facts.effective ?? 'true',
          heldIn,
          between: passed(links),
        }
      : null,
    conditions: heldIn(view),
    always: [],
    seenIn: (other) => {
      if (!derived) return heldIn(other);
      // Another way than the one that was found can be there in that view.
      const way = pathOf(statement, relationship, parent, other, { ...options, found: end });
      return [`EXISTS { MATCH ${way.pattern}${where(way.conditions)} }`];
    },
    facts,
    view: viewOfTarget(relationship, view, options),
  };
}

/** What must hold for a way to be there from a parent that can be no longer in force: then it is as at its last stage. */
function nowOrAtLast(
  links: readonly Link[],
  relationship: RelationshipDeclaration,
  parent: string,
  now: readonly string[],
  options: PathOptions,
): string {
  const atLast = seen(links, relationship, { kind: 'stage', parameter: `${parent}.stages[-1]` }, options, true);
  return `CASE WHEN ${parent}.effective THEN ${all(now)} ELSE ${all(atLast)} END`;
}

/** What a thing that is in force leads to is in force, unless the question is about that or the thing cannot be without it. */
function viewOfTarget(
  relationship: RelationshipDeclaration,
  view: View,
  { anyNode = false, anyEdge = false }: PathOptions,
): View {
  if (view.kind === 'stage') return view;
  const { inseparable, target } = relationship;
  const fromInForce = view.inForce || !fromStaged(relationship);
  const only = !inseparable && findNode(target) !== undefined && !anyNode && !anyEdge;
  return fromInForce && only ? inForceView : effectiveView;
}

/** The nodes between the ends of a way. */
const passed = (links: readonly Link[]): Derivation['between'] =>
  links.slice(0, -1).flatMap(({ variable, node }) => (node ? [{ variable, node }] : []));

/** What must hold for a way to be there in a view; `lifted` where the options apply, which are about being in force. */
function seen(
  links: readonly Link[],
  { inseparable }: RelationshipDeclaration,
  view: Sight,
  { anyNode = false, anyEdge = false }: PathOptions,
  lifted = view.kind === 'effective',
): readonly string[] {
  if (inseparable) return [];
  const inForce = view.kind === 'effective';
  return links
    .flatMap(({ edge, declared, variable, node }, index) => {
      const last = index === links.length - 1;
      const edgeCounts = !(lifted && anyEdge);
      // The dataset is checked for it: an edge with stages of its own is in force only where its ends are.
      const implied = declared.staged && edgeCounts && inForce;
      const nodeCounts = node && !implied && !(lifted && (last ? anyNode : anyEdge));
      return [
        edgeCounts ? edgeVisible(edge, declared, view) : null,
        nodeCounts ? nodeVisible(variable, node, view) : null,
      ];
    })
    .filter((condition) => condition !== null);
}

/** The facts of an edge as they are stored. */
const storedFacts = (edge: string): LinkFacts =>
  Object.fromEntries(Object.keys(edgeProperties).map((name) => [name, `${edge}.${name}`]));

/**
 * The facts of a single edge as they are stored. A link that follows from several edges is there at the stages at which all
 * of those are that can differ by stage, and in force where all of them are.
 */
function factsOf(links: readonly Link[]): LinkFacts {
  const [only, ...others] = links;
  if (only && others.length === 0)
    return { ...noFacts, ...storedFacts(only.edge), derived: String(only.declared.derivation !== null) };
  const whole: LinkFacts = { ...noFacts, derived: 'true' };
  const [first, ...more] = links.filter(({ declared }) => declared.staged).map(({ edge }) => edge);
  if (!first) return whole;
  const everywhere = more.map((edge) => `stage IN ${edge}.stages`);
  return {
    ...whole,
    stages: `[stage IN ${first}.stages${where(everywhere)}]`,
    effective: `(${all([first, ...more].map((edge) => `${edge}.effective`))})`,
  };
}
