/**
 * A thread that makes a workbook of one sheet: it is sent rows, and at last the options, upon which it answers with the
 * file. Plain JavaScript, as a thread is started from a file; see workbook.ts.
 */
import { parentPort } from 'node:worker_threads';
import writeExcelFile from 'write-excel-file/node';

const rows = [];

const cellOf = (value) => (typeof value === 'string' ? { value, type: String } : value);

parentPort.on('message', async ({ header, more, options }) => {
  if (header) rows.push(header.map((value) => ({ value, type: String, fontWeight: 'bold' })));
  if (more) for (const row of more) rows.push(row.map(cellOf));
  if (!options) return;
  parentPort.postMessage(await writeExcelFile(rows, options).toBuffer());
  parentPort.close();
});
