import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { lockDataDir } from '../../../src/database/server/lock.js';
import { identify } from '../../../src/database/server/process-identity.js';
import { OperatorError } from '../../../src/operator-error.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();

async function contend(folder: string, contenders: number) {
  const attempts = await Promise.allSettled(Array.from({ length: contenders }, () => lockDataDir(folder)));
  return {
    locks: attempts.filter((attempt) => attempt.status === 'fulfilled').map(({ value }) => value),
    refusals: attempts.filter((attempt) => attempt.status === 'rejected').map(({ reason }) => reason as unknown),
  };
}

test('a second holder is refused with the number of the first, in both languages', async () => {
  const folder = await temporaryFolder();
  await lockDataDir(folder);
  const second = lockDataDir(folder);
  await expect(second).rejects.toBeInstanceOf(OperatorError);
  await expect(second).rejects.toMatchObject({
    message: expect.stringContaining(`another process (${process.pid})`),
    messageJa: expect.stringContaining(`番号 ${process.pid}`),
  });
});

test('a released lock can be taken again and leaves nothing behind', async () => {
  const folder = await temporaryFolder();
  await (await lockDataDir(folder)).release();
  await (await lockDataDir(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many at once exactly one gets the lock', async () => {
  const { locks, refusals } = await contend(await temporaryFolder(), 25);
  expect(locks).toHaveLength(1);
  expect(refusals).toHaveLength(24);
});

test('the lock of a dead process is taken over, by exactly one of many at once', async () => {
  const folder = await temporaryFolder();
  for (let round = 0; round < 10; round++) {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 99_999_999, began: 'long ago', id: `dead-${round}` }));
    const { locks, refusals } = await contend(folder, 10);
    expect(locks).toHaveLength(1);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(OperatorError);
    await locks[0]?.release();
  }
  expect(await readdir(folder)).toEqual([]);
});

test('a number that belongs to another process by now does not hold the lock', async () => {
  const folder = await temporaryFolder();
  const self = await identify(process.pid);
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...self, began: 'before this process', id: 'dead' }));
  await (await lockDataDir(folder)).release();
});

test('a process that died while taking over a dead lock is not in the way', async () => {
  const folder = await temporaryFolder();
  const dead = (id: string) => JSON.stringify({ pid: 99_999_999, began: 'long ago', id });
  await writeFile(join(folder, 'lock'), dead('first'));
  await writeFile(join(folder, 'lock.first'), dead('second'));
  await (await lockDataDir(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  'null',
  '12',
  '{}',
  'garbage',
  '',
  '[1]',
  '{"pid": "1", "began": 2, "id": 3}',
  '{"pid": 99999999, "began": "", "id": "../a/b"}',
])('a lock file that holds %p is named with what to do', async (content) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'lock'), content);
  await expect(lockDataDir(folder)).rejects.toThrow(/^The lock file \S+ cannot be read\. If no other process/);
});

const kinds: readonly (readonly [string, (path: string) => unknown])[] = [
  ['a folder', (path) => mkdir(path)],
  ['a link that leads nowhere', (path) => symlink('nowhere', path)],
  ['a link to itself', (path) => symlink('lock', path)],
  ['a link to a folder', (path) => symlink('.', path)],
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a socket', (path) => new Promise<void>((resolve) => createServer().unref().listen(path, resolve))],
];

test.each(kinds)('%s in its place is named with what to do', async (_, make) => {
  const folder = await temporaryFolder();
  await make(join(folder, 'lock'));
  await expect(lockDataDir(folder)).rejects.toThrow(/^The lock file \S+ cannot be read\. If no other process/);
  expect(await readdir(folder)).toEqual(['lock']);
});
