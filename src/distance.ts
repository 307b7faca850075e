/** How far two texts are apart, counted in characters that are wrong, missing or superfluous. */

/** The stretch of a text that is nearest to a pattern. */
export interface Nearest {
  readonly distance: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch of a text that is nearest to the pattern, within the limit (Sellers' algorithm); of those equally near the
 * last. Indexes are in characters, not in UTF-16 units.
 */
export function nearestWithin(pattern: readonly string[], text: readonly string[], limit: number): Nearest | null {
  const nothing = [0, ...text].map(() => 0);
  const { distances, starts } = distancesOf(pattern, text, nothing, limit);
  const distance = Math.min(...distances);
  if (distance > limit) return null;
  const end = distances.lastIndexOf(distance);
  return { distance, start: starts[end] ?? 0, end };
}

/** How many characters a text may differ by from the one that was meant: a quarter, as two short ones that differ by more are two. */
export const slipsIn = (text: string): number => Math.min(4, Math.max(1, Math.round([...text].length / 4)));

/** The number of characters to change, add or take away to make one text of the other. */
export function distanceBetween(one: string, other: string): number {
  const text = [...other];
  const { distances } = distancesOf([...one], text, [...Array(text.length + 1).keys()], Number.POSITIVE_INFINITY);
  return distances.at(-1) ?? 0;
}

/**
 * By index of the text, how far the pattern is from what ends there, and where that begins. `before` are the distances of
 * the empty pattern; beyond the limit nothing is computed further.
 */
function distancesOf(pattern: readonly string[], text: readonly string[], before: readonly number[], limit: number) {
  let distances = [...before];
  let starts = [...before.keys()];
  for (const [row, character] of pattern.entries()) {
    const next = [row + 1];
    const nextStarts = [0];
    for (let index = 1; index <= text.length; index++) {
      const replaced = (distances[index - 1] ?? 0) + (text[index - 1] === character ? 0 : 1);
      const missing = (distances[index] ?? 0) + 1;
      const superfluous = (next[index - 1] ?? 0) + 1;
      const least = Math.min(replaced, missing, superfluous);
      next.push(least);
      nextStarts.push(
        (least === replaced ? starts[index - 1] : least === missing ? starts[index] : nextStarts[index - 1]) ?? 0,
      );
    }
    [distances, starts] = [next, nextStarts];
    if (Math.min(...next) > limit) break;
  }
  return { distances, starts };
}
