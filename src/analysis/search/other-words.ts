/** A query in other words: written as it is read, or with a word that means the same. */
import { writtenForms } from './readings.js';
import { synonymsOf } from './synonyms.js';

export interface OtherWords {
  readonly text: string;
  readonly kind: 'READING' | 'SYNONYM';
}

/** The most ways of each kind in which a query is put: each of them is a search of its own. */
const mostVariants = 4;

/** The folded words of a query in other words; none where none of them has others. */
export function inOtherWords(words: readonly string[]): readonly OtherWords[] {
  const read = words.reduce<readonly (readonly string[])[]>(
    (before, word) => {
      const forms = [...writtenForms(word, mostVariants), word];
      // One more than are wanted: the words as they were typed are among them.
      return before.flatMap((start) => forms.map((form) => [...start, form])).slice(0, mostVariants + 1);
    },
    [[]],
  );
  const readings = read.map((each) => each.join(' ')).filter((text) => text !== words.join(' '));
  const synonyms = words.flatMap((word, index) => synonymsOf(word).map((other) => words.with(index, other).join(' ')));
  return [
    ...readings.slice(0, mostVariants).map((text) => ({ text, kind: 'READING' as const })),
    ...synonyms.slice(0, mostVariants).map((text) => ({ text, kind: 'SYNONYM' as const })),
  ];
}
