import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { proposeMap } from '../../src/commands/propose-map.js';
import { workbookOf } from '../fixtures/aoba-city.js';
import { hikariCity } from '../fixtures/hikari-city.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

test('A proposed mapping file goes where it is wanted, and never over one that is there', async () => {
  const folder = await temporaryFolder();
  const [book, out] = [join(folder, 'plan.xlsx'), join(folder, 'maps', 'map.yaml')];
  await writeFile(book, await workbookOf(hikariCity));
  const said: string[] = [];
  const progress = { say: (text: string) => said.push(text), begin: () => ({ reach: () => {}, end: () => {} }) };
  await proposeMap(book, out, progress);
  expect(await readFile(out, 'utf8')).toContain('tables:');
  expect(said.join()).toContain(`--map ${out} --check`);

  await writeFile(out, '# 直した対応表\n');
  await expect(proposeMap(book, out, progress)).rejects.toMatchObject({
    message: `There is a file ${out} already: give another name with --out, or move it and run again.`,
    messageJa: expect.stringContaining(`${out} は既にあります`),
  });
  expect(await readFile(out, 'utf8')).toBe('# 直した対応表\n');
  expect(await readdir(join(folder, 'maps'))).toEqual(['map.yaml']);
});
