import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unpackedSize } from '../../../src/ingest/workbook/archive-size.js';
import { columnLetters } from '../../../src/ingest/workbook/book.js';
import { readBook, UnreadableBook } from '../../../src/ingest/workbook/read-book.js';
import { aobaCity, workbookOf } from '../../fixtures/aoba-city.js';

const refused = async (bytes: Uint8Array): Promise<string> => {
  const error = await readBook(bytes, 'plan.xlsx').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(UnreadableBook);
  return error.words.ja;
};

test('What is no workbook is refused, with what to do', async () => {
  expect(await refused(Buffer.from('コード,名称'))).toContain('.xlsx の形式で保存');
  expect(await refused(new Uint8Array(0))).toContain('.xlsx の形式で保存');
  expect(await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toContain('パスワード');
});

test('A workbook that was cut off anywhere is refused, and nothing else is thrown', async () => {
  const whole = await workbookOf(aobaCity);
  for (const part of [0.1, 0.5, 0.9, 0.999])
    expect(await refused(whole.slice(0, whole.length * part))).toContain('読めません');
});

test('A workbook that says it is larger than the memory allows is refused before it is unpacked', async () => {
  const bytes = Buffer.from(await workbookOf(aobaCity));
  expect(unpackedSize(bytes)).toBeGreaterThan(bytes.length);
  // The size of a file stands 24 bytes behind the mark of its entry in the directory.
  bytes.writeUInt32LE(900_000_000, bytes.indexOf(Buffer.from('PK\u0001\u0002')) + 24);
  expect(await refused(bytes)).toContain('ブックが大きすぎます（上限 200 MB）');
});

test('A sheet with more rows than a plan has is refused, not cut', async () => {
  const rows = [['番号', '名称'], ...Array.from({ length: 50_001 }, (_, index) => [index + 1, 'x'])];
  expect(await refused(await workbookOf({ 分野: { rows } }))).toContain('50000 行を超えるシート');
});

test('Columns have the letters of spreadsheet programs', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      const back = [...columnLetters(column)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      expect(back).toBe(column);
    }),
  );
});

test('What is struck through beside other text is not read, and what is wholly is read and told', async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet('施策');
  const strike = { strike: true };
  sheet.getCell('A1').value = { richText: [{ text: '旧', font: strike }, { text: '新しい名称' }] };
  sheet.getCell('B1').value = {
    richText: [{ text: 'なくなる', font: strike }, { text: ' ' }, { text: '取組', font: strike }],
  };
  sheet.getCell('C1').value = 12;
  sheet.getCell('C1').font = strike;
  sheet.getCell('D1').value = { richText: [{ text: '太字', font: { bold: true } }, { text: 'など' }] };
  sheet.getCell('E1').font = strike;
  const [read] = (await readBook(new Uint8Array(await book.xlsx.writeBuffer()), 'plan.xlsx')).sheets;
  expect([...(read?.rows.get(1) ?? [])].map(([, { value }]) => value)).toEqual([
    '新しい名称',
    'なくなる 取組',
    12,
    '太字など',
  ]);
  expect(read?.struck).toEqual([
    { row: 1, column: 1, text: '旧' },
    { row: 1, column: 2, text: null },
    { row: 1, column: 3, text: null },
  ]);
});

test('The day of a workbook is the one in Japan on which it was last saved, as it says itself', async () => {
  const dayOf = async (change: (book: Workbook) => void) => {
    const book = new Workbook();
    book.addWorksheet('施策').getCell('A1').value = '名称';
    change(book);
    const [sheet] = (await readBook(new Uint8Array(await book.xlsx.writeBuffer()), 'plan.xlsx')).sheets;
    return sheet?.file.date;
  };
  const at = (moment: Date) => (book: Workbook) => {
    book.modified = moment;
  };
  expect(await dayOf(at(new Date('2026-03-30T14:59:59Z')))).toBe('2026-03-30');
  expect(await dayOf(at(new Date('2026-03-30T15:00:00Z')))).toBe('2026-03-31');
  expect(await dayOf(at(new Date('1601-01-01T00:00:00Z')))).toBeNull();
});

test('A workbook that does not say when it was saved has no day', async () => {
  const book = new Workbook();
  book.addWorksheet('施策').getCell('A1').value = '名称';
  const archive = Buffer.from(await book.xlsx.writeBuffer()).toString('latin1');
  // Its properties under another name are none.
  const undated = archive.replaceAll('docProps/core.xml', 'docProps/none.xml');
  expect(undated).not.toBe(archive);
  const [sheet] = (await readBook(Buffer.from(undated, 'latin1'), 'plan.xlsx')).sheets;
  expect(sheet?.file.date).toBeNull();
});

test('A sheet of 180,000 cells is read', async () => {
  const row = Array.from({ length: 9 }, (_each, index) => index);
  const bytes = await workbookOf({ 表: { rows: Array.from({ length: 20_000 }, () => row) } });
  const [sheet] = (await readBook(bytes, 'plan.xlsx')).sheets;
  expect(sheet?.rows.size).toBe(20_000);
});
