/** A workbook as a table of cells, whatever library read it: what the rest of this folder works on. */

/** What a cell holds. A formula has its result. */
export interface BookCell {
  readonly value: string | number | boolean | Date | null;
  /** The number format, such as `0.0%`; null for the general one. */
  readonly format: string | null;
  /** Of a cell in a merged range, the row and column of the first one, which gave it its value. */
  readonly mergedFrom: CellPlace | null;
}

/** Where a cell stands in its sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell with text that is struck through, such as what a draft no longer has (見え消し). */
export interface StruckCell extends CellPlace {
  /** What is struck through where the rest is not, and is not read; null where all of it is, which is read. */
  readonly text: string | null;
}

/** A sheet as messages call it, and the end of the id of the document that stands for it. */
export interface CellSheet {
  readonly label: string;
  readonly document: string;
}

/** A cell of a record, with where it stands in the sheet, if it does; one that was joined of several has them as parts. */
export interface RowCell extends BookCell {
  readonly at?: CellPlace;
  readonly parts?: readonly RowCell[];
  /** Whether the cell has a mark, for which the value is the heading above it. */
  readonly isMarked?: boolean;
  /** The sheet in which it stands, where that is not the one of the row: its value was added from there. */
  readonly sheet?: CellSheet;
}

/** A file of which sheets were read. */
export interface BookFile {
  readonly name: string;
  /** The day in Japan on which it was last saved, as it says itself; null where it does not. */
  readonly date: string | null;
  /** SHA-256 of the file. */
  readonly checksum: string;
}

export interface BookSheet {
  readonly name: string;
  /** As messages call it: 施策, or [plan.xlsx]施策 where it is one of several workbooks. */
  readonly label: string;
  readonly file: BookFile;
  readonly hidden: boolean;
  /** Rows from 1, with their cells by column from 1; what is empty is not there. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, BookCell>>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly struck: readonly StruckCell[];
}

export interface Book {
  /** The workbook, or the folder of workbooks. */
  readonly fileName: string;
  /** Whether its sheets are those of several workbooks. */
  readonly isFolder: boolean;
  readonly sheets: readonly BookSheet[];
}

/** Several workbooks as one; their sheets are told apart by their files. */
export const joinBooks = (name: string, books: readonly Book[]): Book => ({
  fileName: name,
  isFolder: true,
  sheets: books.flatMap(({ sheets }) =>
    sheets.map((sheet) => ({ ...sheet, label: `[${sheet.file.name}]${sheet.name}` })),
  ),
});

/** The letters of a column: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** The place of a cell as spreadsheet programs write it: `施策!F12`. */
export const placeOf = (sheet: string, row: number | null, column: number | null): string =>
  [sheet, `${column === null ? '' : columnLetters(column)}${row ?? ''}`].filter(Boolean).join('!');
