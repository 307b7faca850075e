import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { loadAtStart, loadCommand } from '../../../src/commands/load.js';
import type { Connection } from '../../../src/database/connection.js';
import { silentProgress } from '../../../src/progress.js';
import { greenCity } from '../../fixtures/green-city.js';
import { editedDataset } from '../../ingest/dataset/edited-dataset.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { migratedDatabase } from '../load/datasets.js';

const temporaryFolder = temporaryFolders();
let connection: Connection;
/** The default dataset of one version of the program, that of the next version, and what somebody else has. */
let current: string;
let next: string;
let other: string;

beforeAll(async () => {
  current = greenCity.dataset;
  next = await renamed('里山の世話');
  other = await renamed('里山を歩く');
});

beforeEach(async () => {
  await connection?.close();
  connection = await migratedDatabase();
  await start(current);
});

afterAll(() => connection?.close());

const renamed = async (name: string) =>
  editedDataset(await temporaryFolder(), [{ file: 'measures.csv', find: '里山の手入れと見守り', replace: name }]);

/** What a start with this default dataset says. */
async function start(folder: string): Promise<string> {
  const said: string[] = [];
  await loadAtStart(connection, folder, { ...silentProgress, say: (line) => said.push(line) });
  return said.join('\n');
}

const load = (folder: string, origin: 'default' | 'named') =>
  loadCommand(connection, folder, silentProgress, { origin, giveWay: false, allowRemovals: false });

const editByHand = () =>
  connection.run("MATCH (m:Measure {id: 'midorino:measure:3-1-2'}) SET m.name = '手で直した名称'");

async function measure(): Promise<string> {
  const [row] = await connection.read<{ name: string }>(
    "MATCH (m:Measure {id: 'midorino:measure:3-1-2'}) RETURN m.name AS name",
  );
  return String(row?.name);
}

test('a start loads the default dataset where the graph holds the one before', async () => {
  expect(await measure()).toBe('里山の手入れと見守り');
  expect(await start(next)).toMatch(/^Loaded .*: \d+ written, 0 removed, revision \w+\.$/m);
  expect(await measure()).toBe('里山の世話');
  expect(await start(current)).toMatch(/^Loaded /m);
});

test('a start with the dataset that is loaded writes nothing, not even over what was changed by hand', async () => {
  await editByHand();
  expect(await start(current)).toMatch(/^The graph holds this dataset already/m);
  expect(await measure()).toBe('手で直した名称');
});

test('a start does not load over what was loaded from a named folder, and says how to', async () => {
  await load(other, 'named');
  const said = await start(next);
  expect(said).toContain(`${next} は読み込んでいません。置き換えるには npm run load を実行してください。`);
  expect(said).toContain(`Not loaded: ${next}, because the database holds a dataset from a folder that was named.`);
  expect(said).toContain('To replace it, run: npm run load');
  expect(await measure()).toBe('里山を歩く');
});

test('a start does not load another dataset over what was changed by hand, and says how to', async () => {
  await editByHand();
  expect(await start(next)).toContain('because the data in the database was changed after it had been loaded.');
  expect(await measure()).toBe('手で直した名称');
});

test('a load of the default dataset replaces whatever is there, and later starts go on from it', async () => {
  await load(other, 'named');
  await editByHand();
  await load(current, 'default');
  expect(await measure()).toBe('里山の手入れと見守り');
  expect(await start(next)).toMatch(/^Loaded /m);
});

test('a graph that was loaded before origins were noted is brought up to date', async () => {
  await connection.run('MATCH (d:Dataset) REMOVE d.origin, d.content');
  expect(await start(next)).toMatch(/^Loaded /m);
});

test('a start does not remove much of what is there, and says how to', async () => {
  const evaluations =
    'id,fiscal_year,grade,mark,step,step_name,direction,direction_name,comment,stages,effective,sources\n';
  const links = 'from,to,printed_as,stages,effective,sources\n';
  const fewer = await editedDataset(await temporaryFolder(), [
    { file: 'evaluations.csv', contents: evaluations },
    { file: 'evaluation-sheet.csv', contents: links },
  ]);
  const said = await start(fewer);
  expect(said).toContain(`Not loaded: ${fewer}, because it would remove much of what the database holds.`);
  expect(said).toContain('npm run load -- --allow-removals');
  const [row] = await connection.read<{ count: number }>('MATCH (e:Evaluation) RETURN count(e) AS count');
  expect(row?.count).toBe(4);
});
