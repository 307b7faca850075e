import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { explainFileError } from '../src/file-errors.js';
import { OperatorError } from '../src/operator-error.js';
import { temporaryFolders } from './temporary-folder.js';

const temporaryFolder = temporaryFolders();

test('a path that leads nowhere, a file where a folder should be, and the other way round, is explained in both languages', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'file');
  await writeFile(file, 'x');
  await symlink('nowhere', join(folder, 'link'));
  const attempts = [
    () => readFile(join(folder, 'nothing')),
    () => mkdir(join(folder, 'link', 'below'), { recursive: true }),
    () => readFile(join(folder, 'x'.repeat(300))),
    () => readFile(folder),
    () => writeFile(join(file, 'below'), 'x'),
    () => mkdir(file, { recursive: true }),
  ];
  for (const attempt of attempts) {
    const error = await attempt().catch((thrown: unknown) => thrown);
    const explained = explainFileError(error) as OperatorError;
    expect(explained).toBeInstanceOf(OperatorError);
    expect(explained.message).toContain((error as NodeJS.ErrnoException).code);
    expect(explained.messageJa).toContain('パスを確認してください');
  }
});
