/** What can be wrong after a fault, and the counts of it. */

/**
 * - lost: what was acknowledged is not there any more
 * - half: the graph is neither that of the dataset before nor that of the dataset after, or lacks an index
 * - stuck: no start comes up, or something does not end, within its limit
 * - wrong: an answer of neither state, words that are not true, a stack instead of a sentence, a process that is left behind
 */
type LossKind = 'lost' | 'half' | 'stuck' | 'wrong';

export class Loss extends Error {
  readonly kind: LossKind;

  constructor(kind: LossKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The moment at which a fault was to happen did not come; nothing was tried. */
export class Missed extends Error {}

export class Tally {
  tried = 0;
  missed = 0;
  readonly losses: Record<LossKind, number> = { lost: 0, half: 0, stuck: 0, wrong: 0 };

  get counts() {
    return { tried: this.tried, ...this.losses, missed: this.missed };
  }
}
