import type { Passage } from '../document.js';
import { cleanName } from '../text.js';

/** A stretch of running text on one line of the document. */
export interface Piece {
  readonly line: number;
  readonly text: string;
}

const blockTags = /<\/?(?:p|ul|ol|li|br)(?:\s[^<>]*)?\/?>/gi;
const inlineMarkUp = /<\/?(?:b|em|strong|i|u|span)(?:\s[^<>]*)?\/?>|\*\*/gi;
/** A bullet inside a cell stands after a blank or a full stop. */
const bulletAhead = /(?<=^|[\s。])(?=[●○])/;
const bullet = /^(?:[●○]\s*|-\s+)/;
const circled = /([①-⑳㉑-㉟㊱-㊿])/;

/** Running text without mark-up, its bullets and paragraphs separated by newlines; null where nothing is left. */
export function readPassage(pieces: readonly Piece[]): Passage | null {
  const read = pieces
    .map(({ line, text }) => ({ line, text: paragraphsOf(text).join('\n') }))
    .filter(({ text }) => text !== '');
  const [first, last] = [read[0], read.at(-1)];
  if (!first || !last) return null;
  return { text: read.map(({ text }) => text).join('\n'), lines: { first: first.line, last: last.line } };
}

function paragraphsOf(text: string): string[] {
  return text
    .replace(blockTags, '\n')
    .replace(inlineMarkUp, ' ')
    .split('\n')
    .flatMap((line) => line.trim().split(bulletAhead))
    .map((paragraph) => cleanSentence(paragraph.trim().replace(bullet, '')))
    .filter((paragraph) => paragraph !== '');
}

/** Japanese needs no blanks, so those around bold words and glossary marks go; ① stays, which NFKC would make a 1. */
function cleanSentence(text: string): string {
  return text
    .split(circled)
    .map((part, index) => (index % 2 === 1 ? part : cleanName(part)))
    .join('');
}

/** A circled number and what follows it: "③市長への手紙" → 3. Null where the text opens with anything else. */
export function readCircledNumber(text: string): { readonly number: number; readonly rest: string } | null {
  const [before, mark, ...rest] = text.trim().split(circled);
  if (before !== '' || mark === undefined) return null;
  return { number: Number(mark.normalize('NFKC')), rest: rest.join('').trim() };
}
