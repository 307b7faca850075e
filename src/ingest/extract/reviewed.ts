import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { unlessMissing } from '../../file-errors.js';
import { OperatorError } from '../../operator-error.js';
import { headerOf } from '../dataset/table.js';

/** A reviewed table cannot be used: what it should hold, and what it does. */
function unreadable(path: string, expected: string, actual: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `確認済みの表 ${path} を読み込めません（想定：${expected}、実際：${actual}）。修正してから再実行してください。`,
    `The reviewed table ${path} cannot be read: expected ${expected}, but got ${actual}. Correct it and run again.`,
    { cause },
  );
}

/** Reads a cell, or refuses it with what was expected. */
type ReadCell<Value> = (cell: string, refuse: (expected: string) => never) => Value;

/** A text, which may be empty. */
const text: ReadCell<string> = (cell) => cell;
/** A text, or null where there is none. */
const optional: ReadCell<string | null> = (cell) => cell || null;
/** A text that must not be empty. */
const filled: ReadCell<string> = (cell, refuse) => cell || refuse('a value');
/** True or false. */
const flag: ReadCell<boolean> = (cell, refuse) => cell === 'true' || (cell !== 'false' && refuse('true or false'));

/** What a pattern describes, or nothing. */
const fitting =
  (pattern: RegExp, expected: string): ReadCell<string | null> =>
  (cell, refuse) =>
    cell === '' ? null : pattern.test(cell) ? cell : refuse(`${expected} or nothing`);

/** A whole number from 1. */
const number =
  (highest = Number.MAX_SAFE_INTEGER): ReadCell<number> =>
  (cell, refuse) => {
    const value = Number(cell);
    if (/^\d+$/.test(cell) && value >= 1 && value <= highest) return value;
    return refuse(`a number from 1${highest === Number.MAX_SAFE_INTEGER ? '' : ` to ${highest}`}`);
  };

const optionalYear: ReadCell<number | null> = (cell, refuse) => (cell === '' ? null : number()(cell, refuse));

/** The columns of a table, and how the cells of each are read. */
type Columns = Readonly<Record<string, ReadCell<unknown>>>;

type RowOf<Table extends Columns> = { readonly [Name in keyof Table]: ReturnType<Table[Name]> };

/**
 * The rows of a reviewed table, no two with the same values in the `unique` columns. A file that is missing or lacks a
 * column other than those that it may lack, and a cell that cannot be used, is an error that names it.
 */
async function readReviewedTable<Table extends Columns>(
  path: string,
  columns: Table,
  unique: readonly (keyof Table & string)[] = [],
  mayLack: Columns = {},
): Promise<readonly RowOf<Table>[]> {
  const names = Object.keys(columns)
    .filter((property) => !Object.hasOwn(mayLack, property))
    .map(headerOf);
  const expected = `a table with the columns ${names.join(', ')}`;
  const contents = await unlessMissing(readFile(path, 'utf8'));
  if (contents === null) throw unreadable(path, expected, 'no such file');
  let table: string[][];
  try {
    table = parse(contents, { bom: true });
  } catch (error) {
    throw error instanceof CsvError ? unreadable(path, expected, error.message, error) : error;
  }
  const [header = [], ...body] = table;
  const missing = names.filter((name) => !header.includes(name));
  if (missing.length > 0) throw unreadable(path, expected, `one without ${missing.join(', ')}`);
  const seen = new Set<string>();
  return body.map((cells, index) => {
    const cellOf = (name: string) => cells[header.indexOf(name)] ?? '';
    const refuse = (name: string) => (wanted: string) => {
      // Rows are numbered as a spreadsheet shows them.
      throw unreadable(path, `${wanted} in row ${index + 2}, column ${name}`, cellOf(name) || 'nothing');
    };
    const key = unique.map(cellOf).join('\n');
    if (unique[0] !== undefined && seen.has(key)) refuse(unique[0])(`each ${unique.join(', ')} once`);
    seen.add(key);
    const values = Object.entries(columns).map(([property, read]) => {
      const name = headerOf(property);
      return [property, read(cellOf(name), refuse(name))];
    });
    return Object.fromEntries(values) as RowOf<Table>;
  });
}

/** What a city's plan is called, its years, and what it calls its levels; a table may lack these columns. */
const plan = {
  planName: optional,
  planPeriodText: optional,
  planPeriodStartFiscalYear: optionalYear,
  planPeriodEndFiscalYear: optionalYear,
  policyFieldLevelName: optional,
  policyFieldLevelNameEn: optional,
  policyItemLevelName: optional,
  policyItemLevelNameEn: optional,
  measureLevelName: optional,
  measureLevelNameEn: optional,
  projectLevelName: optional,
  projectLevelNameEn: optional,
} as const satisfies Columns;

