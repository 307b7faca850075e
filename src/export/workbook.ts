import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { oneAfterAnother } from '../one-after-another.js';
import { projectFile } from '../project-files.js';
import type { Cell } from './columns.js';

/** What a cell of Excel holds at most, in characters. */
const longestText = 32_767;
/** Characters that XML cannot hold; a box stands for each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

function excelCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cell.replace(unprintable, '□');
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

/** Characters as wide as two Latin ones. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[^\0-\uffff]/gu;
const [narrowest, widest] = [6, 60];

/** The width of the longest line of a cell with a margin, in characters, between `narrowest` and `widest`. */
function widthOf(cell: Cell): number {
  const longest = String(cell ?? '')
    .slice(0, 10 * widest)
    .split('\n')
    .reduce((most, line) => Math.max(most, line.replace(wide, '  ').length), 0);
  return Math.min(Math.max(longest + 2, narrowest), widest);
}

/** Its rows live until the end, so a large young generation would only take memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

/** A sheet beside the table: lines of a label and what is said of it. */
export interface FurtherSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

interface WorkbookOptions {
  /** The name of the sheet of the table; null for the usual one. */
  readonly sheet: string | null;
  /** The sheets behind it, which may tell of the rows: they are made when all have been written. */
  readonly others: () => readonly FurtherSheet[];
}

/** What a sheet may be called: 31 characters, some of them impossible. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/**
 * A workbook of a table, its header in sight, of rows that come in parts. It is put together in a thread of its own,
 * since that takes a second for ten thousand rows; one at a time, since they are in memory as a whole.
 */
export const workbook = oneAfterAnother(
  async (
    header: readonly string[],
    parts: AsyncIterable<readonly (readonly Cell[])[]>,
    { sheet, others }: WorkbookOptions,
  ): Promise<Uint8Array> => {
    const worker = new Worker(projectFile('src/export/workbook-worker.mjs'), { resourceLimits });
    try {
      // Heard of from the start: the thread may fail while rows are still being read.
      const file = once(worker, 'message');
      file.catch(() => {});
      const widths = header.map(widthOf);
      worker.postMessage({ header });
      for await (const rows of parts) {
        for (const row of rows)
          for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
        worker.postMessage({ more: rows.map((row) => row.map(excelCell)) });
      }
      worker.postMessage({
        options: {
          sheet: sheet === null ? 'Sheet1' : sheetName(sheet),
          stickyRowsCount: 1,
          columns: widths.map((width) => ({ width })),
        },
        // A column that is as wide as any breaks its lines.
        wrap: widths.map((width) => width === widest),
        others: others().map(({ sheet: name, rows }) => ({
          sheet: sheetName(name),
          columns: [{ width: 24 }, { width: 100 }],
          rows: rows.map((row) => row.map(excelCell)),
        })),
      });
      const [bytes] = await file;
      return bytes;
    } finally {
      await worker.terminate();
    }
  },
);
