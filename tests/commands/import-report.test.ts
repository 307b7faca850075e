import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from '@jest/globals';
import { cityDataset } from '../../src/commands/data-folders.js';
import { checkWorkbook, readWorkbook } from '../../src/commands/import.js';
import { gatherFiles, placeGathered } from '../../src/ingest/dataset/write.js';
import { Findings } from '../../src/ingest/workbook/findings.js';
import { readBook } from '../../src/ingest/workbook/read-book.js';
import { writeReport } from '../../src/ingest/workbook/write-report.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { aobaCity, edited, type FixtureBook, workbookOf } from '../fixtures/aoba-city.js';
import { hikariCity, hikariMap } from '../fixtures/hikari-city.js';
import { minatoMap, minatoTown } from '../fixtures/minato-town.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();

const messy = edited(aobaCity, '施策', { A4: new Date(Date.UTC(2024, 0, 1)), E6: '18' });

async function written(sheets: FixtureBook, name = 'plan.xlsx'): Promise<string> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, await workbookOf(sheets));
  return file;
}

/** A data folder with the dataset of a workbook that was imported. */
async function importedBefore(file: string): Promise<string> {
  const dataDir = await temporaryFolder();
  const { key, files } = await readWorkbook(file, silentProgress, { dataDir });
  await gatherFiles(cityDataset(dataDir, key), files);
  await placeGathered(cityDataset(dataDir, key));
  return dataDir;
}

/** Reads a workbook with a report; what is wrong with it is in the report. */
async function reported(file: string, report: string | true, dataDir?: string): Promise<void> {
  const wrong = await readWorkbook(file, silentProgress, { report, dataDir })
    .then((sound) => sound.writeReport())
    .catch((error) => error);
  if (wrong instanceof Error && !(wrong instanceof OperatorError)) throw wrong;
}

async function opened(file: string) {
  const book = new Workbook();
  await book.xlsx.load(await readFile(file));
  const fillOf = (sheet: string, cell: string) =>
    (book.getWorksheet(sheet)?.getCell(cell).fill as { fgColor?: { argb?: string } } | undefined)?.fgColor?.argb;
  const summary = (book.getWorksheet('取込結果')?.getSheetValues() ?? []).flat().map(String);
  return { book, fillOf, summary };
}

test('the report is the workbook with the cells of errors coloured, and why beside them', async () => {
  const file = await written(messy);
  const before = await readFile(file);
  const report = join(file, '..', 'out', 'checked.xlsx');
  await reported(file, report);
  const { book, fillOf, summary } = await opened(report);
  const items = book.getWorksheet('施策');
  expect(items?.getCell('G3').value).toBe('取込結果 Import');
  expect(items?.getCell('G4').value).toMatch(/^A4: 番号が必要.*\nA4: expected a code/s);
  expect(items?.getCell('G6').value).toMatch(/^E6: .*1から17まで/);
  expect([fillOf('施策', 'A4'), fillOf('施策', 'E6'), fillOf('指標', 'I5')]).toEqual([
    'FFFFC7CE',
    'FFFFC7CE',
    'FFFFEB9C',
  ]);
  // The columns that are not used, and cells of the same style that nothing is wrong with.
  expect([fillOf('施策', 'F3'), fillOf('施策', 'A5'), fillOf('取組', 'A2')]).toEqual([
    'FFD9D9D9',
    undefined,
    undefined,
  ]);
  expect(items?.getCell('B5').value).toBe('学びの環境づくり');
  expect(summary).toContainEqual(expect.stringMatching(/^誤り 施策!E6: /));
  expect(summary).toContainEqual(expect.stringContaining('作業用: 2 行。ひな形にないシートです'));
  expect((await readFile(file)).equals(before)).toBe(true);
});

