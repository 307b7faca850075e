import { once } from '../../../../labels/once.js';

const segmenter = once(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/** What no line begins with in Japanese (行頭禁則). */
const neverFirst = /^[、。，．・：；？！）」』】〕％ー々]/;

/** A text in lines that are at most `width` wide, which `measure` tells; parted between words, in Japanese too. */
export function linesOf(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of segmenter().segment(text)) {
    if (line !== '' && !neverFirst.test(segment) && measure((line + segment).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
