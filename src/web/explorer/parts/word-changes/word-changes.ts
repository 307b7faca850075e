import { diffArrays } from 'diff';
import { once } from '../../../../labels/once.js';

/** A part of two texts: in both, or in one of them only. */
export interface WordChange {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/** Texts that differ in more words than this are told as replaced: nobody reads so many marks. */
const mostChanges = 400;

/** Words, where nothing stands between them as in Japanese, are what the dictionary of the browser says. */
const segmenter = once(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/** The words of a text, and what stands between them. */
const wordsOf = (text: string): string[] => [...segmenter().segment(text)].map(({ segment }) => segment);

/** Which words a text lost and got on the way to another one; together the parts are both texts, to the last character. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges });
  const changes: readonly WordChange[] = parts
    ? parts.map(({ value, added, removed }) => ({
        kind: removed ? 'REMOVED' : added ? 'ADDED' : 'SAME',
        text: value.join(''),
      }))
    : [
        { kind: 'REMOVED', text: before },
        { kind: 'ADDED', text: after },
      ];
  return changes.filter(({ text }) => text !== '');
}
