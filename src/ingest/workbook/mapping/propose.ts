/**
 * Proposes a mapping file for a workbook, from its headings, their synonyms and what its cells hold. It says of each column
 * why, and lists what it did not use, since it is for people to correct.
 */
import type { Description } from '../../../model/declaration.js';
import type { Book, BookSheet } from '../book.js';
import { displayed } from '../cells.js';
import { keyNamed, nameKey } from '../sheets.js';
import { addableKeys, guideSheet, type SheetKey, template } from '../template.js';
import { type FormBlock, formOutlines, repeatedIn } from './form-outlines.js';
import { formNotes } from './forms.js';
import { headingName } from './heading-name.js';
import { indicatorBlocks, sheetOf } from './indicator-blocks.js';
import { type KeptTables, keptOf, keptTables, lastTarget, yearColumn } from './kept-values.js';
import { organisationTables, unitsIn } from './organisation-levels.js';
import { type Outline, type OutlinedColumn, outline } from './outline.js';
import { areDistinct, type Lacking, TableProposer } from './propose-table.js';
import { type ProposedColumn, type ProposedTable, plainColumn } from './proposed-table.js';
import { columnOf, kinds, listing, type SheetKind, sheetKinds } from './sheet-kinds.js';

export interface Proposal {
  readonly tables: readonly ProposedTable[];
  readonly lacking: readonly Lacking[];
  /** What people have to decide, and what to write then. */
  readonly notes: readonly Description[];
  /** Sheets in the template's headings, which are read as they are. */
  readonly ofTemplate: readonly BookSheet[];
  readonly unusedSheets: readonly BookSheet[];
  readonly unusedColumns: readonly { readonly outline: Outline; readonly columns: readonly OutlinedColumn[] }[];
  readonly hasCity: boolean;
  /** The name of the city and of its plan, as titles have them. */
  readonly city: string | null;
  readonly plan: string | null;
  /** What the plan calls its levels, by the keys of the template's columns, where it is not what the template does. */
  readonly levelNames: readonly (readonly [key: SheetKey, name: string])[];
}

export function propose(book: Book): Proposal {
  const { outlines, others } = outline(book);
  const isTemplate = (sheet: BookSheet) => keyNamed(sheet.name) !== undefined && hasTemplateHeadings(sheet);
  const ofTemplate = book.sheets.filter(isTemplate);
  const own = outlines.filter(({ sheets }) => !sheets.every(isTemplate));
  const forms = formOutlines(others.filter(({ hidden }) => !hidden));
  const within = new Map(forms.map(({ form, blocks }) => [form, blocks.map((block) => block.outline)]));
  const sheets = sheetKinds([...own, ...within.keys()], within);
  const tables: ProposedTable[] = [];
  const lacking: Lacking[] = [];
  const notes: Description[] = [];
  const listed = new Set(ofTemplate.flatMap((sheet) => keyNamed(sheet.name) ?? []));
  // The levels first, as others refer to those that are listed.
  for (const kind of kinds) {
    const lists = listing(kind, sheets);
    for (const sheet of sheets.filter((each) => lists.has(each))) {
      if (kind === 'organisation' && unitsIn(sheet.outline).length > 1) {
        const levels = organisationTables(sheet.outline);
        tables.push(...levels.tables);
        notes.push(...levels.notes);
        listed.add(kind);
        continue;
      }
      const before = tables.filter((table) => table.outline === sheet.outline);
      const blocks = kind === 'indicators' ? indicatorBlocks(sheet) : [];
      const parts = blocks.length > 0 ? blocks.map((block) => sheetOf(sheet, block, blocks)) : [sheet];
      for (const part of parts) {
        const proposed = new TableProposer(part, kind, listed, before).propose();
        if ('columns' in proposed) {
          tables.push({ ...proposed, outline: sheet.outline });
          listed.add(kind);
          // Fields are made of their names where they have no numbers.
        } else if (kind !== 'fields') lacking.push(proposed);
      }
    }
    tables.push(...addedTo(kind, sheets, lists, listed, tables));
  }
  for (const sheet of sheets) {
    const keeping = keptIn(sheet, tables, listed);
    tables.push(...keeping.tables);
    notes.push(...keeping.notes);
  }
  for (const { form, blocks } of forms) {
    const sheet = sheets.find(({ outline: each }) => each === form);
    const within = sheet ? blocks.map((block) => tablesWithin(sheet, block, tables, listed)) : [];
    tables.push(...within.flatMap((each) => each.tables));
    notes.push(...within.flatMap((each) => each.notes));
    if (!tables.some((table) => form.sheets.includes(table.outline.sheets[0] as BookSheet)))
      notes.push(...formNotes(form.sheets));
  }
  const used = new Map<Outline, Set<OutlinedColumn>>();
  for (const { outline: each, columns, where } of tables.filter(({ doubt }) => doubt === null))
    for (const column of [...columns.flatMap((proposed) => proposed.columns), ...(where ? [where.column] : [])])
      used.set(each, (used.get(each) ?? new Set()).add(column));
  const readSheets = new Set([...ofTemplate, ...tables.flatMap((table) => table.outline.sheets)]);
  return {
    tables,
    lacking,
    notes,
    ofTemplate,
    unusedSheets: [...others, ...own.flatMap(({ sheets }) => sheets)].filter(
      (sheet) => !readSheets.has(sheet) && nameKey(sheet.name) !== guideSheet,
    ),
    unusedColumns: [...used].map(([each, columns]) => ({
      outline: each,
      columns: each.columns.filter((column) => !columns.has(column) && !column.isRepeated),
    })),
    hasCity: ofTemplate.some((sheet) => keyNamed(sheet.name) === 'municipality'),
    ...titlesOf(book),
    levelNames: levelNamesOf(tables),
  };
}

