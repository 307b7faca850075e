import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import type { ReformSheets } from './record.js';
import type { Row } from './rows.js';

/** What cover and contents list say, and the rows they leave over: those of the index tables. */
export interface FrontMatter {
  /** 0 where the cover does not say it; an error finding then stops the extraction. */
  readonly fiscalYear: number;
  readonly planPeriod: ReformSheets['planPeriod'];
  readonly fields: readonly Printed<ContentsField>[];
  readonly rest: readonly Row[];
}

export interface ContentsField {
  readonly number: number;
  readonly name: string;
  /** The page on which the field's sheets begin; tells which of the index tables is the field's. */
  readonly page: number | null;
}

const era = String.raw`(?:令和|平成|昭和|[RHS])\s*(?:元|\d{1,2})`;
const edition = new RegExp(`^(${era}年度)\\s*実施計画シート`);
const period = new RegExp(`(${era})年度(?:\\((\\d{4})[^)]*\\))?\\s*[~〜-]\\s*(${era})年度(?:\\((\\d{4})[^)]*\\))?`);
const field = /^改革分野\s*(\d{1,2})\s*[.、]?\s*(\D.*?)[\s.・…]*(\d+)?$/;
/** Lines of the cover that no record keeps: the outline's name, the month of issue, the heading of the contents. */
const caption = /行政改革大綱$|^(?:令和|平成)\s*\d*\s*年\s*\d*\s*月(?:\s*\d*\s*日)?$|^目\s*次$/;

export function readFrontMatter(parsing: Parsing, rows: readonly Row[]): FrontMatter {
  let fiscalYear: number | null = null;
  let planPeriod: FrontMatter['planPeriod'] | null = null;
  const fields: Printed<ContentsField>[] = [];
  const rest: Row[] = [];
  for (const row of rows) {
    const stated = edition.exec(row.text);
    const years = period.exec(row.text);
    const contents = field.exec(row.text);
    if (stated?.[1]) fiscalYear ??= parseEraYear(stated[1]);
    else if (contents?.[1] && contents[2])
      fields.push({
        value: {
          number: Number(contents[1]),
          name: cleanName(contents[2]),
          page: contents[3] ? Number(contents[3]) : null,
        },
        lines: row.lines,
      });
    else if (years) planPeriod ??= readPeriod(parsing, years, row);
    else if (!caption.test(row.text)) {
      rest.push(row);
      continue;
    }
    parsing.placed.place(row.lines);
  }
  const cover = [
    [fiscalYear, '令和6年度 実施計画シート', 'a line with the year of the edition', '年度を示す表題'],
    [planPeriod, '令和5年度～令和9年度', 'a line with the period of the plan', '計画期間'],
    [fields[0], '改革分野1. …', 'a contents list of the reform fields', '改革分野の目次'],
  ] as const;
  for (const [found, shape, what, whatJa] of cover)
    if (!found)
      parsing.remark({
        rule: 'document-is-complete',
        severity: 'error',
        lines: null,
        message: `The cover lacks ${what}; export the whole document again.`,
        messageJa: `表紙又は目次に${whatJa}がありません。文書全体を出力し直してください。`,
        expected: shape,
        actual: 'nothing of that shape',
      });
  return { fiscalYear: fiscalYear ?? 0, planPeriod: planPeriod ?? { start: 0, end: 0 }, fields, rest };
}

/** Start and end year of the plan; reported where the Western years in brackets say otherwise. */
function readPeriod({ remark }: Parsing, [, from, fromWestern, to, toWestern]: RegExpExecArray, { lines }: Row) {
  const [start, end] = [parseEraYear(from ?? '') ?? 0, parseEraYear(to ?? '') ?? 0];
  const western = [Number(fromWestern ?? start), Number(toWestern ?? end)];
  if (western[0] !== start || western[1] !== end)
    remark({
      rule: 'era-and-western-years-agree',
      severity: 'warning',
      lines,
      message: 'The period of the plan is printed in two calendars that differ; the era years were used.',
      messageJa: '計画期間の和暦と西暦が一致しないため、和暦を採用しました。',
      expected: `${start}-${end}`,
      actual: western.join('-'),
    });
  return { start, end };
}
