/** What is found while a workbook is read: errors, and remarks on what was understood or left out, each with its cell. */
import type { Description } from '../../model/declaration.js';
import { placeOf } from './book.js';

export interface Finding {
  readonly kind: 'error' | 'remark';
  readonly sheet: string;
  readonly column: number | null;
  /** The rows of which it is true; none where a whole sheet or column is meant. */
  readonly rows: readonly number[];
  readonly words: Description;
}

/** Notes a finding at a cell. What is said alike of several cells of a column is one finding with their rows. */
export class Findings {
  readonly #found = new Map<string, Finding & { readonly rows: number[] }>();

  get all(): readonly Finding[] {
    return [...this.#found.values()];
  }

  get errors(): readonly Finding[] {
    return this.all.filter(({ kind }) => kind === 'error');
  }

  get remarks(): readonly Finding[] {
    return this.all.filter(({ kind }) => kind === 'remark');
  }

  error(sheet: string, row: number | null, column: number | null, words: Description): void {
    this.#note('error', sheet, row, column, words);
  }

  remark(sheet: string, row: number | null, column: number | null, words: Description): void {
    this.#note('remark', sheet, row, column, words);
  }

  #note(kind: Finding['kind'], sheet: string, row: number | null, column: number | null, words: Description): void {
    const key = JSON.stringify([kind, sheet, column, words.en]);
    const rows = row === null ? [] : [row];
    const known = this.#found.get(key);
    if (known) known.rows.push(...rows.filter((other) => !known.rows.includes(other)));
    else this.#found.set(key, { kind, sheet, column, rows, words });
  }
}

/** How many cells of a finding are named. */
const named = 3;

/** A finding with its cells, in both languages: `施策!A3、施策!A4 ほか 2 件: …`. */
export function formatFinding({ sheet, column, rows, words }: Finding): Description {
  const places = rows.slice(0, named).map((row) => placeOf(sheet, row, column));
  const place = places.length > 0 ? places : [placeOf(sheet, null, column)];
  const more = rows.length - named;
  return {
    ja: `${place.join('、')}${more > 0 ? ` ほか ${more} 件` : ''}: ${words.ja}`,
    en: `${place.join(', ')}${more > 0 ? ` and ${more} more` : ''}: ${words.en}`,
  };
}
