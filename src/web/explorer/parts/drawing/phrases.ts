/** Where a Japanese name goes on in the next line: what draws on a canvas knows no `word-break: auto-phrase`. */
import { once } from '../../../../labels/once.js';

const words = once(() => new Intl.Segmenter('ja', { granularity: 'word' }));

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Endings and particles, in hiragana; a suffix such as 課; brackets and marks. All stay with what they follow. */
const follows = /^(?:\p{Script=Hiragana}+|\p{Script=Han}|[^\p{L}\p{N}]+)$/u;
const opening = /[(（「『[]$/u;

/** Something of no width, at which a line may end. */
const lineEnd = '\u200b';

/** A name with the ends of its phrases marked, after which a line may end; one without Japanese letters as it is. */
export function inPhrases(name: string): string {
  if (!japanese.test(name)) return name;
  const phrases: string[] = [];
  for (const { segment } of words().segment(name)) {
    const last = phrases.at(-1);
    const isNew = last === undefined || !(follows.test(segment) || opening.test(last)) || opening.test(segment);
    if (isNew) phrases.push(segment);
    else phrases[phrases.length - 1] = last + segment;
  }
  return phrases.join(lineEnd);
}
