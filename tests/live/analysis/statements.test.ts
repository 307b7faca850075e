import { readdirSync } from 'node:fs';
import { statement } from '../../../src/analysis/statements.js';
import type { Connection } from '../../../src/database/connection.js';
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
