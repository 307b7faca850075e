import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Correction } from '../documents/corrections.js';
import { OperatorError } from '../operator-error.js';

/** The reviewed half of `seed/`: what a person decided or wrote, which extraction applies and never changes. */
export interface Reviewed {
  readonly municipality: {
    readonly key: string;
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly summary: string;
    readonly summaryEn: string;
  };
  readonly sdgs: readonly {
    readonly number: number;
    readonly name: string;
    readonly nameEn: string;
    readonly color: string;
    readonly uri: string;
  }[];
  readonly corrections: readonly Correction[];
  /** Other spellings by entity id. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** English names and summaries by entity id. */
  readonly texts: ReadonlyMap<string, ReviewedText>;
  readonly identities: readonly Identity[];
}

export interface ReviewedText {
  readonly file: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly summary: string | null;
  readonly summaryEn: string | null;
}

/** A decision on whether two names of different stages mean the same thing. */
export interface Identity {
  /** Id word and owner: "indicator 5-2", "related-plan". */
  readonly scope: string;
  readonly earlier: string;
  readonly later: string;
  readonly same: boolean;
  readonly reason: string;
}

type Row = Readonly<Record<string, string>>;

function unreadable(path: string, expected: string, actual: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `確認済みの表 ${path} を読み込めません（想定：${expected}、実際：${actual}）。修正してから再実行してください。`,
    `The reviewed table ${path} cannot be read: expected ${expected}, but got ${actual}. Correct it and run again.`,
    { cause },
  );
}

async function readTable(path: string, columns: readonly string[]): Promise<readonly Row[]> {
  const expected = `a table with the columns ${columns.join(', ')}`;
  let table: string[][];
  try {
    table = parse(await readFile(path, 'utf8'), { bom: true }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(path, expected, error.message, error);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw unreadable(path, expected, 'no such file', error);
  }
  const [header = [], ...body] = table;
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw unreadable(path, expected, `one without ${missing.join(', ')}`);
  return body.map((cells) => Object.fromEntries(header.map((column, place) => [column, cells[place] ?? ''])));
}

/** The text of a cell that has to be one of a few. */
function oneOf(path: string, row: number, column: string, text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  throw unreadable(path, `${choices.join(' or ')} in row ${row}, column ${column}`, text === '' ? 'nothing' : text);
}

/** Reads the reviewed tables. A file that is missing or has other columns is an error that names it. */
export async function readReviewed(folder: string): Promise<Reviewed> {
  const table = (name: string, columns: readonly string[]) => readTable(join(folder, `${name}.csv`), columns);
  const optional = (name: string, columns: readonly string[]) =>
    existsSync(join(folder, `${name}.csv`)) ? table(name, columns) : [];
  const [municipality] = await table('municipality', ['key', 'code', 'name', 'name_en', 'summary', 'summary_en']);
  if (!municipality) throw unreadable(join(folder, 'municipality.csv'), 'one row', 'none');
  const texts = new Map<string, ReviewedText>();
  const textFolder = join(folder, 'text');
  for (const file of existsSync(textFolder)
    ? (await readdir(textFolder)).filter((name) => name.endsWith('.csv')).sort()
    : []) {
    for (const row of await readTable(join(textFolder, file), ['id', 'name', 'name_en', 'summary', 'summary_en'])) {
      const id = row.id ?? '';
      if (texts.has(id)) throw unreadable(join(textFolder, file), 'each id once in all its tables', `${id} again`);
      texts.set(id, {
        file,
        name: row.name ?? '',
        nameEn: row.name_en || null,
        summary: row.summary || null,
        summaryEn: row.summary_en || null,
      });
    }
  }
  const aliases = new Map<string, string[]>();
  for (const { id = '', alias = '' } of await optional('aliases', ['id', 'alias', 'reason']))
    aliases.set(id, [...(aliases.get(id) ?? []), alias]);
  return {
    municipality: {
      key: municipality.key ?? '',
      code: municipality.code ?? '',
      name: municipality.name ?? '',
      nameEn: municipality.name_en ?? '',
      summary: municipality.summary ?? '',
      summaryEn: municipality.summary_en ?? '',
    },
    sdgs: (await table('sdgs', ['number', 'name', 'name_en', 'color', 'uri'])).map((row) => ({
      number: Number(row.number),
      name: row.name ?? '',
      nameEn: row.name_en ?? '',
      color: row.color ?? '',
      uri: row.uri ?? '',
    })),
    corrections: (await optional('corrections', ['id', 'document', 'line', 'find', 'replace', 'reason'])).map(
      (row) => ({
        id: row.id ?? '',
        document: row.document ?? '',
        line: Number(row.line),
        find: row.find ?? '',
        replace: row.replace ?? '',
        reason: row.reason ?? '',
      }),
    ),
    aliases,
    texts,
    identities: (await optional('identities', ['scope', 'earlier', 'later', 'same', 'reason'])).map((row, index) => ({
      scope: row.scope ?? '',
      earlier: row.earlier ?? '',
      later: row.later ?? '',
      same: oneOf(join(folder, 'identities.csv'), index + 2, 'same', row.same ?? '', ['true', 'false']) === 'true',
      reason: row.reason ?? '',
    })),
  };
}