/** Words by which plans call their levels. */
const levelWords = /^(?:基本目標|大綱|政策分野|基本政策|政策|基本施策|施策|基本事業|主要事業)$/;

/** What headings call the levels that tables list, where that is a word for a level, and another one than that of the template. */
function levelNamesOf(tables: readonly ProposedTable[]): Proposal['levelNames'] {
  return (['fields', 'policyItems', 'measures', 'projects'] as const).flatMap((kind) => {
    const own = tables.filter((table) => table.to === kind && !table.isAdding);
    const names = own.flatMap(({ columns }) => columns.find(({ key }) => key === 'name')?.columns ?? []);
    const called = new Set(names.map(({ path }) => headingName(path.at(-1) ?? '').replace(/名$/, '')));
    const [word, ...others] = called;
    const isWord = word !== undefined && levelWords.test(word) && word !== template[kind].name;
    return isWord && others.length === 0 ? [[kind, word] as const] : [];
  });
}

/** What sheets tell more of a kind of thing that others list. */
function addedTo(
  kind: SheetKey,
  sheets: readonly SheetKind[],
  lists: ReadonlySet<SheetKind>,
  listed: ReadonlySet<SheetKey>,
  tables: readonly ProposedTable[],
): readonly ProposedTable[] {
  const listing = tables.filter(({ to }) => to === kind);
  if (listing.length === 0 || !addableKeys.some((key) => key === kind)) return [];
  return sheets
    .filter((sheet) => sheet.main === kind && !lists.has(sheet))
    .flatMap((sheet) => {
      const before = tables.filter(({ outline: each }) => each === sheet.outline);
      return new TableProposer(sheet, kind, listed, before).proposeAdded(listing) ?? [];
    });
}

/** Whether a sheet has the headings that its name promises: the required ones, as the template has them. */
function hasTemplateHeadings(sheet: BookSheet): boolean {
  const key = keyNamed(sheet.name);
  if (!key) return false;
  const wanted = Object.values(template[key].columns).filter(({ required }) => required);
  const rows = [...sheet.rows.values()].map(
    (cells) => new Set([...cells.values()].map((cell) => headingName(displayed(cell)))),
  );
  return rows.some((names) => wanted.every(({ heading }) => names.has(headingName(heading))));
}

