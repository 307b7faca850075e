import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Correction } from '../documents/corrections.js';

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

async function readTable(path: string, columns: readonly string[]): Promise<readonly Row[]> {
  const rows = parse(await readFile(path, 'utf8'), { columns: true, bom: true }) as Row[];
  const missing = columns.filter((column) => rows[0] && !(column in rows[0]));
  if (missing.length > 0)
    throw new Error(
      `${path}: expected the columns ${columns.join(', ')}, but these are missing: ${missing.join(', ')}`,
    );
  return rows;
}

/** Reads the reviewed tables. A file that is missing or has other columns is an error that names it. */
export async function readReviewed(folder: string): Promise<Reviewed> {
  const table = (name: string, columns: readonly string[]) => readTable(join(folder, `${name}.csv`), columns);
  const optional = (name: string, columns: readonly string[]) =>
    existsSync(join(folder, `${name}.csv`)) ? table(name, columns) : [];
  const [municipality] = await table('municipality', ['key', 'code', 'name', 'name_en', 'summary', 'summary_en']);
  if (!municipality) throw new Error(`${folder}/municipality.csv: expected one row, but it is empty`);
  const texts = new Map<string, ReviewedText>();
  const textFolder = join(folder, 'text');
  for (const file of existsSync(textFolder)
    ? (await readdir(textFolder)).filter((name) => name.endsWith('.csv')).sort()
    : []) {
    for (const row of await readTable(join(textFolder, file), ['id', 'name', 'name_en', 'summary', 'summary_en'])) {
      const id = row.id ?? '';
      if (texts.has(id)) throw new Error(`${file}: expected each id once, but ${id} is repeated`);
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
    identities: (await optional('identities', ['scope', 'earlier', 'later', 'same', 'reason'])).map((row) => ({
      scope: row.scope ?? '',
      earlier: row.earlier ?? '',
      later: row.later ?? '',
      same: row.same === 'true',
      reason: row.reason ?? '',
    })),
  };
}
