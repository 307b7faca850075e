import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startServer } from '../../../src/database/server/start.js';
import { OperatorError } from '../../../src/operator-error.js';
import { silentProgress } from '../../../src/progress.js';
import { type EmbeddedDatabaseSettings, readSettings } from '../../../src/settings.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** What a start says of a data folder in which it cannot even begin. */
async function refusal(dataDir: string): Promise<OperatorError> {
  const settings = readSettings({ DATA_DIR: dataDir }).database as EmbeddedDatabaseSettings;
  const error = await startServer(settings, { progress: silentProgress }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  return error as OperatorError;
}

test.each([
  ['that is a link to a disk that is not mounted', 'nowhere/data', 'ENOENT'],
  ['that is a link to itself', 'data', 'ELOOP'],
])('a data folder %s is named with what to do', async (_, target, code) => {
  const dataDir = join(await temporaryFolder(), 'data');
  await symlink(target, dataDir);
  const { message, messageJa } = await refusal(dataDir);
  expect(message).toBe(
    `${dataDir} leads to no folder (${code}). Check that the disk to which a link leads is mounted, or set DATA_DIR to another folder.`,
  );
  expect(messageJa).toContain(`${dataDir} の先にフォルダーがありません（${code}）`);
});

test('a data folder below such a link is named too', async () => {
  const folder = await temporaryFolder();
  await symlink('nowhere', join(folder, 'link'));
  expect((await refusal(join(folder, 'link', 'data'))).message).toMatch(
    /link (leads to no|cannot be used as a) folder/,
  );
});

test('a name that is too long is told', async () => {
  const dataDir = join(await temporaryFolder(), 'x'.repeat(300));
  expect((await refusal(dataDir)).message).toContain('cannot be used as a folder (ENAMETOOLONG)');
});

test('a link that leads nowhere in place of the database is named, and the folder is free afterwards', async () => {
  const folder = await temporaryFolder();
  await symlink('nowhere', join(folder, 'neo4j'));
  expect((await refusal(folder)).message).toMatch(/neo4j leads to no folder \(ENOENT\)/);
  expect(await readdir(folder)).toEqual(['neo4j']);
});
