/** Set by THOROUGH: every one of many like cases is tried. It takes an hour, and leaves no corner out. */
export const thorough = process.env.THOROUGH !== undefined;

const day = Math.floor(Date.now() / 86_400_000);

/**
 * Some of many like cases, evenly spread, that take seconds each: other ones each day, so that in time all are tried. With
 * THOROUGH all of them.
 */
export function sampled<Case>(cases: readonly Case[], count: number): readonly Case[] {
  if (thorough) return cases;
  const every = Math.max(1, Math.floor(cases.length / count));
  return cases.filter((_, index) => index % every === day % every).slice(0, count);
}
