import { readFileSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';
import type { Connection } from '../../src/database/connection.js';
import { readExample } from '../../src/examples/read-examples.js';
import { projectFile } from '../../src/project-files.js';
import { patience, seededDatabase } from './seeded.js';

const readme = readFileSync(projectFile('README.md'), 'utf8');

/** The first fenced block of a language. */
function block(language: string): string {
  const match = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme);
  if (!match?.[1]) throw new Error(`expected a block of ${language} in README.md`);
  return match[1];
}

describe('README.md', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);
  afterAll(() => connection?.close());

  test('asks its question as the example file does', async () => {
    const example = await readExample('sdg-17-of-one-division');
    expect(block('graphql')).toBe(example?.query);
  });

  test('shows the answer that the service gives', async () => {
    const contextValue = requestContext((cypher, parameters) => connection.read(cypher, parameters));
    const answer = await execute({ schema: schema(), document: parse(block('graphql')), contextValue });
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual(JSON.parse(block('json')));
  });
});
