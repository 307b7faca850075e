import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readReviewed } from '../../../src/ingest/extract/reviewed.js';
import { projectFile } from '../../../src/project-files.js';
import { copyReviewed } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** What reading Midorino's decisions says after a file was replaced, or taken away. */
async function complaint(file: string, contents: string | null) {
  const folder = await copyReviewed(await temporaryFolder());
  if (contents === null) await rm(join(folder, file));
  else await writeFile(join(folder, file), contents);
  return readReviewed(folder).then(
    () => 'nothing',
    (error) => ({ name: error.name, message: error.message.replace(`${folder}/`, ''), messageJa: error.messageJa }),
  );
}

describe('A reviewed table that cannot be used is named, with what was expected and what to do', () => {
  test.each([
    [
      'municipality.csv',
      null,
      'expected a table with the columns key, code, name, name_en, summary, summary_en, but got no such file',
    ],
    ['municipality.csv', 'key,code,name,name_en,summary,summary_en\n', 'expected one row, but got none'],
    ['sdgs.csv', 'number,name,color,uri\n', 'but got one without name_en'],
    ['aliases.csv', 'id,alias,slip,reason,reason_ja\n"sdg:17,x,false,y,\n', 'Quote Not Closed'],
    [
      'identities.csv',
      'scope,earlier,later,same,reason\nindicator 3-1,a,b,maybe,c\n',
      'expected true or false in row 2, column same, but got maybe',
    ],
    [
      'identities.csv',
      'scope,earlier,later,same,reason\nindicator 3-1,a,b,true,c\nindicator 3-1,a,b,false,c\n',
      'expected each scope, earlier, later once in row 3, column scope, but got indicator 3-1',
    ],
    [
      'corrections.csv',
      'id,document,line,find,replace,reason,reason_ja\na,adopted-plan,x,b,c,d,e\n',
      'expected a number from 1 in row 2, column line, but got x',
    ],
    [
      'corrections.csv',
      'id,document,line,find,replace,reason,reason_ja\na,adopted-plan,0,b,c,d,e\n',
      'expected a number from 1 in row 2, column line, but got 0',
    ],
    [
      'corrections.csv',
      'id,document,line,find,replace,reason,reason_ja\na,adopted-plan,7,,c,d,e\n',
      'expected a value in row 2, column find, but got nothing',
    ],
    ['sdgs.csv', 'number,name,name_en,color,uri\n18,a,b,c,d\n', 'expected a number from 1 to 17 in row 2'],
    [
      'aliases.csv',
      'id,alias,slip,reason,reason_ja\n,a,false,b,\n',
      'expected a value in row 2, column id, but got nothing',
    ],
    [
      'text/projects.csv',
      'id,name,name_en,summary,summary_en\nx:project:1,a,,,\nx:project:1,b,,,\n',
      'expected each id once in all its tables, but got x:project:1 again',
    ],
  ])('%s', async (file, contents, expected) => {
    expect(await complaint(file, contents)).toEqual({
      name: 'OperatorError',
      message: expect.stringMatching(
        new RegExp(`^The reviewed table ${file} cannot be read: .*Correct it and run again\\.$`),
      ),
      messageJa: expect.stringContaining('修正してから再実行してください'),
    });
    expect(await complaint(file, contents)).toMatchObject({ message: expect.stringContaining(expected) });
  });
});

test('tables of corrections, aliases and identities may be missing: then nothing was decided', async () => {
  const folder = await copyReviewed(await temporaryFolder());
  for (const name of ['corrections', 'aliases', 'identities']) await rm(join(folder, `${name}.csv`));
  expect(await readReviewed(folder)).toMatchObject({ corrections: [], identities: [], aliases: new Map(), slips: [] });
});

test('the committed tables are read, with all 17 goals', async () => {
  const { sdgs, municipality } = await readReviewed(projectFile('seed/reviewed'));
  expect(sdgs.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  expect(municipality.code).toMatch(/^\d{6}$/);
});
