/** What can go wrong with a request, and the counts of it. */

/**
 * - different: the answer is not what the oracle, or another form of the same question, says
 * - failed: a 5xx that nothing explains
 * - late: a small operation that ended in a time limit
 * - silent: no answer at all
 * - malformed: an answer without the shape or the headers that every answer has, or one that tells of the inside
 */
export type FaultKind = 'different' | 'failed' | 'late' | 'silent' | 'malformed';

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

  get counts() {
    return { tried: this.tried, refused: this.refused, ...this.faults };
  }
}
