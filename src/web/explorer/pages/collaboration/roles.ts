import type { CollaborationFiguresQuery } from '../../graphql/graphql.js';

/** Two departments, and what they share. */
export type Pair = CollaborationFiguresQuery['collaborations']['collaborations'][number];
export type Roles = Pair['roles'];

/** How two departments take part in the same work: one leads what the other supports, or both do the same. */
export type TieKind = 'leads' | 'together' | 'supports';

/** Work that two departments share in the same way; of a kind other than `leads`, `from` and `to` may change places. */
export interface Tie {
  readonly kind: TieKind;
  readonly from: Pair['department'];
  readonly to: Pair['department'];
  /** How many measures, policy items and sheets. */
  readonly weight: number;
  /** Their roles, those of `from` first. */
  readonly roles: Roles;
  readonly sources: Pair['sources'];
}

type Role = Roles[number]['role'];

/** To answer for a measure or a policy item, and to be the executing division of a sheet; other roles support. */
const leading: ReadonlySet<Role> = new Set(['OWNED_BY', 'ITEM_OWNED_BY', 'LED_BY'] as const);

/** Whether any of the work is led by the one whose roles come first. */
export const isLeading = (roles: Roles): boolean => roles.some(({ role }) => leading.has(role));

/** The same roles, seen from the other of the two. */
export const turned = (roles: Roles): Roles =>
  roles.map(({ role, partnerRole, count }) => ({ role: partnerRole, partnerRole: role, count }));

/** What a pair shares, each way apart: who leads and who supports can change from one work to another. */
export function tiesOf({ department, partner, roles, sources }: Pair): readonly Tie[] {
  const forwards = { from: department, to: partner, sources };
  const backwards = { from: partner, to: department, sources };
  const all = [
    { kind: 'leads', ...forwards, roles: roles.filter(isLed) },
    { kind: 'leads', ...backwards, roles: turned(roles).filter(isLed) },
    { kind: 'together', ...forwards, roles: roles.filter(isLedByBoth) },
    { kind: 'supports', ...forwards, roles: roles.filter(isLedByNeither) },
  ] as const;
  return all.flatMap((tie) =>
    tie.roles.length > 0 ? [{ ...tie, weight: tie.roles.reduce((sum, { count }) => sum + count, 0) }] : [],
  );
}

type Shared = Roles[number];
const isLed = ({ role, partnerRole }: Shared) => leading.has(role) && !leading.has(partnerRole);
const isLedByBoth = ({ role, partnerRole }: Shared) => leading.has(role) && leading.has(partnerRole);
const isLedByNeither = ({ role, partnerRole }: Shared) => !leading.has(role) && !leading.has(partnerRole);

/** The departments at one end of most ties, and of how many; undefined where there are no ties. */
export function mostAt(ties: readonly Tie[], end: 'from' | 'to') {
  const there = new Map(ties.map((tie) => [tie[end].id, tie[end]]));
  const counts = new Map<string, number>();
  for (const {
    [end]: { id },
  } of ties)
    counts.set(id, (counts.get(id) ?? 0) + 1);
  const count = Math.max(0, ...counts.values());
  return count > 0
    ? { departments: [...there.values()].filter(({ id }) => counts.get(id) === count), count }
    : undefined;
}
