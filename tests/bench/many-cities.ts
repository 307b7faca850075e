/** How long a graph of very many cities takes to come together, to change, and to answer about one of them. */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Connection, connect } from '../../src/database/connection.js';
import type { Dataset, NodeRow } from '../../src/ingest/dataset/dataset.js';
import { batchSize, load } from '../../src/ingest/load/load.js';
import { type LoadStatements, readLoadStatements } from '../../src/ingest/load/statements.js';
import { type Progress, silentProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { cloneCity } from './cities.js';
import { type Contest, startContest } from './contest.js';
import { type BenchDatabase, openCities, openDatabase, readTemplate, rowsOf, writeRows } from './generate.js';
import { measureRound, type Sample, type Trial, tryOperation, warmUp } from './measure.js';
import { analysisNames, operationNames } from './operations.js';
import { median } from './table.js';

/** The goals: rows a second, or as many as the bare driver writes; seconds of a reload; how much longer a question may take. */
const goals = { rate: 20_000, reloadSeconds: 5, ratio: 1.3 };

/** The questions that are about one city. */
const ofOneCity = [...operationNames, ...analysisNames].filter((name) => !['again', 'crosstab-all'].includes(name));

interface Given {
  readonly cities: number;
  /** About how many cities the bare driver writes. */
  readonly sample: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly operations: readonly string[];
}

/** What writing one city took. */
interface Written {
  readonly rows: number;
  readonly seconds: number;
}

/** `npm run bench -- cities`: the loads, the reloads and the questions, each beside its goal. */
export async function citiesBench(args: readonly string[], progress: Progress, signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cities: { type: 'string', default: '1700' },
      sample: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '1' },
      operations: { type: 'string', default: ofOneCity.join(',') },
    },
  });
  const given: Given = {
    cities: Number(values.cities),
    sample: Math.min(Number(values.sample), Number(values.cities)),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    operations: values.operations.split(','),
  };
  const template = await readTemplate();
  const written = { loads: [] as Written[], bare: [] as Written[] };
  const database = await openDatabase(
    { ...(await emptyFolder('loaded')), cities: given.cities, progress, signal },
    async (connection) => {
      await writeAll(connection, template, given, written, progress, signal);
      return sumOf(written.loads, 'seconds');
    },
  );
  try {
    const reloads = await reloadOne(database, template, given, signal);
    process.stdout.write(`${loadsInWords(database, written, reloads)}\n`);
    process.stdout.write(`${await questions(database, given, progress, signal)}\n`);
  } finally {
    await database.close();
  }
}

async function emptyFolder(name: string): Promise<{ readonly folder: string }> {
  const folder = projectFile(`.data/bench/${name}`);
  await rm(folder, { recursive: true, force: true });
  return { folder };
}

/** Times some work, with the rows that it wrote. */
async function timed(work: () => Promise<number>): Promise<Written> {
  const started = performance.now();
  const rows = await work();
  return { rows, seconds: (performance.now() - started) / 1000 };
}

const reading = () => readLoadStatements(projectFile('cypher/load'));

/** Has the service load a dataset, and tells the rows that were written. */
const loaded = async (connection: Connection, dataset: Dataset, statements: LoadStatements): Promise<number> =>
  (await load(connection, dataset, statements, silentProgress)).written;

/** The bare driver writes every city of this number, in turns with the loads: both meet the same graph and the same machine. */
const spacing = ({ cities, sample }: Given) => Math.max(2, Math.floor(cities / sample));

/**
 * The cities one after the other, as imports bring them; making up their datasets does not count. Some of them are written
 * by statements that only create, a transaction a city and batches as large.
 */
async function writeAll(
  connection: Connection,
  template: Dataset,
  given: Given,
  { loads, bare }: { readonly loads: Written[]; readonly bare: Written[] },
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const statements = await reading();
  const bar = progress.begin('load', given.cities);
  try {
    for (let number = 1; number <= given.cities; number++) {
      signal.throwIfAborted();
      if (number % spacing(given) === 0) {
        const rows = rowsOf(template, number, number);
        const count = [...rows.nodes.values(), ...rows.edges.values()].reduce((sum, group) => sum + group.length, 0);
        bare.push(await timed(() => writeRows(connection, rows, batchSize).then(() => count)));
      } else {
        const dataset = cloneCity(template, number);
        loads.push(await timed(() => loaded(connection, dataset, statements)));
      }
      bar.reach(number);
    }
  } finally {
    bar.end();
  }
}

/** A city in the middle of all, whose measures have other names in every other round. */
async function reloadOne(
  { server, cities }: BenchDatabase,
  template: Dataset,
  given: Given,
  signal: AbortSignal,
): Promise<readonly Written[]> {
  const middle = Math.ceil(cities / 2);
  const city = cloneCity(template, middle % spacing(given) === 0 ? middle - 1 : middle);
  const editions = [renamed(city), city];
  const statements = await reading();
  const connection = connect(server);
  const reloads: Written[] = [];
  try {
    for (let round = 0; round < given.rounds; round++)
      for (const edition of editions) {
        signal.throwIfAborted();
        reloads.push(await timed(() => loaded(connection, edition, statements)));
      }
  } finally {
    await connection.close();
  }
  if (reloads.some(({ rows }) => rows === 0)) throw new Error('expected each reload to write something');
  return reloads;
}

