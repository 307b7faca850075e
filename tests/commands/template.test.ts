import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { templateCommand } from '../../src/commands/template.js';
import { silentProgress } from '../../src/progress.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

test('the template is written where it is wanted, in a folder that is made for it, with nothing left beside it', async () => {
  const folder = join(await temporaryFolder(), 'new', 'ブック');
  const file = join(folder, 'template.xlsx');
  await templateCommand(file, silentProgress);
  expect(await readdir(folder)).toEqual(['template.xlsx']);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
});

test('a workbook that is there is not replaced, as somebody may have filled it in', async () => {
  const file = join(await temporaryFolder(), 'template.xlsx');
  await writeFile(file, 'filled in');
  await expect(templateCommand(file, silentProgress)).rejects.toThrow(`There is a file ${file} already`);
  expect(await readFile(file, 'utf8')).toBe('filled in');
});
