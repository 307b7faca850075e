import { type Located, linesOf, type Passage } from '../document.js';
import { blank } from '../printed-lines.js';
import { blockMarkUp, cleanName, inlineMarkUp } from '../text.js';

/** A stretch of running text on one line of the document. */
export interface Piece extends Located {
  readonly text: string;
}

/**
 * A cell of a table row, or the whole of a line that is none, trimmed but with its mark-up. Empty cells are left out, so
 * columns can have gaps.
 */
export interface Cell extends Piece {
  /** Tabs before it; cells that one tab-less stretch holds together share it. */
  readonly column: number;
}

/** A line that is not blank. */
export interface Row extends Located {
  readonly cells: readonly Cell[];
}

/** The rows of a document. An arrow always opens a cell, because statuses slide into the cell before theirs. */
export function readRows(lines: readonly string[]): Row[] {
  return lines.flatMap((printed, index) => {
    if (blank.test(printed)) return [];
    const lines = { first: index + 1, last: index + 1 };
    const cells = printed.split('\t').flatMap((stretch, column) =>
      stretch
        .split(/(?=←)/)
        .map((text) => ({ lines, column, text: text.trim() }))
        .filter(({ text }) => text !== ''),
    );
    return [{ lines, cells }];
  });
}

/** The cells of a row as one text. */
export function rowText({ cells }: Row): string {
  return cells.map(({ text }) => text).join(' ');
}

/** A bullet inside a cell stands after a blank or a full stop. */
const bulletAhead = /(?<=^|[\s。])(?=[●○])/;
const bullet = /^(?:[●○]\s*|-\s+)/;
const circled = /([①-⑳㉑-㉟㊱-㊿])/;

/** Running text without mark-up, its bullets and paragraphs separated by newlines; null where nothing is left. */
export function readPassage(pieces: readonly Piece[]): Passage | null {
  const read = pieces
    .map(({ lines, text }) => ({ lines, text: paragraphsOf(text).join('\n') }))
    .filter(({ text }) => text !== '');
  return read.length === 0 ? null : { text: read.map(({ text }) => text).join('\n'), lines: linesOf(read) };
}

function paragraphsOf(text: string): string[] {
  return withoutInlineMarkUp(text.replace(blockMarkUp, '\n'))
    .split('\n')
    .flatMap((line) => line.trim().split(bulletAhead))
    .map((paragraph) => cleanSentence(paragraph.trim().replace(bullet, '')))
    .filter((paragraph) => paragraph !== '');
}

/** A text with a blank for each mark of emphasis. */
export function withoutInlineMarkUp(text: string): string {
  return text.replace(inlineMarkUp, ' ').replaceAll('**', ' ');
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
