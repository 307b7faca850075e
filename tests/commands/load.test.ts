import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkCommand, defaultDataset, loadCommand } from '../../src/commands/load.js';
import type { Connection } from '../../src/database/connection.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { greenCity } from '../fixtures/green-city.js';
import { type Edit, editedDataset } from '../ingest/dataset/edited-dataset.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** A database that must not be asked for anything. */
const untouchable = new Proxy({} as Connection, {
  get: (_, call) => {
    throw new Error(`expected the database to be left alone, but got: ${String(call)}`);
  },
});

async function refused(folder: string): Promise<OperatorError> {
  const error = await loadCommand(untouchable, folder, silentProgress).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  return error;
}

const broken = async (...edits: readonly Edit[]) => refused(await editedDataset(await temporaryFolder(), edits));

describe('load refuses a broken dataset before it touches the database', () => {
  test('and names file, row and column in both languages', async () => {
    const { message, messageJa } = await broken({ file: 'evaluations.csv', row: 2, column: 'grade', value: 'S' });
    const line = '  evaluations.csv, row 2, column grade: expected one of A, B, C, but got: S';
    expect(message).toMatch(/^Nothing was written: the dataset in .* has 1 problem\. Correct the rows and run again\./);
    expect(message.split('\n').slice(1)).toEqual([line]);
    expect(messageJa).toMatch(
      /^データセット .* に 1 件の誤りがあるため、何も書き込んでいません。修正してから再実行してください。/,
    );
    expect(messageJa.split('\n').slice(1)).toEqual([
      '  evaluations.csv 2行目 grade列: A、B、C のいずれかが必要ですが、「S」です',
    ]);
  });

  test('and names every problem, but no more than a person reads', async () => {
    const edits = Array.from({ length: 65 }, (_, index) => ({ file: `bridge${index}.csv`, contents: 'id\n' }));
    const { message } = await broken(...edits);
    const lines = message.split('\n');
    expect(lines[0]).toContain('has 65 problems');
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toBe('  … 15 more');
  });

  test('and says so where there is no dataset at all', async () => {
    const folder = join(await temporaryFolder(), 'gone');
    expect((await refused(folder)).message).toContain(`${folder}: expected the tables of a dataset, but found none`);
  });
});

describe('A check', () => {
  test('needs no database, and says that nothing is wrong', async () => {
    const said: string[] = [];
    await checkCommand(greenCity.dataset, { ...silentProgress, say: (line) => said.push(line) });
    expect(said.join('\n')).toMatch(/に誤りはありません。\nThe dataset in .* has no problem \(\d+ rows\)\.$/);
  });

  test('names workbooks beside the tables, which are not read', async () => {
    const folder = await editedDataset(await temporaryFolder(), []);
    for (const name of ['施策.xlsx', '~$施策.xlsx', 'メモ.md']) await writeFile(join(folder, name), '');
    const said: string[] = [];
    await checkCommand(folder, { ...silentProgress, say: (line) => said.push(line) });
    expect(said[0]).toMatch(
      /^読み取らないブック: 施策\.xlsx（.+\nWorkbooks that are not read: 施策\.xlsx \(npm run import/,
    );
    expect(said).toHaveLength(2);
  });

  test('lists everything at once, cells and references, however much it is', async () => {
    const unknown = Array.from({ length: 65 }, (_, index) => ({ file: `bridge${index}.csv`, contents: 'id\n' }));
    const reference = {
      file: 'measure-departments.csv',
      row: 2,
      column: 'to',
      value: 'midorino:department:学校教育科',
    };
    const folder = await editedDataset(await temporaryFolder(), [...unknown, reference]);
    const error = await checkCommand(folder, silentProgress).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error.message).toContain('has 66 problems');
    expect(error.message.split('\n')).toHaveLength(67);
    expect(error.message).toContain('(did you mean midorino:department:学校教育課?)');
    expect(error.messageJa).toContain('midorino:department:学校教育課 ではありませんか');
  });
});

describe('Without a named folder', () => {
  test('load takes the dataset that the user extracted into the data folder', async () => {
    const dataDir = await temporaryFolder();
    await mkdir(join(dataDir, 'dataset'));
    await cp(greenCity.dataset, join(dataDir, 'dataset'), { recursive: true });
    await writeFile(join(dataDir, 'dataset', 'datapackage.json'), '{}');
    expect(defaultDataset(dataDir)).toBe(join(dataDir, 'dataset'));
  });

  test('load takes the committed one where the user extracted none, or only began to', async () => {
    const dataDir = await temporaryFolder();
    expect(defaultDataset(dataDir)).toBe(projectFile('seed'));
    await mkdir(join(dataDir, 'dataset'));
    expect(defaultDataset(dataDir)).toBe(projectFile('seed'));
  });
});
