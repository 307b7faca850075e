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
    'INDEX search_entry_name_scope',
    'INDEX search_entry_text',
  ]);
  for (const { cypher, name } of objects) expect(cypher).toMatch(new RegExp(`^CREATE .*\\b${name} IF NOT EXISTS`));
});

test('what the database lacks is missing: by what it covers, a constraint although its index is there, a full-text index by its name', async () => {
  const objects = lastingObjects([
    parseMigration(
      'V001__All.cypher',
      `CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
CREATE INDEX thing_name IF NOT EXISTS FOR (n:Thing) ON (n.name, n.\`nameEn\`);
CREATE FULLTEXT INDEX thing_text IF NOT EXISTS FOR (n:Thing) ON EACH [n.text] OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'cjk' } };`,
    ),
  ]);
  const row = (name: string, type: string, ...properties: string[]) => ({ name, type, labels: ['Thing'], properties });
  const id = row('thing_id', 'RANGE', 'id');
  const name = row('thing_name', 'RANGE', 'name', 'nameEn');
  const text = row('thing_text', 'FULLTEXT', 'text');
  const missing = async (constraints: readonly object[], indexes: readonly object[]) => {
    const read = async (cypher: string) => (cypher.startsWith('SHOW CONSTRAINTS') ? constraints : indexes);
    return (await missingObjects({ read } as never, objects)).map((each) => each.name);
  };
  expect(await missing([id], [id, name, text, row('other', 'RANGE', 'code')])).toEqual([]);
  expect(await missing([], [id, name])).toEqual(['thing_id', 'thing_text']);
  const [called, ofOther] = [{ ...name, name: 'by_hand' }, row('thing_name', 'RANGE', 'code')];
  expect(await missing([{ ...id, name: 'by_hand' }], [id, called, text])).toEqual([]);
  expect(await missing([id], [id, ofOther, { ...text, name: 'by_hand' }])).toEqual(['thing_name', 'thing_text']);
});
