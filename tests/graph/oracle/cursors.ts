import type { Leaf } from './orders.js';

/** What a cursor stands for: a place in the order of a list. */
export interface Place {
  readonly list: string;
  readonly order: string;
  readonly values: readonly Leaf[];
}

const sign = '\u0001';

/**
 * What the service's cursors mean. The oracle cannot read them: it writes marks of its own, and where the two answers
 * are compared it learns which cursor stands for which place.
 */
export class Cursors {
  private readonly byMark = new Map<string, Place>();
  private readonly places = new Map<string, Place>();
  private readonly cursors = new Map<string, string>();

  mark(place: Place): string {
    const mark = `${sign}${JSON.stringify([place.list, place.order, place.values])}`;
    this.byMark.set(mark, place);
    return mark;
  }

  isMark(value: unknown): value is string {
    return typeof value === 'string' && value.startsWith(sign);
  }

  /** Takes note that the service wrote this cursor where the oracle wrote that mark; false where that contradicts an earlier note. */
  note(mark: string, cursor: unknown): boolean {
    const place = this.byMark.get(mark);
    if (typeof cursor !== 'string' || !place) return false;
    const known = this.cursors.get(mark);
    if (known !== undefined) return known === cursor;
    if (this.places.has(cursor)) return false;
    this.cursors.set(mark, cursor);
    this.places.set(cursor, place);
    return true;
  }

  placeOf(cursor: string): Place | undefined {
    return this.places.get(cursor);
  }
}
