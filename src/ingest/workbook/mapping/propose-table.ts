/** Proposes which columns of a sheet are which of the template, for one kind of thing: by headings, then by what cells hold. */
import { CellError } from '../../dataset/cell.js';
import { displayed, readCode, readDay, readYear } from '../cells.js';
import { readSdgs } from '../goals.js';
import { directions, type SheetKey, type TemplateSheet, template } from '../template.js';
import { codeAndRest } from './code-in-front.js';
import { headingName, type Outline, type OutlinedColumn, unnumbered, yearInHeading } from './outline.js';
import { generalSynonyms, namesIn, templateHeading } from './synonyms.js';

/** Why a column is taken for what it is. */
export type Reason = 'heading' | 'contents' | 'reference';

export interface ProposedColumn {
  readonly key: string;
  readonly columns: readonly OutlinedColumn[];
  readonly reason: Reason;
  /** Whether they are 指標1, 指標2, … of which each is read. */
  readonly isNumbered: boolean;
  /** A value that no column has. */
  readonly constant: string | null;
  readonly take: 'code' | 'rest' | null;
  readonly blankAbove: boolean;
  /** Words that the template does not have, for which the template's are to be filled in. */
  readonly unknownWords: readonly string[];
  /** How the column, or a value, is called for each of the years, with {年度} where the year stands; null of others. */
  readonly pattern: string | null;
}

export interface ProposedTable {
  readonly to: SheetKey;
  readonly outline: Outline;
  readonly distinct: boolean;
  /** Headings such as 指標1 and 指標2 are read for each of the numbers. */
  readonly numbers: readonly string[];
  /** Headings that have a year in them are read for each of these years. */
  readonly years: readonly string[];
  readonly columns: readonly ProposedColumn[];
}

/** Why nothing is proposed for a kind of thing that a sheet seems to have. */
export interface Lacking {
  readonly sheet: string;
  readonly to: SheetKey;
  readonly heading: string;
}

/** The levels of the plan, the highest first. */
export const levels: readonly SheetKey[] = ['fields', 'policyItems', 'measures'];

/** Makes the proposal of one kind of thing that some sheets have; says what lacks where it cannot. */
export class TableProposer {
  readonly #outline: Outline;
  readonly #kind: SheetKey;
  readonly #isMain: boolean;
  /** The kinds of things that the workbook lists. */
  readonly #listed: ReadonlySet<SheetKey>;
  /** What was proposed of the same sheets before. */
  readonly #before: readonly ProposedTable[];
  readonly #columns: ProposedColumn[] = [];
  readonly #taken = new Set<OutlinedColumn>();
  #numbers: readonly string[] = [];

  constructor(
    outline: Outline,
    kind: SheetKey,
    main: SheetKey,
    listed: ReadonlySet<SheetKey>,
    before: readonly ProposedTable[],
  ) {
    this.#outline = outline;
    this.#kind = kind;
    this.#isMain = kind === main;
    this.#listed = listed;
    this.#before = before;
  }

