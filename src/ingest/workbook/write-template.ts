/** Writes the template: a sheet that explains, and the declared sheets with notes, dropdowns and an example row. */

import { columnLetters } from './book.js';
import { exampleMark, guideSheet, type TemplateColumn, type TemplateSheet, templateSheets } from './template.js';
import { guideLines } from './words.js';

/** Cells that are prepared as text and with dropdowns, below the heading. */
const preparedRows = 1000;

const fill = (color: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: color } });

/** The formula of a dropdown: the words themselves, or the cells of another sheet. */
function listFormula(choices: NonNullable<TemplateColumn['choices']>): string {
  if (!('sheet' in choices)) return `"${choices.join(',')}"`;
  const columns = Object.values(templateSheets.find(({ name }) => name === choices.sheet)?.columns ?? {});
  const letter = columnLetters(columns.findIndex(({ heading }) => heading === choices.heading) + 1);
  return `'${choices.sheet}'!$${letter}$3:$${letter}$${preparedRows}`;
}

/** The bytes of the template; the same at every time. */
export async function writeTemplate(): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  const unchanging = new Date(Date.UTC(2000, 0, 1));
  book.created = unchanging;
  book.modified = unchanging;
  const guide = book.addWorksheet(guideSheet);
  guide.getColumn(1).width = 24;
  guide.getColumn(2).width = 60;
  guide.getColumn(3).width = 60;
  for (const line of guideLines(templateSheets)) {
    const row = guide.addRow([...line]);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  guide.getRow(1).font = { bold: true };
  for (const sheet of templateSheets)
    addSheet(book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] }), sheet);
  return new Uint8Array(await book.xlsx.writeBuffer({ zip: { modTime: unchanging } }));
}

type Worksheet = ReturnType<import('@cj-tech-master/excelts').Workbook['addWorksheet']>;

function addSheet(worksheet: Worksheet, { columns }: TemplateSheet): void {
  for (const [index, { heading, note, example, required, choices }] of Object.values(columns).entries()) {
    const column = worksheet.getColumn(index + 1);
    column.width = Math.max(12, 2 * Math.max(heading.length, example.length) + 4);
    // Codes stay as they are typed.
    column.numFmt = '@';
    const head = worksheet.getCell(1, index + 1);
    head.value = heading;
    head.font = { bold: true };
    head.fill = fill(required ? 'FFFFE699' : 'FFDDEBF7');
    head.note = `${note.ja}\n${note.en}${required ? '\n必須 — required' : ''}`;
    const sample = worksheet.getCell(2, index + 1);
    sample.value = index === 0 ? `${exampleMark}${example}` : example;
    sample.font = { italic: true, color: { argb: 'FF7F7F7F' } };
    if (!choices) continue;
    const letter = columnLetters(index + 1);
    worksheet.dataValidations.add(`${letter}3:${letter}${preparedRows}`, {
      type: 'list',
      allowBlank: true,
      formulae: [listFormula(choices)],
      // Other values may be typed: several departments, a code in place of a name.
      showErrorMessage: false,
    });
  }
}
