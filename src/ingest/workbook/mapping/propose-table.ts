/** Proposes which columns of a sheet are which of the template, for one kind of thing: by headings, then by what cells hold. */
import { groupBy } from '../../../group-by.js';
import { displayed, isFilled } from '../cells.js';
import { fold } from '../known.js';
import { directions, identityKeys, type SheetKey, type TemplateSheet, template } from '../template.js';
import { hasCodesInFront, holds } from './cell-contents.js';
import { named, namesOf, numbered } from './find-columns.js';
import { keptOf, valuesIn, yearColumn } from './kept-values.js';
import { departmentColumns, goalColumns, type MarkedColumns } from './mark-columns.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { type ProposedColumn, type ProposedTable, plainColumn, type Reason } from './proposed-table.js';
import { codeKeyOf, columnOf, levels, nameKeyOf, type SheetKind } from './sheet-kinds.js';
import { fieldWords, generalSynonyms, templateHeading } from './synonyms.js';

/** Why nothing is proposed for a kind of thing that a sheet seems to have. */
export interface Lacking {
  readonly sheet: string;
  readonly to: SheetKey;
  readonly heading: string;
}

/** Makes the proposal of one kind of thing that some sheets have; says what lacks where it cannot. */
export class TableProposer {
  readonly #sheet: SheetKind;
  readonly #outline: Outline;
  readonly #kind: SheetKey;
  readonly #isMain: boolean;
  /** The kinds of things that the workbook lists. */
  readonly #listed: ReadonlySet<SheetKey>;
  /** What was proposed of the same sheets before. */
  readonly #before: readonly ProposedTable[];
  readonly #columns: ProposedColumn[] = [];
  readonly #taken: Set<OutlinedColumn>;
  #numbers: readonly string[] = [];

  constructor(sheet: SheetKind, kind: SheetKey, listed: ReadonlySet<SheetKey>, before: readonly ProposedTable[]) {
    this.#sheet = sheet;
    this.#outline = sheet.outline;
    this.#kind = kind;
    this.#isMain = kind === sheet.main;
    this.#listed = listed;
    this.#before = before;
    this.#taken = new Set(sheet.isLong ? ofOneYear(sheet, kind) : []);
  }

  /** What the sheets list. */
  propose(): ProposedTable | Lacking {
    return this.#propose(false);
  }

