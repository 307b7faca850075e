import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../../../src/database/connection.js';
import { readExamples } from '../../../src/examples/read-examples.js';
import { expectFile } from '../../expected-file.js';
import { answer } from '../analysis/ask.js';
import { patience, seededDatabase } from '../seeded.js';

const cases = join(dirname(fileURLToPath(import.meta.url)), 'cases');

const examples = await readExamples();

describe('every example has the answer that is committed', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  test.each(examples)('$name', async ({ name, query, variables }) => {
    const { data, errors } = await answer(connection, query, variables);
    expect(errors).toBeUndefined();
    expectFile(join(cases, `${name}.json`), `${JSON.stringify(data, null, 2)}\n`);
  });
});
