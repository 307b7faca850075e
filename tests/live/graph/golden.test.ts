import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute, parse, validate } from 'graphql';
import { requestContext } from '../../../src/api/context.js';
import { schema } from '../../../src/api/schema.js';
import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';

/**
 * A case is a folder: an operation, its variables if any, the answer, and the statements that were sent for it.
 * A statement more than before is a diff in review. Missing files are written, except in continuous integration.
 */
const cases = join(dirname(fileURLToPath(import.meta.url)), 'cases');

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

function expectFile(path: string, actual: string): void {
  const expected = read(path);
  if (expected === null && !process.env.CI) writeFileSync(path, actual);
  else if (expected !== actual) {
    writeFileSync(path.replace(/(\.\w+)$/, '.actual$1'), actual);
    expect(actual).toBe(expected);
  }
}

describe('the engine answers with one statement for each root field', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  test.each(readdirSync(cases).sort())('%s', async (name) => {
    const folder = join(cases, name);
    const document = parse(readFileSync(join(folder, 'operation.graphql'), 'utf8'));
    expect(validate(schema(), document)).toEqual([]);
    const statements: string[] = [];
    const context = requestContext((cypher, parameters) => {
      statements.push(`// ${JSON.stringify(parameters)}\n${cypher}\n`);
      return connection.read(cypher, parameters);
    }, 'golden');
    const variables = read(join(folder, 'variables.json'));
    const answer = await execute({
      schema: schema(),
      document,
      contextValue: context,
      variableValues: variables === null ? {} : JSON.parse(variables),
    });
    expectFile(join(folder, 'answer.json'), `${JSON.stringify(answer, null, 2)}\n`);
    expectFile(join(folder, 'statements.cypher'), statements.sort().join('\n'));
  });
});
