/** A document is one text export, recognised by what it says and not by what its file is called. */
export interface SourceText {
  /** The format that recognised it: "review-sheets". */
  readonly kind: string;
  /** Stable within a city and independent of the file name: "review-sheets-5", "reform-sheets-2024". */
  readonly id: string;
  readonly fileName: string;
  /** The text line by line after the reviewed corrections; `lines[0]` is line 1 of the file. */
  readonly lines: readonly string[];
}

/** A document as it was read from a file. */
export interface DocumentFile extends SourceText {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly checksum: string;
}

/** A range of lines of one document, 1-based, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Anything that stands on some lines of a document. */
export interface Located {
  readonly lines: Lines;
}

/** A passage is the document's own running text. It is stored only in a user's own database, never in `seed/`. */
export interface Passage extends Located {
  readonly text: string;
}

/** Something printed, with the lines that print it. */
export interface Printed<T> extends Located {
  readonly value: T;
}

/** What a review sheet states about an element (変更なし・変更あり・新規・削除). */
export type StatedChange = 'UNCHANGED' | 'REVISED' | 'ADDED' | 'REMOVED';

/** The smallest range that holds all of some things; there must be one, and those that are null do not count. */
export function linesOf(items: readonly (Located | null)[]): Lines {
  const ranges = items.flatMap((item) => item?.lines ?? []);
  if (ranges.length === 0) throw new Error('expected at least one line, but got none');
  const ends = ranges.flatMap(({ first, last }) => [first, last]);
  return { first: Math.min(...ends), last: Math.max(...ends) };
}

/** Divides a sequence before each of its items that opens a part; what stands before the first part is the `front`. */
export function divide<Item>(items: readonly Item[], opens: (item: Item) => boolean) {
  const starts = items.flatMap((item, index) => (opens(item) ? [index] : []));
  const parts = starts.map((start, order) => items.slice(start, starts[order + 1]));
  return { front: items.slice(0, starts[0] ?? items.length), parts };
}

/** Pairs things with others by tests, each for what the tests before it left over; `left` are the others without a pair. */
export function pairUp<One, Other>(
  these: readonly One[],
  others: readonly Other[],
  tests: readonly ((one: One, other: Other) => boolean)[],
) {
  const left = new Set(others);
  const pairs = new Map<One, Other>();
  for (const fits of tests)
    for (const one of these) {
      const found = pairs.has(one) ? undefined : [...left].find((other) => fits(one, other));
      if (found === undefined) continue;
      left.delete(found);
      pairs.set(one, found);
    }
  return { pairs, left };
}