function renamed(dataset: Dataset): Dataset {
  const measures = dataset.nodes.get('Measure') ?? [];
  const rename = (row: NodeRow): NodeRow => ({ ...row, values: { ...row.values, name: `${row.values.name}（改）` } });
  return { ...dataset, nodes: new Map([...dataset.nodes, ['Measure', measures.map(rename)]]) };
}

const sumOf = (written: readonly Written[], figure: keyof Written): number =>
  written.reduce((sum, each) => sum + each[figure], 0);

const rateOf = (written: readonly Written[]): number => sumOf(written, 'rows') / sumOf(written, 'seconds');

const verdict = (isReached: boolean) => (isReached ? 'reached' : 'missed');

function loadsInWords(
  { cities, nodes, edges }: BenchDatabase,
  { loads, bare }: { readonly loads: readonly Written[]; readonly bare: readonly Written[] },
  reloads: readonly Written[],
): string {
  const [rate, bareRate] = [rateOf(loads), rateOf(bare)];
  const goal = Math.min(goals.rate, bareRate);
  const tenth = Math.ceil(loads.length / 10);
  const [first, last] = [rateOf(loads.slice(0, tenth)), rateOf(loads.slice(-tenth))];
  const seconds = reloads.map((reload) => reload.seconds);
  return [
    `## ${cities} cities, one after the other`,
    '',
    `${nodes} nodes, ${edges} relationships; ${sumOf(loads, 'rows')} rows in ${sumOf(loads, 'seconds').toFixed(0)} s.`,
    '',
    '| | measured | goal | |',
    '| --- | ---: | ---: | --- |',
    `| rows a second | ${rate.toFixed(0)} | ≥ ${goal.toFixed(0)} | ${verdict(rate >= goal)} |`,
    `| of the first tenth of the cities | ${first.toFixed(0)} | | |`,
    `| of the last tenth | ${last.toFixed(0)} | | |`,
    `| of the bare driver, ${bare.length} cities | ${bareRate.toFixed(0)} | | |`,
    `| reload of one changed city, s, median of ${seconds.length} | ${median(seconds).toFixed(2)} | ≤ ${goals.reloadSeconds} | ${verdict(median(seconds) <= goals.reloadSeconds)} |`,
    `| at most | ${Math.max(...seconds).toFixed(2)} | | |`,
    '',
  ].join('\n');
}

/** What is asked of one city, in the graph of all and in one that has nothing else, in turns. */
async function questions(
  database: BenchDatabase,
  { operations: names, rounds, seconds }: Given,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const alone = await openCities(1, 'seed', progress, signal);
  try {
    const contests: Contest[] = [];
    try {
      for (const each of [alone, database]) contests.push(await startContest(each, ['ours'], names, null));
      const trials: Trial[][] = [];
      for (const contest of contests) {
        const own: Trial[] = [];
        for (const operation of contest.operations) own.push(await tryOperation(contest, operation));
        await warmUp(contest, own, { seconds, signal });
        trials.push(own);
      }
      const samples = names.map(() => contests.map(() => [] as Sample[]));
      const bar = progress.begin('measure', rounds);
      for (let round = 0; round < rounds; round++) {
        // Each goes first as often as the other.
        for (const [index, ofGraph] of samples.entries())
          for (const turn of round % 2 === 0 ? [0, 1] : [1, 0]) {
            const [contest, trial] = [contests[turn], trials[turn]?.[index]];
            if (!contest || !trial) throw new Error(`expected two graphs of which ${names[index]} can be asked`);
            const { ours } = await measureRound(contest, trial, 0, { seconds, signal });
            if (ours) ofGraph[turn]?.push(ours);
          }
        bar.reach(round + 1);
      }
      bar.end();
      return questionsInWords(database.cities, names, samples);
    } finally {
      await Promise.all(contests.map((contest) => contest.stop()));
    }
  } finally {
    await alone.close();
  }
}

function questionsInWords(cities: number, names: readonly string[], samples: readonly (readonly Sample[][])[]): string {
  const rows = names.map((name, index) => {
    const [alone = [], among = []] = samples[index] ?? [];
    const ratios = among.map(({ p50 }, round) => p50 / (alone[round]?.p50 ?? Number.NaN));
    const [own, all] = [alone, among].map((each) => median(each.map(({ p50 }) => p50)).toFixed(2));
    return { name, own, all, ratio: median(ratios) };
  });
  return [
    `Questions about one city, p50 at one client in ms; goal ≤ ${goals.ratio}×`,
    '',
    `| operation | one city | ${cities} cities | | |`,
    '| --- | ---: | ---: | ---: | --- |',
    ...rows.map(
      ({ name, own, all, ratio }) =>
        `| ${name} | ${own} | ${all} | ${ratio.toFixed(2)}× | ${verdict(ratio <= goals.ratio)} |`,
    ),
    '',
  ].join('\n');
}
