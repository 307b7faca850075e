/**
 * Strings are compared after NFKC and, on request, without regard to case. Half a character (a lone surrogate) is none:
 * it becomes the mark of a lost one on the way to the graph.
 */
export const folded = (text: string, ignoreCase = false): string => {
  const wide = text.normalize('NFKC').replace(/\p{Surrogate}/gu, '\ufffd');
  return ignoreCase ? wide.toLowerCase() : wide;
};

/** An id, and the stage that it ends with. */
export function withoutStage(id: string): { readonly id: string; readonly stage: string | null } {
  const [, thing, stage] = /^(.*)@(CURRENT|DRAFT|ADOPTED)$/su.exec(id) ?? [];
  return thing === undefined || stage === undefined ? { id, stage: null } : { id: thing, stage };
}

/** Orders texts code point by code point. */
export function compareTexts(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const difference = (left[place]?.codePointAt(0) ?? 0) - (right[place]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** A text whose numbers sort by their value: 5-2 before 5-10. */
export const withPaddedNumbers = (text: string): string =>
  folded(text).replace(/\d+/g, (digits) => digits.padStart(6, '0'));
