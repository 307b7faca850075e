/** A next planning cycle of a city is loaded beside the present one, and takes nothing of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { withSharedThings } from '../../../src/ingest/dataset/shared-things.js';
import { load } from '../../../src/ingest/load/load.js';
import { readLoadStatements } from '../../../src/ingest/load/statements.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { aobaCity } from '../../fixtures/aoba-city.js';
import { withNextCycle } from '../../fixtures/two-cycles.js';
import { imported, shared } from '../../ingest/workbook/imported.js';
import { ask } from '../../seeded/analysis/ask.js';
import { patience } from '../seeded.js';
import { migratedDatabase } from './datasets.js';

let connection: Connection;
beforeAll(async () => {
  connection = await migratedDatabase();
  const { plain } = await imported(aobaCity);
  const statements = await readLoadStatements(projectFile('cypher/load'));
  await load(connection, withSharedThings(plain, shared), statements, silentProgress);
  const before = await answers();
  await load(connection, withSharedThings({ ...plain, ...withNextCycle(plain) }, shared), statements, silentProgress);
  expect(await answers()).toEqual(before);
}, patience);
afterAll(() => connection?.close());

/** What is asked of the present plan, by codes, numbers, names and lists. */
const present = [
  'policyField(number: 1) { id name }',
  'policyItem(code: "1-1") { id name field { id } measures { nodes { id code } } }',
  'measure(code: "1-1-1") { id departments { nodes { name } } }',
  'indicator(name: "待機児童数") { id }',
  'project(name: "保育所建設事業") { id }',
  'policyItems { totalCount nodes { id code } }',
];

async function answers(): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const question of present) found.push(await ask(connection, `{ ${question} }`));
  return found;
}

const id = 'aoba:policy-item:2028~1-1';

/** By what each is asked of the other cycle, and what is answered. */
const ofTheOther: readonly [asked: string, operation: string, answer: object][] = [
  [
    'its id',
    `{ node(id: "${id}") { id ... on PolicyItem { name field { id } } } }`,
    { node: { id, name: '子育て支援の充実', field: { id: 'aoba:policy-field:2028~1' } } },
  ],
  [
    'the beginning of its code in a list',
    '{ policyItems(filter: { code: { startsWith: "2028~" }, effective: { eq: false } }) { nodes { code } } }',
    { policyItems: { nodes: [{ code: '2028~1-1' }, { code: '2028~1-2' }, { code: '2028~2-1' }] } },
  ],
  [
    'its code in search at its stage',
    '{ search(query: "2028~1-2", stage: ADOPTED, first: 1) { nodes { thingId } } }',
    { search: { nodes: [{ thingId: 'aoba:policy-item:2028~1-2' }] } },
  ],
  [
    'its dossier',
    `{ dossier(id: "${id}") { thingId title } }`,
    { dossier: { thingId: id, title: '2028~1-1 子育て支援の充実' } },
  ],
];

test.each(ofTheOther)('what another cycle says is found by %s', async (_, operation, answer) => {
  expect(await ask(connection, operation)).toEqual(answer);
});
