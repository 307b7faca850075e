import { groupBy } from '../group-by.js';
import type { EdgeName } from '../model/declaration.js';
import type { CityGraph, Link } from './city-graph.js';

/** The links by which a department takes part in a measure, a policy item or a sheet, of each the weightiest first. */
export const roles = ['OWNED_BY', 'MEASURE_SUPPORTED_BY', 'ITEM_OWNED_BY', 'LED_BY', 'SUPPORTED_BY'] as const;
export type Role = (typeof roles)[number];

/** The link by which a group that is named as a whole (全庁) takes part in a sheet. */
const scopeRole = 'SUPPORTED_BY_SCOPE';

/** A measure, policy item or sheet that two have in common, and the links by which each of them takes part in it. */
export interface SharedWork {
  readonly work: number;
  readonly ours: readonly Link[];
  readonly theirs: readonly Link[];
}

/** Two that share measures, policy items or sheets: departments, or a department and a scope. */
export interface Collaboration {
  readonly department: number;
  readonly partner: number;
  /** In natural order; their number is the weight of the collaboration. */
  readonly shared: readonly SharedWork[];
}

/** In which roles departments take part in what they share. */
export interface RolesAsked {
  readonly roles: ReadonlySet<EdgeName>;
  /** Given where a pair is counted from the one to the other, such as who leads with who supports. */
  readonly partnerRoles: ReadonlySet<EdgeName> | null;
}

const anyRoles: RolesAsked = { roles: new Set(roles), partnerRoles: null };

/** Who works with whom. */
export interface Collaborations {
  /**
   * Each two departments once, the one that comes first in natural order first, or, where the partner's roles are asked for,
   * each two in each direction; those that share most come first.
   */
  readonly departments: readonly Collaboration[];
  /** Kept apart, since a scope names no department: a department and a scope that supports the same sheet. */
  readonly scopes: readonly Collaboration[];
}

type Share = readonly [department: number, partner: number, shared: SharedWork];

/** Who shares measures, policy items and sheets with whom, by the roles that are asked for. */
export function collaborations(graph: CityGraph, { roles, partnerRoles }: RolesAsked = anyRoles): Collaborations {
  const departments: Share[] = [];
  const scopes: Share[] = [];
  for (const work of graph.ids.keys()) {
    const own = [...participants(graph, work, roles)].sort(([a], [b]) => a - b);
    const others = partnerRoles && [...participants(graph, work, partnerRoles)].sort(([a], [b]) => a - b);
    const scopeLinks = (graph.linksAt[work] ?? []).filter(({ type, from }) => type === scopeRole && from === work);
    for (const [index, [department, ours]] of own.entries()) {
      for (const [partner, theirs] of others ?? own.slice(index + 1))
        if (partner !== department) departments.push([department, partner, { work, ours, theirs }]);
      for (const link of scopeLinks) scopes.push([department, link.to, { work, ours, theirs: [link] }]);
    }
  }
  return { departments: heaviestFirst(departments), scopes: heaviestFirst(scopes) };
}

/** What a department shares with others, seen from it: in its own roles, with partners in theirs. */
export function collaborationsOf(
  graph: CityGraph,
  department: number,
  { roles, partnerRoles }: RolesAsked = anyRoles,
): readonly Collaboration[] {
  const links = (graph.linksAt[department] ?? []).filter(({ to, type }) => to === department && roles.has(type));
  const works = [...new Set(links.map(({ from }) => from))];
  return heaviestFirst(
    works.flatMap((work) => {
      const ours = participants(graph, work, roles).get(department) ?? [];
      const partners = participants(graph, work, partnerRoles ?? roles);
      partners.delete(department);
      return [...partners].map(([partner, theirs]): Share => [department, partner, { work, ours, theirs }]);
    }),
  );
}

const isRole = (type: string): type is Role => (roles as readonly string[]).includes(type);

/** In which role somebody takes part; the weightiest where there are several. */
export const roleIn = (links: readonly Link[]): string =>
  roles.find((role) => links.some(({ type }) => type === role)) ?? links[0]?.type ?? '';

/** The departments that take part in a piece of work, with the links that say so. */
const participants = ({ linksAt }: CityGraph, work: number, given: ReadonlySet<EdgeName>) =>
  groupBy(
    (linksAt[work] ?? []).filter(({ from, type }) => from === work && isRole(type) && given.has(type)),
    ({ to }) => to,
  );

/** The pairs of what is shared in the natural order of the works. */
function heaviestFirst(shares: readonly Share[]): readonly Collaboration[] {
  const pairs = groupBy(shares, ([department, partner]) => `${department} ${partner}`);
  return [...pairs.values()]
    .map((own) => {
      const [[department, partner]] = own;
      return { department, partner, shared: own.map(([, , work]) => work) };
    })
    .sort((a, b) => b.shared.length - a.shared.length || a.department - b.department || a.partner - b.partner);
}
