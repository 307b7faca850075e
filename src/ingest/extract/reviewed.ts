import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Correction } from '../documents/corrections.js';
import { readReviewedTable, refuseRepeated, unreadable } from './reviewed-table.js';

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
  /** Whose indicators are meant, those of a policy item or of a linkage plan: "indicator 5-2", "indicator plan-1". */
  readonly scope: string;
  readonly earlier: string;
  readonly later: string;
  readonly same: boolean;
  readonly reason: string;
}

/** Reads the reviewed tables. A file that is missing, or a cell that cannot be meant, is an error that names it. */
export async function readReviewed(folder: string): Promise<Reviewed> {
  const table = (name: string, columns: readonly string[]) => readReviewedTable(join(folder, `${name}.csv`), columns);
  const optional = async (name: string, columns: readonly string[]) =>
    existsSync(join(folder, `${name}.csv`)) ? table(name, columns) : [];
  const [municipality] = await table('municipality', ['key', 'code', 'name', 'name_en', 'summary', 'summary_en']);
  if (!municipality) throw unreadable(join(folder, 'municipality.csv'), 'one row', 'none');
  const sdgs = await table('sdgs', ['number', 'name', 'name_en', 'color', 'uri']);
  refuseRepeated(sdgs, 'number');
  const corrections = await optional('corrections', ['id', 'document', 'line', 'find', 'replace', 'reason']);
  refuseRepeated(corrections, 'id');
  const identities = await optional('identities', ['scope', 'earlier', 'later', 'same', 'reason']);
  refuseRepeated(identities, 'scope', 'earlier', 'later');
  const aliases = new Map<string, string[]>();
  for (const row of await optional('aliases', ['id', 'alias', 'reason']))
    aliases.set(row.filled('id'), [...(aliases.get(row.filled('id')) ?? []), row.filled('alias')]);
  return {
    municipality: {
      key: municipality.filled('key'),
      code: municipality.filled('code'),
      name: municipality.text('name'),
      nameEn: municipality.text('name_en'),
      summary: municipality.text('summary'),
      summaryEn: municipality.text('summary_en'),
    },
    sdgs: sdgs.map((row) => ({
      number: row.number('number', 17),
      name: row.text('name'),
      nameEn: row.text('name_en'),
      color: row.text('color'),
      uri: row.text('uri'),
    })),
    corrections: corrections.map((row) => ({
      id: row.filled('id'),
      document: row.filled('document'),
      line: row.number('line'),
      find: row.filled('find'),
      replace: row.text('replace'),
      reason: row.text('reason'),
    })),
    aliases,
    texts: await readTexts(join(folder, 'text')),
    identities: identities.map((row) => ({
      scope: row.filled('scope'),
      earlier: row.filled('earlier'),
      later: row.filled('later'),
      same: row.flag('same'),
      reason: row.text('reason'),
    })),
  };
}

/** Names and summaries of all tables of a folder; each id stands in one of them. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, ReviewedText>> {
  const texts = new Map<string, ReviewedText>();
  const names = existsSync(folder) ? await readdir(folder) : [];
  for (const file of names.filter((name) => name.endsWith('.csv')).sort())
    for (const row of await readReviewedTable(join(folder, file), ['id', 'name', 'name_en', 'summary', 'summary_en'])) {
      const id = row.filled('id');
      if (texts.has(id)) throw unreadable(join(folder, file), 'each id once in all its tables', `${id} again`);
      texts.set(id, {
        file,
        name: row.text('name'),
        nameEn: row.text('name_en') || null,
        summary: row.text('summary') || null,
        summaryEn: row.text('summary_en') || null,
      });
    }
  return texts;
}
