import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Correction } from '../documents/corrections.js';
import {
  type Columns,
  filled,
  flag,
  number,
  optional,
  type RowOf,
  readReviewedTable,
  text,
  unreadable,
} from './reviewed-table.js';

/** The tables of `seed/reviewed/`. Columns that the dataset has, too, are named as there. */
const tables = {
  municipality: { key: filled, code: filled, name: text, name_en: text, summary: text, summary_en: text },
  sdgs: { number: number(17), name: text, name_en: text, color: text, uri: text },
  corrections: { id: filled, document: filled, line: number(), find: filled, replace: text, reason: text },
  aliases: { id: filled, alias: filled, reason: text },
  /** Whose indicators are meant, those of a policy item or of a linkage plan: "indicator 5-2", "indicator plan-1". */
  identities: { scope: filled, earlier: filled, later: filled, same: flag, reason: text },
  texts: { id: filled, name: text, name_en: optional, summary: optional, summary_en: optional },
} as const satisfies Record<string, Columns>;

/** A decision on whether two names of different stages mean the same thing. */
export type Identity = RowOf<typeof tables.identities>;

/** The reviewed name, English name and summaries of an entity, and the file that has them. */
export type ReviewedText = RowOf<typeof tables.texts> & { readonly file: string };

/** The reviewed half of `seed/`: what a person decided or wrote, which extraction applies and never changes. */
export interface Reviewed {
  readonly municipality: RowOf<typeof tables.municipality>;
  readonly sdgs: readonly RowOf<typeof tables.sdgs>[];
  readonly corrections: readonly Correction[];
  /** Other spellings by entity id. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Texts by entity id. */
  readonly texts: ReadonlyMap<string, ReviewedText>;
  readonly identities: readonly Identity[];
}

/** Reads the reviewed tables. A file that is missing, or a cell that cannot be meant, is an error that names it. */
export async function readReviewed(folder: string): Promise<Reviewed> {
  const pathOf = (name: keyof typeof tables) => join(folder, `${name}.csv`);
  const [municipality] = await readReviewedTable(pathOf('municipality'), tables.municipality);
  if (!municipality) throw unreadable(pathOf('municipality'), 'one row', 'none');
  const sdgs = await readReviewedTable(pathOf('sdgs'), tables.sdgs, ['number']);
  const has = (name: keyof typeof tables) => existsSync(pathOf(name));
  const corrections = has('corrections')
    ? await readReviewedTable(pathOf('corrections'), tables.corrections, ['id'])
    : [];
  const identities = has('identities')
    ? await readReviewedTable(pathOf('identities'), tables.identities, ['scope', 'earlier', 'later'])
    : [];
  const aliases = new Map<string, string[]>();
  for (const { id, alias } of has('aliases') ? await readReviewedTable(pathOf('aliases'), tables.aliases) : [])
    aliases.set(id, [...(aliases.get(id) ?? []), alias]);
  return { municipality, sdgs, corrections, aliases, texts: await readTexts(join(folder, 'text')), identities };
}

/** The texts of all tables of a folder; each id stands in one of them. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, ReviewedText>> {
  const texts = new Map<string, ReviewedText>();
  const names = existsSync(folder) ? await readdir(folder) : [];
  for (const file of names.filter((name) => name.endsWith('.csv')).sort())
    for (const row of await readReviewedTable(join(folder, file), tables.texts)) {
      if (texts.has(row.id)) throw unreadable(join(folder, file), 'each id once in all its tables', `${row.id} again`);
      texts.set(row.id, { ...row, file });
    }
  return texts;
}
