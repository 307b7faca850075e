/**
 * A text that sorts as people expect when compared code point by code point: digits are padded,
 * so that 5-2 comes before 5-10, and ids that start with a number come before those that start with a name.
 */
export const sortKeyOf = (id: string): string =>
  id.normalize('NFKC').replace(/\d+/g, (digits) => digits.padStart(6, '0'));

/** Orders by `sortKeyOf`, then by the text itself. */
export function byNaturalOrder(a: string, b: string): number {
  const [left, right] = [sortKeyOf(a), sortKeyOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