/** What a sheet keeps year by year of the things that its rows are about, be they listed in it or in another one. */
function keptIn(sheet: SheetKind, tables: readonly ProposedTable[], listed: ReadonlySet<SheetKey>): KeptTables {
  const { outline, main } = sheet;
  const ofSheet = tables.filter((table) => table.outline === outline);
  const taken = new Set(ofSheet.flatMap(({ columns }) => columns.flatMap((column) => column.columns)));
  const observed = observedIn(sheet, ofSheet, taken);
  const of = ofSheet.find(({ to, isAdding }) => to === main && !isAdding);
  const referred = of ? referredIn(of, sheet) : referenceTo(sheet, listed);
  const kept = referred && !of?.each.n ? (keptOf[main] ?? []) : [];
  const own = observed.length > 0 ? kept.filter((to) => to !== 'observations') : kept;
  const ofMain = own.map((to) => keptTables(outline, to, referred as ProposedColumn, taken));
  const found = [...ofMain, ...observed];
  const keeping = found.flatMap((each) => each.tables);
  const notes = found.flatMap((each) => each.notes);
  return { tables: keeping, notes: of ? [...notes, ...lastTarget(of, keeping)] : notes };
}

/**
 * Whether a column at the right of an indicator may hold its values. Among columns of other things a year alone is none of it, nor
 * is 計画 below 事業費: what stands above has to be said of the indicator, or to speak of values.
 */
function isValueOf(name: OutlinedColumn, { read }: OutlinedColumn): boolean {
  const [longest] = read.names;
  const ofName = name.path.map(headingName);
  const above = longest?.split('/').slice(0, -1) ?? [];
  return longest !== undefined && above.every((each) => ofName.includes(each) || /指標|目標|実績|推移|数値/.test(each));
}

/** What is kept of the indicators of each row, where there are several, or the rows are about something else. */
function observedIn(
  sheet: SheetKind,
  ofSheet: readonly ProposedTable[],
  taken: ReadonlySet<OutlinedColumn>,
): readonly KeptTables[] {
  const { outline, main } = sheet;
  const blocks = indicatorBlocks(sheet);
  if (main === 'indicators' && blocks.length === 0) return [];
  return ofSheet
    .filter(({ to, isAdding, each }) => to === 'indicators' && !isAdding && !each.n)
    .flatMap((table) => {
      const name = table.columns.find(({ key }) => key === 'name')?.columns[0];
      const referred = referredIn(table, sheet, blocks.length > 0);
      if (!name || !referred) return [];
      const values =
        blocks.find((block) => block.name === name)?.values ??
        outline.columns.filter(({ column }) => column > name.column);
      const own = values.filter((value) => isValueOf(name, value));
      const others = outline.columns.filter((column) => !own.includes(column));
      return [keptTables(outline, 'observations', referred, new Set([...taken, ...others]))];
    });
}

