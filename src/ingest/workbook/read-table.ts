/** What is read of a workbook: tables of the template with the sheets they come from, and what was not used. */
import type { BookSheet, CellPlace, CellSheet } from './book.js';
import type { Table, TableRow } from './table.js';
import type { SheetKey, TemplateSheet } from './template.js';

/** A sheet of a workbook, or the mapping file, as a source of facts. */
export interface Source extends CellSheet {
  /** As the workbook calls it; null of the mapping file. */
  readonly sheetName: string | null;
  readonly fileName: string;
  readonly fileDate: string | null;
  readonly checksum: string;
  readonly hidden: boolean;
  readonly hiddenColumns: readonly number[];
  readonly lastRow: number;
}

/** The rows of one sheet of the template, as far as one source has them. */
export interface ReadTable extends Omit<Table, 'facts' | 'untold'> {
  readonly key: SheetKey;
  readonly declared: TemplateSheet;
  /** Whether its rows tell more of what other tables list, and list nothing themselves. */
  readonly isAdding: boolean;
  readonly source: Source;
  readonly headingRow: number;
  /** The columns of the source by the keys of the template's columns. */
  readonly columns: Readonly<Partial<Record<string, number>>>;
  readonly also: Readonly<Partial<Record<string, readonly number[]>>>;
  /** The columns that say which rows are meant. */
  readonly choosing: readonly number[];
  /** Where values stand that come from no column: `map.yaml:12:5`, or one cell of the sheet. */
  readonly written: Readonly<Partial<Record<string, ValuePlace>>>;
}

/** Where a value stands: a cell, or what the label alone names. */
export type ValuePlace = readonly [label: string, row: number | null, column: number | null];

/** A column that was found and is not imported, with how many cells it fills. */
export interface UnusedColumn {
  readonly label: string;
  readonly column: number;
  readonly heading: string;
  readonly filled: number;
  readonly why: 'not of the template' | 'not in the map';
}

/** Rows below the headings of which no table takes anything. */
export interface UnusedRows {
  readonly label: string;
  readonly rows: readonly number[];
  /** Whether they are another table, with headings of its own. */
  readonly areOther: boolean;
}

/** Cells of a form that no table names. */
export interface UnusedCells {
  readonly label: string;
  readonly cells: readonly CellPlace[];
}

/** A sheet of which nothing was read. */
export interface UnusedSheet {
  readonly label: string;
  readonly hidden: boolean;
  /** Rows with something in them. */
  readonly rows: number;
  readonly meant: string | null;
  readonly why: 'not of the template' | 'not in the map' | 'ignored';
}

export interface ReadSheets {
  readonly tables: readonly ReadTable[];
  readonly unusedColumns: readonly UnusedColumn[];
  readonly unusedRows: readonly UnusedRows[];
  readonly unusedCells: readonly UnusedCells[];
  readonly unusedSheets: readonly UnusedSheet[];
  /** The kinds of things of which a table could not be read, which was said: what refers to them follows from that. */
  readonly unread: ReadonlySet<SheetKey>;
}

/** Where a value of a row stands: its cell, or the line of the mapping file that gives it. */
export function placeIn(
  { source, columns, written }: ReadTable,
  { row, cells }: Pick<TableRow, 'row' | 'cells'>,
  column: string | null,
): ValuePlace {
  const cell = column === null ? undefined : cells[column];
  if (cell?.at) return [(cell.sheet ?? source).label, cell.at.row, cell.at.column];
  const place = column === null ? undefined : written[column];
  if (place !== undefined) return place;
  if (source.sheetName === null) return [source.label, null, null];
  return [source.label, row, column === null ? null : (columns[column] ?? null)];
}

/** The last row of a sheet that has a cell. */
export const lastRowOf = ({ rows }: BookSheet): number => Math.max(0, ...rows.keys());
