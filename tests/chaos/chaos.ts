import type { Progress } from '../../src/progress.js';
import { randomFrom } from '../bench/shapes.js';
import { Loss, Missed, Tally } from './outcome.js';
import type { Place } from './place.js';
import type { Point } from './points.js';

export interface ChaosOptions {
  readonly place: Omit<Place, 'chance'>;
  readonly points: readonly Point[];
  readonly seed: number;
  /** Whether another is to be tried, after so many. */
  readonly goesOn: (tried: number) => boolean;
  /** Told of each point, and of each failure. */
  readonly progress: Progress;
}

export interface ChaosReport {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly failures: readonly string[];
}

/**
 * Tries all points, in an order that chance makes anew each time round. What is tried n-th follows from the seed plus n
 * alone, so that each can be repeated by itself; but a moment on a machine is never quite the same again.
 */
export async function chaos({ place, points, seed, goesOn, progress }: ChaosOptions): Promise<ChaosReport> {
  const tallies = new Map(points.map(({ name }) => [name, new Tally()]));
  const failures: string[] = [];
  let number = 0;
  while (goesOn(number)) {
    for (const { name, attempt } of shuffled(points, randomFrom(seed + number + 1))) {
      if (!goesOn(number)) break;
      const own = seed + number++;
      const tally = tallies.get(name) as Tally;
      const begun = Date.now();
      try {
        await attempt({ ...place, chance: chanceFrom(own) });
        tally.tried++;
        progress.say(`  ${name}: as it should be (${((Date.now() - begun) / 1000).toFixed(0)} s)`);
      } catch (error) {
        if (error instanceof Missed) {
          tally.missed++;
          progress.say(`  ${name}: the moment did not come: ${error.message}`);
          continue;
        }
        tally.tried++;
        const kind = error instanceof Loss ? error.kind : 'wrong';
        tally.losses[kind]++;
        const message = error instanceof Loss ? error.message : ((error as Error).stack ?? String(error));
        failures.push(
          `${name}, ${kind}: ${message}\nto repeat it: npm run chaos -- --minutes 1 --seed ${own} --point '${name}'`,
        );
        progress.say(`✗ ${failures.at(-1)}`);
      }
    }
  }
  return { tallies, failures };
}

function shuffled<Item>(items: readonly Item[], chance: () => number): readonly Item[] {
  return items
    .map((item) => [chance(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}

/** The first numbers of neighbouring seeds are neighbours too. */
function chanceFrom(seed: number): () => number {
  const chance = randomFrom(seed + 1);
  for (let count = 0; count < 3; count++) chance();
  return chance;
}
