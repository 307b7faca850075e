import type { RelationshipDeclaration, Step } from '../model/declaration.js';
import { edgeOfType, findNode } from '../model/model.js';
import { edgeVisible, nodeVisible, type Statement, type View } from './statement.js';

/** A relationship as a pattern from a parent's variable to its targets. */
export interface Path {
  readonly pattern: string;
  /** The variable that it starts from; none where it is all nodes of a type. */
  readonly parent?: string;
  readonly target: string;
  /** The edge's variable where the relationship is a single edge, whose facts can be shown; null where it is derived. */
  readonly edge: string | null;
  /** Led to by several edges, so that a target can be reached more than once. */
  readonly derived: boolean;
  /** What must hold for every edge and node along the way, the target included. */
  readonly conditions: readonly string[];
}

/** The type at the far end of a step. */
const farEnd = ({ edge, direction }: Step) => {
  const { from, to } = edgeOfType(edge);
  return direction === 'out' ? to : from;
};

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
  { anyNode = false, anyEdge = false, start = 'anywhere' }: PathOptions = {},
): Path {
  const { path, target, shape } = relationship;
  let pattern = `(${parent})`;
  let variable = parent;
  let edge = '';
  const conditions: (string | null)[] = [];
  path.forEach((step, index) => {
    const last = index === path.length - 1;
    const type = last ? target : farEnd(step);
    const node = findNode(type);
    const declared = edgeOfType(step.edge);
    edge = statement.variable('r');
    variable = statement.variable(last ? 'n' : 'x');
    const label = start === 'parent' && type === farEnd(step) ? '' : `:${type}`;
    pattern +=
      step.direction === 'out'
        ? `-[${edge}:${step.edge}]->(${variable}${label})`
        : `<-[${edge}:${step.edge}]-(${variable}${label})`;
    if (shape === 'required') return;
    const everything = view.kind === 'effective' && last;
    const edgeCounts = !(everything && anyEdge);
    if (edgeCounts) conditions.push(edgeVisible(edge, declared, view));
    // The dataset is checked for it: an edge with stages of its own is in force only where its ends are.
    const implied = declared.staged && edgeCounts && view.kind === 'effective';
    if (node && !implied && !(everything && anyNode)) conditions.push(nodeVisible(variable, node, view));
  });
  return {
    pattern,
    parent,
    target: variable,
    edge: path.length === 1 ? edge : null,
    derived: path.length > 1,
    conditions: conditions.filter((condition) => condition !== null),
  };
}
