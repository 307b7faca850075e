/** What can go wrong with a request, and the counts of it. */

export const faultKinds = ['different', 'failed', 'late', 'silent', 'malformed'] as const;

/**
 * - different: the answer is not what the oracle, or another form of the same question, says
 * - failed: a 5xx that nothing explains
 * - late: a small operation that ended in a time limit
 * - silent: no answer at all
 * - malformed: an answer without the shape or the headers that every answer has, or one that tells of the inside
 */
export type FaultKind = (typeof faultKinds)[number];

/** A request that went wrong, and how. */
export class Fault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A request that the service may refuse, such as an operation beyond its limits: nothing is said about its answer. */
export class Refused extends Error {}

/** The counts of one kind of request. */
export class Tally {
  tried = 0;
  refused = 0;
  readonly faults: Record<FaultKind, number> = { different: 0, failed: 0, late: 0, silent: 0, malformed: 0 };
}

/** The counts of all kinds as a table. */
export function formatTallies(tallies: ReadonlyMap<string, Tally>): string {
  const columns = ['tried', 'refused', ...faultKinds];
  const rows = [...tallies].map(([name, { tried, refused, faults }]) => [
    name,
    ...[tried, refused, ...faultKinds.map((kind) => faults[kind])].map(String),
  ]);
  const widest = Math.max(...rows.map(([name = '']) => name.length));
  return [['', ...columns], ...rows]
    .map(([name = '', ...cells]) =>
      [name.padEnd(widest), ...cells.map((cell, index) => cell.padStart((columns[index]?.length ?? 0) + 2))].join(''),
    )
    .join('\n');
}
