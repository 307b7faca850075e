import { type CityGraph, type Link, otherEnd } from './city-graph.js';

/** The links by which a department takes part in a measure or a sheet, the weightiest first. */
export const roles = ['OWNED_BY', 'LED_BY', 'SUPPORTED_BY'] as const;
export type Role = (typeof roles)[number];

/** The link by which a group that is named as a whole (全庁) takes part in a sheet. */
const scopeRole = 'SUPPORTED_BY_SCOPE';

/** A measure or sheet that two have in common, and the links by which each of them takes part in it. */
export interface SharedWork {
  readonly work: number;
  readonly ours: readonly Link[];
  readonly theirs: readonly Link[];
}

/** Two that share measures or sheets: departments, or a department and a scope. */
export interface Collaboration {
  readonly department: number;
  readonly partner: number;
  /** In natural order; as many as the collaboration weighs. */
  readonly shared: readonly SharedWork[];
}

/** Who works with whom. */
export interface Collaborations {
  /** Each two departments once, the one that comes first in natural order first; those that share most come first. */
  readonly departments: readonly Collaboration[];
  /** Kept apart, since a scope names no department: a department and a scope that supports the same sheet. */
  readonly scopes: readonly Collaboration[];
}

/** Who shares measures and sheets with whom, by the roles that are asked for. */
export function collaborations(graph: CityGraph, asked: ReadonlySet<string> = new Set(roles)): Collaborations {
  const departments = new Pairs();
  const scopes = new Pairs();
  for (const work of graph.ids.keys()) {
    const partners = [...participants(graph, work, asked)].sort(([a], [b]) => a - b);
    for (const [index, [department, ours]] of partners.entries()) {
      for (const [partner, theirs] of partners.slice(index + 1))
        departments.add(department, partner, work, ours, theirs);
      for (const link of graph.linksAt[work] ?? [])
        if (link.type === scopeRole && link.from === work) scopes.add(department, link.to, work, ours, [link]);
    }
  }
  return { departments: departments.heaviestFirst(), scopes: scopes.heaviestFirst() };
}

/** What a department shares with others, seen from it. */
export function collaborationsOf(graph: CityGraph, department: number): readonly Collaboration[] {
  const pairs = new Pairs();
  for (const link of graph.linksAt[department] ?? []) {
    if (link.to !== department || !isRole(link.type)) continue;
    const work = link.from;
    const partners = participants(graph, work, new Set(roles));
    const ours = partners.get(department) ?? [];
    for (const [partner, theirs] of partners)
      if (partner !== department) pairs.add(department, partner, work, ours, theirs);
  }
  return pairs.heaviestFirst();
}

const isRole = (type: string): type is Role => (roles as readonly string[]).includes(type);

/** In which role somebody takes part; the weightiest where there are several. */
export const roleIn = (links: readonly Link[]): string =>
  roles.find((role) => links.some(({ type }) => type === role)) ?? links[0]?.type ?? '';

/** The departments that take part in a piece of work, with the links that say so. */
function participants({ linksAt }: CityGraph, work: number, asked: ReadonlySet<string>): Map<number, Link[]> {
  const found = new Map<number, Link[]>();
  for (const link of linksAt[work] ?? []) {
    if (link.from !== work || !isRole(link.type) || !asked.has(link.type)) continue;
    const department = otherEnd(link, work);
    found.set(department, [...(found.get(department) ?? []), link]);
  }
  return found;
}

class Pairs {
  private readonly pairs = new Map<string, { department: number; partner: number; shared: Map<number, SharedWork> }>();

  add(department: number, partner: number, work: number, ours: readonly Link[], theirs: readonly Link[]): void {
    const key = `${department} ${partner}`;
    const pair = this.pairs.get(key) ?? { department, partner, shared: new Map() };
    pair.shared.set(work, { work, ours, theirs });
    this.pairs.set(key, pair);
  }

  heaviestFirst(): readonly Collaboration[] {
    return [...this.pairs.values()]
      .map(({ department, partner, shared }) => ({
        department,
        partner,
        shared: [...shared.values()].sort((a, b) => a.work - b.work),
      }))
      .sort((a, b) => b.shared.length - a.shared.length || a.department - b.department || a.partner - b.partner);
  }
}
