/** Sheets that tell more of what other sheets list: their values are added to the rows of those. */
import { type BookCell, type CellSheet, placeOf, type RowCell } from './book.js';
import { displayed, readText } from './cells.js';
import type { At, Draft } from './draft.js';
import { fold, KnownThings, type Named } from './known.js';
import { codeAndRest } from './mapping/code-in-front.js';
import { codeParts } from './plan.js';
import { placeIn } from './read-table.js';
import { addableKeys, identityKeys, listKeys } from './template.js';
import { words } from './words.js';

type AddableKey = (typeof addableKeys)[number];

/** A row that lists a thing. */
interface Listed extends Named {
  readonly at: At;
}

/** How many numbers codes usually have, by sheet. */
const parts: Readonly<Record<AddableKey, number>> = {
  fields: codeParts.field,
  policyItems: codeParts.policyItem,
  measures: codeParts.measure,
  projects: codeParts.project,
  indicators: codeParts.indicator,
};

/** The columns by which things of one name are told apart. */
const telling = ['subject', 'measure', 'policyItem', 'field'];

/** Adds the values of sheets that tell more; says which rows are those of nothing, and which values are others than those there. */
export function addValues(draft: Draft): void {
  for (const key of addableKeys) {
    const adding = draft.rows(key, true);
    if (adding.length === 0) continue;
    const listed = listedIn(draft, key);
    for (const at of adding) {
      const thing = thingOf(draft, at, key, listed);
      if (thing) addTo(draft, thing, at);
    }
  }
}

const codeColumn = (key: AddableKey): 'number' | 'code' => (key === 'fields' ? 'number' : 'code');

/** The code of a row as it is compared; null where it has none, or a wrong one, which is said. */
const codeOf = (draft: Draft, at: At, key: AddableKey): string | null =>
  key === 'fields' ? draft.read(at, 'number', displayed) : draft.code(at, parts[key]);

function listedIn(draft: Draft, key: AddableKey): KnownThings<Listed> {
  const things = new KnownThings<Listed>();
  for (const [index, at] of draft.rows(key).entries()) {
    const { cells } = at.row;
    const code = cells[codeColumn(key)] ? codeOf(draft, at, key) : null;
    const name = cells.name ? draft.read(at, 'name', readText) : null;
    if (name === null || (code === null && cells[codeColumn(key)]))
      things.breakOff(code ?? draft.probableCode(at, parts[key]), name);
    if (name !== null) things.add({ id: String(index), code, name, at });
  }
  return things;
}

/** The row that lists the thing of a row: that of its code, else of its name, where several have it by what they belong to. */
function thingOf(draft: Draft, at: At, key: AddableKey, listed: KnownThings<Listed>): Listed | null {
  const { cells } = at.row;
  const reference = [listed, key, parts[key]] as const;
  const column = codeColumn(key);
  if (cells[column] && codeOf(draft, at, key) === null) return null;
  const name = cells.name ? draft.read(at, 'name', readText) : null;
  if (cells[column] && (listed.hasCodes || name === null)) {
    const thing = draft.subject(at, column, ...reference);
    if (thing && name !== null && fold(name) !== fold(thing.name)) sayOtherName(draft, at, thing, name, listed);
    return thing;
  }
  if (name === null) {
    draft.error(at, 'name', words.tellsOfNothing);
    return null;
  }
  const same = listed.allNamed(name);
  const own = same.filter((each) => telling.every((other) => agree(cells[other], each.at.row.cells[other])));
  return same.length > 1 && own.length === 1 ? (own[0] ?? null) : draft.subject(at, 'name', ...reference);
}

/** Names are shortened, but one that another thing has shows that the code is a slip. */
function sayOtherName(draft: Draft, at: At, thing: Listed, name: string, listed: KnownThings<Listed>): void {
  const other = listed.find(name);
  if (other && other !== thing) draft.error(at, 'name', words.nameOfAnother(name, thing.code ?? '', thing.name));
  else draft.remark(at, 'name', words.otherName(name, thing.code ?? '', thing.name));
}

const textOf = (cell: BookCell | undefined): string => (cell ? fold(displayed(cell)) : '');

/** Whether two cells say nothing different. */
const agree = (one: BookCell | undefined, other: BookCell | undefined): boolean =>
  !one || !other || textOf(one) === textOf(other);

/** The names in a cell of several, whatever stands between them. */
const namesIn = (cell: BookCell): string =>
  displayed(cell)
    .split(/[、,，・/／\n]/)
    .map(fold)
    .filter((name) => name !== '')
    .sort()
    .join('\n');

/** Whether two cells say the same; of a reference by code and one by name that is not known here. */
function sayTheSame(column: string, one: BookCell, other: BookCell): boolean {
  if (listKeys.includes(column)) return namesIn(one) === namesIn(other);
  const [a, b] = [one, other].map(displayed);
  if (!telling.includes(column)) return textOf(one) === textOf(other);
  const [code, otherCode] = [a, b].map((text = '') => codeAndRest(text)?.code ?? (/^\d/.test(text) ? text : null));
  return code && otherCode
    ? fold(code) === fold(otherCode)
    : code !== null || otherCode !== null || textOf(one) === textOf(other);
}

/** Adds what a row tells to the one that lists its thing; a value that is there stays, and that there is another is said. */
function addTo(draft: Draft, { at: listed }: Listed, at: At): void {
  const row = draft.completed(listed);
  const cells = { ...row.cells };
  const absent = { ...row.absent };
  const added = new Set(row.added);
  const { source, columns, written } = at.table;
  for (const column of [...Object.keys(columns), ...Object.keys(written)]) {
    if (identityKeys.includes(column)) continue;
    const [cell, none, known] = [at.row.cells[column], at.row.absent[column], cells[column]];
    if (cell && known && !sayTheSame(column, known, cell)) {
      const place = placeIn(listed.table, row, column);
      draft.remark(at, column, words.otherValue(displayed(cell), placeOf(...place), displayed(known)));
    }
    added.add(column);
    const missing = absent[column];
    // A word for none says something, a dash nothing, and 未定 what the other sheet may know.
    if (cell && missing?.absence === 'none') {
      const place = placeIn(listed.table, { row: row.row, cells: { [column]: missing.cell } }, column);
      draft.remark(at, column, words.otherValue(displayed(cell), placeOf(...place), displayed(missing.cell)));
    }
    if (known || missing?.absence === 'none' || (missing && !cell)) continue;
    if (cell) {
      cells[column] = standingIn(source, cell);
      delete absent[column];
    } else if (none) absent[column] = { ...none, cell: standingIn(source, none.cell) };
  }
  draft.complete(listed, { ...row, cells, absent, added });
}

/** A cell with the sheet in which it stands. */
const standingIn = (sheet: CellSheet, cell: RowCell): RowCell => ({
  ...cell,
  sheet,
  ...(cell.parts ? { parts: cell.parts.map((part) => standingIn(sheet, part)) } : {}),
});
