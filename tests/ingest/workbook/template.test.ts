import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from '@jest/globals';
import { Findings } from '../../../src/ingest/workbook/findings.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';
import { readSheets } from '../../../src/ingest/workbook/sheets.js';
import { templateSheets } from '../../../src/ingest/workbook/template.js';
import { writeTemplate } from '../../../src/ingest/workbook/write-template.js';

test('The template has every sheet and heading that the import reads, and an example that it does not read', async () => {
  const findings = new Findings();
  const book = await readBook(await writeTemplate(), 'template.xlsx');
  const { tables, unusedColumns, unusedSheets } = readSheets(book, findings);
  expect([findings.all, unusedColumns, unusedSheets]).toEqual([[], [], []]);
  expect(tables.map(({ source }) => source.sheetName)).toEqual(templateSheets.map(({ name }) => name));
  for (const table of tables) {
    expect(Object.keys(table.columns)).toEqual(Object.keys(table.declared.columns));
    expect([table.rows, table.skipped.example, table.headingRow]).toEqual([[], [2], 1]);
  }
});

test('The template explains itself, keeps codes as text, and offers what can be chosen', async () => {
  const book = new Workbook();
  await book.xlsx.load(await writeTemplate());
  const [guide] = book.worksheets;
  expect(guide?.name).toBe('使い方');
  for (const { name } of templateSheets) expect(guide?.getColumn(1).values).toContainEqual(`シート「${name}」`);
  const items = book.getWorksheet('施策');
  expect(items?.getCell('A1').note).toContain('Its code, such as 1-1, as text');
  expect(items?.getCell('A7').numFmt).toBe('@');
  expect(JSON.stringify(items?.dataValidations)).toContain("'分野'!$B$3:$B$1000");
  expect(JSON.stringify(book.getWorksheet('指標')?.dataValidations)).toContain('増加,減少,維持,上限以内');
});

test('The template is the same at every time', async () => {
  expect(Buffer.from(await writeTemplate()).equals(Buffer.from(await writeTemplate()))).toBe(true);
});
