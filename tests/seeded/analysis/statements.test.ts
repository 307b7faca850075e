import { readdirSync } from 'node:fs';
import { statement } from '../../../src/analysis/statements.js';
import type { Connection, ProfiledOperator } from '../../../src/database/connection.js';
import { projectFile } from '../../../src/project-files.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

test.each(readdirSync(projectFile('cypher/queries')).map((file) => file.replace(/\.cypher$/, '')))(
  'the database understands %s',
  async (name) => {
    await expect(connection.read(`EXPLAIN ${statement(name)}`)).resolves.toEqual([]);
  },
);

test('the facts of a link are found from its source, not from a target to which many lead', async () => {
  const { operators } = await connection.profile(statement('link-facts'), {
    stage: null,
    keys: ['honjo:department:市民課 DIVISION_OF honjo:municipality:112119'],
  });
  const rows = (operator: ProfiledOperator): number =>
    Math.max(operator.rows, ...operator.children.map((child) => rows(child)));
  // Its own links, of which there are a few: what it is a part of, and its line.
  expect(operators && rows(operators)).toBeLessThanOrEqual(4);
});
