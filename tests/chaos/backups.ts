/** Backups and restores beside a service that is read, ended or cut off at each of their moments. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkBackup } from '../../src/backup/backup-file.js';
import { countStored, type GraphCounts } from '../../src/backup/stored-graph.js';
import { backupCommand } from '../../src/commands/backup.js';
import { extractedDataset } from '../../src/commands/data-folders.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { filesOf } from '../fixtures/green-city.js';
import { commit } from '../live/proxy.js';
import { putState, startOnce, stateNow } from './beside.js';
import { Loss } from './outcome.js';
import { type Place, remote, untilReady } from './place.js';
import { endOf, limits, startProgram } from './program.js';
import { startJudgingReaders } from './readers.js';
import { type State, withConnection } from './states.js';
import { type Moment, struckAt } from './strikes.js';

/** The moments of a backup, by what it is about to do. */
export const backupMoments: Readonly<Record<string, Moment>> = {
  begins: { message: 'MATCH (m:Migration)' },
  'reads nodes': { message: 'labels(n) AS labels' },
  'reads relationships': { message: 'RETURN type(r) AS type' },
  'counts what it should have': { message: 'UNWIND labels(n)' },
  'names its file': { step: 'rename .draft' },
};

/** The moments of a restore. */
export const restoreMoments: Readonly<Record<string, Moment>> = {
  'writes the data folder': { step: 'writeFile .draft/dataset/ 12' },
  'says what it has written': { step: 'writeFile .draft/restore.json' },
  'waits for loads': { message: 'MATCH (d:Dataset) SET d.loading' },
  removes: { message: 'DETACH DELETE n' },
  'creates nodes': { message: 'CREATE (n) SET n:$' },
  'creates relationships': { message: 'CREATE (from)-[r:$' },
  'writes the revision': { message: "MERGE (r:GraphRevision {name: 'graph'}) SET r.value = $value" },
  commit: { message: commit },
  'moves the former dataset aside': { step: 'rename /dataset' },
  'puts the dataset in its place': { step: 'rename .draft/dataset' },
  'removes its draft': { step: 'rm .draft' },
};

const nameOfFile = 'graph.backup';

/** What the database holds, counted. */
const countsNow = ({ external }: Place): Promise<GraphCounts> =>
  withConnection(external.target, (connection) =>
    countStored((cypher, parameters) => connection.read(cypher, parameters, { timeout: 60_000 })),
  );

const backUp = ({ external }: Place, dataDir: string): Promise<void> =>
  withConnection(external.target, (connection) =>
    backupCommand(connection, dataDir, join(dataDir, nameOfFile), silentProgress),
  );

/** Fails where a file is no backup of a graph that has so much. */
async function requireWhole(file: string, counts: GraphCounts, name: string): Promise<void> {
  const checked = await checkBackup(file).catch((error: unknown) => {
    throw error instanceof OperatorError ? new Loss('half', `${name}: ${error.message}`) : error;
  });
  if (!isDeepStrictEqual(checked.end.counts, counts))
    throw new Loss('half', `${name}: the backup has other counts: ${JSON.stringify(checked.end.counts)}`);
}

