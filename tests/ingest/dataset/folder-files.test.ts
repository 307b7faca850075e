/** What a person may have left in a folder instead of a table, and links to tables that lie elsewhere. */
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { formatProblem } from '../../../src/ingest/dataset/problems.js';
import { readWholeDataset } from '../../../src/ingest/dataset/read.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { editedDataset } from './edited-dataset.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();
const table = 'measure-departments.csv';
const without = async () => editedDataset(await temporaryFolder(), []);
const problemsOf = async (folder: string) => (await readWholeDataset(folder)).problems.map(formatProblem);

test('a link to a table is read', async () => {
  const folder = await without();
  const elsewhere = join(await temporaryFolder(), 'departments of measures.csv');
  await rename(join(folder, table), elsewhere);
  await symlink(elsewhere, join(folder, table));
  const { dataset, problems } = await readWholeDataset(folder);
  expect(problems).toEqual([]);
  expect(dataset.edges.get('OWNED_BY')?.length).toBeGreaterThan(0);
});

test.each<readonly [string, string, (path: string) => Promise<void>, RegExp]>([
  ['a workbook', 'measure-departments.xlsx', (path) => writeFile(path, 'PK'), /a file of another kind: save it as CSV/],
  ['a text', 'Measure-Departments.TXT', (path) => writeFile(path, 'a\tb'), /a file of another kind/],
  ['a folder', 'measure-departments', async (path) => void (await mkdir(path)), /a folder: put a file/],
  ['a folder of its name', table, async (path) => void (await mkdir(path)), /a folder: put a file/],
  ['a link to nothing', table, (path) => symlink('/nowhere/else.csv', path), /a link that leads nowhere/],
  ['a link to itself', table, (path) => symlink(table, path), /a link that leads nowhere/],
  [
    'capital letters',
    'measure-departments.CSV',
    (path) => writeFile(path, 'from,to\n'),
    /did you mean measure-departments\.csv\?/,
  ],
])(
  '%s in place of a table is one problem, with what to do, whether the package lists it or not',
  async (_what, name, make, said) => {
    for (const isListed of [false, true]) {
      const folder = await without();
      await rm(join(folder, table));
      if (isListed) await writeFile(join(folder, 'datapackage.json'), JSON.stringify({ resources: [{ path: table }] }));
      await make(join(folder, name));
      expect(await problemsOf(folder)).toEqual([expect.stringMatching(said)]);
      expect((await problemsOf(folder))[0]).toMatch(new RegExp(`^${name}: `));
    }
  },
);

test('a workbook beside its table, and files of others, are nobody’s business', async () => {
  const folder = await without();
  for (const name of ['measures.xlsx', '~$measures.xlsx', '.~lock.measures.csv#', 'README.md', 'notes.txt'])
    await writeFile(join(folder, name), 'x');
  expect(await problemsOf(folder)).toEqual([]);
});
