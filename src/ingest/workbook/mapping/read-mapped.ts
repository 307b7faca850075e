/** Reads a workbook by a mapping file: its sheets as tables of the template, whose cells are those of the workbook. */
import { groupBy } from '../../../group-by.js';
import { absenceIn } from '../absence.js';
import type { Book, BookCell, BookSheet } from '../book.js';
import { displayed, isFilled } from '../cells.js';
import type { Findings } from '../findings.js';
import { type Cells, filledRows, type Layout } from '../heading.js';
import { push } from '../lists.js';
import type {
  ReadSheets,
  ReadTable,
  Source,
  UnusedCells,
  UnusedColumn,
  UnusedRows,
  UnusedSheet,
  ValuePlace,
} from '../read-table.js';
import {
  columnsUnusedBy,
  keyNamed,
  type LaidOut,
  mapDocument,
  nameKey,
  readAsTemplate,
  rowsUnusedBy,
  sourceOf,
  sourcesOf,
  tableOf,
  unusedSheet,
} from '../sheets.js';
import { type TableRow, type ToldCells, toldCells } from '../table.js';
import { guideSheet, type SheetKey, type TemplateSheet, template } from '../template.js';
import { distinctRows, furtherRows } from './distinct-rows.js';
import { type Above, type FoundColumn, takenCell } from './mapped-cells.js';
import { lines, type MappedTable, type Mapping } from './mapping.js';
import { columnOf, ignoredSheets, type Placed, placedIn, type Say, sheetsOf } from './placed-tables.js';
import { lastRowAbove, type RowsOfOthers, repeatsHeadings, rowsOfOthers } from './rows-below.js';
import { unreadCells } from './unread-cells.js';
import { sayUnreadMarks } from './unread-marks.js';

export function readMapped(book: Book, mapping: Mapping, findings: Findings): ReadSheets {
  const say: Say = ({ line, column }, sentence) =>
    findings.error(`${mapping.fileName}:${line}:${column}`, null, null, sentence);
  const sources = sourcesOf(book);
  const ignored = ignoredSheets(book, mapping, say);
  const sheetsRead = (table: MappedTable, tell: Say) =>
    sheetsOf(book, table, tell).filter((sheet) => !ignored.has(sheet));
  const unread = new Set<SheetKey>();
  const placed = mapping.tables.flatMap((table) => {
    const sheets = sheetsRead(table, say);
    const found = sheets.flatMap((sheet) => placedIn(sheet, table, say) ?? []);
    if (found.length < sheets.length || sheets.length === 0) unread.add(table.to);
    return found;
  });
  const mentioned = new Set(mapping.tables.flatMap((table) => sheetsRead(table, () => {})));
  const bySheet = groupBy(placed, ({ sheet }) => sheet);
  const beside = besideEach([...bySheet.values()]);

  const tables: ReadTable[] = mapping.city ? [cityTable(mapping, mapping.city)] : [];
  const unusedColumns: UnusedColumn[] = [];
  const unusedRows: UnusedRows[] = [];
  const unusedCells: UnusedCells[] = [];
  const unusedSheets: UnusedSheet[] = [];
  const read = new Map<BookSheet, { readonly laidOut: LaidOut; readonly lastRow: number | null }[]>();
  // Sheets of one table name the same things, as forms name the policy item of each project.
  const distinct = new Map<MappedTable, TableRow[]>();
  for (const each of placed) {
    const placing = beside.get(each) ?? { tables: [], lastRow: null, others: [], titles: [] };
    const { tables: besides, lastRow } = placing;
    if (besides.find(({ used }) => used.size > 0) === each) unusedRows.push(...rowsLeftOut(each.sheet, placing));
    const laidOut = readPlaced(each, placing, sources, mapping.fileName);
    const { table } = laidOut;
    const before = distinct.get(each.table) ?? [];
    const rows = each.table.distinct ? furtherRows(table.rows, before) : table.rows;
    if (each.table.distinct) distinct.set(each.table, [...before, ...rows]);
    tables.push({ ...table, rows });
    push(read, each.sheet, { laidOut, lastRow });
  }
  for (const sheet of book.sheets) {
    const known = read.get(sheet);
    if (known) {
      const all = known.map(({ laidOut }) => laidOut);
      sayUnreadMarks(sheet, bySheet.get(sheet) ?? [], all, findings);
      const lists = known.filter(({ laidOut }) => laidOut.untold !== null);
      for (const stacked of groupBy(lists, ({ lastRow }) => lastRow).values()) {
        const tables = stacked.map(({ laidOut }) => laidOut);
        unusedColumns.push(...columnsUnusedBy(sheet, tables, 'not in the map'));
        unusedRows.push(...rowsUnusedBy(sheet, tables));
      }
      if (lists.length === 0) unusedCells.push(...unreadCells(sheet, bySheet.get(sheet) ?? [], formsLike(sheet)));
    } else if (ignored.has(sheet)) unusedSheets.push(unusedSheet(sheet, [], 'ignored'));
    else if (!mentioned.has(sheet)) readUnmentioned(sheet);
  }
  return { tables, unusedColumns, unusedRows, unusedCells, unusedSheets, unread };

  /** The sheets that a table reads which reads one of them. */
  function formsLike(sheet: BookSheet): readonly BookSheet[] {
    const own = new Set((bySheet.get(sheet) ?? []).map(({ table }) => table));
    return [...new Set(placed.filter(({ table }) => own.has(table)).map((each) => each.sheet))];
  }

  /** Sheets of the template may stand beside those that are mapped. */
  function readUnmentioned(sheet: BookSheet): void {
    const key = keyNamed(sheet.name);
    if (key === undefined) {
      if (nameKey(sheet.name) !== guideSheet) unusedSheets.push(unusedSheet(sheet, [], 'not in the map'));
      return;
    }
    const laidOut = readAsTemplate(sheet, key, sources, findings);
    if (!laidOut) return;
    tables.push(laidOut.table);
    unusedColumns.push(...columnsUnusedBy(sheet, [laidOut], 'not of the template'));
    unusedRows.push(...rowsUnusedBy(sheet, [laidOut]));
  }
}