  /** What the sheets tell more of things that other tables list, by their code or name; null where that is nothing. */
  proposeAdded(others: readonly ProposedTable[]): ProposedTable | null {
    const proposed = this.#propose(true);
    if (!('columns' in proposed) || this.#numbers.length > 0) return null;
    const isKnown = (key: string) => others.every((table) => isWhole(table, key));
    const isIdentity = ({ key }: ProposedColumn) => identityKeys.includes(key) || key === tellsApart[this.#kind];
    const further = proposed.columns.filter((column) => !isIdentity(column) && !isKnown(column.key));
    if (further.length === 0) return null;
    const columns = proposed.columns.filter((column) => isIdentity(column) || further.includes(column));
    return { ...proposed, isAdding: true, columns };
  }

  #propose(isAdding: boolean): ProposedTable | Lacking {
    const key = nameKeyOf(this.#kind);
    const several = numbered(this.#outline, namesOf(this.#sheet, this.#kind, key));
    const general = this.#isMain ? generalSynonyms.name : [];
    const single = named(this.#outline, [...namesOf(this.#sheet, this.#kind, key), ...general]);
    const names = single ? [single] : several.map(([, column]) => column);
    const [name] = names;
    if (!single) this.#numbers = several.map(([number]) => number);
    if (name) {
      const takesCode = this.#kind !== 'indicators' && hasCodesInFront(name);
      if (!this.#addCode(name, takesCode) && !isAdding) return this.#lacking(codeKeyOf(this.#kind));
      this.#add(key, names, 'heading', { isNumbered: !single, take: takesCode ? 'rest' : null });
    } else {
      const code = isAdding ? columnOf(this.#sheet, this.#kind, 'code') : undefined;
      if (!code) return this.#lacking(key);
      this.#add(codeKeyOf(this.#kind), [code], 'heading');
    }
    if (this.#kind === 'indicators') this.#addSubject();
    else for (const [column, level] of Object.entries(references[this.#kind] ?? {})) this.#addReference(column, level);
    this.#addOthers();
    this.#addYear('baselineYear', 'baseline');
    this.#addYear('targetYear', 'target');
    return {
      to: this.#kind,
      isAdding,
      outline: this.#outline,
      distinct: this.#isRepeated(),
      each: this.#numbers.length > 0 ? { n: this.#numbers } : {},
      doubt: null,
      columns: this.#columns,
    };
  }

  #lacking(key: string): Lacking {
    const sheet = this.#outline.sheets.map(({ name }) => name).join('、');
    return { sheet, to: this.#kind, heading: templateHeading(this.#kind, key) };
  }

  #add(key: string, columns: readonly OutlinedColumn[], reason: Reason, options: Partial<ProposedColumn> = {}): void {
    for (const column of columns) this.#taken.add(column);
    this.#columns.push({ ...plainColumn(key, reason), columns, ...options });
  }

  /** Whether the same thing stands in several rows: above those of others, or in a row for each year. */
  #isRepeated(): boolean {
    if (this.#numbers.length > 0) return false;
    const isAbove = !this.#isMain && levels.includes(this.#kind);
    return isAbove || (this.#sheet.isLong && keptOf[this.#kind] !== undefined);
  }

  /** Adds the code: by its heading, in front of the name, or by what cells hold; false where one is needed and there is none. */
  #addCode(name: OutlinedColumn, takesCode: boolean): boolean {
    const key = codeKeyOf(this.#kind);
    const declared = (template[this.#kind].columns as TemplateSheet['columns'])[key];
    if (!declared) return true;
    const isCode = (column: OutlinedColumn) => column !== name && holds(key, column);
    // A number that begins anew is none by which things are told apart.
    const tellsApart = (column: OutlinedColumn) =>
      isCode(column) && (declared.required || this.#sheet.isLong || areDistinct(column));
    const byHeading =
      named(this.#outline, namesOf(this.#sheet, this.#kind, key), isCode) ??
      (this.#kind === 'fields' ? named(this.#outline, fieldWords, isCode) : undefined) ??
      (this.#isMain
        ? named(this.#outline, generalSynonyms.code, (column) => tellsApart(column) && !(takesCode && counts(column)))
        : undefined);
    if (byHeading) this.#add(key, [byHeading], 'heading');
    else if (takesCode) this.#add(key, [name], 'contents', { take: 'code' });
    else if (this.#isMain && declared.required) {
      const byContents = codesBefore(this.#outline, name);
      if (byContents.length > 0) this.#add(key, byContents, 'contents');
    }
    return !declared.required || this.#columns.length > 0;
  }

  /**
   * Adds what indicators measure: what a column of that name says by codes, else things of the lowest level that the
   * sheet names, and of one above it in rows that leave that empty.
   */
  #addSubject(): void {
    const names = this.#isMain ? namesOf(this.#sheet, this.#kind, 'subject') : [];
    // 対象 can be the people at whom something is aimed.
    const coded = named(this.#outline, names, (column) => holds('code', column) || hasCodesInFront(column));
    const subjects = levelsOfSubjects.flatMap((level) => this.#referenceTo('subject', level) ?? []);
    const [lowest, ...above] = coded ? [] : subjects;
    if (!lowest) {
      const own = coded ?? named(this.#outline, names);
      if (own) this.#add('subject', [own], 'heading');
      return;
    }
    const others = above.filter((each) => each.take === lowest.take && fillsIn(each, lowest));
    const columns = [lowest, ...others].flatMap((each) => each.columns);
    const isFirst = others.length > 0;
    this.#add('subject', columns, 'reference', isFirst ? { take: lowest.take, isFirst } : lowest);
  }

  #addReference(key: string, level: SheetKey): void {
    const reference = this.#referenceTo(key, level);
    if (reference) this.#add(key, reference.columns, 'reference', reference);
  }

  /** What refers to a thing of another level: as that is coded in the same sheet, else by its code or name. */
  #referenceTo(key: string, level: SheetKey): ProposedColumn | null {
    // The numbers of fields are written in more ways than their names: 第1章, 1.
    const wanted = level === 'fields' ? 'name' : codeKeyOf(level);
    const known = this.#before.find(({ to }) => to === level)?.columns.find((column) => column.key === wanted);
    const code = named(this.#outline, namesOf(this.#sheet, level, codeKeyOf(level)), (each) => holds('code', each));
    const name = named(this.#outline, namesOf(this.#sheet, level, 'name'));
    const columns = known?.columns ?? [code ?? name].filter((column) => column !== undefined);
    const [first] = columns;
    // Fields are made of their names where nothing lists them.
    if (!first || this.#taken.has(first) || !(this.#listed.has(level) || level === 'fields')) return null;
    const isMerged = columns.some(({ cells }) => cells.some(({ mergedFrom }) => mergedFrom !== null));
    const names = this.#columns.find((each) => each.key === 'name')?.columns ?? [];
    const isBlankIn = (row: number) => columns.some((column) => !isFilled(column.rows[row]));
    // A row of a title, without a name, has nothing at all.
    const hasBlanks =
      names.length === 0 || names.some(({ rows }) => rows.some((cell, row) => isFilled(cell) && isBlankIn(row)));
    const blankAbove = columns.some((column) => column.hasBlanks) && hasBlanks && !isMerged;
    const take = known ? known.take : level === 'fields' && hasCodesInFront(first) ? 'rest' : null;
    return { ...plainColumn(key, 'reference'), columns, take, blankAbove };
  }

  /** Adds the year that stands in the heading of a value: 目標値(R9). */
  #addYear(key: string, value: string): void {
    const column = this.#columns.find((each) => each.key === value)?.columns[0];
    if (!column?.read.year || this.#columns.some((each) => each.key === key)) return;
    this.#add(key, [], 'heading', { constant: column.read.year });
  }

  /** Whether a target is what was planned for a year of which the result stands beside it. */
  #isOfYear(key: string, { read: { year } }: OutlinedColumn): boolean {
    if (key !== 'target' || year === null) return false;
    const values = valuesIn(this.#outline, 'observations', new Set());
    return values.some((value) => value.key === 'actual' && value.year === year && value.reason === 'heading');
  }

  #addOthers(): void {
    const declared: TemplateSheet['columns'] = template[this.#kind].columns;
    for (const key of Object.keys(declared).filter((each) => !this.#columns.some((column) => column.key === each))) {
      const general =
        key === 'departments' && this.#isMain
          ? generalSynonyms.departments
          : key === 'sdgs'
            ? generalSynonyms.sdgs
            : [];
      const names = [...namesOf(this.#sheet, this.#kind, key), ...general];
      const several = numbered(this.#outline, names)
        .filter(([number]) => this.#numbers.length === 0 || this.#numbers.includes(number))
        .map(([, column]) => column);
      const single = named(this.#outline, names, (column) => holds(key, column) && !this.#isOfYear(key, column));
      const isWhole = this.#numbers.length === 0 || several.length === this.#numbers.length;
      const called = single ? [single] : isWhole ? several : [];
      const marked = called.length === 0 ? this.#markedFor(key) : null;
      const columns = marked?.columns ?? called;
      // In a column of marks those that lead have one mark, and those that support another.
      const isShared = marked !== null && key === 'partners';
      if (columns.length === 0 || (!isShared && columns.some((column) => this.#taken.has(column)))) continue;
      if (key === 'sdgs' && !this.#hasOwnGoals(columns)) continue;
      const unknownWords = key === 'direction' ? columns.flatMap(unknownDirections) : [];
      if (marked) this.#add(key, columns, 'marks', { marks: marked.marks });
      else this.#add(key, columns, 'heading', { unknownWords, isNumbered: !single && this.#numbers.length > 0 });
    }
  }

  /** The columns of marks below goals, or below departments, which are those of the thing of the row; null where there are none. */
  #markedFor(key: string): MarkedColumns | null {
    if (key === 'sdgs') return { columns: goalColumns(this.#outline), marks: [] };
    return this.#isMain && (key === 'departments' || key === 'partners') ? departmentColumns(this.#outline)[key] : null;
  }

  /**
   * Goals are those of the thing of the row. In a sheet of measures, as plans print them there, they are those of the policy
   * items, where none of these has different ones in its rows.
   */
  #hasOwnGoals(columns: readonly OutlinedColumn[]): boolean {
    const isElsewhere = this.#before.some((table) =>
      table.columns.some((other) => other.columns.some((column) => columns.includes(column))),
    );
    if (this.#isMain) return !isElsewhere;
    const hasNone = !Object.hasOwn(template[this.#sheet.main].columns, 'sdgs');
    const identity = this.#columns.find(({ key }) => key === codeKeyOf(this.#kind))?.columns ?? [];
    return (this.#sheet.main === 'measures' || hasNone) && areSameFor(identity, columns);
  }
}

/** The column by which things of one name are told apart. */
const tellsApart: Partial<Record<SheetKey, string>> = { indicators: 'subject' };

/** Whether a table has a value of a column in each of its rows, as far as it has names. */
function isWhole({ columns }: ProposedTable, key: string): boolean {
  const own = columns.find((column) => column.key === key);
  const count = (of: ProposedColumn | undefined) =>
    Math.max(0, ...(of?.columns ?? []).map(({ cells }) => cells.length));
  const names = columns.find((column) => column.key === 'name');
  return own !== undefined && (own.columns.length !== 1 || count(own) >= count(names));
}

/** Whether each filled cell of a column, merged ones once, says something else. */
export function areDistinct({ cells }: OutlinedColumn): boolean {
  const own = groupBy(cells, (cell) => (cell.mergedFrom ? JSON.stringify(cell.mergedFrom) : cell));
  const texts = [...own.values()].map(([cell]) => fold(displayed(cell)));
  return new Set(texts).size === texts.length;
}

/** Whether a column only counts its rows, 1, 2, 3, which codes in front of names make needless. */
const counts = ({ cells }: OutlinedColumn): boolean =>
  cells.every((cell, index) => displayed(cell).normalize('NFKC') === String(index + 1));

/** The columns of a sheet with rows for each year that tell of that year only. */
function ofOneYear({ outline, main }: SheetKind, kind: SheetKey): readonly OutlinedColumn[] {
  const kept = new Set([...(keptOf[main] ?? []), ...(kind === 'indicators' ? (keptOf[kind] ?? []) : [])]);
  const values = [...kept].flatMap((to) => valuesIn(outline, to, new Set()));
  return [yearColumn(outline) ?? [], ...values.map(({ column }) => column)].flat();
}

/** Whether rows of the same thing, which empty cells repeat, say nothing different in some columns. */
function areSameFor(identity: readonly OutlinedColumn[], columns: readonly OutlinedColumn[]): boolean {
  const said = new Map<string, Set<string>>();
  const textsAt = (some: readonly OutlinedColumn[], row: number) =>
    some.map(({ rows }) => rows[row]).map((cell) => (isFilled(cell) ? fold(displayed(cell)) : ''));
  let above: readonly string[] = [];
  for (const row of identity[0]?.rows.keys() ?? []) {
    above = textsAt(identity, row).map((text, index) => text || (above[index] ?? ''));
    const text = textsAt(columns, row).join('\n').trim();
    const key = above.join('\n');
    if (text !== '') said.set(key, (said.get(key) ?? new Set()).add(text));
  }
  return [...said.values()].every(({ size }) => size === 1);
}

/** Which columns refer to things of other levels. */
const references: Partial<Record<SheetKey, Readonly<Record<string, SheetKey>>>> = {
  policyItems: { field: 'fields' },
  measures: { policyItem: 'policyItems' },
  projects: { measure: 'measures', policyItem: 'policyItems' },
  relatedPlans: { policyItems: 'policyItems' },
};

/** What indicators can measure, the lowest level first. */
const levelsOfSubjects: readonly SheetKey[] = ['projects', 'measures', 'policyItems'];

/** Whether rows in which one column is empty have a cell of their own in another. */
function fillsIn(above: ProposedColumn, below: ProposedColumn): boolean {
  const [column, ...more] = above.columns;
  const [other] = below.columns;
  if (!column || !other || more.length > 0) return false;
  const mergedAt = (row: number) => JSON.stringify(column.rows[row]?.mergedFrom ?? null);
  const goesOn = (row: number) => mergedAt(row) !== 'null' && row > 0 && mergedAt(row) === mergedAt(row - 1);
  return column.rows.some((cell, row) => isFilled(cell) && !goesOn(row) && !isFilled(other.rows[row]));
}

/** The columns of a code by their cells alone, before the name: one of codes that differ, or several that do together. */
function codesBefore({ columns }: Outline, name: OutlinedColumn): readonly OutlinedColumn[] {
  const count = name.cells.length;
  const found = columns
    .filter((column) => column.column < name.column && column.cells.length === count)
    .map((column) => ({ column, texts: column.cells.map((cell) => displayed(cell).normalize('NFKC')) }))
    .filter(({ texts }) => texts.every((text) => /^[A-Za-z]?\d+(?:-\d+)*$/.test(text)));
  const differ = (some: typeof found) =>
    new Set(name.cells.map((_cell, row) => some.map(({ texts }) => texts[row]).join('-'))).size === count;
  const single = count > 1 ? found.find((each) => differ([each])) : undefined;
  if (single) return [single.column];
  return found.length > 1 && differ(found) ? found.map(({ column }) => column) : [];
}

const unknownDirections = ({ cells }: OutlinedColumn): readonly string[] =>
  [...new Set(cells.map(displayed))]
    .filter((word) => !Object.hasOwn(directions, word) && !/^[↑↗↓↘→]$/.test(word))
    .sort();
