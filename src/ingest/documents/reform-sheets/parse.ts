import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Printed, SourceText } from '../document.js';
import type { Findings } from '../finding.js';
import { type Parsing, startParsing } from '../parsing.js';
import { cleanName, nameKey } from '../text.js';
import { compareIndexWithSheets } from './compare.js';
import { readFrontMatter } from './front-matter.js';
import { readIndexTables } from './index-tables.js';
import type { ReformSheets } from './record.js';
import { type Row, readRow } from './rows.js';
import { divide } from './segments.js';
import { readSheet } from './sheet.js';

/** Reads one year's implementation sheets of the reform outline (行政改革大綱 実施計画シート). */
export function parseReformSheets(source: SourceText, findings: Findings): ReformSheets {
  const parsing = startParsing(source, findings);
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
  if (index.length === 0 && fields.length > 0) remarkMissingIndex(parsing);
  for (const finding of compareIndexWithSheets(record, source.id)) findings.add(finding);
  parsing.placed.report(findings);
  return record;
}

/** The theme that the sheets print; reported where they differ. */
function readTheme({ remark }: Parsing, rows: readonly Row[]): Printed<string> | null {
  const themes = rows
    .filter(({ kind }) => kind === 'theme')
    .map(({ text, lines }) => ({ value: cleanName(text.replace(/^改革テーマ\s*/, '')), lines }));
  const [first] = themes;
  for (const { value, lines } of themes)
    if (first && nameKey(value) !== nameKey(first.value))
      remark({
        rule: 'sheets-share-their-theme',
        severity: 'warning',
        lines,
        message: 'The sheet prints another theme than the first sheet, whose theme was kept.',
        messageJa: '改革テーマが最初のシートと一致しないため、最初のシートの記載を採用しました。',
        expected: first.value,
        actual: value,
      });
  return first ?? null;
}

/** Reports sheets whose title names another year than the cover: they may come from another edition. */
function checkTitles({ remark }: Parsing, rows: readonly Row[], fiscalYear: number): void {
  for (const { kind, text, lines } of rows) {
    const printed = /大綱\s*(\S.*?年度)\s*実施計画シート/.exec(text)?.[1];
    if (kind !== 'title' || printed === undefined || fiscalYear === 0 || parseEraYear(printed) === fiscalYear) continue;
    remark({
      rule: 'sheets-share-their-edition',
      severity: 'warning',
      lines,
      message: 'The title of the sheet names another year than the cover.',
      messageJa: 'シートの表題の年度が表紙と一致しません。',
      expected: String(fiscalYear),
      actual: printed,
    });
  }
}

function remarkMissingIndex({ remark }: Parsing): void {
  remark({
    rule: 'document-is-complete',
    severity: 'error',
    lines: null,
    message: 'The document has no index of its sheets; export the whole document again.',
    messageJa: '実施計画の一覧表がありません。文書全体を出力し直してください。',
    expected: 'index tables',
    actual: 'none',
  });
}