const rowsLeftOut = ({ label }: BookSheet, { others, titles }: Beside): readonly UnusedRows[] =>
  [
    { label, rows: others, areOther: true },
    { label, rows: titles, areOther: false },
  ].filter(({ rows }) => rows.length > 0);

/** Tables of the same rows of a sheet, where those end, and the rows of tables between and below that no one reads. */
interface Beside extends RowsOfOthers {
  readonly tables: readonly Placed[];
  readonly lastRow: number | null;
}

/** For each of the tables of some sheets those that stand in the same rows: not those above or below it. */
function besideEach(ofSheets: readonly (readonly Placed[])[]): ReadonlyMap<Placed, Beside> {
  return new Map(
    ofSheets.flatMap((all) => {
      const headings = all.filter(({ used }) => used.size > 0).map(({ headingRow }) => headingRow);
      const ends = all.map((each) => (each.used.size > 0 ? lastRowAbove(each.sheet, each.headingRow, headings) : null));
      const found = new Map<string, RowsOfOthers>();
      return all.map((each, index) => {
        const tables = all.filter((_other, at) => ends[at] === ends[index]);
        const lastRow = ends[index] ?? null;
        if (each.used.size === 0) return [each, { tables, lastRow, others: [], titles: [] }] as const;
        const place = JSON.stringify([each.headingRow, lastRow]);
        const used = new Set(tables.flatMap((other) => [...other.used]));
        const rows = found.get(place) ?? rowsOfOthers(each.sheet, each.headingRow, used, lastRow);
        found.set(place, rows);
        return [each, { tables, lastRow, ...rows }] as const;
      });
    }),
  );
}

