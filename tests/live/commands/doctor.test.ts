import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { doctorCommand } from '../../../src/commands/doctor.js';
import { loadCommand } from '../../../src/commands/load.js';
import { prepareDatabase } from '../../../src/commands/start.js';
import type { Connection } from '../../../src/database/connection.js';
import { silentProgress } from '../../../src/progress.js';
import { greenCity } from '../../fixtures/green-city.js';
import { migratedDatabase } from '../load/datasets.js';

let connection: Connection;

beforeEach(async () => {
  await connection?.close();
  connection = await migratedDatabase();
});

afterAll(() => connection?.close());

/** What the doctor says of the database beside Midorino's dataset. */
async function diagnosis(): Promise<string> {
  const said: string[] = [];
  const progress = { ...silentProgress, say: (line: string) => said.push(line) };
  const error = await doctorCommand(connection, [greenCity.dataset], progress).catch((thrown) => thrown);
  return error ? `${error.messageJa}\n${error.message}` : said.join('\n');
}

test('a database with nothing in it, one with the dataset, and one that somebody changed', async () => {
  expect(await diagnosis()).toContain('midorino is not loaded → npm run load');
  await loadCommand(connection, greenCity.dataset, silentProgress);
  expect(await diagnosis()).toMatch(/^データベースのスキーマとデータは .* と一致します。\nThe schema and the data/);

  await connection.run('DROP INDEX search_entry_text');
  await connection.run('DROP INDEX measure_order');
  await connection.run('DROP CONSTRAINT node_id');
  await connection.run("MATCH (n {id: 'midorino:measure:3-1-2'}) SET n.name = '手で直した名称'");
  const lines = (await diagnosis()).split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}INDEX search_entry_text → CREATE FULLTEXT INDEX /));
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}CONSTRAINT node_id → CREATE CONSTRAINT node_id /));
  expect(lines).toContain('  INDEX measure_order → npm start');
  expect(lines).toContain('  measures.csv: 変更 changed 1/10 (3-1-2 里山の手入れと見守り)');
  expect(lines).toContain('  measures.csv 3-1-2 手で直した名称: name 手で直した名称 → 里山の手入れと見守り');
});

test('an index of another name that covers the same is as good, one of the right name that covers something else is not', async () => {
  await loadCommand(connection, greenCity.dataset, silentProgress);
  await connection.run('DROP INDEX measure_order');
  await connection.run('CREATE INDEX by_hand FOR (n:Measure) ON (n.municipality, n.sortKey)');
  await connection.run('DROP INDEX node_municipality');
  await connection.run('CREATE INDEX node_by_hand FOR (n:Node) ON (n.municipality)');
  expect(await diagnosis()).toContain('The schema and the data');

  await connection.run('DROP INDEX by_hand');
  await connection.run('CREATE INDEX measure_order FOR (n:Measure) ON (n.summary)');
  await connection.run('DROP INDEX node_by_hand');
  await connection.run('CREATE INDEX node_municipality FOR (n:Node) ON (n.summary)');
  const lines = (await diagnosis()).split('\n');
  expect(lines).toContain('  INDEX measure_order → npm start');
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}INDEX node_municipality → CREATE INDEX/));
  await prepareDatabase(connection, silentProgress, new AbortController().signal);
  expect(await diagnosis()).toContain('The schema and the data');
});
