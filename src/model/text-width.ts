/** What NFKC makes of each printed character, so that a text can be compared folded and shown as it is printed. */

/** A printed character, with the marks that belong to it, and what NFKC makes of it: "（" and "(", "ｶﾞ" and "ガ". */
export interface PrintedCharacter {
  readonly printed: string;
  readonly folded: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** A character with its marks, also the half-width ones; jamo of any width that follow one another are one syllable. */
const character = /.[\p{M}\uff9e\uff9f\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc]*/gsu;

/** The characters of a text; their folded forms together are the text after NFKC. */
export const printedCharacters = (text: string): readonly PrintedCharacter[] =>
  [...text.matchAll(character)].map(({ 0: printed, index }) => ({
    printed,
    folded: printed.normalize('NFKC'),
    at: index,
  }));
