import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from '@jest/globals';
import { importBook } from '../../../src/ingest/workbook/build.js';
import { formatFinding } from '../../../src/ingest/workbook/findings.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';
import { aobaCity, workbookOf } from '../../fixtures/aoba-city.js';
import { shared } from './imported.js';

test('What a draft strikes through is told: without it where something else is left, and once for a row that is struck', async () => {
  const book = new Workbook();
  await book.xlsx.load(await workbookOf(aobaCity));
  const measures = book.getWorksheet('取組');
  if (!measures) throw new Error('expected a sheet 取組');
  measures.getCell('B2').value = { richText: [{ text: '保育園', font: { strike: true } }, { text: '保育所の整備' }] };
  for (const cell of ['A3', 'B3', 'C3']) measures.getCell(cell).font = { strike: true };
  const read = await readBook(new Uint8Array(await book.xlsx.writeBuffer()), 'plan.xlsx');
  const { dataset, findings } = importBook(read, shared);
  expect(findings.errors).toEqual([]);
  expect(findings.remarks.map((finding) => formatFinding(finding).ja)).toEqual(
    expect.arrayContaining([
      '取組!B2: 取り消し線のある「保育園」を除いて取り込みます',
      '取組!A3: 「1-1-2」など同じ行の3個のセルには取り消し線がありますが、取り込みます。取り消したものなら削除してください',
    ]),
  );
  const names = dataset.nodes.get('Measure')?.map(({ row }) => row.values.name);
  expect(names?.slice(0, 2)).toEqual(['保育所の整備', '相談窓口']);
});