function readPlaced(
  placed: Placed,
  { tables: besides, lastRow, others, titles }: Beside,
  sources: ReadonlyMap<BookSheet, Source>,
  mapName: string,
): LaidOut {
  const { table, sheet, columns } = placed;
  const written: Record<string, ValuePlace> = {};
  for (const [key, { taken, found }] of columns) {
    const [first] = found;
    if (!first || found.some((each) => columnOf(each).length > 0)) continue;
    const at = taken.from[0]?.at;
    written[key] =
      'row' in first ? [sheet.label, first.row, first.column] : [`${mapName}:${at?.line}:${at?.column}`, null, null];
  }
  const source = sourceOf(sheet, sources);
  if (placed.used.size === 0) return readForm(placed, besides, source, written);
  const layout = { ...rowLayout(placed, besides), lastRow, without: new Set([...others, ...titles]) };
  const laidOut = tableOf(sheet, table.to, layout, source, written, table.isAdding);
  if (!table.distinct) return laidOut;
  return { ...laidOut, table: { ...laidOut.table, rows: distinctRows(laidOut.table.rows) } };
}

function layoutOf({
  headingRow,
  columns,
  where,
}: Placed): Pick<Layout, 'headingRow' | 'columns' | 'also' | 'choosing'> {
  const numbers = [...columns].map(([key, { found }]) => [key, found.flatMap(columnOf)] as const);
  return {
    headingRow,
    columns: Object.fromEntries(numbers.flatMap(([key, [first]]) => (first === undefined ? [] : [[key, first]]))),
    also: Object.fromEntries(numbers.map(([key, [, ...rest]]) => [key, rest])),
    choosing: where.map(({ column }) => column),
  };
}

/** The columns that say what things belong to. */
const references: readonly string[] = ['parent', 'field', 'policyItem', 'measure'];

const isDash = (cell: BookCell): boolean => absenceIn(displayed(cell)) === 'dash';

/** Whether a cell says something: a dash says that something has none, and nothing where it is said of nothing. */
const isSaid = (cell: BookCell | undefined, isOfNone: boolean): boolean =>
  isFilled(cell) && !(isOfNone && isDash(cell));

/** Whether a row does not say of what it is: its name, or what it refers to, is empty or a dash. */
function lacksRequired({ table, columns }: Placed, cells: ToldCells['cells']): boolean {
  const declared: TemplateSheet['columns'] = template[table.to].columns;
  return [...columns.keys()].some((key) => {
    const cell = cells[key];
    return declared[key]?.required === true && (cell === undefined || isDash(cell));
  });
}

/** A table with a row for each thing. */
function rowLayout(placed: Placed, besides: readonly Placed[]): Layout {
  const { sheet, columns, where, used, headingRow } = placed;
  const isChosen = (cells: Cells) =>
    where.every(({ column, words }) => {
      const cell = cells.get(column);
      return isFilled(cell) && words.has(nameKey(displayed(cell)));
    });
  const others = new Set(besides.filter((other) => other !== placed).flatMap((other) => [...other.used]));
  const own = [...used].filter((column) => !others.has(column));
  const names = (columns.get('name')?.found ?? []).flatMap(columnOf);
  const referring = new Set(references.flatMap((key) => columns.get(key)?.found ?? []).flatMap(columnOf));
  const telling = [...used].filter((column) => !referring.has(column));
  // A row in which a table has neither a name nor anything of its own tells of other tables only; so does one in which it has
  // nothing but what its things belong to.
  const isList = columns.get('name')?.taken.between === lines;
  const hasName = (isThere: (column: number) => boolean) => (isList ? names.some(isThere) : names.every(isThere));
  const tellsIn = (cells: Cells, isOfNone: boolean): boolean => {
    const isThere = (column: number) => isSaid(cells.get(column), isOfNone);
    if (own.length > 0) return own.some(isThere) || (names.length > 0 && hasName(isThere));
    return (telling.length > 0 ? telling : [...used]).some(isThere);
  };
  const above: Above = new Map();
  const repeats = repeatsHeadings(sheet, headingRow);
  const headings = sheet.rows.get(headingRow);
  const named = [...used].filter((column) => isFilled(headings?.get(column)));
  return {
    ...layoutOf(placed),
    isHeading: (cells) =>
      (named.length > 1 && named.every((column) => cells.get(column)?.value === headings?.get(column)?.value)) ||
      repeats(cells),
    cells: (row, cells) => {
      // A row that another table takes stands above those below it all the same.
      const taken = [...columns].map(([key, column]) => [key, takenCell(sheet, row, cells, column, above)] as const);
      const told = Object.fromEntries(taken.filter(([, cell]) => cell !== undefined));
      return isChosen(cells) && tellsIn(cells, lacksRequired(placed, told)) ? told : {};
    },
  };
}

