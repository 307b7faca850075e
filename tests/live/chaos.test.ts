import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentProgress } from '../../src/progress.js';
import { chaos } from '../chaos/chaos.js';
import { type External, openExternal } from '../chaos/place.js';
import { allPoints, Serving } from '../chaos/points.js';
import { makeStates, type States } from '../chaos/states.js';
import { compile } from '../compile.js';
import { seed } from '../graph/oracle/runs.js';
import { sampled } from '../sampled.js';
import { temporaryFolders } from '../temporary-folder.js';
import { freshDatabase, liveTarget } from './neo4j.js';

const temporaryFolder = temporaryFolders();
let place: { program: string; folder: string; jars: string; states: States; external: External };

beforeAll(async () => {
  await (await freshDatabase()).close();
  const folder = await temporaryFolder();
  const program = await compile(`${folder}/program`);
  const states = await makeStates(folder);
  // Nothing here starts a Neo4j, and this one is not ended, as other tests use it too.
  const external = await openExternal({ target: liveTarget(), kill: null }, { program, folder, states });
  place = { program, folder, jars: '', states, external };
});

afterAll(() => place?.external.close());

/** One of them each day; all points and an hour of them is `npm run chaos`. */
const names = sampled(
  [
    ...[
      'migration: CREATE CONSTRAINT node_id',
      'load: create-nodes',
      'serving beside Neo4j: network cut',
      'load: commit',
    ],
    ...['backup: names its file', 'restore: commit', 'import: has the tables count, after the load'],
  ],
  1,
);

test('hit at named points, starts and loads leave the graph before or the graph after, as in npm run chaos', async () => {
  const points = (await allPoints(new Serving())).filter(({ name }) => names.includes(name));
  expect(points.map(({ name }) => name).sort()).toEqual([...names].sort());
  const { tallies, failures } = await chaos({
    place,
    points,
    seed,
    goesOn: (tried) => tried < points.length,
    progress: silentProgress,
  });
  expect(failures).toEqual([]);
  expect([...tallies].filter(([, { tried }]) => tried !== 1)).toEqual([]);
}, 300_000);
