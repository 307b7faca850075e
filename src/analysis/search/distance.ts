/** How far two texts are apart, counted in characters that are wrong, missing or superfluous. */

/** The place of a text in another that is nearest to a pattern. */
export interface Nearest {
  readonly distance: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch of a text that is nearest to the pattern, where it is at most so far from it (Sellers' algorithm); of those
 * equally near the last. Places are in characters, not in UTF-16 units.
 */
export function nearestWithin(pattern: readonly string[], text: readonly string[], limit: number): Nearest | null {
  let row = text.map(() => 0).concat(0);
  // For each place of the text, where the stretch that ends there begins.
  let starts = row.map((_, place) => place);
  for (const [index, character] of pattern.entries()) {
    const next = [index + 1];
    const nextStarts = [0];
    for (let place = 1; place <= text.length; place++) {
      const replaced = (row[place - 1] ?? 0) + (text[place - 1] === character ? 0 : 1);
      const missing = (row[place] ?? 0) + 1;
      const superfluous = (next[place - 1] ?? 0) + 1;
      const least = Math.min(replaced, missing, superfluous);
      next.push(least);
      nextStarts.push(
        (least === replaced ? starts[place - 1] : least === missing ? starts[place] : nextStarts[place - 1]) ?? 0,
      );
    }
    if (Math.min(...next) > limit) return null;
    [row, starts] = [next, nextStarts];
  }
  const distance = Math.min(...row);
  if (distance > limit) return null;
  const end = row.lastIndexOf(distance);
  return { distance, start: starts[end] ?? 0, end };
}

/** The number of characters to change, add or take away to make one text of the other. */
export function distanceBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let row = [0, ...b.map((_, index) => index + 1)];
  for (const [index, character] of a.entries()) {
    const next = [index + 1];
    for (const [place, compared] of b.entries())
      next.push(
        Math.min(
          (row[place] ?? 0) + (character === compared ? 0 : 1),
          (row[place + 1] ?? 0) + 1,
          (next[place] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