/** A backup, over an earlier one or over none: the earlier one is there, or all of the new one. */
export async function tryBackup(place: Place, moment: Moment): Promise<void> {
  const { external, states, program, folder } = place;
  const dataDir = await mkdtemp(join(folder, 'backup-'));
  const file = join(dataDir, nameOfFile);
  const start = (environment: Readonly<Record<string, string>> = {}) =>
    startProgram(program, ['backup', file], { ...remote(external.loading.target), DATA_DIR: dataDir, ...environment });
  let former: Buffer | null = null;
  if (place.chance() < 0.5) {
    await putState(place, states.before);
    await backUp(place, dataDir);
    former = await readFile(file);
  }
  await putState(place, states.after);
  const counts = await countsNow(place);
  const readers = startJudgingReaders(external.url, external.answers);
  try {
    const { name, how, said } = await struckAt(place, moment, start);
    const found = existsSync(file) ? await readFile(file) : null;
    const isFormer = former && found ? former.equals(found) : former === found;
    if (!found && former) throw new Loss('lost', `${name}: the former backup is gone`);
    if (!isFormer) await requireWhole(file, counts, name);
    if (how === 0 && isFormer) throw new Loss('lost', `${name}: it said that it was done:\n${said}`);
    const isSaidUndone = /has changed nothing|What was there is unchanged|No backup was made/.test(said);
    if (isSaidUndone && !isFormer) throw new Loss('wrong', `${name}: it said that nothing was:\n${said}`);

    const next = start();
    const end = await endOf(next, limits.start);
    if (end !== 0) throw new Loss('stuck', `${name}: the next backup ended with ${end}:\n${next.said.join('\n')}`);
    await requireWhole(file, counts, `${name}, then another one`);
    const left = await readdir(dataDir);
    if (left.length > 1) throw new Loss('wrong', `${name}: after the next backup there are ${left.join(', ')}`);
    const state = await stateNow(place);
    if (state?.name !== 'after') throw new Loss('lost', `${name}: a backup left the state ${state?.name ?? 'none'}`);
    await untilReady(external.url, external.service);
  } finally {
    await readers.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Makes the dataset of a data folder that of a state. */
async function putFolder(dataDir: string, { folder }: State): Promise<void> {
  await rm(extractedDataset(dataDir), { recursive: true, force: true });
  await cp(folder, extractedDataset(dataDir), { recursive: true });
}

const holds = async (folder: string, state: State) =>
  isDeepStrictEqual(await filesOf(folder), await filesOf(state.folder));

/** Fails where a data folder does not hold the dataset of a state, or has what a restore should have removed. */
async function requireFolder(dataDir: string, state: State, name: string): Promise<void> {
  const names = await readdir(dataDir);
  const dataset = extractedDataset(dataDir);
  if (!existsSync(dataset)) throw new Loss('lost', `${name}: there is no dataset, but ${names.join(', ')}`);
  if (!(await holds(dataset, state))) throw new Loss('half', `${name}: the graph is ${state.name}, the dataset is not`);
  const left = names.filter((each) => each.endsWith('.draft'));
  if (left.length > 0) throw new Loss('wrong', `${name}: ${left.join(', ')} is left`);
}

/** A restore of the later state over the earlier one: graph and data folder are of one of them, and nothing is thrown away. */
export async function tryRestore(place: Place, moment: Moment): Promise<void> {
  const { external, states, program, folder } = place;
  const dataDir = await mkdtemp(join(folder, 'restore-'));
  const start = (environment: Readonly<Record<string, string>> = {}) =>
    startProgram(program, ['restore', join(dataDir, nameOfFile), '--allow-removals'], {
      ...remote(external.loading.target),
      DATA_DIR: dataDir,
      ...environment,
    });
  await putState(place, states.after);
  await putFolder(dataDir, states.after);
  await backUp(place, dataDir);
  await putState(place, states.before);
  await putFolder(dataDir, states.before);
  const readers = startJudgingReaders(external.url, external.answers);
  try {
    const { name, how, said } = await struckAt(place, moment, start);
    const state = await stateNow(place);
    if (!state) throw new Loss('lost', `${name}: nothing is loaded any more`);
    const isSaidDone = how === 0 || said.includes('Restored from');
    if (isSaidDone && state.name !== 'after') throw new Loss('lost', `${name}: it said that it was done:\n${said}`);
    const isSaidUndone = /has changed nothing|othing was changed|Nothing was written/.test(said);
    if (isSaidUndone && !isSaidDone && state.name !== 'before')
      throw new Loss('wrong', `${name}: it said that nothing was:\n${said}`);

    await startOnce(place, dataDir);
    const settled = await stateNow(place);
    if (state.name === 'after' && settled?.name !== 'after')
      throw new Loss('lost', `${name}: after a start the graph is ${settled?.name ?? 'none'}`);
    await requireFolder(dataDir, settled ?? state, `${name}, then a start`);

    const next = start();
    const end = await endOf(next, limits.start);
    if (end !== 0) throw new Loss('stuck', `${name}: the next restore ended with ${end}:\n${next.said.join('\n')}`);
    const last = await stateNow(place);
    if (last?.name !== 'after') throw new Loss('lost', `${name}: the next restore left ${last?.name ?? 'none'}`);
    await requireFolder(dataDir, last, `${name}, then another one`);
    const aside = (await readdir(dataDir)).filter((each) => each.startsWith('dataset.before-'));
    const kept = await Promise.all(aside.map((each) => holds(join(dataDir, each), states.before)));
    if (!kept.includes(true)) throw new Loss('lost', `${name}: the former dataset is not in ${aside.join(', ')}`);
    await untilReady(external.url, external.service);
  } finally {
    await readers.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
