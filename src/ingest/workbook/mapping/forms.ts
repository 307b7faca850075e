/** Sheets that are the same form, each filled in for another thing: labels at the same places, with different values at their right. */
import { type Description, describe } from '../../../model/declaration.js';
import { type BookSheet, placeOf } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import { fold } from '../known.js';
import { isOwn } from '../sheets.js';
import { headingName } from './heading-name.js';
import { readHeading } from './heading-years.js';
import { everyHeading } from './synonyms.js';

/** The texts of a sheet by their places; merged cells once. */
type Texts = ReadonlyMap<string, { readonly row: number; readonly column: number; readonly text: string }>;

/** The fewest labels of a form. */
const fewestLabels = 4;

/** The texts of a sheet by their places. */
export function textsOf(sheet: BookSheet): Texts {
  const cells = [...sheet.rows].flatMap(([row, columns]) =>
    [...columns].flatMap(([column, cell]) =>
      isFilled(cell) && isOwn(cell, column) ? [{ row, column, text: fold(displayed(cell)) }] : [],
    ),
  );
  return new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
}

/** The places at which all of some sheets say the same. */
export const labelsOf = ([first, ...others]: readonly Texts[]) =>
  [...(first ?? [])].filter(([place, { text }]) => others.every((other) => other.get(place)?.text === text));

/** Sheets that have most of their labels in common with the first of them. */
export function alike(sheets: readonly BookSheet[]): readonly (readonly BookSheet[])[] {
  const groups: { readonly first: Texts; readonly sheets: BookSheet[] }[] = [];
  for (const sheet of sheets) {
    const texts = textsOf(sheet);
    const group = groups.find(({ first }) => {
      const common = labelsOf([first, texts]).length;
      return common >= fewestLabels && common * 3 > texts.size;
    });
    if (group) group.sheets.push(sheet);
    else groups.push({ first: texts, sheets: [sheet] });
  }
  return groups.map((group) => group.sheets).filter(({ length }) => length > 1);
}

/** The most values that stand behind their labels above a table, such as its division and its year. */
const mostAbove = 2;

/**
 * The sheets that are forms: a row that reads as headings has labels and values in turns, or several such rows stand above it. The
 * values differ from sheet to sheet and are no headings. Tables of the same headings, and of the same things in other
 * years, are none.
 */
export function formsAmong(
  sheets: readonly BookSheet[],
  headingRowOf: (sheet: BookSheet) => number | null,
): ReadonlySet<BookSheet> {
  const isForm = (sheet: BookSheet, labels: ReadonlySet<string>) => {
    const headingRow = headingRowOf(sheet) ?? 0;
    const all = [...textsOf(sheet)];
    const isValue = ([place, { text }]: (typeof all)[number]) =>
      !labels.has(place) && readHeading([text]).year === null && !everyHeading.has(headingName(text));
    const cells = all.filter(([, { row }]) => row === headingRow);
    const own = cells.filter(isValue);
    const top = all.filter(([, { row }]) => row < headingRow);
    const above = top.filter(([place, { row, column }]) => {
      const right = rightOf(sheet, row, column);
      const value = top.find(([, other]) => other.row === row && other.column === right);
      return labels.has(place) && value !== undefined && isValue(value);
    });
    return (own.length > 0 && own.length * 2 >= cells.length - 1) || above.length > mostAbove;
  };
  return new Set(
    alike(sheets).flatMap((group) => {
      const labels = new Set(labelsOf(group.map(textsOf)).map(([place]) => place));
      return group.filter((sheet) => isForm(sheet, labels));
    }),
  );
}

/** The column at the right of a cell, which may be merged over several. */
export function rightOf(sheet: BookSheet | undefined, row: number, column: number): number {
  let right = column + 1;
  while (sheet?.rows.get(row)?.get(right)?.mergedFrom?.column === column) right += 1;
  return right;
}

/** What to write for forms, which are no tables: the cell at the right of each label. */
export function formNotes(sheets: readonly BookSheet[]): readonly Description[] {
  return alike(sheets).flatMap((group) => {
    const labels = new Map(labelsOf(group.map(textsOf)));
    const cells = [...labels].flatMap(([, { row, column }]) => {
      const label = group[0]?.rows.get(row)?.get(column);
      const at = rightOf(group[0], row, column);
      const isValue = !labels.has(`${row}:${at}`) && group.some(({ rows }) => isFilled(rows.get(row)?.get(at)));
      return label && isValue ? [`${displayed(label)}: { cell: ${placeOf('', row, at)} }`] : [];
    });
    if (cells.length === 0) return [];
    const names = group.map(({ label }) => label).join(', ');
    return [
      describe(
        `${names}: forms of one make, each of another thing. Name them in from: [${names}], and their cells as columns: ${cells.join(', ')}`,
        `${names}: 同じ様式の帳票です。from: [${names}] とし、列にはセルを書いてください。${cells.join('、')}`,
      ),
    ];
  });
}