/** Whether a form says something of a thing: its name, or in a cell that no other table takes; its second indicator is often empty. */
function tellsForm(placed: Placed, besides: readonly Placed[], isOfNone: boolean): boolean {
  const { sheet, columns } = placed;
  const placesOf = (some: Iterable<FoundColumn>) =>
    [...some].flatMap(({ found }) => found.flatMap((each) => ('row' in each ? [each] : [])));
  const name = columns.get('name');
  const others = new Set(
    besides
      .filter((other) => other !== placed)
      .flatMap((other) => placesOf(other.columns.values()))
      .map((each) => JSON.stringify(each)),
  );
  const own = placesOf(columns.values()).filter((each) => !others.has(JSON.stringify(each)));
  const isThere = ({ row, column }: { readonly row: number; readonly column: number }) =>
    isSaid(sheet.rows.get(row)?.get(column), isOfNone);
  const names = placesOf(name ? [name] : []);
  return own.length === 0 && names.length === 0
    ? true
    : own.some(isThere) || (names.length > 0 && names.every(isThere));
}

/** A sheet that tells of one thing, in cells that are named one by one. */
function readForm(placed: Placed, besides: readonly Placed[], source: Source, written: ReadTable['written']): LaidOut {
  const { table, sheet, columns } = placed;
  const rows = filledRows(sheet);
  const cells = [...columns].flatMap(([key, column]) => {
    const cell = takenCell(sheet, 0, new Map(), column, new Map());
    return cell ? [[key, cell] as const] : [];
  });
  const named = new Set([...columns.values()].flatMap(({ found }) => found.map((each) => JSON.stringify(each))));
  const isNamed = (row: number, column: number) => named.has(JSON.stringify({ row, column }));
  const others = rows.map(
    ([row, all]) => [row, new Map([...all].filter(([column]) => !isNamed(row, column)))] as const,
  );
  const form = {
    key: table.to,
    declared: template[table.to],
    isAdding: table.isAdding,
    source,
    headingRow: rows[0]?.[0] ?? 1,
    columns: {},
    also: {},
    choosing: [],
    written,
    rows: tellsForm(placed, besides, lacksRequired(placed, Object.fromEntries(cells)))
      ? [{ row: rows[0]?.[0] ?? 1, lastRow: source.lastRow, ...toldCells(Object.fromEntries(cells)) }]
      : [],
    mergedParts: [],
    skipped: { example: [], total: [], note: [], heading: [] },
    hiddenRows: 0,
  };
  return { table: form, facts: others, untold: null };
}

/** The row of the municipality, which stands in the mapping file. */
function cityTable({ fileName, checksum, lines }: Mapping, city: NonNullable<Mapping['city']>): ReadTable {
  const { firstLine, lastLine, values } = city;
  const cells = [...values].map(([key, { text }]) => [key, { value: text, format: null, mergedFrom: null }] as const);
  const places = [...values].map(
    ([key, { line, column }]) => [key, [`${fileName}:${line}:${column}`, null, null]] as const,
  );
  return {
    key: 'municipality',
    declared: template.municipality,
    isAdding: false,
    source: {
      label: `${fileName}:${firstLine}`,
      sheetName: null,
      fileName,
      fileDate: null,
      checksum,
      hidden: false,
      hiddenColumns: [],
      lastRow: lines,
      document: mapDocument,
    },
    headingRow: firstLine,
    columns: {},
    also: {},
    choosing: [],
    written: Object.fromEntries(places),
    rows: [{ row: firstLine, lastRow: lastLine, ...toldCells(Object.fromEntries(cells)) }],
    mergedParts: [],
    skipped: { example: [], total: [], note: [], heading: [] },
    hiddenRows: 0,
  };
}
