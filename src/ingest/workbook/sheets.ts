/** Which sheets of a workbook are those of the template, with their tables, and which are not. */
import { nearest } from '../dataset/suggestions.js';
import type { Book, BookCell, BookSheet } from './book.js';
import { displayed, isFilled } from './cells.js';
import type { Findings } from './findings.js';
import { type Layout, templateLayout } from './heading.js';
import { slug } from './known.js';
import {
  lastRowOf,
  type ReadSheets,
  type ReadTable,
  type Source,
  type UnusedColumn,
  type UnusedRows,
  type UnusedSheet,
} from './read-table.js';
import { readRows, type Table } from './table.js';
import { guideSheet, type SheetKey, type TemplateSheet, template, templateSheets } from './template.js';

/** Names of sheets, and words of a lookup, are compared in one width, without blanks. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

const keys = Object.keys(template) as SheetKey[];

/** The sheet of the template that is so called. */
export const keyNamed = (name: string): SheetKey | undefined =>
  keys.find((key) => template[key].name === nameKey(name));

/** A table that was read, with the layout by which it was, for what it leaves unused. */
export interface LaidOut {
  readonly table: ReadTable;
  readonly facts: Table['facts'];
  /** The rows from which it takes nothing; null of a form, which has no rows. */
  readonly untold: Table['untold'] | null;
}

export function readSheets(book: Book, findings: Findings): ReadSheets {
  const sources = sourcesOf(book);
  const tables: ReadTable[] = [];
  const unusedSheets: UnusedSheet[] = [];
  const unusedColumns: UnusedColumn[] = [];
  const unusedRows: UnusedRows[] = [];
  const unread = new Set<SheetKey>();
  const absent = absentNames(book);
  for (const sheet of book.sheets) {
    const key = keyNamed(sheet.name);
    if (key === undefined) {
      if (nameKey(sheet.name) !== guideSheet) unusedSheets.push(unusedSheet(sheet, absent));
      continue;
    }
    const read = readAsTemplate(sheet, key, sources, findings);
    if (!read && isAnyFilled(sheet)) unread.add(key);
    if (!read) continue;
    tables.push(read.table);
    unusedColumns.push(...columnsUnusedBy(sheet, [read], 'not of the template'));
    unusedRows.push(...rowsUnusedBy(sheet, [read]));
  }
  return { tables, unusedColumns, unusedRows, unusedCells: [], unusedSheets, unread };
}

const isAnyFilled = ({ rows }: BookSheet): boolean =>
  [...rows.values()].some((row) => [...row.values()].some(isFilled));

/** The table of a sheet in the template's headings; null where it is empty, or has none, which is an error. */
export function readAsTemplate(
  sheet: BookSheet,
  key: SheetKey,
  sources: ReadonlyMap<BookSheet, Source>,
  findings: Findings,
): LaidOut | null {
  if (!isAnyFilled(sheet)) return null;
  const layout = templateLayout(sheet, template[key].columns, findings);
  return layout && tableOf(sheet, key, layout, sourceOf(sheet, sources), {});
}

export function tableOf(
  sheet: BookSheet,
  key: SheetKey,
  layout: Layout,
  source: Source,
  written: ReadTable['written'],
  isAdding = false,
): LaidOut {
  const declared: TemplateSheet = template[key];
  const { headingRow, columns, also = {}, choosing = [] } = layout;
  const { facts, untold, ...table } = readRows(sheet, layout);
  return {
    table: { ...table, key, declared, isAdding, source, headingRow, columns, also, choosing, written },
    facts,
    untold,
  };
}

export function sourceOf(sheet: BookSheet, sources: ReadonlyMap<BookSheet, Source>): Source {
  const source = sources.get(sheet);
  if (!source) throw new Error(`expected a source for the sheet ${sheet.label}`);
  return source;
}

/** The document that a mapping file is. */
export const mapDocument = 'workbook-map';

