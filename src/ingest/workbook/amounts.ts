/** Cells with amounts of yen, in the unit that they have, or that stands above them. */
import { describe } from '../../model/declaration.js';
import { CellError } from '../dataset/cell.js';
import { brokenFormula, meantNumber } from '../dataset/slips.js';
import type { BookCell, BookSheet } from './book.js';
import { displayed } from './cells.js';
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
      brokenFormula(printed) ?? meantNumber(printed),
    );
  if (Number.isInteger(yen)) return yen;
  const hint = describe(
    'is it in another unit, such as 千円?',
    '千円など他の単位であれば、単位をセルか見出しに書いてください',
  );
  throw new CellError(describe('an amount without fractions of a yen', '1円未満の端数のない金額'), printed, hint);
}

/** The yen of one unit of a column: as its heading says, else as a cell above the table does, else one. */
function unitAbove(sheet: BookSheet, headingRow: number, column: number): number {
  const ofHeadings = headingsAt(sheet, headingRow, column).map(unitOfHeading);
  return ofHeadings.findLast((unit) => unit !== undefined) ?? unitOver(sheet, headingRow) ?? 1;
}

function unitOver({ rows }: BookSheet, headingRow: number): number | undefined {
  for (let row = headingRow; row > 0; row -= 1)
    for (const cell of rows.get(row)?.values() ?? []) {
      const unit = unitOfTable(folded(cell));
      if (unit !== undefined) return unit;
    }
  return undefined;
}

/** Reads the yen in a column of a row. */
export function amountReader(draft: Draft): (at: At, column: string) => number | null {
  const sheets = new Map(draft.book.sheets.map((sheet) => [sheet.label, sheet]));
  const known = new Map<string, number>();
  const unitOf = ({ table, row }: At, key: string): number => {
    const column = row.cells[key]?.at?.column ?? table.columns[key];
    const sheet = sheets.get(table.source.label);
    if (column === undefined || !sheet) return 1;
    const place = JSON.stringify([sheet.label, table.headingRow, column]);
    const unit = known.get(place) ?? unitAbove(sheet, table.headingRow, column);
    known.set(place, unit);
    return unit;
  };
  return (at, column) => draft.read(at, column, (cell) => readAmount(cell, unitOf(at, column)));
}
