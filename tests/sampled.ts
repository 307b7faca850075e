/** Set by THOROUGH: every one of many like cases is tried. It takes an hour, and leaves no corner out. */
export const thorough = process.env.THOROUGH !== undefined;

/** Days since 1970: what is sampled is another part each day. */
export const day = Math.floor(Date.now() / 86_400_000);

/**
 * Some of many like cases, evenly spread, that take seconds each: other ones each day, so that in time all are tried. With
 * THOROUGH all of them.
 */
export function sampled<Case>(cases: readonly Case[], count: number): readonly Case[] {
  if (thorough) return cases;
  const every = Math.max(1, Math.floor(cases.length / count));
  return cases.filter((_, index) => index % every === day % every).slice(0, count);
}

/** Each case in one of some ways, in the next one each day. With THOROUGH in all of them. */
export const inOneWay = <Case, Way>(cases: readonly Case[], ways: readonly Way[]): readonly (readonly [Case, Way])[] =>
  cases.flatMap((one, index) =>
    ways.filter((_, way) => thorough || way === (index + day) % ways.length).map((way) => [one, way] as const),
  );
