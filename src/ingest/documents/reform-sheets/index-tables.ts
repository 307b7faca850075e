import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, splitList } from '../text.js';
import type { ContentsField } from './front-matter.js';
import type { IndexEntry } from './record.js';
import { type Row, valuesOf } from './rows.js';

type Entry = Omit<IndexEntry, 'field'>;

/** Reads the index tables, one per reform field in the order of the contents list; each numbers its sheets from 1. */
export function readIndexTables(
  parsing: Parsing,
  rows: readonly Row[],
  fields: readonly Printed<ContentsField>[],
): IndexEntry[] {
  const tables: Entry[][] = [];
  for (const row of rows) {
    if (row.kind === 'indexHead') parsing.placed.place(row.lines);
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
function readEntry({ placed, remark }: Parsing, row: Row): Entry | null {
  const [, number, slidName] = /^(\d{1,3})(?:[\s.]+(\D.*))?$/.exec(row.label) ?? [];
  const values = [...(slidName ? [slidName] : []), ...valuesOf(row)];
  if (!number || row.cells.length === 0 || values.length === 0) return null;
  placed.place(row.lines);
  const page = /^\d{1,4}$/.test(values.at(-1) ?? '') ? Number(values.at(-1)) : null;
  const years = values.map(parseEraYear).filter((year) => year !== null);
  const words = values.slice(0, page === null ? undefined : -1).filter((value) => parseEraYear(value) === null);
  const [name, ...leads] = words;
  const { names, openEnded } = splitList(leads.join('、'));
  if (years.length !== 1 || names.length === 0 || openEnded || page === null)
    remark({
      rule: 'index-row-is-readable',
      severity: 'warning',
      lines: row.lines,
      message: 'The row of the index is not as expected; what it could not give is left out.',
      messageJa: '目次の行が想定した形ではないため、読み取れない項目を空としました。',
      expected: 'a number, a name, leads, one year and a page',
      actual: `${values.length} cells, ${years.length} years, ${names.length} leads`,
    });
  return {
    number: Number(number),
    name: cleanName(name ?? ''),
    leads: names,
    startFiscalYear: years[0] ?? null,
    page,
    lines: row.lines,
  };
}

function checkTable({ remark }: Parsing, table: readonly Entry[], field: ContentsField | undefined): void {
  const [first, last] = [table[0], table.at(-1)];
  if (!first || !last) return;
  const lines = { first: first.lines.first, last: last.lines.last };
  if (!field)
    remark({
      rule: 'index-table-has-its-field',
      severity: 'error',
      lines,
      message: 'The contents list names fewer reform fields than there are index tables; this table was not used.',
      messageJa: '目次の改革分野より一覧表が多いため、この表を読み込んでいません。',
      expected: 'a reform field for the table',
      actual: 'none',
    });
  else if (field.page !== null && first.page !== null && field.page !== first.page)
    remark({
      rule: 'index-table-has-its-field',
      severity: 'warning',
      lines,
      message: `The table was taken for reform field ${field.number}, but begins on another page.`,
      messageJa: `改革分野${field.number}の表と判断しましたが、開始頁が目次と一致しません。`,
      expected: `page ${field.page}`,
      actual: `page ${first.page}`,
    });
  const gap = table.find(({ number }, index) => number !== index + 1);
  if (gap)
    remark({
      rule: 'index-numbers-run',
      severity: 'warning',
      lines: gap.lines,
      message: 'A number is left out in the index.',
      messageJa: '一覧表の番号が連続していません。',
      expected: String(table.indexOf(gap) + 1),
      actual: String(gap.number),
    });
}
