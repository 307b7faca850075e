/** Each folder in `cases` is a small edit of Midorino's dataset and the problems that it must give, in their order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { formatProblem } from '../../../src/ingest/dataset/problems.js';
import { readWholeDataset } from '../../../src/ingest/dataset/read.js';
import { projectFile } from '../../../src/project-files.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { type Edit, editedDataset } from './edited-dataset.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();
const cases = projectFile('tests/ingest/dataset/cases');

/** What `load` would list. */
async function problemsOf(edits: readonly Edit[]): Promise<readonly string[]> {
  const { problems } = await readWholeDataset(await editedDataset(await temporaryFolder(), edits));
  return problems.map(formatProblem);
}

test('the dataset that the cases edit has no problem', async () => {
  expect(await problemsOf([])).toEqual([]);
});

test.each(readdirSync(cases).map((name) => [name.replaceAll('-', ' '), name]))('%s', async (_, name) => {
  const { edits, problems } = JSON.parse(readFileSync(join(cases, name, 'edit.json'), 'utf8')) as {
    edits: readonly Edit[];
    problems: readonly string[];
  };
  expect(await problemsOf(edits)).toEqual(problems);
});

test.each([
  'null',
  '5',
  '"x"',
  '[]',
  '{"resources": 5}',
  '{"resources": [null]}',
  '{"resources": [{"path": 5}]}',
  '{"resources": [{}]}',
  '{"resources": [{"path": "../x.csv"}]}',
])('a description that is %s lists no files', async (contents) => {
  expect(await problemsOf([{ file: 'datapackage.json', contents }])).toEqual([
    'datapackage.json: expected JSON that lists the files by their paths, but this is none',
  ]);
});
