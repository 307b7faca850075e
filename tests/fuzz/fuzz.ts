import fc from 'fast-check';
import { readExamples } from '../../src/examples/read-examples.js';
import type { Progress } from '../../src/progress.js';
import { Pools } from '../graph/oracle/pools.js';
import { Operations } from '../graph/oracle/selections.js';
import type { World } from '../graph/oracle/world.js';
import { hostileKinds } from './hostile.js';
import { Fault, Refused, Tally } from './outcome.js';
import { type AnyKind, validKinds } from './valid.js';

export interface FuzzOptions {
  /** The service, and what its graph holds. */
  readonly url: string;
  readonly world: World;
  /** How many valid operations, and how many hostile requests. */
  readonly operations: number;
  readonly requests: number;
  readonly seed: number;
  /** Told of each failure, and once a minute how far it is. */
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** What was tried and what came of it, by kind; and every failure in words. */
export interface FuzzReport {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly failures: readonly string[];
}

/** A service answers so many operations of one client at once. */
const clients = 2;
/** Differences that are made smaller before they are told; the rest as they came. */
const madeSmaller = 5;
const smallerWithin = 60_000;

/**
 * Sends valid operations, whose answers are compared with those of the oracle, and hostile requests. The case number n is
 * made of the seed plus n alone, so that each can be repeated by itself.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, world, progress, signal } = options;
  const tallies = new Map<string, Tally>();
  const failures: string[] = [];
  const valid = Object.entries(validKinds(url, world)).flatMap(([name, kind]) =>
    Array.from({ length: kind.weight }, () => [name, kind] as const),
  );
  const operations = new Operations(new Pools(world));
  const hostile = Object.entries(await hostileKinds({ url, operations, examples: await readExamples() }));
  const parts = [
    { option: '--operations', other: '--requests', count: options.operations, kinds: valid },
    { option: '--requests', other: '--operations', count: options.requests, kinds: hostile },
  ];
  let told = Date.now();
  for (const { option, other, count, kinds } of parts) {
    for (const [name] of kinds) tallies.set(name, new Tally());
    let next = 0;
    const client = async () => {
      while (next < count && !signal?.aborted) {
        const seed = options.seed + next++;
        // Which kind it is follows from the seed too, so that one case alone is of the same kind.
        const [name, kind] = kinds[seed % kinds.length] as (typeof kinds)[number];
        const tally = tallies.get(name) as Tally;
        const fault = await faultOf(kind, seed, tally, () => tally.faults.different <= madeSmaller);
        if (fault) {
          failures.push(
            `${name}, ${fault.kind}: ${fault.message}\nto repeat it: npm run fuzz -- ${option} 1 ${other} 0 --seed ${seed}`,
          );
          progress.say(`✗ ${failures.at(-1)}`);
        }
        if (Date.now() - told < 60_000) continue;
        told = Date.now();
        progress.say(`  ${next} of ${option.slice(2)}, ${failures.length} failures`);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }
  return { tallies, failures };
}

/** Tries one case; null where all is well with it. */
async function faultOf(kind: AnyKind, seed: number, tally: Tally, isToBeSmaller: () => boolean): Promise<Fault | null> {
  const property = fc.asyncProperty(kind.cases, async (one) => {
    try {
      await kind.holds(one);
    } catch (error) {
      // Beyond the limits of the service: nothing is known of its answer.
      if (!(error instanceof Refused)) throw error;
      isRefused = true;
    }
  });
  let isRefused = false;
  tally.tried++;
  const parameters = { seed, numRuns: 1 };
  let result = await fc.check(property, { ...parameters, endOnFailure: true });
  if (isRefused) tally.refused++;
  if (!result.failed) return null;
  const fault = result.errorInstance;
  const faultKind = fault instanceof Fault ? fault.kind : 'different';
  tally.faults[faultKind]++;
  if (faultKind === 'different' && isToBeSmaller()) {
    const smaller = await fc.check(property, { ...parameters, interruptAfterTimeLimit: smallerWithin });
    if (smaller.failed && smaller.counterexample) result = smaller;
  }
  const { errorInstance, counterexample } = result;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return new Fault(faultKind, `${message}\n${fc.stringify(counterexample?.[0])}`);
}
