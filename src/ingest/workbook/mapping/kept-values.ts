/**
 * Proposes what a sheet keeps of things year by year: amounts, values of indicators and evaluations, in columns with the year in
 * their headings, or in rows with a column for it.
 */
import { groupBy } from '../../../group-by.js';
import { type Description, describe } from '../../../model/declaration.js';
import { columnLetters } from '../book.js';
import { readYear } from '../cells.js';
import { type SheetKey, template } from '../template.js';
import { isMostly, succeeds } from './cell-contents.js';
import { headingName, unexplained } from './heading-name.js';
import { places, yearIn } from './heading-years.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { type ProposedColumn, type ProposedTable, plainColumn, type Reason } from './proposed-table.js';
import { rowKindsOf } from './row-kinds.js';
import { kept, plannedAmounts, stepNames, templateHeading, yearNames } from './synonyms.js';

type Kept = keyof typeof kept;

/** The column that refers to the thing of which something is kept. */
const references: Readonly<Record<Kept, string>> = {
  costs: 'project',
  observations: 'indicator',
  evaluations: 'subject',
};

/** What is kept of the things that rows of a sheet are about. */
export const keptOf: Partial<Record<SheetKey, readonly Kept[]>> = {
  policyItems: ['evaluations'],
  measures: ['evaluations'],
  projects: ['costs', 'evaluations'],
  indicators: ['observations'],
};

/** A column of values, with the year and the step of its heading. */
interface Value {
  readonly key: string;
  readonly year: string | null;
  readonly step: string | null;
  /** Its heading with {年度} and {段階}; null where it has none of its own. */
  readonly pattern: string | null;
  readonly column: OutlinedColumn;
  readonly reason: Reason;
  readonly doubt: Description | null;
}

/** The tables that are proposed, and what is left to people. */
export interface KeptTables {
  readonly tables: readonly ProposedTable[];
  readonly notes: readonly Description[];
}

/** The column beside which each row tells of one year. */
export const yearColumn = ({ columns }: Outline): OutlinedColumn | undefined => {
  const wanted = yearNames.map(headingName);
  return columns.find(
    ({ names, cells }) => wanted.includes(names[0] ?? '') && isMostly(cells, (cell) => succeeds(() => readYear(cell))),
  );
};

/** The column beside which each row tells of one step of evaluation. */
const stepColumn = ({ columns }: Outline): OutlinedColumn | undefined => {
  const wanted = stepNames.map(headingName);
  return columns.find(({ names }) => wanted.includes(names[0] ?? ''));
};

/** Whether a sheet has amounts by year, which only projects have. */
export const hasCosts = (outline: Outline): boolean =>
  outline.columns.some((column) => {
    const value = valueIn(column, 'costs', outline);
    return value !== null && value.column.read.names.length > 0 && (value.year !== null || value.doubt === null);
  });

/** The values of a kind that columns hold, but for those of columns that are something else. */
export function valuesIn(outline: Outline, to: Kept, taken: ReadonlySet<OutlinedColumn>): readonly Value[] {
  const year = yearColumn(outline);
  return outline.columns
    .filter((column) => column !== year && !taken.has(column))
    .flatMap((column) => valueIn(column, to, outline) ?? []);
}

/** The tables of what is kept; where its kinds stand in rows of their own, one for each of them. */
export function keptTables(
  outline: Outline,
  to: Kept,
  referred: ProposedColumn,
  taken: ReadonlySet<OutlinedColumn>,
): KeptTables {
  const kinds = to === 'evaluations' ? null : rowKindsOf(outline, to);
  if (!kinds) return tablesOf(valuesIn(outline, to, taken), outline, to, referred);
  const ofRows = Object.entries(kinds.words).map(([key, words]) => {
    const values = valuesIn(outline, to, taken).filter(({ year }) => year !== null);
    const bare = values.filter(({ column }) => column.read.names.length === 0);
    const told = bare.map((value): Value => ({ ...value, key, reason: 'heading', doubt: null }));
    const { tables, notes } = tablesOf(told, outline, to, referred);
    return { tables: tables.map((table) => ({ ...table, where: { column: kinds.column, words } })), notes };
  });
  return { tables: ofRows.flatMap(({ tables }) => tables), notes: ofRows.flatMap(({ notes }) => notes) };
}

function tablesOf(found: readonly Value[], outline: Outline, to: Kept, referred: ProposedColumn): KeptTables {
  // A comment alone is one on anything.
  if (to === 'evaluations' && found.every(({ key }) => key === 'comment')) return { tables: [], notes: [] };
  const values = withOnlyStep(found);
  const variants = [...groupBy(values, ({ year, step, doubt }) => JSON.stringify([year, step, doubt])).values()];
  const told = variants.map(unambiguous);
  const alike = groupBy(
    told.filter(({ length }) => length > 0),
    (variant) =>
      JSON.stringify([
        variant.map(({ key, pattern, column }) => [key, pattern ?? column.spec]).sort(),
        variant.map(({ year, step, doubt }) => [year !== null, step !== null, doubt]),
      ]),
  );
  return {
    tables: [...alike.values()].flatMap(whole).map((group) => tableOf(group, outline, to, referred)),
    notes: variants.flatMap((variant) => ambiguities(variant, outline, to)),
  };
}