/** The sheets of a workbook as sources, each with an id of its own. */
export function sourcesOf(book: Book): ReadonlyMap<BookSheet, Source> {
  const given = new Set([mapDocument]);
  return new Map(
    book.sheets.map((sheet) => {
      const id = documentOf(sheet, book.isFolder);
      let document = id;
      for (let number = 2; given.has(document); number += 1) document = `${id}-${number}`;
      given.add(document);
      const { name: sheetName, label, hidden, hiddenColumns, file } = sheet;
      const { name: fileName, date: fileDate, checksum } = file;
      return [
        sheet,
        { label, sheetName, fileName, fileDate, checksum, hidden, hiddenColumns, lastRow: lastRowOf(sheet), document },
      ];
    }),
  );
}

/** Sheets of the template have ids of their own; others are called as they are, and those of a folder as their file too. */
function documentOf({ name, file }: BookSheet, isFolder: boolean): string {
  const key = keyNamed(name);
  const own = key ? template[key].document : `workbook-${slug(name)}`;
  return isFolder ? `${own}-${slug(file.name.replace(/\.[^.]*$/, ''))}` : own;
}

/** The columns of a sheet of which none of its tables takes anything. */
export function columnsUnusedBy(
  sheet: BookSheet,
  read: readonly LaidOut[],
  why: 'not of the template' | 'not in the map',
): readonly UnusedColumn[] {
  const used = new Set(
    read.flatMap(({ table }) => [
      ...Object.entries(table.columns).flatMap(([key, column]) =>
        column === undefined ? [] : [column, ...(table.also[key] ?? [])],
      ),
      ...table.choosing,
    ]),
  );
  const [first] = read;
  if (!first) return [];
  const { headingRow } = first.table;
  const headings = sheet.rows.get(headingRow) ?? new Map();
  const columns = new Set([...headings.keys(), ...first.facts.flatMap(([, cells]) => [...cells.keys()])]);
  return [...columns]
    .filter((column) => !used.has(column))
    .sort((a, b) => a - b)
    .map((column) => {
      const heading = headings.get(column);
      const filled = first.facts.filter(([, cells]) => isOwn(cells.get(column), column)).length;
      return {
        label: sheet.label,
        column,
        heading: isOwn(heading, column) && heading ? displayed(heading).replace(/\s*[\r\n]+\s*/g, '') : '',
        filled,
        why,
      } as const;
    })
    .filter(({ filled, heading }) => filled > 0 || heading !== '');
}

/** The rows of a sheet of which none of its tables takes anything. */
export function rowsUnusedBy({ label }: BookSheet, read: readonly LaidOut[]): readonly UnusedRows[] {
  const [first, ...others] = read.flatMap(({ untold }) => (untold === null ? [] : [new Set(untold)]));
  const rows = [...(first ?? [])].filter((row) => others.every((untold) => untold.has(row)));
  return rows.length === 0 ? [] : [{ label, rows, areOther: false }];
}

/** Whether a cell is filled, and not by being merged with one of another column. */
export const isOwn = (cell: BookCell | undefined, column: number): boolean =>
  isFilled(cell) && (cell.mergedFrom?.column ?? column) === column;

/** The sheets of the template that a workbook lacks. */
function absentNames(book: Book): readonly string[] {
  const present = new Set(book.sheets.map(({ name }) => nameKey(name)));
  return templateSheets.map(({ name }) => name).filter((name) => !present.has(name));
}

export function unusedSheet(
  { name, label, hidden, rows }: BookSheet,
  absent: readonly string[],
  why: UnusedSheet['why'] = 'not of the template',
): UnusedSheet {
  const filled = [...rows.values()].filter((row) => [...row.values()].some(isFilled)).length;
  const within = absent.filter((each) => name.includes(each));
  const meant = nearest(name, absent) ?? (within.length === 1 ? (within[0] ?? null) : null);
  return { label, hidden, rows: filled, meant, why };
}