/** What the rows of a table within a form tell of the thing of the form: its indicators, or what is kept of it. */
function tablesWithin(
  sheet: SheetKind,
  block: FormBlock,
  tables: readonly ProposedTable[],
  listed: ReadonlySet<SheetKey>,
): KeptTables {
  const { outline: form, main } = sheet;
  const repeated = new Map(form.columns.map((column) => [column, repeatedIn(block, column)]));
  const inBlock = (columns: readonly OutlinedColumn[]) => columns.flatMap((column) => repeated.get(column) ?? []);
  const withinBlock = (column: ProposedColumn): ProposedColumn => ({ ...column, columns: inBlock(column.columns) });
  const ofForm = tables
    .filter((table) => table.outline === form)
    .map((table) => ({ ...table, columns: table.columns.map(withinBlock) }));
  const things = kinds.flatMap((kind) =>
    (['code', 'name'] as const).flatMap((key) => (kind === 'indicators' ? [] : (columnOf(sheet, kind, key) ?? []))),
  );
  const year = yearColumn(block.outline) ? undefined : yearColumn(form);
  const outline = {
    ...block.outline,
    columns: [...block.outline.columns, ...inBlock([...new Set([...things, ...(year ? [year] : [])])])],
  };
  const inRows = (table: ProposedTable): ProposedTable => ({
    ...table,
    outline,
    each: { ...table.each, 行: block.rows },
  });
  const part: SheetKind = { ...sheet, outline, main: 'indicators', has: new Set(['indicators']), isLong: false };
  const indicators = new TableProposer(part, 'indicators', listed, ofForm).propose();
  const of = ofForm.find(({ to }) => to === main);
  const reference = of ? referredIn(of, sheet) : referenceTo(sheet, listed);
  const referred = 'columns' in indicators ? referredIn(indicators, part, true) : reference;
  const kept = 'columns' in indicators ? (['observations'] as const) : (keptOf[main] ?? []);
  const taken = new Set([
    ...inBlock(things),
    ...('columns' in indicators ? indicators.columns.flatMap((each) => each.columns) : []),
  ]);
  const found = referred ? kept.map((to) => keptTables(outline, to, referred, taken)) : [];
  return {
    tables: [...('columns' in indicators ? [indicators] : []), ...found.flatMap((each) => each.tables)].map(inRows),
    notes: found.flatMap((each) => each.notes),
  };
}

/** The column by which a row refers to the thing that it lists: its code, unless some have none. */
function referredIn({ columns }: ProposedTable, sheet: SheetKind, areSeveral = false): ProposedColumn | null {
  const [code, name] = (['code', 'name'] as const).map((key) => columns.find((column) => column.key === key));
  const isWhole = (code?.columns[0]?.cells.length ?? 0) >= (name?.columns[0]?.cells.length ?? 0);
  const referred = (isWhole ? code : undefined) ?? name;
  if (!referred) return null;
  const subject = columns.find(({ key }) => key === 'subject');
  const own = { ...referred, blankAbove: repeatsAbove(sheet, referred.columns) };
  // Several things have an indicator of one name.
  if (referred !== name || !subject || subject.isFirst) return own;
  if (!areSeveral && referred.columns.every(areDistinct)) return own;
  const both = [...subject.columns, ...referred.columns];
  return { ...own, columns: both, between: '', blankAbove: own.blankAbove || subject.blankAbove };
}

/** The column by which a row refers to a thing that another sheet lists. */
function referenceTo(sheet: SheetKind, listed: ReadonlySet<SheetKey>): ProposedColumn | null {
  const { main } = sheet;
  if (!listed.has(main)) return null;
  const column = columnOf(sheet, main, 'code') ?? columnOf(sheet, main, 'name');
  return column
    ? { ...plainColumn('', 'reference'), columns: [column], blankAbove: repeatsAbove(sheet, [column]) }
    : null;
}

/** Whether an empty cell means the one above it: in rows for each year that are not merged. */
const repeatsAbove = ({ isLong }: SheetKind, columns: readonly OutlinedColumn[]): boolean =>
  isLong && columns.some(({ hasBlanks, cells }) => hasBlanks && cells.every(({ mergedFrom }) => mergedFrom === null));

/** What titles above the tables, and the names of the files, say of the city and its plan. */
function titlesOf(book: Book): { readonly city: string | null; readonly plan: string | null } {
  const titles = [
    ...book.sheets.flatMap((sheet) =>
      [...sheet.rows].slice(0, 3).flatMap(([, cells]) => [...cells.values()].map(displayed)),
    ),
    ...book.sheets.map(({ file }) => file.name),
  ];
  const first = (pattern: RegExp) =>
    titles.map((title) => pattern.exec(title.normalize('NFKC'))?.[0]).find(Boolean) ?? null;
  return {
    city: first(/(?<=^|\s)[^\s\d、。・「」()]{1,7}?[市区町村](?=[^\s]*計画|\s|$)/),
    plan: first(/^\S{1,20}?(?:総合計画|基本計画|振興計画|総合戦略)/),
  };
}
