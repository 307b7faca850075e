import { parseArgs } from 'node:util';
import { type Coverage, coverages } from './generate.js';
import { analysisNames, type Contestant, contestants, operationNames } from './operations.js';

export interface Options {
  readonly cities: readonly number[];
  readonly coverage: Coverage;
  readonly operations: readonly string[];
  readonly contestants: readonly Contestant[];
  /** Of each sample: so long at one client, then so long at sixteen. */
  readonly seconds: number;
  readonly rounds: number;
  readonly json: boolean;
  /** Folder for a CPU profile of each contestant; null for none. */
  readonly profileFolder: string | null;
}

export const help = `npm run bench -- [options]
npm run bench -- cold [--shapes 40] [--cities 10] [--seed 1]
                          first answers of random shapes, and of the examples right after the start
npm run bench -- others [--seconds 5] [--rounds 4] [--attacks downloads,…]
                          how long a client waits beside one that asks for as much as it can
npm run bench -- price [--cities 50] [--rounds 7] [--operations one,…]
                          what it costs to ask every list for its coverage too
npm run bench -- import [--projects 2000] [--years 5] [--rounds 3] [--cpu-profile folder]
                          how long checking and importing a large workbook takes, and how much memory
npm run bench -- cities [--cities 1700] [--rounds 5] [--sample 20] [--operations one,…]
                          loads of very many cities, the reload of one among them, and what is asked of one
  --cities 1,50           scales, one table each (50); also 500, 1700 or any other
  --coverage whole        every policy item has measures, indicators, goals; as in seed/, only two fields' (seed)
  --operations one,wide   of ${operationNames.join(', ')} (all of these),
                          ${analysisNames.join(', ')}
  --contestants ours,bare of ${contestants.join(', ')} (all)
  --seconds 1             length of a sample at 1 client, and again at 16
  --rounds 5              samples of each contestant, taken in turn; the medians count
  --json                  the result as JSON instead of tables
  --cpu-profile folder    a CPU profile of each contestant, over the whole run
`;

/** Reads the command line; null where help is asked for. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cities: { type: 'string', default: '50' },
      coverage: { type: 'string', default: 'seed' },
      operations: { type: 'string', default: operationNames.join(',') },
      contestants: { type: 'string', default: contestants.join(',') },
      seconds: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      'cpu-profile': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [coverage = 'seed'] = namesIn('coverage', values.coverage, coverages);
  return {
    coverage,
    cities: values.cities.split(',').map((text) => numberIn('cities', text, 1, 9_999)),
    operations: namesIn('operations', values.operations, [...operationNames, ...analysisNames]),
    contestants: namesIn('contestants', values.contestants, contestants),
    seconds: numberIn('seconds', values.seconds, 0.1, 60),
    rounds: numberIn('rounds', values.rounds, 1, 100),
    json: values.json,
    profileFolder: values['cpu-profile'] ?? null,
  };
}

function numberIn(option: string, text: string, lowest: number, highest: number): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= lowest && number <= highest) return number;
  throw new Error(`--${option}: expected a number from ${lowest} to ${highest}, but got: ${text}`);
}

function namesIn<Name extends string>(option: string, text: string, known: readonly Name[]): readonly Name[] {
  return text.split(',').map((given) => {
    const name = known.find((candidate) => candidate === given);
    if (name === undefined) throw new Error(`--${option}: expected some of ${known.join(', ')}, but got: ${given}`);
    return name;
  });
}
