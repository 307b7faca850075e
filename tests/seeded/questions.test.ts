import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import type { Connection } from '../../src/database/connection.js';
import { ask } from './analysis/ask.js';
import { patience, seededDatabase } from './seeded.js';

/**
 * A question is a folder: what is asked and how its answer was found in the documents by hand (`question.md`), the
 * operation, its variables if any, and the answer. Nothing here writes an answer: the documents have the last word.
 */
const questions = join(dirname(dirname(fileURLToPath(import.meta.url))), 'questions');

const slugs = readdirSync(questions, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const filesOf = (slug: string) => readdirSync(join(questions, slug)).sort();

const read = (slug: string, file: string) => readFileSync(join(questions, slug, file), 'utf8');

describe('a question that was answered by hand from the documents', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  test.each(slugs)('is asked in both languages and says how its answer was found: %s', (slug) => {
    const needed = ['answer.json', 'operation.graphql', 'question.md'];
    expect(filesOf(slug).filter((file) => file !== 'variables.json')).toEqual(needed);
    const [japanese = '', english = '', empty, ...way] = read(slug, 'question.md').split('\n');
    expect(japanese).toMatch(/\p{sc=Hiragana}.*[？。]$/u);
    expect(english).toMatch(/^[A-Z].*[?.]$/);
    expect(empty).toBe('');
    expect(way.join('\n').trim()).not.toBe('');
  });

  test.each(slugs)('has that answer in the graph too: %s', async (slug) => {
    const operation = read(slug, 'operation.graphql');
    expect(validate(schema(), parse(operation))).toEqual([]);
    const variables = filesOf(slug).includes('variables.json') ? JSON.parse(read(slug, 'variables.json')) : {};
    expect(await ask(connection, operation, variables)).toEqual(JSON.parse(read(slug, 'answer.json')));
  });
});
