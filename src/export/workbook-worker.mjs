/**
 * A thread that makes a workbook: it is sent the rows of its first sheet, and at last the sheets, upon which it answers
 * with the file. Plain JavaScript, as a thread is started from a file; see workbook.ts.
 */
import { parentPort } from 'node:worker_threads';
import writeExcelFile from 'write-excel-file/node';

/** Numbers with signs between them, which Excel takes for a date, a time or a number as soon as the cell is edited. */
const code = /^\d+(?:[-/:]\d+)*$/;

const headerCell = (value) => ({ value, type: String, fontWeight: 'bold', wrap: true });
const cellOf = (value, wrap) =>
  typeof value === 'string' ? { value, type: String, wrap, ...(code.test(value) && { format: '@' }) } : value;

const rows = [];

parentPort.on('message', async ({ header, more, wrap, options, others }) => {
  if (header) rows.push(header.map(headerCell));
  if (more) rows.push(...more);
  if (!options) return;
  const [first, ...data] = rows;
  const cells = [first, ...data.map((row) => row.map((value, column) => cellOf(value, wrap[column])))];
  const further = others.map(({ rows: lines, ...sheet }) => ({
    ...sheet,
    data: lines.map(([label, ...values]) => [headerCell(label), ...values.map((value) => cellOf(value, true))]),
  }));
  parentPort.postMessage(await writeExcelFile([{ ...options, data: cells }, ...further]).toBuffer());
  parentPort.close();
});
