import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadCitiesAtStart } from '../../src/commands/import.js';
import type { Connection } from '../../src/database/connection.js';
import { silentProgress } from '../../src/progress.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

test('folders of cities that cannot be loaded are said, and do not keep the service from starting', async () => {
  const dataDir = await temporaryFolder();
  const broken: Readonly<Record<string, string>> = {
    'aoba/datapackage.json': 'null',
    'kamome/datapackage.json': '{"resources": 5}',
    'midori/.complete/datapackage.json': '{',
    'tsubame/.complete/datapackage.json/x': 'a folder in its place',
  };
  for (const [path, text] of Object.entries(broken)) {
    const file = join(dataDir, 'cities', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const said: string[] = [];
  const progress = { ...silentProgress, say: (text: string) => void said.push(text) };
  // The database holds none of them.
  const connection = { read: async () => [] } as unknown as Connection;
  await loadCitiesAtStart(connection, dataDir, progress);
  expect(said).toEqual([
    expect.stringMatching(/aoba has 1 problem\..*\n {2}datapackage\.json: expected JSON that lists the files/),
    expect.stringMatching(/kamome has 1 problem\..*\n {2}datapackage\.json: expected JSON that lists the files/),
    expect.stringContaining('datapackage.json is damaged, so that a dataset'),
    expect.stringContaining('EISDIR'),
  ]);
});
