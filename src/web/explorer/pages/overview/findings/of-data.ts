import type { FindingsQuery } from '../../../graphql/graphql.js';
import { none } from '../../../parts/lists.js';
import { byAttainment } from '../../progress/attainment.js';

/** How many lines a small figure has. */
const few = 5;

/** The indicators with a number to go by: how many have reached their target, and those that are farthest from it. */
export function farthestIndicators({ progress }: FindingsQuery) {
  const measured = byAttainment(progress.indicators);
  const open = measured.filter(({ reached }) => !reached);
  return { count: measured.length, reached: measured.length - open.length, farthest: open.slice(0, few) };
}

/** How many reform sheets have each grade, and how many have any. */
export function gradesOf({ grades: { columns, grandTotal } }: FindingsQuery) {
  const graded = columns.filter(({ key }) => key !== none);
  return { columns: graded, count: grandTotal - (columns.find(({ key }) => key === none)?.total ?? 0) };
}

/** The results of the last survey by their quadrant, the important and unsatisfying ones first. */
export function quadrantsOf({ survey: { nodes } }: FindingsQuery) {
  const order = [
    'IMPORTANT_UNSATISFYING',
    'IMPORTANT_SATISFYING',
    'LESS_IMPORTANT_UNSATISFYING',
    'LESS_IMPORTANT_SATISFYING',
  ] as const;
  const within = (quadrant: (typeof order)[number]) => nodes.filter((result) => result.quadrant === quadrant);
  return {
    quadrants: order.map((quadrant) => ({ quadrant, count: within(quadrant).length })),
    items: within(order[0]).flatMap(({ policyItem }) => policyItem ?? []),
    count: nodes.filter(({ quadrant }) => quadrant !== null).length,
    year: Math.max(...nodes.map(({ year }) => year)),
  };
}

/** The SDGs that most policy items touch. */
export function foremostSdgs({ policyItems: { facets } }: FindingsQuery) {
  return facets
    .flatMap(({ value, ...rest }) => (value === null ? [] : { value, ...rest }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, few);
}

/** The departments that work with most others. */
export function widestDepartments({ collaborations: { departments } }: FindingsQuery) {
  return departments.toSorted((a, b) => b.degree - a.degree).slice(0, few);
}
