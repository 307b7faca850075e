import { expect, test } from '@jest/globals';
import { parseMigration, readMigrations } from '../../src/database/migration-files.js';
import { lastingObjects, missingObjects } from '../../src/database/schema.js';
import { projectFile } from '../../src/project-files.js';

test('what migrations have created and not dropped lasts, but for the indexes of single types, which the model declares', async () => {
  const objects = lastingObjects(await readMigrations(projectFile('cypher/migrations')));
  expect(objects.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'CONSTRAINT dataset_municipality',
    'CONSTRAINT graph_revision_name',
    'CONSTRAINT node_id',
    'CONSTRAINT search_entry_id',
    'INDEX node_municipality',
    'INDEX search_entry_name',
    'INDEX search_entry_text',
  ]);
  for (const { cypher, name } of objects) expect(cypher).toMatch(new RegExp(`^CREATE .*\\b${name} IF NOT EXISTS`));
});

test('what the database lacks is missing: by name, a constraint although its index is there, an index that failed', async () => {
  const objects = lastingObjects([
    parseMigration(
      'V001__All.cypher',
      `CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
CREATE INDEX thing_name IF NOT EXISTS FOR (n:Thing) ON (n.name);
CREATE FULLTEXT INDEX thing_text IF NOT EXISTS FOR (n:Thing) ON EACH [n.text];`,
    ),
  ]);
  const missing = async (constraints: readonly string[], indexes: readonly string[]) => {
    const read = async (cypher: string) =>
      (cypher.startsWith('SHOW CONSTRAINTS') ? constraints : indexes).map((name) => ({ name }));
    return (await missingObjects({ read } as never, objects)).map(({ name }) => name);
  };
  expect(await missing(['thing_id'], ['thing_id', 'thing_name', 'thing_text', 'other'])).toEqual([]);
  expect(await missing([], ['thing_id', 'thing_name'])).toEqual(['thing_id', 'thing_text']);
});