test('the report says by sheet what is new, changed, unchanged and removed since the last import', async () => {
  const dataDir = await importedBefore(await written(aobaCity));
  const changed = edited(aobaCity, '取組', { B2: '保育所の増設', A6: '2-1-2', B6: '体操教室', C6: '2-1' });
  const file = await written(
    edited(changed, '指標', { A5: null, B5: null, C5: null, D5: null, E5: null, G5: null, I5: null }),
  );
  await reported(file, true, dataDir);
  const { summary } = await opened(file.replace(/\.xlsx$/, '.report.xlsx'));
  expect(summary).toContain('取組: 新規 1、変更 1、変更なし 3、削除 0');
  expect(summary).toContain('指標: 新規 0、変更 0、変更なし 3、削除 1');
  expect(summary).toContain('施策: 新規 0、変更 0、変更なし 3、削除 0');
  expect(summary).toContain('施策: 0 new, 0 changed, 3 unchanged, 0 removed');
});

test('the report says where an import removes so much that it has to be allowed', async () => {
  const dataDir = await importedBefore(await written(aobaCity));
  const reportOn = async (book: Parameters<typeof written>[0]) => {
    const file = await written(book);
    await reported(file, true, dataDir);
    return (await opened(file.replace(/\.xlsx$/, '.report.xlsx'))).summary;
  };
  expect((await reportOn(aobaCity)).join('\n')).not.toContain('--allow-removals');
  const { 事業費: _, ...without } = aobaCity;
  const summary = await reportOn(without);
  expect(summary).toContainEqual(
    expect.stringMatching(/^データセットの \d+ 行のうち \d+ 行が削除されます.*--allow-removals/),
  );
  expect(summary).toContainEqual(expect.stringMatching(/^removes \d+ of \d+ rows of the dataset.*--allow-removals$/));
});

test('a last import that cannot be read any more is said, not counted as nothing', async () => {
  const file = await written(aobaCity);
  const dataDir = await importedBefore(file);
  await writeFile(join(cityDataset(dataDir, 'aoba'), 'measures.csv'), 'x\n1\n');
  await reported(file, true, dataDir);
  const { summary } = await opened(file.replace(/\.xlsx$/, '.report.xlsx'));
  expect(summary).toContainEqual(expect.stringMatching(/^比較できません。.*に誤りがあります/));
  expect(summary.join('\n')).not.toContain('新規');
});

test('the reports on a folder lie beside its workbooks, and are not read with them', async () => {
  const { 取組: measures = { rows: [] }, ...plan } = messy;
  const file = await written(plan);
  const folder = join(file, '..');
  await writeFile(join(folder, 'b.xlsx'), await workbookOf({ 取組: measures }));
  await reported(folder, true);
  await reported(folder, true);
  expect((await readdir(folder)).sort()).toEqual(['b.report.xlsx', 'b.xlsx', 'plan.report.xlsx', 'plan.xlsx']);
  const { book, summary } = await opened(join(folder, 'plan.report.xlsx'));
  expect(book.getWorksheet('施策')?.getCell('G6').value).toMatch(/^E6: /);
  expect(summary).toContainEqual(expect.stringMatching(/^誤り \[plan\.xlsx\]施策!E6: /));
  expect((await opened(join(folder, 'b.report.xlsx'))).summary.filter((line) => line.startsWith('誤り '))).toEqual([]);
});

test('a report never replaces a workbook that is imported, and is the same at every time', async () => {
  const file = await written(messy);
  await expect(readWorkbook(file, silentProgress, { report: file })).rejects.toThrow(/cannot go into a workbook/);
  const report = join(file, '..', 'r.xlsx');
  await reported(file, report);
  const first = await readFile(report);
  await reported(file, report);
  expect((await readFile(report)).equals(first)).toBe(true);
});

