/** A document is one text export, recognised by what it says and not by what its file is called. */

export type DocumentKind = 'review-sheets' | 'adopted-plan' | 'linkage-plans-draft' | 'reform-sheets';

export interface SourceText {
  readonly kind: DocumentKind;
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

/** A passage is the document's own running text. It is stored only in a user's own database, never in `seed/`. */
export interface Passage {
  readonly text: string;
  readonly lines: Lines;
}

/** Something printed, with the place that prints it. */
export interface Printed<T> {
  readonly value: T;
  readonly lines: Lines;
}

/** What a review sheet states about an element (変更なし・変更あり・新規・削除). */
export type StatedChange = 'UNCHANGED' | 'REVISED' | 'ADDED' | 'REMOVED';

/** The smallest range that holds all the given ones. */
export function spanOf(...ranges: readonly Lines[]): Lines {
  if (ranges.length === 0) throw new Error('expected at least one range of lines, but got none');
  return ranges.reduce((span, { first, last }) => ({
    first: Math.min(span.first, first),
    last: Math.max(span.last, last),
  }));
}
