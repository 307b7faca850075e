import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../../../src/database/connection.js';
import type { Example } from '../../../src/examples/example.js';
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

  // Neo4j plans each statement when it first sees it, which takes it seconds for the largest.
  const read: Connection['read'] = (cypher, parameters) => connection.read(cypher, parameters, { timeout: patience });

  const answers = async ({ name, query, variables }: Example) => {
    const { data, errors } = await answer({ read }, query, variables);
    expect(errors).toEqual([]);
    expectFile(join(cases, `${name}.json`), `${JSON.stringify(data, null, 2)}\n`);
  };

  test.each(examples)('$name', answers, patience);
});
