import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readWorkbook } from '../../src/commands/import.js';
import { proposeMap } from '../../src/commands/propose-map.js';
import { inputFiles, readInput } from '../../src/commands/workbooks.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { aobaCity, edited, type FixtureBook, workbookOf } from '../fixtures/aoba-city.js';
import { hikariCity, hikariMap } from '../fixtures/hikari-city.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

async function folderOf(books: Readonly<Record<string, FixtureBook>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, sheets] of Object.entries(books)) await writeFile(join(folder, name), await workbookOf(sheets));
  return folder;
}

/** What an import of a file or folder said, and what it threw. */
async function read(path: string, map?: string) {
  const said: string[] = [];
  const progress = { ...silentProgress, say: (line: string) => said.push(line) };
  const result = await readWorkbook(path, progress, { map }).catch((error) => {
    if (!(error instanceof OperatorError)) throw error;
    return error;
  });
  return { result, said: said.join('\n') };
}

const {
  市区町村: city = { rows: [] },
  取組: measures = { rows: [] },
  指標: indicators = { rows: [] },
  ...plan
} = aobaCity;
const [heading = [], ...rows] = measures.rows;

/** The plan in several workbooks; each names the city, and the measures are in two of them. */
const parts: Readonly<Record<string, FixtureBook>> = {
  'a.xlsx': { 市区町村: city, ...plan },
  'b.xlsx': { 市区町村: city, 取組: { rows: [heading, ...rows.slice(0, 2)] } },
  'c.xlsx': { 取組: { rows: [heading, ...rows.slice(2)] }, 指標: indicators },
};

test('workbooks of a folder are one city, whose sheets of the same kind are joined', async () => {
  const folder = await folderOf(parts);
  const { result } = await read(folder);
  const whole = await folderOf({ 'plan.xlsx': aobaCity });
  const { result: single } = await read(join(whole, 'plan.xlsx'));
  if (result instanceof Error || single instanceof Error) throw result;
  const names = (found: typeof result) =>
    ['PolicyItem', 'Measure', 'Indicator', 'Department'].map((type) =>
      (found.dataset.nodes.get(type as 'Measure') ?? []).map(({ id }) => id),
    );
  expect(names(result)).toEqual(names(single));
  expect(result.files.get('source-documents.csv')).toContain('workbook-measures-b');
  expect((await read(folder)).result).toMatchObject({ files: result.files });
});

test('messages name the workbook, and everything else in the folder is listed', async () => {
  const messy = edited(parts['c.xlsx'] ?? {}, '取組', { D2: '企画科' });
  const folder = await folderOf({ ...parts, 'c.xlsx': messy });
  await writeFile(join(folder, 'メモ.txt'), 'x');
  await writeFile(join(folder, '~$a.xlsx'), 'x');
  await mkdir(join(folder, '旧年度'));
  const { result, said } = await read(folder);
  expect(result).toBeInstanceOf(OperatorError);
  expect((result as OperatorError).messageJa).toContain(
    '[c.xlsx]取組!D2: シート「組織」に「企画科」がありません。企画課 ではありませんか',
  );
  expect(said).toContain('  読み取らなかったファイル:\n    ~$a.xlsx\n    メモ.txt\n    旧年度\n');
});

test('a city that is named otherwise in another workbook is refused', async () => {
  const other = edited({ 市区町村: city }, '市区町村', { B3: 'あおい市' });
  const { result } = await read(await folderOf({ ...parts, 'd.xlsx': other }));
  expect((result as OperatorError).messageJa).toContain('[d.xlsx]市区町村!3: 市区町村は1行のはずですが');
});

test('a folder without a workbook is refused, and so is what is not there', async () => {
  const folder = await temporaryFolder();
  for (const path of [folder, join(folder, 'none.xlsx')])
    await expect(inputFiles(path).then(readInput)).rejects.toThrow(/There is no (?:workbook|file)/);
});