/** Where only one step is named, what names none is of it. */
function withOnlyStep(values: readonly Value[]): readonly Value[] {
  const [step, ...others] = new Set(values.flatMap((value) => value.step ?? []));
  if (step === undefined || others.length > 0) return values;
  const hasOther = values.some((value) => value.step === null && value.key === 'grade');
  return hasOther ? values : values.map((value) => ({ ...value, step }));
}

const isOnly = (value: Value, variant: readonly Value[]) => variant.filter(({ key }) => key === value.key).length === 1;

/** Two columns of one year that are called alike say of neither what it is. */
const unambiguous = (variant: readonly Value[]): readonly Value[] => variant.filter((value) => isOnly(value, variant));

/** Years and steps of which every combination is there; else each year by itself. */
function whole(variants: readonly (readonly Value[])[]): readonly (readonly (readonly Value[])[])[] {
  const years = new Set(variants.map(([first]) => first?.year));
  const steps = new Set(variants.map(([first]) => first?.step));
  if (years.size * steps.size === variants.length) return [variants];
  return [...groupBy(variants, ([first]) => first?.year).values()];
}

function tableOf(
  variants: readonly (readonly Value[])[],
  outline: Outline,
  to: Kept,
  referred: ProposedColumn,
): ProposedTable {
  const all = variants.flat();
  const some = (read: (value: Value) => string | null) => [...new Set(all.flatMap((value) => read(value) ?? []))];
  const [years, steps] = [some(({ year }) => year), some(({ step }) => step)];
  const isVaried = all.every(({ pattern }) => pattern !== null);
  const varied = (key: string, pattern: string, values: readonly string[]): readonly ProposedColumn[] => {
    const [only] = values;
    if (only === undefined) return [];
    return [{ ...plainColumn(key), ...(isVaried ? { pattern } : { constant: only }) }];
  };
  const column = yearColumn(outline);
  const ofStep = to === 'evaluations' && steps.length === 0 ? stepColumn(outline) : undefined;
  const [year, doubt] = years.length > 0 || column ? [null, null] : missingYear(outline, to);
  const keys = Object.keys(kept[to]).filter((key) => all.some((value) => value.key === key));
  return {
    to,
    outline,
    isAdding: false,
    distinct: false,
    each: isVaried ? { 年度: years, 段階: steps } : {},
    doubt: all[0]?.doubt ?? doubt,
    columns: [
      { ...referred, key: references[to], reason: 'reference' },
      ...(years.length > 0
        ? varied('year', places.year, years)
        : [
            column ? { ...plainColumn('year'), columns: [column] } : (year ?? { ...plainColumn('year'), constant: '' }),
          ]),
      ...varied('step', places.step, steps),
      ...(ofStep ? [{ ...plainColumn('step'), columns: [ofStep] }] : []),
      ...keys.map((key): ProposedColumn => {
        const same = all.filter((value) => value.key === key);
        const [{ pattern = null, reason = 'heading' as const } = {}] = same;
        return {
          ...plainColumn(key, reason),
          columns: same.map((value) => value.column),
          pattern: isVaried && years.length + steps.length > 0 ? pattern : null,
        };
      }),
    ],
  };
}

/** The year of which a title tells: of 令和6年度 評価シート（令和5年度実施分） the one in which something was done. */
const yearOfTitle = (title: string): string | null => {
  // 2 施策の評価(令和5年度) is the second part.
  const plain = title.replace(/^\(?\d{1,2}[).、\s]+/, '');
  const [done] =
    /[^\s(]+(?=\s*(?:実施|実績|事業)?分\)?$|\s*(?:実施|実績|決算)(?:事業)?(?:(?:に対する|に係る|の)評価)?\)?$)/.exec(
      plain,
    ) ?? [];
  return yearIn(plain) ?? (done === undefined ? null : yearIn(done));
};

/** The year of values whose headings have none: the only one of other headings for evaluations, else that of a title. */
function missingYear(outline: Outline, to: Kept): readonly [ProposedColumn | null, Description | null] {
  const only = (years: readonly (string | null)[]) => {
    const found = new Set(years.filter((year) => year !== null));
    return found.size === 1 ? [...found] : [];
  };
  const [ofHeadings] = only(outline.columns.map(({ read }) => read.year));
  const [ofTitle] = only(outline.titles.map((title) => yearOfTitle(title.normalize('NFKC'))));
  const constant = (year: string, reason: Reason) => ({ ...plainColumn('year', reason), constant: year });
  if (to !== 'evaluations') return [ofTitle === undefined ? null : constant(ofTitle, 'title'), doubts.year];
  if (ofHeadings !== undefined) return [constant(ofHeadings, 'only year'), null];
  return ofTitle === undefined ? [null, doubts.year] : [constant(ofTitle, 'title'), null];
}