test('a report replaces an earlier one, and no other file: not the mapping file, nor what is no report', async () => {
  const file = await written(hikariCity);
  const map = join(file, '..', 'map.yaml');
  await writeFile(map, hikariMap);
  await expect(readWorkbook(file, silentProgress, { map, report: map })).rejects.toThrow(/cannot go into/);
  const other = await written(aobaCity, 'other.xlsx');
  for (const report of [other, join(file, '..')])
    await expect(readWorkbook(file, silentProgress, { map, report })).rejects.toThrow(/is no report|Expected a file/);
  expect(await readFile(map, 'utf8')).toBe(hikariMap);
  expect((await opened(other)).book.getWorksheet('取込結果')).toBeUndefined();
});

test('what is wrong with a workbook is said, even where its report cannot be written', async () => {
  const file = await written(messy);
  const wrong = await readWorkbook(file, silentProgress, { report: join(file, 'below.xlsx') }).catch((error) => error);
  expect(wrong).toBeInstanceOf(OperatorError);
  expect((wrong as OperatorError).message).toMatch(/施策!E6: [\s\S]*file where a folder should be/);
});

test('the one cell that a mapping names is coloured where it is wrong, in a folder too', async () => {
  const file = await written(edited(minatoTown, '計画調書1', { C4: '1-9' }));
  const map = join(file, '..', 'map.yaml');
  await writeFile(map, minatoMap);
  for (const path of [file, join(file, '..')]) {
    const wrong = await readWorkbook(path, silentProgress, { map, report: true }).catch((error) => error);
    expect((wrong as OperatorError).messageJa).toContain('計画調書1!C4: シート「施策」に「1-9」がありません');
    const { fillOf, summary } = await opened(file.replace(/\.xlsx$/, '.report.xlsx'));
    expect(fillOf('計画調書1', 'C4')).toBe('FFFFC7CE');
    expect(summary).toContainEqual(expect.stringMatching(/^誤り .*計画調書1!C4: /));
  }
});

test('a report on a sheet of very many cells is written', async () => {
  const bytes = await workbookOf({ 表: { rows: [['x']] } });
  const cell = { value: 'x', format: null, mergedFrom: null };
  const cells = new Map(Array.from({ length: 300 }, (_value, column) => [column + 1, cell] as const));
  const rows = new Map(Array.from({ length: 1_000 }, (_value, row) => [row + 1, cells] as const));
  const book = await readBook(bytes, 'plan.xlsx');
  const sheets = book.sheets.map((sheet) => ({ ...sheet, rows }));
  const findings = new Findings();
  findings.error('表', 1, 1, { ja: '誤り', en: 'wrong' });
  const nothing = {
    tables: [],
    unusedColumns: [],
    unusedRows: [],
    unusedCells: [],
    unusedSheets: [],
    unread: new Set<never>(),
  };
  const said = { ja: '', en: '' };
  const report = await writeReport(bytes, sheets, { sheets: nothing, findings: findings.all, changes: null, said });
  const written = new Workbook();
  await written.xlsx.load(report);
  expect(written.getWorksheet('表')?.getCell(1, 301).value).toContain('A1: 誤り');
});

test('a key or a code of another city whose dataset is here is an error before any database is there', async () => {
  const dataDir = await importedBefore(await written(aobaCity));
  const wrongOf = async (cells: Parameters<typeof edited>[2]) => {
    const file = await written(edited(aobaCity, '市区町村', cells));
    return String(await checkWorkbook(file, silentProgress, { dataDir }).catch((error) => error.message));
  };
  expect(await wrongOf({ A3: '990035' })).toContain(
    '市区町村!D3: expected a key of its own, but aoba is that of あおば市',
  );
  expect(await wrongOf({ D3: 'midori' })).toContain(
    '市区町村!A3: expected the code of this city, but 990027 is that of',
  );
  expect(await wrongOf({ D3: 'honjo' })).toContain(
    '市区町村!D3: expected a key of its own, but honjo is that of 本庄市',
  );
  expect(await wrongOf({ B3: '青葉市' })).toBe('undefined');
});