test('what is called like a workbook and is no file is listed, and refused where it is named', async () => {
  const folder = await folderOf(parts);
  await mkdir(join(folder, '旧.xlsx'));
  await symlink(join(folder, 'gone.xlsx'), join(folder, '切れたリンク.xlsx'));
  await symlink(join(folder, '循環.xlsx'), join(folder, '循環.xlsx'));
  execFileSync('mkfifo', [join(folder, '管.xlsx')]);
  const { result, said } = await read(folder);
  expect(result).toMatchObject({ key: 'aoba' });
  for (const name of ['旧.xlsx', '切れたリンク.xlsx', '循環.xlsx', '管.xlsx']) expect(said).toContain(`    ${name}\n`);
  await expect(inputFiles(join(folder, '管.xlsx')).then(readInput)).rejects.toThrow(/Expected a file, but .* is none/);
  const { result: ofMap } = await read(folder, folder);
  expect((ofMap as OperatorError).messageJa).toContain('はファイルではありません');
});

test('a mapping file of more than 1 MB, and a workbook of more than 50 MB, is refused unread', async () => {
  const folder = await folderOf({ 'plan.xlsx': hikariCity });
  const map = join(folder, 'map.yaml');
  await writeFile(map, hikariMap);
  await truncate(map, 3 * 2 ** 30);
  expect((await read(join(folder, 'plan.xlsx'), map)).result).toMatchObject({
    message: expect.stringContaining('too large (more than 1 MB)'),
  });
  await truncate(join(folder, 'plan.xlsx'), 3 * 2 ** 30);
  expect((await read(folder)).result).toMatchObject({
    message: expect.stringContaining('too large (more than 50 MB)'),
  });
});

test('a mapping names the workbook of a folder in which a sheet stands', async () => {
  const folder = await folderOf({ 'plan.xlsx': hikariCity, 'old.xlsx': { 体系表: { rows: [['旧'], ['x']] } } });
  const map = join(folder, 'map.yaml');
  await writeFile(map, hikariMap.replaceAll('from: 体系表', 'file: plan.xlsx\n    from: 体系表'));
  const { result, said } = await read(folder, map);
  if (result instanceof Error) throw result;
  expect(said).toContain('[old.xlsx]体系表: 2 行。対応表にないシートです');
  await writeFile(map, hikariMap.replace('from: 体系表', 'file: plam.xlsx\n    from: 体系表'));
  expect((await read(folder, map)).result).toMatchObject({
    messageJa: expect.stringContaining('フォルダにブック「plam.xlsx」がありません。plan.xlsx ではありませんか'),
  });
});

test('a mapping file that is wrong is refused with line and column, in both languages', async () => {
  const folder = await folderOf({ 'plan.xlsx': hikariCity });
  const map = join(folder, 'map.yaml');
  await writeFile(map, 'tabels: []\n');
  const { result } = await read(join(folder, 'plan.xlsx'), map);
  expect((result as OperatorError).messageJa).toContain('map.yaml:1:1: 「tabels」という名前はありません');
  expect((result as OperatorError).message).toContain('did you mean tables?');
  expect((await read(join(folder, 'plan.xlsx'), join(folder, 'none.yaml'))).result).toMatchObject({
    message: expect.stringContaining('There is no mapping file'),
  });
});

test('a proposed mapping is written where it is wanted, names its schema from there, and replaces no file', async () => {
  const folder = await folderOf({ 'plan.xlsx': hikariCity });
  const out = join(folder, 'new', 'map.yaml');
  await proposeMap(join(folder, 'plan.xlsx'), out, silentProgress);
  const text = await readFile(out, 'utf8');
  const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)$/m.exec(text) ?? [];
  expect(JSON.parse(await readFile(join(folder, 'new', schema), 'utf8'))).toHaveProperty('$defs');
  await expect(proposeMap(join(folder, 'plan.xlsx'), out, silentProgress)).rejects.toThrow(/There is a file/);
});
