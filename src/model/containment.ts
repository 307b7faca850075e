/** What is a part of what, by the model: a part leads by a field of its own to the one thing that it belongs to. */
import type { EdgeName, NodeDeclaration, NodeName, RelationshipDeclaration, Step } from './declaration.js';
import { edgeOfType, findNode, nodes, relationshipsOf } from './model.js';

/** A field of a whole that lists parts of it, such as the measures of a policy item. */
export interface Contents {
  readonly whole: NodeDeclaration;
  readonly field: string;
  readonly part: NodeDeclaration;
  readonly edge: EdgeName;
}

/** The only step of a relationship; null where it is derived. */
const singleStep = ({ path: [step, ...more] }: RelationshipDeclaration): Step | null =>
  step && more.length === 0 ? step : null;

export const leadsToOne = ({ shape }: RelationshipDeclaration): boolean => shape === 'one' || shape === 'required';

/** The edges by which the things of a type belong to others. */
const edgesOfParts = (part: NodeDeclaration): ReadonlySet<EdgeName> =>
  new Set(
    relationshipsOf(part).flatMap(([, relationship]) => {
      const step = leadsToOne(relationship) ? singleStep(relationship) : null;
      return step?.direction === 'out' ? [step.edge] : [];
    }),
  );

const allContents: readonly Contents[] = nodes.flatMap((whole) =>
  relationshipsOf(whole).flatMap(([field, relationship]) => {
    const step = leadsToOne(relationship) ? null : singleStep(relationship);
    const part = findNode(relationship.target);
    if (step?.direction !== 'in' || !part || !edgesOfParts(part).has(step.edge)) return [];
    // A unit of a department is a part of the city like that department itself.
    if (part === whole) return [];
    // What can be said of anything is no part of it.
    if (edgeOfType(step.edge).to === 'Entity') return [];
    return [{ whole, field, part, edge: step.edge }];
  }),
);

/** The fields of a type that list its parts. */
export const contentsOf = (whole: NodeDeclaration): readonly Contents[] =>
  allContents.filter((contents) => contents.whole.name === whole.name);

/** The fields of other types that list the things of a type as their parts. */
export const containersOf = (part: NodeDeclaration): readonly Contents[] =>
  allContents.filter((contents) => contents.part.name === part.name);

const fieldsByStep = new Map(
  nodes.flatMap((node) =>
    relationshipsOf(node).flatMap(([field, relationship]) => {
      const step = singleStep(relationship);
      return step ? [[`${node.name} ${step.direction} ${step.edge}`, field] as const] : [];
    }),
  ),
);

/** The field of a type that goes this one step; null where the model has none. */
export const fieldOfStep = (type: NodeName, { edge, direction }: Step): string | null =>
  fieldsByStep.get(`${type} ${direction} ${edge}`) ?? null;
