/** Answers of the API as drawings. */
import type { CollaborationNetworkQuery, NeighborhoodQuery, PathsQuery } from '../../graphql/graphql.js';
import type { Labels } from '../../language/language.js';
import type { Drawing } from '../../parts/drawing/drawing.js';

/** Degrees span from one to hundreds: what stands out grows by their logarithm. */
const sizeOf = (degree: number) => Math.min(3, 1 + Math.log10(Math.max(1, degree)));

export function neighborhoodDrawing(
  { nodes, edges }: NeighborhoodQuery['neighborhood'],
  starts: readonly string[],
  pick: Labels['pick'],
): Drawing {
  const started = new Set(starts);
  return {
    nodes: nodes.map(({ id, type, label, labelEn, degree, node }) => ({
      id,
      type,
      label: pick(label, labelEn),
      size: sizeOf(degree),
      start: started.has(id),
      color: 'color' in node ? node.color : undefined,
    })),
    edges: edges.map(({ sentence, sentenceEn, ...edge }) => ({
      ...edge,
      sentence: pick(sentence, sentenceEn),
    })),
  };
}

/** Without one node: the city itself says nothing among its own things, and would draw all of them together. */
export const withoutNode = ({ nodes, edges }: Drawing, id: string | undefined): Drawing => ({
  nodes: nodes.filter((node) => node.id !== id),
  edges: edges.filter(({ from, to }) => from !== id && to !== id),
});

export function collaborationDrawing(
  { collaborations, departments }: CollaborationNetworkQuery['collaborations'],
  nameOf: Labels['nameOf'],
  shared: (measures: number, items: number, sheets: number) => string,
): Drawing {
  return {
    nodes: departments.map(({ department, weightedDegree, group }) => ({
      id: department.id,
      type: 'Department',
      label: nameOf(department),
      size: sizeOf(weightedDegree),
      group: group - 1,
    })),
    edges: collaborations.map(({ department, partner, weight, measureCount, policyItemCount, sheetCount }) => ({
      id: `${department.id} ${partner.id}`,
      from: department.id,
      to: partner.id,
      type: 'collaboration',
      sentence: shared(measureCount, policyItemCount, sheetCount),
      width: Math.min(4, weight),
      directed: false,
    })),
  };
}

/** The things on some paths, and the edges of these paths among those that were drawn. */
export function idsOnPaths(paths: PathsQuery['paths']['paths'], { edges }: Drawing): readonly string[] {
  const steps = new Set(
    paths.flatMap(({ hops }) => hops.map(({ from, to, relationship }) => pairKey(from.id, to.id, relationship))),
  );
  const things = paths.flatMap(({ hops }) => hops.flatMap(({ from, to }) => [from.id, to.id]));
  const drawn = edges.filter(({ from, to, type }) => steps.has(pairKey(from, to, type)));
  return [...new Set(things), ...drawn.map(({ id }) => id)];
}

const pairKey = (a: string, b: string, relationship: string) => `${relationship} ${[a, b].sort().join(' ')}`;
