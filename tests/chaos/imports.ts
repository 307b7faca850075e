/** Imports of a city beside Honjo and a service that is read, ended or cut off at each of their moments. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cityDataset } from '../../src/commands/data-folders.js';
import { doctorCommand } from '../../src/commands/doctor.js';
import { importCommand, readWorkbook } from '../../src/commands/import.js';
import type { Connection } from '../../src/database/connection.js';
import { isReport } from '../../src/ingest/workbook/write-report.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { aobaCity, edited, workbookOf } from '../fixtures/aoba-city.js';
import { filesOf } from '../fixtures/green-city.js';
import { removeCity } from '../live/load/datasets.js';
import { dump } from '../live/load/graph-dump.js';
import { commit } from '../live/proxy.js';
import { answersAt } from '../live/readers.js';
import { importedCity, putState, startOnce } from './beside.js';
import { Loss } from './outcome.js';
import { type External, type Place, remote, untilReady } from './place.js';
import { endOf, limits, startProgram } from './program.js';
import { startJudgingReaders } from './readers.js';
import { withConnection } from './states.js';
import { type Moment, struckAt } from './strikes.js';

/** The moments of an import with a report, by what it is about to do. */
export const importMoments: Readonly<Record<string, Moment>> = {
  'reads the workbook': { step: 'readFile plan.xlsx' },
  'begins to gather the tables': { step: 'writeFile .draft/' },
  'is in the midst of gathering': { step: 'writeFile .draft/ 12' },
  'gathers the description, the last of them': { step: 'writeFile .draft/datapackage.json' },
  'takes the lock': { message: 'MERGE (d:Dataset' },
  'writes nodes': { message: 'MERGE (n:Node' },
  commits: { message: commit },
  'has the tables count, after the load': { step: 'rename .incoming' },
  'begins to replace the tables': { step: 'rm related-plans.csv' },
  'is in the midst of replacing': { step: 'rename .complete/ 10' },
  'has all in place': { step: 'rm .complete' },
  'writes the report': { step: 'writeFile plan.report.xlsx.incoming' },
  'has the report count': { step: 'rename plan.report.xlsx.incoming' },
};

/** The workbook that is there, and one of later: something else, and a table less. */
const { 関連計画: _plans, ...later } = edited(aobaCity, '取組', { B2: '保育所の増設' });
export const workbooks = { before: aobaCity, after: later } as const;

/** The graph with the city, its dataset in the data folder, and what readers are answered. */
interface CityState {
  readonly graph: readonly string[];
  readonly tables: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, string>;
}

type Name = keyof typeof workbooks;

async function importHere(connection: Connection, dataDir: string, name: Name): Promise<void> {
  const file = join(dataDir, 'plan.xlsx');
  await writeFile(file, await workbookOf(workbooks[name]));
  const sound = await readWorkbook(file, silentProgress, { dataDir });
  await importCommand(connection, sound, file, dataDir, silentProgress, { allowRemovals: true });
}

const tablesIn = (dataDir: string) => filesOf(cityDataset(dataDir, importedCity));

const known = new WeakMap<External, Promise<Readonly<Record<Name, CityState>>>>();

/** Both states of the city, found once by imports that nothing happens to. Honjo is as in its later state. */
function cityStates(place: Place): Promise<Readonly<Record<Name, CityState>>> {
  const { external } = place;
  const found =
    known.get(external) ??
    withConnection(external.target, async (connection) => {
      const dataDir = await mkdtemp(join(place.folder, 'cities-'));
      await putState(place, place.states.after);
      const stateAfter = async (name: Name): Promise<CityState> => {
        await importHere(connection, dataDir, name);
        return {
          graph: await dump(connection),
          tables: await tablesIn(dataDir),
          answers: await answersAt(external.url),
        };
      };
      return { before: await stateAfter('before'), after: await stateAfter('after') };
    });
  known.set(external, found);
  found.catch(() => known.delete(external));
  return found;
}

/** The state of which the graph is; a commit that is under way is waited for. */
async function graphState(connection: Connection, states: Readonly<Record<Name, CityState>>): Promise<Name> {
  const end = Date.now() + 20_000;
  for (;;) {
    const graph = await dump(connection);
    for (const name of ['before', 'after'] as const) if (isDeepStrictEqual(graph, states[name].graph)) return name;
    if (Date.now() > end) throw new Loss('half', `the graph is of neither state: ${graph.length} nodes and edges`);
  }
}

