/** Cells that say that they have no value. */
import type { RowCell } from './book.js';

/** By a dash or a word for none, or by a word for what is not known yet. */
export type Absence = 'dash' | 'none' | 'unknown';

/** A cell that says so. */
export interface AbsentCell {
  readonly absence: Absence;
  readonly cell: RowCell;
}

const words: readonly (readonly [pattern: RegExp, absence: Absence])[] = [
  [/^[-\u2010-\u2015\u2212\u2500\u30fc]+$/, 'dash'],
  [/^(?:該当|特に)?(?:なし|ナシ|無し?)$|^該当(?:せず|しない)$/, 'none'],
  [/^(?:未定|未確定|未設定|不明|調整中|検討中|確認中|\?+)$/, 'unknown'],
];

/** How a text says that there is no value; null where it says something else. */
export function absenceIn(text: string): Absence | null {
  const word = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/。$/, '');
  return words.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
