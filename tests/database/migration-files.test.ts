import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseMigration, readMigrations } from '../../src/database/migration-files.js';
import { projectFile } from '../../src/project-files.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const example = `// Keys of the model.
CREATE CONSTRAINT measure_id IF NOT EXISTS
FOR (m:Measure) REQUIRE m.id IS UNIQUE;

// A link; its semicolon ends nothing
MATCH (m:Measure) SET m.link = 'https://example.org/a;b'; // the word after keeps the statement open
RETURN 1;
`;

test('a file has a version, a sentence and statements with their kind and line', () => {
  const migration = parseMigration('V012__Keys_of_the_model.cypher', example);
  expect(migration).toMatchObject({ version: 12, description: 'Keys of the model' });
  expect(migration.statements.map(({ kind, line }) => [kind, line])).toEqual([
    ['schema', 2],
    ['data', 6],
  ]);
  expect(migration.statements[0]?.cypher).toBe(
    'CREATE CONSTRAINT measure_id IF NOT EXISTS\nFOR (m:Measure) REQUIRE m.id IS UNIQUE',
  );
});

test('the checksum is of the text, whatever the line ends of the checkout', () => {
  const checksum = (text: string) => parseMigration('V001__Same.cypher', text).checksum;
  expect(checksum(example.replaceAll('\n', '\r\n'))).toBe(checksum(example));
  expect(checksum(`\uFEFF${example}`)).toBe(checksum(example));
  expect(checksum(`${example}// more\n`)).not.toBe(checksum(example));
});

test('migrations come in the order of their versions; other files are not looked at', async () => {
  const folder = await folderOf({ 'V002__Second.cypher': '', 'V001__First.cypher': '', 'README.md': 'x' });
  expect((await readMigrations(folder)).map(({ description }) => description)).toEqual(['First', 'Second']);
});

test('what a migration changes of the data gives the graph another revision, in each of its transactions', async () => {
  const migrations = await readMigrations(projectFile('cypher/migrations'));
  const changes = migrations.flatMap(({ statements }) => statements.filter(({ kind }) => kind === 'data'));
  expect(changes.length).toBeGreaterThan(0);
  for (const { cypher } of changes) {
    const transaction = /CALL \(\w+\) \{(.*)\} IN TRANSACTIONS/s.exec(cypher)?.[1] ?? cypher;
    expect(transaction).toMatch(/MERGE \((\w+):GraphRevision \{name: 'graph'\}\) SET \1\.value = randomUUID\(\)/);
  }
});

describe('refused, with the place', () => {
  test.each([
    ['V1__Short.cypher', 'RETURN 1;', 'named like V001__Sentence.cypher, but got V1__Short.cypher'],
    ['notes.cypher', 'RETURN 1;', 'named like V001__Sentence.cypher, but got notes.cypher'],
    ['V001__Open.cypher', 'RETURN 1;\n\nRETURN 2\n', 'V001__Open.cypher:3: the statement does not end with ";"'],
    [
      'V001__Once.cypher',
      'CREATE FULLTEXT INDEX names FOR (m:Measure) ON EACH [m.name];',
      'V001__Once.cypher:1: a schema statement needs a name and IF NOT EXISTS',
    ],
  ])('%s', (file, text, sentence) => {
    expect(() => parseMigration(file, text)).toThrow(sentence);
  });

  test('a gap or a repetition in the versions', async () => {
    const gap = await folderOf({ 'V001__A.cypher': '', 'V003__C.cypher': '' });
    await expect(readMigrations(gap)).rejects.toThrow('expected version 2, but got V003__C.cypher');
    const twice = await folderOf({ 'V001__A.cypher': '', 'V001__B.cypher': '' });
    await expect(readMigrations(twice)).rejects.toThrow('expected version 2, but got V001__B.cypher');
  });
});