/** Fails where a data folder does not hold what the graph does, or has what an import should have removed. */
async function requireFolder(
  connection: Connection,
  { dataDir, honjo, state, said }: { dataDir: string; honjo: string; state: CityState; said: string },
): Promise<void> {
  const folder = cityDataset(dataDir, importedCity);
  const left = (await readdir(folder)).filter((name) => name.startsWith('.'));
  if (left.length > 0) throw new Loss('wrong', `${said}: ${left.join(', ')} is left`);
  if (!isDeepStrictEqual(await tablesIn(dataDir), state.tables))
    throw new Loss('half', `${said}: the tables are not those of the graph`);
  await doctorCommand(connection, [honjo, folder], silentProgress).catch((error: unknown) => {
    throw error instanceof OperatorError ? new Loss('half', `npm run doctor finds: ${error.messageJa}`) : error;
  });
}

/** An import of a later workbook: graph and tables are those of before or those of after, and the report tells of neither falsely. */
export async function tryImport(place: Place, moment: Moment): Promise<void> {
  const { external, states: honjo, program, folder } = place;
  const states = await cityStates(place);
  const dataDir = await mkdtemp(join(folder, 'import-'));
  const file = join(dataDir, 'plan.xlsx');
  const report = join(dataDir, 'plan.report.xlsx');
  const start = (environment: Readonly<Record<string, string>> = {}) =>
    startProgram(program, ['import', file, '--report', '--allow-removals'], {
      ...remote(external.loading.target),
      DATA_DIR: dataDir,
      ...environment,
    });
  const onGraph = <Result>(work: (connection: Connection) => Promise<Result>) => withConnection(external.target, work);
  try {
    await putState(place, honjo.after);
    await onGraph((connection) => importHere(connection, dataDir, 'before'));
    await writeFile(file, await workbookOf(workbooks.after));
    const answers = { before: states.before.answers, after: states.after.answers };
    const readers = startJudgingReaders(external.url, answers);
    try {
      const { name, how, said } = await struckAt(place, moment, start);
      const state = await onGraph((connection) => graphState(connection, states));
      if (how === 0 && state !== 'after') throw new Loss('lost', `${name}: it said that it was done:\n${said}`);
      const isSaidUndone = /has changed nothing|othing was changed|Nothing was written/.test(said);
      if (isSaidUndone && !said.includes('The dataset is kept in') && state !== 'before')
        throw new Loss('wrong', `${name}: it said that nothing was:\n${said}`);
      if (existsSync(report)) {
        if (!(await isReport(await readFile(report)))) throw new Loss('half', `${name}: the report is not whole`);
        if (state !== 'after') throw new Loss('wrong', `${name}: the report tells of what was not loaded`);
      }

      await startOnce(place, dataDir);
      await onGraph(async (connection) => {
        const settled = await graphState(connection, states);
        if (state === 'after' && settled !== 'after')
          throw new Loss('lost', `${name}: a start brought back the former`);
        const said = `${name}, then a start`;
        await requireFolder(connection, { dataDir, honjo: honjo.after.folder, state: states[settled], said });
      });

      const next = start();
      const end = await endOf(next, limits.start);
      if (end !== 0) throw new Loss('stuck', `${name}: the next import ended with ${end}:\n${next.said.join('\n')}`);
      await onGraph(async (connection) => {
        const last = await graphState(connection, states);
        if (last !== 'after') throw new Loss('lost', `${name}: the next import left the state before`);
        const said = `${name}, then another one`;
        await requireFolder(connection, { dataDir, honjo: honjo.after.folder, state: states.after, said });
      });
      const names = (await readdir(dataDir)).sort();
      if (!isDeepStrictEqual(names, ['cities', 'plan.report.xlsx', 'plan.xlsx']))
        throw new Loss('wrong', `${name}: after the next import there are ${names.join(', ')}`);
      await untilReady(external.url, external.service);
    } finally {
      await readers.stop();
    }
  } finally {
    await onGraph((connection) => removeCity(connection, importedCity));
    await rm(dataDir, { recursive: true, force: true });
  }
}