const doubts = {
  year: describe(
    'Not read as it stands: the headings do not say of which year these are. Write the year, and take the # away.',
    '何年度の値か見出しに書かれていないため、読みません。年度を書き、行頭の # を外すと読みます。',
  ),
  planned: describe(
    'Not read as it stands: these amounts may be planned ones rather than the budget. Take the # away to read them as 予算額, or write 決算額.',
    '予算額ではなく計画額かもしれないため、読みません。予算額として読むなら行頭の # を外し、決算額なら「決算額」と書いてください。',
  ),
  bare: describe(
    'Not read as it stands: the headings are years alone. Write 予算額 or 決算額, whichever they are, and take the # away.',
    '見出しが年度だけなので、読みません。予算額か決算額かを書き、行頭の # を外すと読みます。',
  ),
} as const;

function valueIn(column: OutlinedColumn, to: Kept, { titles, sheets }: Outline): Value | null {
  const { read, path, ownFrom } = column;
  const { names, year } = read;
  const step = to === 'evaluations' ? read.step : null;
  const own = to === 'evaluations' || read.step === null ? names : [];
  // What amounts are explained by may be a part of them.
  const explained = to === 'evaluations' ? own.map(unexplained) : [];
  const isCalled = (called: readonly string[]) =>
    called.some((each) => [...own, ...explained].includes(headingName(each)));
  const known: Readonly<Record<string, readonly string[]>> = kept[to];
  const key = Object.keys(known).find((each) => isCalled(known[each] ?? []));
  const from = Math.min(ownFrom ?? 0, ...[places.year, places.step].map((place) => firstWith(read.patterns, place)));
  const pattern = ownFrom === null ? null : read.patterns.slice(from, path.length).join('/');
  const value = { year, step, pattern, column, reason: 'heading', doubt: null } as const;
  if (key !== undefined) return { ...value, key };
  if (to === 'costs' && isCalled(plannedAmounts) && year !== null)
    return { ...value, key: 'budget', doubt: doubts.planned };
  if (year === null || names.length > 0) return null;
  const words = [...titles, ...sheets.map(({ name }) => name)].join(' ');
  if (to === 'observations') {
    const arePlanned = /計画値|目標値/.test(words) && !/実績|推移/.test(words);
    return { ...value, key: arePlanned ? 'planned' : 'actual', reason: 'bare year' };
  }
  if (to !== 'costs') return null;
  const [isBudget, isSettled] = [/予算/.test(words), /決算/.test(words)];
  if (isBudget === isSettled) return { ...value, key: 'settled', doubt: doubts.bare };
  return { ...value, key: isBudget ? 'budget' : 'settled', reason: 'title' };
}

const firstWith = (patterns: readonly string[], place: string): number => {
  const found = patterns.findIndex((pattern) => pattern.includes(place));
  return found < 0 ? patterns.length : found;
};

/** Columns of which only people can tell which one is meant. */
function ambiguities(variant: readonly Value[], outline: Outline, to: Kept): readonly Description[] {
  const several = [...groupBy(variant, ({ key }) => key)].filter(([, values]) => values.length > 1);
  return several.map(([key, values]) => {
    const sheet = outline.sheets.map(({ label }) => label).join('、');
    const columns = values.map(({ column }) => `${columnLetters(column.column)} ${column.path.join('/')}`).join('、');
    const heading = `${template[to].name}.${templateHeading(to, key)}`;
    return describe(
      `${sheet}: ${columns} may each be ${heading}: name the one that is meant in a table like those above`,
      `${sheet}: ${columns} はどれも「${heading}」と読めます。上の表と同じ形で、使う列を1つ書いてください`,
    );
  });
}

/** What to write where the last of the values that are planned year by year is what the plan aims at. */
export function lastTarget(of: ProposedTable, tables: readonly ProposedTable[]): readonly Description[] {
  if (of.to !== 'indicators' || of.columns.some(({ key }) => key === 'target')) return [];
  const planned = tables
    .flatMap(({ columns }) => columns.filter(({ key }) => key === 'planned'))
    .flatMap((each) => each.columns);
  const last = planned.filter(({ read, ownFrom }) => read.year !== null && ownFrom !== null).at(-1);
  if (!last) return [];
  const sheet = of.outline.sheets.map(({ label }) => label).join('、');
  const wanted = `目標値: ${last.path.join('/')}、目標年度: { constant: ${last.read.year} }`;
  return [
    describe(
      `${sheet}: values are planned year by year. Where the last one is what the plan aims at, add to the table 指標: ${wanted.replace('、', ', ')}`,
      `${sheet}: 目標が年度ごとにあります。最後の年度の値が計画の目標値なら、「指標」の表に加えてください。${wanted}`,
    ),
  ];
}
