import { Refusal } from '../refusal.js';
/** Looks at each row of a statement as it comes; what it throws ends the reading. */
export type CheckRow = (row: object) => void;

/** Begins to look at the rows of a statement, anew with each attempt: what came of the one before is not used. */
export type CheckRows = () => CheckRow;

/**
 * How much the lists and look-ups of one operation may bring to its answer. What it can cost is worked out from usual
 * lengths of lists: where many nodes hang on few, such as all departments on their city, an answer can be a hundred times
 * as large, and all of it would have to stand in memory. A row is understood as a whole before it is weighed.
 */
export class AnswerBudget {
  private readonly size: number;
  private left: number;

  /** The size is in characters of JSON, roughly. */
  constructor(size: number) {
    this.size = size;
    this.left = size;
  }

  /** How much was read so far. */
  get taken(): number {
    return this.size - this.left;
  }

  /**
   * For the rows of one more statement; none is begun when those before have taken all. Each attempt gives back what the
   * one before it took; what the last one took stays taken, also where it failed.
   */
  statement(): CheckRows {
    if (this.left < 0) throw this.tooLarge();
    let taken = 0;
    return () => {
      this.left += taken;
      taken = 0;
      return (row) => {
        const weight = weightOf(row);
        taken += weight;
        this.left -= weight;
        if (this.left < 0) throw this.tooLarge();
      };
    };
  }

  /** For a part of the answer that was read once and stands in it once more. */
  takeAgain(part: unknown): void {
    this.left -= weightOf(part);
    if (this.left < 0) throw this.tooLarge();
  }

  private tooLarge(): Refusal {
    return new Refusal(
      'QUERY_TOO_COSTLY',
      `expected an operation that reads at most ${this.size} characters, but this one needs more: ask for fewer per page (first), or for less below`,
      `この操作で取得する内容は上限の${this.size}文字を超えています。件数（first）か、その下の項目を減らしてください。`,
    );
  }
}

/** Of a value that JSON could hold, with the signs around it. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 6;
  let weight = 2;
  if (Array.isArray(value)) for (const entry of value) weight += weightOf(entry);
  else for (const [name, entry] of Object.entries(value)) weight += name.length + 4 + weightOf(entry);
  return weight;
}
