/** A dataset is written whole or not at all, at whatever moment the program is killed. */
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { finishWriting, holdsDataset, writeDataset } from '../../../src/ingest/dataset/write.js';
import { filesOf, greenCity } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();

/** Midorino's tables, and those of a smaller city with the text of a document. */
let former: ReadonlyMap<string, string>;
let later: ReadonlyMap<string, string>;

beforeAll(async () => {
  const dataset = withoutPlaces((await readDataset(greenCity.dataset)).dataset);
  former = formatDataset(dataset);
  const nodes = new Map([...dataset.nodes].filter(([type]) => type !== 'Evaluation'));
  later = formatDataset({
    nodes,
    edges: new Map(),
    texts: new Map([['midorino:source-document:adopted-plan', ['一']]]),
  });
});

/** A folder with the former dataset and files of others. */
async function folderWithFormer(): Promise<string> {
  const folder = await temporaryFolder();
  await writeDataset(folder, former);
  await mkdir(join(folder, 'reviewed'));
  await writeFile(join(folder, 'reviewed', 'aliases.csv'), 'id,alias,reason\n');
  await writeFile(join(folder, 'README.md'), 'mine');
  return folder;
}

const others = { 'README.md': 'mine', 'reviewed/aliases.csv': 'id,alias,reason\n' };

/** Everything in a folder after what a killed run left is finished, by its path; bytes as text. */
async function finished(folder: string): Promise<Record<string, string>> {
  await finishWriting(folder);
  return contentsOf(folder);
}

async function contentsOf(folder: string): Promise<Record<string, string>> {
  return Object.fromEntries([...(await filesOf(folder)).entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const bytes = (files: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    [...files]
      .map(([name, contents]) => [name, Buffer.from(contents).toString('latin1')] as const)
      .concat(Object.entries(others))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

describe('writing a dataset', () => {
  test('replaces the former one and leaves other files alone', async () => {
    const folder = await folderWithFormer();
    await writeDataset(folder, later);
    expect(await finished(folder)).toEqual(bytes(later));
    await writeDataset(folder, former);
    expect(await finished(folder)).toEqual(bytes(former));
  });

  test('killed while its files are gathered, it has changed nothing, and what it left goes with the next', async () => {
    const folder = await folderWithFormer();
    await mkdir(join(folder, '.incoming', 'documents'), { recursive: true });
    await writeFile(join(folder, '.incoming', 'measures.csv'), 'id,na');
    const { dataset } = await readDataset(folder);
    expect(formatDataset(withoutPlaces(dataset))).toEqual(former);
    await writeDataset(folder, later);
    expect(await finished(folder)).toEqual(bytes(later));
  });

  test('killed while its files are put in place, it is read as it will be, and finished by whoever writes next', async () => {
    const names = [...later.keys()];
    for (let moved = 0; moved <= names.length; moved += 7) {
      const folder = await folderWithFormer();
      for (const [place, name] of names.entries()) {
        const path = join(folder, '.complete', name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, later.get(name) ?? '');
        if (place >= moved || name === 'datapackage.json') continue;
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await rename(path, join(folder, name));
      }
      const before = await contentsOf(folder);
      const { dataset, problems } = await readDataset(folder);
      expect(problems).toEqual([]);
      expect(formatDataset(withoutPlaces(dataset))).toEqual(later);
      expect(await contentsOf(folder)).toEqual(before);
      expect(await finished(folder)).toEqual(bytes(later));
    }
  });

  test('killed after its last file is in place, only an empty folder is left to remove', async () => {
    const folder = await folderWithFormer();
    await mkdir(join(folder, '.complete', 'documents'), { recursive: true });
    expect(await finished(folder)).toEqual(bytes(former));
    expect(await readdir(folder)).not.toContain('.complete');
  });

  test.each(['{', 'null', '{"resources": 5}'])('a description that is %s is replaced', async (description) => {
    const folder = await folderWithFormer();
    await writeFile(join(folder, 'datapackage.json'), description);
    await writeDataset(folder, later);
    expect(await finished(folder)).toEqual(bytes(later));
  });

  test.each(['', '{', 'null', '{"resources": [null]}'])(
    'a dataset that cannot be finished, as its description is "%s", is named with what to do',
    async (description) => {
      const folder = await folderWithFormer();
      await mkdir(join(folder, '.complete'));
      await writeFile(join(folder, '.complete', 'datapackage.json'), description);
      for (const work of [() => readDataset(folder), () => writeDataset(folder, later)])
        await expect(work()).rejects.toThrow(
          /datapackage\.json is damaged, so that a dataset .* Delete the folder \S+\.complete, and extract or import again/,
        );
    },
  );

  test('a first dataset that is still to be put in place is one', async () => {
    const folder = await temporaryFolder();
    expect(holdsDataset(folder)).toBe(false);
    await writeDataset(join(folder, 'other'), former);
    await cp(join(folder, 'other'), join(folder, 'first', '.complete'), { recursive: true });
    expect(holdsDataset(join(folder, 'first'))).toBe(true);
    const { dataset } = await readDataset(join(folder, 'first'));
    expect(formatDataset(withoutPlaces(dataset))).toEqual(former);
  });

  test('a description that names files elsewhere cannot have them removed', async () => {
    const folder = await folderWithFormer();
    const description = JSON.stringify({ resources: [{ path: 'README.md' }, { path: 'reviewed/aliases.csv' }] });
    await writeFile(join(folder, 'datapackage.json'), description);
    await writeDataset(folder, later);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('mine');
    expect(await finished(folder)).toEqual(bytes(later));
  });
});
