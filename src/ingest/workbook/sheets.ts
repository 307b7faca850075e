/** Which sheets of a workbook are those of the template, with their tables, and which are not. */
import { nearest } from '../dataset/suggestions.js';
import type { Book, BookSheet } from './book.js';
import { isFilled } from './cells.js';
import type { Findings } from './findings.js';
import { readTable, type Table } from './table.js';
import { guideSheet, type SheetKey, type TemplateSheet, template, templateSheets } from './template.js';

export interface ReadSheet extends Table<string> {
  readonly key: SheetKey;
  readonly declared: TemplateSheet;
  /** As the workbook calls it. */
  readonly name: string;
  readonly hidden: boolean;
  readonly lastRow: number;
}

/** A sheet that the template does not have. */
export interface UnusedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with something in them. */
  readonly rows: number;
  readonly meant: string | null;
}

const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

export function readSheets(book: Book, findings: Findings) {
  const read = new Map<SheetKey, ReadSheet>();
  const unused: UnusedSheet[] = [];
  const keys = Object.keys(template) as SheetKey[];
  const present = new Set(book.sheets.map(({ name }) => nameKey(name)));
  const absent = templateSheets.map(({ name }) => name).filter((name) => !present.has(name));
  for (const sheet of book.sheets) {
    const key = keys.find((each) => template[each].name === nameKey(sheet.name));
    if (key === undefined) {
      if (nameKey(sheet.name) !== guideSheet) unused.push(unusedSheet(sheet, absent));
      continue;
    }
    const declared: TemplateSheet = template[key];
    const table = readTable(sheet, declared.columns, findings);
    const lastRow = Math.max(0, ...sheet.rows.keys());
    if (table) read.set(key, { ...table, key, declared, name: sheet.name, hidden: sheet.hidden, lastRow });
  }
  return { read: read as ReadonlyMap<SheetKey, ReadSheet>, unused: unused as readonly UnusedSheet[] };
}

function unusedSheet({ name, hidden, rows }: BookSheet, absent: readonly string[]): UnusedSheet {
  const filled = [...rows.values()].filter((row) => [...row.values()].some(isFilled)).length;
  const within = absent.filter((each) => name.includes(each));
  const meant = nearest(name, absent) ?? (within.length === 1 ? (within[0] ?? null) : null);
  return { name, hidden, rows: filled, meant };
}