  propose(): ProposedTable | Lacking {
    const several = numbered(this.#outline, namesOf(this.#outline, this.#kind, 'name'));
    const general = this.#isMain ? generalSynonyms.name : [];
    const single = named(this.#outline, [...namesOf(this.#outline, this.#kind, 'name'), ...general]);
    const names = single ? [single] : several.map(([, column]) => column);
    const [name] = names;
    if (!single) this.#numbers = several.map(([number]) => number);
    if (!name) return this.#lacking('name');
    const takesCode = this.#kind !== 'indicators' && hasCodesInFront(name);
    if (!this.#addCode(name, takesCode)) return this.#lacking(codeKeyOf(this.#kind));
    this.#add('name', names, 'heading', { isNumbered: !single, take: takesCode ? 'rest' : null });
    for (const [key, level] of Object.entries(references[this.#kind] ?? {})) this.#addReference(key, level);
    this.#addOthers();
    for (const [key, value] of [
      ['baselineYear', 'baseline'],
      ['targetYear', 'target'],
    ] as const)
      this.#addYear(key, value);
    return {
      to: this.#kind,
      outline: this.#outline,
      distinct: !this.#isMain && this.#numbers.length === 0 && levels.includes(this.#kind),
      numbers: this.#numbers,
      years: [],
      columns: this.#columns,
    };
  }

  #lacking(key: string): Lacking {
    const sheet = this.#outline.sheets.map(({ name }) => name).join('、');
    return { sheet, to: this.#kind, heading: templateHeading(this.#kind, key) };
  }

  #add(key: string, columns: readonly OutlinedColumn[], reason: Reason, options: Partial<ProposedColumn> = {}): void {
    for (const column of columns) this.#taken.add(column);
    this.#columns.push({
      key,
      columns,
      reason,
      isNumbered: false,
      constant: null,
      take: null,
      blankAbove: false,
      unknownWords: [],
      pattern: null,
      ...options,
    });
  }

  /** Adds the code: by its heading, in front of the name, or by what cells hold; false where one is needed and there is none. */
  #addCode(name: OutlinedColumn, takesCode: boolean): boolean {
    const key = codeKeyOf(this.#kind);
    const declared = (template[this.#kind].columns as TemplateSheet['columns'])[key];
    if (!declared) return true;
    const byHeading = named(this.#outline, [
      ...namesOf(this.#outline, this.#kind, key),
      ...(this.#isMain ? generalSynonyms.code : []),
    ]);
    if (holds(key, byHeading)) this.#add(key, [byHeading], 'heading');
    else if (takesCode) this.#add(key, [name], 'contents', { take: 'code' });
    else if (this.#isMain && declared.required) {
      const byContents = codesBefore(this.#outline, name);
      if (byContents.length > 0) this.#add(key, byContents, 'contents');
    }
    return !declared.required || this.#columns.length > 0;
  }

  /** Adds what refers to a thing of another level: as that is coded in the same sheet, else by its code or name. */
  #addReference(key: string, level: SheetKey): void {
    // The numbers of fields are written in more ways than their names: 第1章, 1.
    const wanted = level === 'fields' ? 'name' : codeKeyOf(level);
    const known = this.#before.find(({ to }) => to === level)?.columns.find((column) => column.key === wanted);
    const code = named(this.#outline, namesOf(this.#outline, level, codeKeyOf(level)));
    const name = named(this.#outline, namesOf(this.#outline, level, 'name'));
    const columns = known?.columns ?? [holds('code', code) ? code : name].filter((column) => column !== undefined);
    const [first] = columns;
    // Fields are made of their names where nothing lists them.
    if (!first || this.#taken.has(first) || !(this.#listed.has(level) || level === 'fields')) return;
    const isMerged = columns.some(({ cells }) => cells.some(({ mergedFrom }) => mergedFrom !== null));
    const blankAbove = columns.some(({ hasBlanks }) => hasBlanks) && !isMerged;
    const take = known ? known.take : level === 'fields' && hasCodesInFront(first) ? 'rest' : null;
    this.#add(key, columns, 'reference', { take, blankAbove });
  }

  /** Adds the year that stands in the heading of a value: 目標値(R9). */
  #addYear(key: string, value: string): void {
    const column = this.#columns.find((each) => each.key === value)?.columns[0];
    if (!column?.ofYear || this.#columns.some((each) => each.key === key)) return;
    this.#add(key, [], 'heading', { constant: column.ofYear.year });
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
      const names = [...namesOf(this.#outline, this.#kind, key), ...general];
      const several = numbered(this.#outline, names)
        .filter(([number]) => this.#numbers.length === 0 || this.#numbers.includes(number))
        .map(([, column]) => column);
      const single = named(this.#outline, names);
      const isWhole = this.#numbers.length === 0 || several.length === this.#numbers.length;
      const columns = single ? [single].filter((column) => holds(key, column)) : isWhole ? several : [];
      const isElsewhere = this.#before.some((table) =>
        table.columns.some((other) => other.columns.some((column) => columns.includes(column))),
      );
      if (columns.length === 0 || columns.some((column) => this.#taken.has(column))) continue;
      // Goals in a sheet of policy items and measures are those of the policy items, as plans print them there.
      if (isElsewhere && key === 'sdgs' && this.#kind === 'measures') continue;
      const unknownWords = key === 'direction' ? columns.flatMap(unknownDirections) : [];
      this.#add(key, columns, 'heading', { unknownWords, isNumbered: !single && this.#numbers.length > 0 });
    }
  }
}

const codeKeyOf = (kind: SheetKey): string => (kind === 'fields' ? 'number' : 'code');

/** Which columns refer to things of other levels. */
const references: Partial<Record<SheetKey, Readonly<Record<string, SheetKey>>>> = {
  policyItems: { field: 'fields' },
  measures: { policyItem: 'policyItems' },
  projects: { measure: 'measures', policyItem: 'policyItems' },
  indicators: { subject: 'policyItems' },
  relatedPlans: { policyItems: 'policyItems' },
};

/** The column that is so called; one that has a year in its heading besides, where it is the only one of its make. */
export function named({ columns }: Outline, names: readonly string[]): OutlinedColumn | undefined {
  const wanted = names.map(headingName);
  const isWanted = (name: string) => wanted.includes(name);
  const exact = columns.find((column) => column.names.some(isWanted));
  const ofYear = columns.filter((column) => column.ofYear?.names.some(isWanted));
  // Of R4目標値, R5目標値 and 目標値(R8), the last is no value of a year like the others.
  const withoutYear = ({ printed }: OutlinedColumn) => printed.normalize('NFKC').replace(yearInHeading, '?');
  const alone = ofYear.filter(
    (column) => ofYear.filter((other) => withoutYear(other) === withoutYear(column)).length === 1,
  );
  return exact ?? (alone.length === 1 ? alone[0] : undefined);
}

/** Columns such as 指標1 and 指標2, by their numbers. */
export function numbered(
  { columns }: Outline,
  names: readonly string[],
): readonly (readonly [number: string, OutlinedColumn])[] {
  const wanted = names.map(headingName);
  const found = columns.flatMap((column) => {
    const name = headingName(column.printed);
    const number = name.slice(unnumbered(name).length);
    // A heading that several columns have says of none of them which it is.
    return number !== '' && wanted.includes(unnumbered(name)) && column.spec === column.printed
      ? [[number, column] as const]
      : [];
  });
  const isLikeFirst = ({ printed }: OutlinedColumn) =>
    unnumbered(headingName(printed)) === unnumbered(headingName(found[0]?.[1].printed ?? ''));
  return found.filter(([, column]) => isLikeFirst(column));
}

export const namesOf = ({ sheets }: Outline, kind: SheetKey, key: string): readonly string[] =>
  namesIn(
    sheets.map(({ name }) => name),
    kind,
    key,
  );

const isMostly = (cells: OutlinedColumn['cells'], holds: (cell: OutlinedColumn['cells'][number]) => boolean): boolean =>
  cells.length > 0 && cells.filter(holds).length >= cells.length * 0.6;

const succeeds = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof CellError) return false;
    throw error;
  }
};

/** What the cells of a column must mostly be, where its heading alone could mean something else. */
const contents: Readonly<Record<string, (cell: OutlinedColumn['cells'][number]) => boolean>> = {
  // A code that became a date is one all the same, which the import says.
  code: (cell) =>
    cell.value instanceof Date ||
    (succeeds(() => readCode(cell, 3, /[.]/.test(String(cell.value)))) && /\d/.test(displayed(cell))),
  number: (cell) => /\d/.test(displayed(cell).normalize('NFKC')),
  baselineYear: (cell) => succeeds(() => readYear(cell)),
  targetYear: (cell) => succeeds(() => readYear(cell)),
  start: (cell) => succeeds(() => readYear(cell)),
  end: (cell) => succeeds(() => readYear(cell)),
  from: (cell) => succeeds(() => readDay(cell, 'first')),
  until: (cell) => succeeds(() => readDay(cell, 'last')),
  sdgs: (cell) => succeeds(() => readSdgs(cell, new Map())),
};

const holds = (key: string, column: OutlinedColumn | undefined): column is OutlinedColumn =>
  column !== undefined && (column.cells.length === 0 || !contents[key] || isMostly(column.cells, contents[key]));

const hasCodesInFront = (column: OutlinedColumn): boolean =>
  isMostly(column.cells, (cell) => codeAndRest(displayed(cell)) !== null);

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
