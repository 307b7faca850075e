/**
 * Several indicators in one row: 活動指標 and 成果指標, each with its unit and values at its right. What stands at the right of one is
 * no value of another.
 */
import { namesOf } from './find-columns.js';
import { headingName } from './heading-name.js';
import type { OutlinedColumn } from './outline.js';
import type { SheetKind } from './sheet-kinds.js';

/** The columns that name an indicator: several of them where a row has several. */
function nameColumns(sheet: SheetKind): readonly OutlinedColumn[] {
  const wanted = namesOf(sheet, 'indicators', 'name').map(headingName);
  return sheet.outline.columns.filter(({ names }) => names.some((name) => wanted.includes(name)));
}

/** One of the indicators of a row: the column of its name, and those at its right up to the next one. */
export interface IndicatorBlock {
  readonly name: OutlinedColumn;
  readonly values: readonly OutlinedColumn[];
}

/**
 * The indicators of each row, from the left. Where several have no column of one heading, as 単位, the row has one indicator; in a
 * form each label has its own.
 */
export function indicatorBlocks(sheet: SheetKind): readonly IndicatorBlock[] {
  const names = nameColumns(sheet);
  const blocks = names.map((name, index) => {
    const end = names[index + 1]?.column ?? Number.POSITIVE_INFINITY;
    const values = sheet.outline.columns.filter(({ column }) => column > name.column && column < end);
    return { name, values };
  });
  const headings = blocks.map(({ values }) => new Set(values.map(({ printed }) => headingName(printed))));
  const isLikeAnother = (own: ReadonlySet<string>) =>
    headings.some((other) => other !== own && [...own].some((heading) => other.has(heading)));
  const areCells = names.every(({ spec }) => typeof spec !== 'string' && 'cell' in spec);
  return blocks.length > 1 && (areCells || headings.every(isLikeAnother)) ? blocks : [];
}

/** A sheet without the columns of the other indicators. */
export function sheetOf(sheet: SheetKind, block: IndicatorBlock, blocks: readonly IndicatorBlock[]): SheetKind {
  const others = blocks.filter((other) => other !== block).flatMap(({ name, values }) => [name, ...values]);
  const columns = sheet.outline.columns.filter((column) => !others.includes(column));
  return { ...sheet, outline: { ...sheet.outline, columns } };
}
