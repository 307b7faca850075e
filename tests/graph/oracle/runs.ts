import fc from 'fast-check';

/** How many random operations are tried: a few hundred, or as many as ORACLE_RUNS says. */
export const runs = Number(process.env.ORACLE_RUNS ?? 80);

/** Where chance begins: the same everywhere, unless ORACLE_SEED says something else. A failure tells it. */
export const seed = Number(process.env.ORACLE_SEED ?? 20_240_401);

/** Set by ORACLE_RUNS: no corner is left out, however long it takes. */
export const thorough = process.env.ORACLE_RUNS !== undefined;

/** Milliseconds in which so many operations are answered on any machine, also when one that fails is made smaller. */
export const timeFor = (operations: number): number => 60_000 + operations * 2_000;

/**
 * Operations at random against a property, in two lanes: the database plans every new statement for longer than it
 * runs it, and on one core only. The second lane's seed is the next one. `share` is the part of the runs that is tried.
 */
export async function inTwoLanes<Value>(
  values: () => fc.Arbitrary<Value>,
  property: (value: Value) => Promise<void>,
  share = 1,
): Promise<void> {
  const lane = (laneSeed: number) =>
    fc.assert(fc.asyncProperty(values(), property), { numRuns: Math.ceil((runs * share) / 2), seed: laneSeed });
  const lanes = await Promise.allSettled([lane(seed), lane(seed + 1)]);
  const failed = lanes.find((settled) => settled.status === 'rejected');
  if (failed) throw failed.reason;
}
