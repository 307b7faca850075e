import { readdirSync, readFileSync } from 'node:fs';
import { execute, parse, validate } from 'graphql';
import { requestContext } from '../../src/api/context.js';
import { executionSchema, schema } from '../../src/api/schema.js';
import type { Connection } from '../../src/database/connection.js';
import { projectFile } from '../../src/project-files.js';
import { patience, seededDatabase } from './seeded.js';

describe('every saved example', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  test.each(readdirSync(projectFile('schema/examples')))(
    '%s says what it is for in both languages, and has an answer',
    async (file) => {
      const text = readFileSync(projectFile(`schema/examples/${file}`), 'utf8');
      expect(text).toMatch(/^#.*[a-z]/m);
      expect(text).toMatch(/^#.*[ぁ-ん]/m);
      const document = parse(text);
      expect(validate(schema(), document)).toEqual([]);
      const { data, errors } = await execute({
        schema: executionSchema(schema()),
        document,
        contextValue: requestContext((cypher, parameters) => connection.read(cypher, parameters), 'examples'),
      });
      expect(errors).toBeUndefined();
      const [root] = Object.values(data ?? {}) as readonly Readonly<Record<string, unknown>>[];
      expect(JSON.stringify(root)).toMatch(/"id"|"name"|"label"|"sentence"/);
    },
  );
});
