/** The connection breaks while a load is committed: what is said of the load is what the graph says of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type Connection, connect } from '../../../src/database/connection.js';
import { DatabaseError } from '../../../src/database/database-error.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { type LoadResult, load } from '../../../src/ingest/load/load.js';
import { readLoadStatements } from '../../../src/ingest/load/statements.js';
import { CommitInDoubt } from '../../../src/ingest/load/transaction.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';
import { inTurn } from '../../in-turn.js';
import { liveTarget } from '../neo4j.js';
import { type Passage, proxyTo } from '../proxy.js';
import { datasetOf, loadDataset, migratedDatabase, olderThan } from './datasets.js';
import { expectedSight, look } from './graph-dump.js';

jest.setTimeout(120_000);

let direct: Connection;
let proxy: Passage;
let midorino: Dataset;
let older: Dataset;
let said: string[];

beforeAll(async () => {
  direct = await migratedDatabase();
  midorino = await datasetOf(greenCity.dataset);
  older = olderThan(midorino);
});

beforeEach(async () => {
  await loadDataset(direct, older);
  proxy = await proxyTo(liveTarget());
  said = [];
});

afterEach(() => proxy.close());
afterAll(() => direct.close());

/** Loads through the proxy, which loses the commit and is there again after so many milliseconds. */
async function loadLosing(what: 'reply' | 'request', awayFor: number): Promise<LoadResult> {
  const connection = connect(proxy.target);
  const lost = proxy.loseCommit(what);
  const back = Number.isFinite(awayFor) ? lost.then(() => delay(awayFor)).then(() => proxy.open()) : null;
  const progress = { ...silentProgress, say: (line: string) => said.push(line) };
  try {
    return await load(connection, midorino, await readLoadStatements(projectFile('cypher/load')), progress);
  } finally {
    await back;
    await connection.close();
  }
}

const arrived = 'The reply to the commit was lost, but the database says that the load has arrived.';

test.each([
  ['at once, within the attempts of the driver', 0],
  ['only when the driver has given up', 12_000],
])('a load whose reply was lost is a load where the database answers again %s', async (_, awayFor) => {
  const { written } = await loadLosing('reply', awayFor);
  expect(written).toBeGreaterThan(20);
  expect(said.join('\n')).toContain(arrived);
  expect(await look(direct, 'midorino')).toEqual(expectedSight(midorino));
});

const testInTurn = inTurn(3);

testInTurn('a load whose reply was lost for good is in doubt, and not said to have changed nothing', async () => {
  const error = await loadLosing('reply', Number.POSITIVE_INFINITY).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(CommitInDoubt);
  expect(await look(direct, 'midorino')).toEqual(expectedSight(midorino));
  expect(await loadDataset(direct, midorino)).toMatchObject({ written: 0, removed: 0 });
});

testInTurn('a load whose commit never arrived is made again where the database comes back in time', async () => {
  expect((await loadLosing('request', 0)).written).toBeGreaterThan(20);
  expect(said.join('\n')).not.toContain(arrived);
  expect(await look(direct, 'midorino')).toEqual(expectedSight(midorino));
});

testInTurn(
  'a load whose commit never arrived has changed nothing, and is not in doubt once the database answers',
  async () => {
    const error = await loadLosing('request', 12_000).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).not.toBeInstanceOf(CommitInDoubt);
    expect(await look(direct, 'midorino')).toEqual(expectedSight(older));
  },
);
