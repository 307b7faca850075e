import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Printed, SourceText } from '../document.js';
import type { FindingList } from '../finding.js';
import { type DocumentFormat, hasCell, matchLine } from '../format.js';
import { Parsing } from '../parsing.js';
import { cleanName, nameKey } from '../text.js';
import { compareIndexWithSheets } from './compare.js';
import { readFrontMatter, readIndexTables } from './front-matter.js';
import type { ReformSheets } from './record.js';
import { remarks } from './remarks.js';
import { divide, type Row, readRow } from './rows.js';
import { readSheet } from './sheet.js';

const title = /^(?:\S*大綱\s*)?((?:令和|平成|[RH])\s*(?:\d{1,2}|元)\s*年度)\s*実施計画シート(?:\s*\(案\))?$/;

/** Reform sheets (行政改革大綱 実施計画シート) of one fiscal year, which the cover and the head of each sheet name. */
export const reformSheets: DocumentFormat<ReformSheets> = {
  kind: 'reform-sheets',
  title: 'reform sheets',
  recognise: (lines) => {
    const year = parseEraYear(matchLine(lines, title)?.[1] ?? '');
    const isSheet = hasCell(lines, /^計画名(?:\s|$)/) && hasCell(lines, /^実行課(?:\s|$)/);
    return year !== null && isSheet ? `reform-sheets-${year}` : null;
  },
  parse: parseReformSheets,
};

/** Reads one year's implementation sheets of the reform outline (行政改革大綱 実施計画シート). */
export function parseReformSheets(source: SourceText, findings: FindingList): ReformSheets {
  const parsing = new Parsing(source, findings);
  const { front, segments } = divide(parsing.lines.map(readRow));
  const { fiscalYear, planPeriod, fields, rest } = readFrontMatter(parsing, front);
  const index = readIndexTables(parsing, rest, fields);
  const inField = new Map<number, number>();
  const sheets = segments.flatMap((segment, position) => {
    const sheet = readSheet(parsing, segment, fields, position === segments.length - 1);
    if (!sheet) return [];
    const order = (inField.get(sheet.field.number) ?? 0) + 1;
    inField.set(sheet.field.number, order);
    return [{ ...sheet, order }];
  });
  const headings = segments.flat();
  checkTitles(parsing, headings, fiscalYear);
  const record: ReformSheets = {
    fiscalYear,
    planPeriod,
    theme: readTheme(parsing, headings),
    fields: fields.map(({ value: { number, name }, lines }) => ({ value: { number, name }, lines })),
    index,
    sheets,
  };
  if (index.length === 0 && fields.length > 0) parsing.remark(remarks.noIndex, null, 'index tables', 'none');
  compareIndexWithSheets(parsing, record);
  parsing.reportUnread();
  return record;
}

/** The theme that the sheets print; reported where they differ. */
function readTheme(parsing: Parsing, rows: readonly Row[]): Printed<string> | null {
  const themes = rows
    .filter(({ kind }) => kind === 'theme')
    .map(({ text, lines }) => ({ value: cleanName(text.replace(/^改革テーマ\s*/, '')), lines }));
  const [first] = themes;
  for (const { value, lines } of themes)
    if (first && nameKey(value) !== nameKey(first.value)) parsing.remark(remarks.otherTheme, lines, first.value, value);
  return first ?? null;
}

/** Reports sheets whose title names another year than the cover: they may come from another edition. */
function checkTitles(parsing: Parsing, rows: readonly Row[], fiscalYear: number): void {
  for (const { kind, text, lines } of rows) {
    const printed = /大綱\s*(\S.*?年度)\s*実施計画シート/.exec(text)?.[1];
    if (kind !== 'title' || printed === undefined || fiscalYear === 0 || parseEraYear(printed) === fiscalYear) continue;
    parsing.remark(remarks.otherEdition, lines, String(fiscalYear), printed);
  }
}
