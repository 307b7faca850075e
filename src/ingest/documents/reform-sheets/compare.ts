import { type Lines, pairUp } from '../document.js';
import type { Parsing } from '../parsing.js';
import { nameKey } from '../text.js';
import type { IndexEntry, ReformSheets, SheetRecord } from './record.js';
import { remarks } from './remarks.js';

/** Reports where the index tables and the sheets say different things: count, names, leads, start years, order, field names. */
export function compareIndexWithSheets(parsing: Parsing, record: ReformSheets): void {
  const numbers = new Set([
    ...record.fields.map(({ value }) => value.number),
    ...record.index.map(({ field }) => field),
    ...record.sheets.map(({ field }) => field.number),
  ]);
  for (const number of numbers) {
    const entries = record.index.filter(({ field }) => field === number);
    const sheets = record.sheets.filter(({ field }) => field.number === number);
    if (sheets.length < entries.length) {
      const { lines } = sheets.at(-1) ?? entries.at(-1) ?? { lines: null };
      parsing.remark(remarks.sheetsMissing(number), lines, String(entries.length), String(sheets.length));
    }
    compareFieldNames(parsing, record, number, sheets);
    compareEntries(parsing, entries, sheets);
  }
}

function compareFieldNames(
  parsing: Parsing,
  { fields }: ReformSheets,
  number: number,
  sheets: readonly SheetRecord[],
): void {
  if (fields.length === 0) return;
  const listed = fields.find(({ value }) => value.number === number)?.value.name ?? 'a field of the contents list';
  for (const { field, lines } of sheets)
    if (nameKey(field.name) !== nameKey(listed)) parsing.remark(remarks.otherField, lines, listed, field.name);
}

/** Compares each entry with its sheet; where names repeat, the leads tell which is which. */
function compareEntries(parsing: Parsing, entries: readonly IndexEntry[], sheets: readonly SheetRecord[]): void {
  const { pairs, left } = pairUp<IndexEntry, SheetRecord>(entries, sheets, [
    (entry, sheet) => sameName(entry, sheet) && sameLeads(entry, sheet),
    sameName,
    (entry, sheet) => entry.number === sheet.order && sheets.length === entries.length,
  ]);
  for (const entry of entries) {
    const sheet = pairs.get(entry);
    if (sheet) comparePair(parsing, entry, sheet);
    else parsing.remark(remarks.listedSheetMissing, entry.lines, entry.name, 'no sheet');
  }
  for (const { name } of left) parsing.remark(remarks.unlistedSheet, name.lines, 'an entry of the index', name.value);
}

const sameName = (entry: IndexEntry, { name }: SheetRecord) => nameKey(entry.name) === nameKey(name.value);
const sameLeads = (entry: IndexEntry, { leads }: SheetRecord) =>
  entry.leads.map(nameKey).join() === leads.value.map(nameKey).join();

function comparePair(parsing: Parsing, entry: IndexEntry, sheet: SheetRecord): void {
  const differs = (what: string, whatJa: string, lines: Lines, expected: string, actual: string) =>
    parsing.remark(remarks.differsFromIndex(what, whatJa, entry.lines.first), lines, expected, actual);
  const { name, leads, startFiscalYear: start, order } = sheet;
  if (!sameName(entry, sheet)) differs('name', '計画名', name.lines, entry.name, name.value);
  if (!sameLeads(entry, sheet)) differs('lead', '実行課', leads.lines, entry.leads.join('、'), leads.value.join('、'));
  if (entry.startFiscalYear !== start.value)
    differs('start year', '開始年度', start.lines, String(entry.startFiscalYear), String(start.value));
  if (entry.number !== order) differs('place', '順番', name.lines, String(entry.number), String(order));
}
