/** Cells with amounts of yen, in the unit that they have, or that stands above them. */
import { describe } from '../../model/declaration.js';
import { CellError } from '../dataset/cell.js';
import { brokenFormula, meantFigure, meantNumber } from '../dataset/slips.js';
import type { BookCell, BookSheet } from './book.js';
import { displayed, isFilled } from './cells.js';
import type { At, Draft } from './draft.js';
import { headingsAt } from './mapping/mapped-headings.js';
import { unitOfHeading, unitOfTable, withoutBrackets, yenIn } from './yen.js';

const folded = (cell: BookCell): string => displayed(cell).normalize('NFKC').replace(/\s+/g, '');

/** The yen in a cell, in `unitAbove` where it has no unit. */
function readAmount(cell: BookCell, unitAbove: number): number {
  const printed = displayed(cell);
  const isDate = cell.value instanceof Date;
  const yen = isDate ? null : yenIn(withoutBrackets(folded(cell).replace('\\', '¥')), unitAbove);
  if (yen === null)
    throw new CellError(
      describe('an amount such as 12,000,000 or 12,000千円', '12,000,000 や 12,000千円 のような金額'),
      printed,
      brokenFormula(printed) ?? meantFigure(printed) ?? meantNumber(printed),
    );
  if (Number.isInteger(yen)) return yen;
  const hint = describe(
    'is it in another unit, such as 千円?',
    '千円など他の単位であれば、単位をセルか見出しに書いてください',
  );
  throw new CellError(describe('an amount without fractions of a yen', '1円未満の端数のない金額'), printed, hint);
}

/** The yen of one unit of a column: as its heading says, else as a cell above the table does; undefined where neither does. */
function unitAbove(sheet: BookSheet, headingRow: number, column: number): number | undefined {
  const ofHeadings = headingsAt(sheet, headingRow, column).map(unitOfHeading);
  return ofHeadings.findLast((unit) => unit !== undefined) ?? unitOver(sheet, headingRow);
}

/**
 * The same of one cell of a form: as the label at its left, a heading right above it or the title of its block says, which ends at
 * an empty row; else as a cell above does that speaks of the unit alone.
 */
function unitBeside(sheet: BookSheet, row: number, column: number): number | undefined {
  const cellsOf = (above: number) =>
    [...(sheet.rows.get(above) ?? [])].filter(([at, cell]) => isFilled(cell) && (cell.mergedFrom?.column ?? at) === at);
  const unitOf = (cell: BookCell) => {
    const text = folded(cell);
    return yenIn(text, 1) === null ? (unitOfTable(text) ?? unitOfHeading(text)) : undefined;
  };
  const labels = cellsOf(row).filter(([at]) => at < column);
  const ofLabel = labels.flatMap(([, cell]) => unitOf(cell) ?? []).at(-1);
  if (ofLabel !== undefined) return ofLabel;
  for (let above = row - 1; cellsOf(above).length > 0; above -= 1) {
    const cells = cellsOf(above);
    const [found] = cells
      .filter(([at]) => at === column || cells.length === 1)
      .flatMap(([, cell]) => unitOf(cell) ?? []);
    if (found !== undefined) return found;
  }
  return unitOver(sheet, row - 1);
}

function unitOver({ rows }: BookSheet, headingRow: number): number | undefined {
  for (let row = headingRow; row > 0; row -= 1)
    for (const cell of rows.get(row)?.values() ?? []) {
      const unit = unitOfTable(folded(cell));
      if (unit !== undefined) return unit;
    }
  return undefined;
}

/** What is read of amounts in the rows of a sheet. */
export interface Amounts {
  /** The yen in a column of a row. */
  readonly of: (at: At, column: string) => number | null;
  /** Whether neither a cell nor what stands above it says in which unit its amount is. */
  readonly isWithoutUnit: (at: At, column: string) => boolean;
}

export function amountsOf(draft: Draft): Amounts {
  const sheets = new Map(draft.book.sheets.map((sheet) => [sheet.label, sheet]));
  const known = new Map<string, number | undefined>();
  const unitOf = ({ table, row }: At, key: string): number | undefined => {
    const at = row.cells[key]?.at;
    const column = at?.column ?? table.columns[key];
    const sheet = sheets.get(table.source.label);
    if (column === undefined || !sheet) return undefined;
    // What a mapping takes from one cell stands below no heading of a table.
    if (at && table.columns[key] === undefined) return unitBeside(sheet, at.row, column);
    const place = JSON.stringify([sheet.label, table.headingRow, column]);
    if (!known.has(place)) known.set(place, unitAbove(sheet, table.headingRow, column));
    return known.get(place);
  };
  return {
    of: (at, column) => draft.read(at, column, (cell) => readAmount(cell, unitOf(at, column) ?? 1)),
    isWithoutUnit: (at, column) => {
      const cell = at.row.cells[column];
      return cell !== undefined && !/円/.test(folded(cell)) && unitOf(at, column) === undefined;
    },
  };
}
