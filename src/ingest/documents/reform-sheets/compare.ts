import type { Lines } from '../document.js';
import type { Finding } from '../finding.js';
import { nameKey } from '../text.js';
import type { IndexEntry, ReformSheets, SheetRecord } from './record.js';

type Difference = Pick<Finding, 'lines' | 'message' | 'messageJa' | 'expected' | 'actual'>;

/** Where the index tables and the sheets say different things: count, names, leads, start years, order, field names. */
export function compareIndexWithSheets(record: ReformSheets, document: string): Finding[] {
  const numbers = new Set([
    ...record.fields.map(({ value }) => value.number),
    ...record.index.map(({ field }) => field),
    ...record.sheets.map(({ field }) => field.number),
  ]);
  return [...numbers].flatMap((number) => {
    const entries = record.index.filter(({ field }) => field === number);
    const sheets = record.sheets.filter(({ field }) => field.number === number);
    const missing = sheets.length < entries.length ? [missingSheets(number, entries, sheets)] : [];
    const differences = [...compareFieldNames(record, number, sheets), ...compareEntries(entries, sheets)];
    return [
      ...missing.map((difference) => ({
        rule: 'document-is-complete',
        severity: 'error' as const,
        document,
        ...difference,
      })),
      ...differences.map((difference) => ({
        rule: 'index-and-sheets-agree',
        severity: 'warning' as const,
        document,
        ...difference,
      })),
    ];
  });
}

function missingSheets(field: number, entries: readonly IndexEntry[], sheets: readonly SheetRecord[]): Difference {
  return {
    lines: sheets.at(-1)?.lines ?? entries.at(-1)?.lines ?? null,
    message: `Reform field ${field} has fewer sheets than the index lists; export the whole document again.`,
    messageJa: `改革分野${field}のシートが一覧表より少ないため、文書の一部が欠けています。`,
    expected: String(entries.length),
    actual: String(sheets.length),
  };
}

function compareFieldNames({ fields }: ReformSheets, number: number, sheets: readonly SheetRecord[]): Difference[] {
  if (fields.length === 0) return [];
  const listed = fields.find(({ value }) => value.number === number)?.value.name ?? 'a field of the contents list';
  return sheets
    .filter(({ field }) => nameKey(field.name) !== nameKey(listed))
    .map(({ field, lines }) => ({
      lines,
      message: 'The sheet prints its reform field otherwise than the contents list.',
      messageJa: 'シートの改革分野が目次と一致しません。',
      expected: listed,
      actual: field.name,
    }));
}

/** Compares each entry with its sheet; where names repeat, the leads tell which is which. */
function compareEntries(entries: readonly IndexEntry[], sheets: readonly SheetRecord[]): Difference[] {
  const left = new Set(sheets);
  const take = (fits: (sheet: SheetRecord) => boolean) => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found;
  };
  const pairs = new Map<IndexEntry, SheetRecord>();
  const tests: ((entry: IndexEntry, sheet: SheetRecord) => boolean)[] = [
    (entry, sheet) => sameName(entry, sheet) && sameLeads(entry, sheet),
    sameName,
    (entry, sheet) => entry.number === sheet.order && sheets.length === entries.length,
  ];
  for (const test of tests)
    for (const entry of entries) {
      const sheet = pairs.has(entry) ? undefined : take((candidate) => test(entry, candidate));
      if (sheet) pairs.set(entry, sheet);
    }
  const unlisted = [...left].map(({ name }) => ({
    lines: name.lines,
    message: 'The sheet is not in the index.',
    messageJa: 'このシートは一覧表にありません。',
    expected: 'an entry of the index',
    actual: name.value,
  }));
  return [...entries.flatMap((entry) => comparePair(entry, pairs.get(entry))), ...unlisted];
}

const sameName = (entry: IndexEntry, { name }: SheetRecord) => nameKey(entry.name) === nameKey(name.value);
const sameLeads = (entry: IndexEntry, { leads }: SheetRecord) =>
  entry.leads.map(nameKey).join() === leads.value.map(nameKey).join();

function comparePair(entry: IndexEntry, sheet: SheetRecord | undefined): Difference[] {
  if (!sheet)
    return [
      {
        lines: entry.lines,
        message: 'The index lists a sheet that is not there.',
        messageJa: '一覧表にあるシートが見つかりません。',
        expected: entry.name,
        actual: 'no sheet',
      },
    ];
  const difference = (lines: Lines, what: string, whatJa: string, expected: string, actual: string): Difference => ({
    lines,
    message: `The sheet has another ${what} than line ${entry.lines.first} of the index.`,
    messageJa: `シートの${whatJa}が一覧表（${entry.lines.first}行目）と一致しません。`,
    expected,
    actual,
  });
  const leads = [entry.leads.join('、'), sheet.leads.value.join('、')] as const;
  const start = [String(entry.startFiscalYear), String(sheet.startFiscalYear.value)] as const;
  return [
    ...(sameName(entry, sheet) ? [] : [difference(sheet.name.lines, 'name', '計画名', entry.name, sheet.name.value)]),
    ...(sameLeads(entry, sheet) ? [] : [difference(sheet.leads.lines, 'lead', '実行課', ...leads)]),
    ...(start[0] === start[1] ? [] : [difference(sheet.startFiscalYear.lines, 'start year', '開始年度', ...start)]),
    ...(entry.number === sheet.order
      ? []
      : [difference(sheet.name.lines, 'place', '順番', String(entry.number), String(sheet.order))]),
  ];
}
