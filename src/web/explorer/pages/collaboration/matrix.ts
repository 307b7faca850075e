import type { CollaborationFiguresQuery } from '../../graphql/graphql.js';
import { turned } from './roles.js';

type Network = CollaborationFiguresQuery['collaborations'];

/** The most departments that a matrix shows: names beyond that cannot be read. */
export const mostInMatrix = 24;

/** The departments that work with most others, at most `most`; those of a group beside each other. */
export function shownDepartments({ departments }: Network, most: number) {
  const widest = departments.toSorted((a, b) => b.degree - a.degree).slice(0, most);
  const sizes = new Map<number, number>();
  for (const { group, degree } of widest) sizes.set(group, (sizes.get(group) ?? 0) + degree);
  return widest.toSorted(
    (a, b) => (sizes.get(b.group) ?? 0) - (sizes.get(a.group) ?? 0) || a.group - b.group || b.degree - a.degree,
  );
}

/** Both cells of each pair whose departments are shown; of their roles those of the row come first. */
export function cellsOf({ collaborations }: Network, shown: ReadonlySet<string>) {
  return collaborations.flatMap(({ department, partner, weight, roles }) =>
    shown.has(department.id) && shown.has(partner.id)
      ? [
          { weight, row: department, column: partner, roles },
          { weight, row: partner, column: department, roles: turned(roles) },
        ]
      : [],
  );
}

/** The room for names beside and above the cells, and around all of it, in pixels. */
const names = 150;
const edge = 8;

/** How large a matrix is drawn: its cells are square, as large as there is room, and can be pressed by a finger. */
export function matrixSize(width: number, count: number) {
  const cells = Math.max(16, Math.min(30, (width - names - edge) / Math.max(1, count))) * count;
  const side = Math.round(names + cells + edge);
  return { width: side, height: side, marginLeft: names, marginTop: names, marginRight: edge, marginBottom: edge };
}
