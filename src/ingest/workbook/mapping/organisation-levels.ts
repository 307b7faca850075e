/** Proposes the departments of a sheet with a column for each level of them: 部, 課 and 係. */
import { groupBy } from '../../../group-by.js';
import { type Description, describe } from '../../../model/declaration.js';
import { displayed, isFilled } from '../cells.js';
import { holds } from './cell-contents.js';
import { isCalled, named } from './find-columns.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { type ProposedColumn, type ProposedTable, plainColumn } from './proposed-table.js';
import { organisationSheet, synonyms, unitNames } from './synonyms.js';

/** The columns of the levels, from the highest, in a sheet that is so called. */
export const unitsIn = (outline: Outline): readonly OutlinedColumn[] =>
  isCalled(outline, organisationSheet) ? unitNames.flatMap((names) => named(outline, names) ?? []) : [];

/** A table for each level, whose departments lie within those of the one above. */
export function organisationTables(outline: Outline): {
  readonly tables: readonly ProposedTable[];
  readonly notes: readonly Description[];
} {
  const units = unitsIn(outline);
  const sheet = outline.sheets.map(({ label }) => label).join('、');
  const called = units.map((unit, level) => nameOf(unit, units[level - 1]));
  const skipping = units.map((_unit, level) => skipsLevel(units.slice(0, level + 1)));
  return {
    tables: called.map((name, level): ProposedTable => {
      const parent = skipping[level] ? undefined : called[level - 1];
      const columns = [
        { ...plainColumn('name'), ...name },
        ...(parent ? [{ ...plainColumn('parent'), ...parent, blankAbove: parent.columns.some(isBlankBelow) }] : []),
        ...(level === units.length - 1 ? datesOf(outline) : []),
      ];
      return { to: 'organisation', isAdding: false, outline, distinct: true, each: {}, doubt: null, columns };
    }),
    notes: units.flatMap((unit, level) => (skipping[level] ? [noParent(sheet, unit, units[level - 1])] : [])),
  };
}

const datesOf = (outline: Outline): readonly ProposedColumn[] =>
  (['from', 'until', 'before'] as const).flatMap((key) => {
    const column = named(outline, synonyms.organisation?.[key] ?? [], (each) => holds(key, each));
    return column ? [{ ...plainColumn(key), columns: [column] }] : [];
  });

/** Whether an empty cell means the one above it: those that are merged say so themselves. */
const isBlankBelow = ({ hasBlanks, cells }: OutlinedColumn): boolean =>
  hasBlanks && cells.every(({ mergedFrom }) => mergedFrom === null);

/** What the rows say in a column, with what empty cells mean. */
function textsBelow(column: OutlinedColumn): readonly string[] {
  let above = '';
  return column.rows.map((cell) => {
    const text = cell ? displayed(cell) : '';
    if (text !== '' || !isBlankBelow(column)) above = text;
    return above;
  });
}

/** A name that several departments above have units of, such as 庶務係, is one with theirs in front. */
function nameOf(unit: OutlinedColumn, above: OutlinedColumn | undefined): Pick<ProposedColumn, 'columns' | 'between'> {
  if (!above || isBlankBelow(above)) return { columns: [unit], between: '' };
  const upper = textsBelow(above);
  const ofName = groupBy(
    unit.rows.flatMap((cell, row) => (isFilled(cell) ? [[displayed(cell), upper[row]] as const] : [])),
    ([name]) => name,
  );
  const isShared = [...ofName.values()].some((rows) => new Set(rows.map(([, each]) => each)).size > 1);
  return { columns: isShared ? [above, unit] : [unit], between: '' };
}

/** Whether a row has a unit right below a level that is not the one above it, so that an empty cell does not mean the one above. */
function skipsLevel(units: readonly OutlinedColumn[]): boolean {
  const [unit, above, ...upper] = units.toReversed();
  if (!unit || !above || !isBlankBelow(above)) return false;
  return unit.rows.some(
    (cell, row) => isFilled(cell) && !isFilled(above.rows[row]) && upper.some((column) => isFilled(column.rows[row])),
  );
}

const noParent = (sheet: string, unit: OutlinedColumn, above: OutlinedColumn | undefined): Description =>
  describe(
    `${sheet}: rows have ${unit.printed} without ${above?.printed}, so that an empty cell does not mean the one above. Fill the cells in, then write 上位組織: ${above?.printed}`,
    `${sheet}: 「${above?.printed}」のない「${unit.printed}」の行があり、空のセルを上と同じとは読めません。セルを埋めてから 上位組織: ${above?.printed} と書いてください`,
  );