/** How names are read, in hiragana; a table may lack the column. */
const readings = {
  nameKana: fitting(/^[\p{Script=Hiragana}ー・ ]+$/u, 'hiragana'),
} as const satisfies Columns;

/** The tables of `seed/reviewed/`, their columns named as properties of the model are: `nameEn` for `name_en`. */
const tables = {
  municipality: { key: filled, code: filled, name: text, nameEn: text, summary: text, summaryEn: text, ...plan },
  sdgs: { number: number(17), name: text, nameEn: text, color: text, uri: text },
  corrections: {
    id: filled,
    document: filled,
    line: number(),
    find: filled,
    replace: text,
    reason: text,
    reasonJa: text,
  },
  /** Other names of a thing; a slip of a text export is resolved and never shown as a name. */
  aliases: { id: filled, alias: filled, slip: flag, reason: text, reasonJa: text },
  /** Whose indicators are meant, those of a policy item or of a linkage plan: "indicator 5-2", "indicator plan-1". */
  identities: { scope: filled, earlier: filled, later: filled, same: flag, reason: text },
  /** What is known of the documents beside their text; `document` is the id without its prefix: "adopted-plan". */
  documents: {
    document: filled,
    title: optional,
    publisher: optional,
    publisherEn: optional,
    fiscalYear: optionalYear,
    publicationDate: fitting(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'a date like 2024-03-29'),
    url: fitting(/^https?:\/\/\S+$/, 'a web address'),
  },
  texts: { id: filled, name: text, nameEn: optional, summary: optional, summaryEn: optional, ...readings },
} as const satisfies Record<string, Columns>;

/** What a text export makes of the name of a thing, by mistake. */
export type Slip = Omit<RowOf<typeof tables.aliases>, 'slip'>;

/** A decision on whether two names of different stages mean the same thing. */
export type Identity = RowOf<typeof tables.identities>;

/** The reviewed name, English name and summaries of an entity, and the file that has them. */
export type ReviewedText = RowOf<typeof tables.texts> & { readonly file: string };

/** The reviewed half of `seed/`: what a person decided or wrote, which extraction applies and never changes. */
export type Reviewed = Awaited<ReturnType<typeof readReviewed>>;

/**
 * Reads the reviewed tables, aliases and texts by the id of their entity. A file that is missing, or a cell that cannot be
 * meant, is an error that names it.
 */
export async function readReviewed(folder: string) {
  const pathOf = (name: keyof typeof tables) => join(folder, `${name}.csv`);
  const [municipality] = await readReviewedTable(pathOf('municipality'), tables.municipality, [], plan);
  if (!municipality) throw unreadable(pathOf('municipality'), 'one row', 'none');
  const sdgs = await readReviewedTable(pathOf('sdgs'), tables.sdgs, ['number']);
  const unlessMissingTable = async <Name extends keyof typeof tables>(
    name: Name,
    unique: readonly (keyof (typeof tables)[Name] & string)[] = [],
  ) => (existsSync(pathOf(name)) ? readReviewedTable(pathOf(name), tables[name], unique) : []);
  const corrections = await unlessMissingTable('corrections', ['id']);
  const identities = await unlessMissingTable('identities', ['scope', 'earlier', 'later']);
  const documents = new Map(
    (await unlessMissingTable('documents', ['document'])).map(({ document, ...known }) => [document, known]),
  );
  const aliases = new Map<string, string[]>();
  const slips: Slip[] = [];
  for (const { id, alias, slip, ...why } of await unlessMissingTable('aliases')) {
    aliases.set(id, [...(aliases.get(id) ?? []), alias]);
    if (slip) slips.push({ id, alias, ...why });
  }
  const texts = await readTexts(join(folder, 'text'));
  return { municipality, sdgs, corrections, aliases, slips, documents, texts, identities };
}

/** The texts of all tables of a folder; each id stands in one of them. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, ReviewedText>> {
  const texts = new Map<string, ReviewedText>();
  const names = existsSync(folder) ? await readdir(folder) : [];
  for (const file of names.filter((name) => name.endsWith('.csv')).sort())
    for (const row of await readReviewedTable(join(folder, file), tables.texts, [], readings)) {
      if (texts.has(row.id)) throw unreadable(join(folder, file), 'each id once in all its tables', `${row.id} again`);
      texts.set(row.id, { ...row, file });
    }
  return texts;
}
