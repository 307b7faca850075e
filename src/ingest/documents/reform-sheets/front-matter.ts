import { parseEraYear } from '../../../model/fiscal-year.js';
import { linesOf, type Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, splitList } from '../text.js';
import type { IndexEntry, ReformSheets } from './record.js';
import { remarks } from './remarks.js';
import { type Row, valuesOf } from './rows.js';

/** A reform field of the contents list. */
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

/**
 * Reads cover and contents list. What the cover does not say is 0, and an error finding then stops the extraction. The rows
 * left over are those of the index tables.
 */
export function readFrontMatter(parsing: Parsing, rows: readonly Row[]) {
  let fiscalYear: number | null = null;
  let planPeriod: ReformSheets['planPeriod'] | null = null;
  const fields: Printed<ContentsField>[] = [];
  const rest: Row[] = [];
  for (const row of rows) {
    const stated = edition.exec(row.text);
    const years = period.exec(row.text);
    const contents = field.exec(row.text);
    if (stated?.[1]) fiscalYear ??= parseEraYear(stated[1]);
    else if (contents?.[1] && contents[2]) {
      const [, number, name, page] = contents;
      const value = { number: Number(number), name: cleanName(name), page: page ? Number(page) : null };
      fields.push({ value, lines: row.lines });
    } else if (years) planPeriod ??= readPeriod(parsing, years, row);
    else if (!caption.test(row.text)) {
      rest.push(row);
      continue;
    }
    parsing.consume(row);
  }
  const cover = [
    [fiscalYear, '令和6年度 実施計画シート', 'a line with the year of the edition', '年度を示す表題'],
    [planPeriod, '令和5年度～令和9年度', 'a line with the period of the plan', '計画期間'],
    [fields[0], '改革分野1. …', 'a contents list of the reform fields', '改革分野の目次'],
  ] as const;
  for (const [found, shape, what, whatJa] of cover)
    if (!found) parsing.remark(remarks.coverLacks(what, whatJa), null, shape, 'nothing of that shape');
  return { fiscalYear: fiscalYear ?? 0, planPeriod: planPeriod ?? { start: 0, end: 0 }, fields, rest };
}

/** Start and end year of the plan; reported where the Western years in brackets say otherwise. */
function readPeriod(parsing: Parsing, [, from, fromWestern, to, toWestern]: RegExpExecArray, { lines }: Row) {
  const [start, end] = [parseEraYear(from ?? '') ?? 0, parseEraYear(to ?? '') ?? 0];
  const western = [Number(fromWestern ?? start), Number(toWestern ?? end)];
  if (western[0] !== start || western[1] !== end)
    parsing.remark(remarks.otherWesternYears, lines, `${start}-${end}`, western.join('-'));
  return { start, end };
}

type Entry = Omit<IndexEntry, 'field'>;

/** Reads the index tables, one per reform field in the order of the contents list; each numbers its sheets from 1. */
export function readIndexTables(
  parsing: Parsing,
  rows: readonly Row[],
  fields: readonly Printed<ContentsField>[],
): IndexEntry[] {
  const tables: Entry[][] = [];
  for (const row of rows) {
    if (row.kind === 'indexHead') parsing.consume(row);
    const entry = row.kind === 'other' ? readEntry(parsing, row) : null;
    if (!entry) continue;
    const table = tables.at(-1);
    const last = table?.at(-1);
    // A head may be lost or repeated on a new page, so only the numbers tell where a table begins.
    if (!table || !last || entry.number <= last.number) tables.push([entry]);
    else table.push(entry);
  }
  tables.forEach((table, index) => {
    checkTable(parsing, table, fields[index]?.value);
  });
  return tables.flatMap((table, index) => {
    const field = fields[index]?.value.number;
    return field === undefined ? [] : table.map((entry) => ({ field, ...entry }));
  });
}

/** A row "1 | name || lead | R5 || 4"; null where it does not begin with a number. */
function readEntry(parsing: Parsing, row: Row): Entry | null {
  const [, number, slidName] = /^(\d{1,3})(?:[\s.]+(\D.*))?$/.exec(row.label) ?? [];
  const values = [...(slidName ? [slidName] : []), ...valuesOf(row)];
  if (!number || row.cells.length === 0 || values.length === 0) return null;
  parsing.consume(row);
  const page = /^\d{1,4}$/.test(values.at(-1) ?? '') ? Number(values.at(-1)) : null;
  const years = values.map(parseEraYear).filter((year) => year !== null);
  const words = values.slice(0, page === null ? undefined : -1).filter((value) => parseEraYear(value) === null);
  const [name, ...leads] = words;
  const { names, openEnded } = splitList(leads.join('、'));
  if (years.length !== 1 || names.length === 0 || openEnded || page === null) {
    const actual = `${values.length} cells, ${years.length} years, ${names.length} leads`;
    parsing.remark(remarks.unreadableIndexRow, row.lines, 'a number, a name, leads, one year and a page', actual);
  }
  return {
    number: Number(number),
    name: cleanName(name ?? ''),
    leads: names,
    startFiscalYear: years[0] ?? null,
    page,
    lines: row.lines,
  };
}

function checkTable(parsing: Parsing, table: readonly Entry[], field: ContentsField | undefined): void {
  const page = table[0]?.page ?? null;
  if (!field) parsing.remark(remarks.tableWithoutField, linesOf(table), 'a reform field for the table', 'none');
  else if (field.page !== null && page !== null && field.page !== page)
    parsing.remark(remarks.tableOnOtherPage(field.number), linesOf(table), `page ${field.page}`, `page ${page}`);
  const at = table.findIndex(({ number }, index) => number !== index + 1);
  const gap = table[at];
  if (gap) parsing.remark(remarks.indexNumberMissing, gap.lines, String(at + 1), String(gap.number));
}
