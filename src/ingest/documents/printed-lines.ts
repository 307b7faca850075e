import type { Located } from './document.js';
import { cleanText } from './text.js';

/** A line that is not blank, as a reader of the page would see it. */
export interface PrintedLine extends Located {
  /** 1-based. */
  readonly number: number;
  /** The bullet, triangle or circled number it opens with; empty where it opens with text. */
  readonly mark: string;
  /** The clean text after the mark; empty where the line holds nothing but mark-up. */
  readonly text: string;
  /** The line as it stands in the file; for tables, whose cells are separated by tabs. */
  readonly raw: string;
  /** True where the line above is not blank: a wrapped line, or the next row of a table. */
  readonly follows: boolean;
}

/** A line that holds nothing, or the rule that a converter draws under a table head. */
export const blank = /^[-\s|:=\u3000]*$/;
const leadingMarkUp = /^(?:\s|#|\*\*|<\/?(?:b|p|ul|ol|li|br|em|strong|i|u|span)(?:\s[^<>]*)?\/?>)*/i;
/** A hyphen, an asterisk and a middle dot also open wrapped lines, so they are marks only before a blank. */
const openingMark = /^(?:[-*・](?=\s)|[•●○◯■◆▶►▲△※]|[①-⑳])/;

/** All lines that are not blank. */
export function printedLines(lines: readonly string[]): PrintedLine[] {
  return lines.flatMap((raw, index) => {
    if (blank.test(raw)) return [];
    const body = raw.replace(leadingMarkUp, '');
    const mark = openingMark.exec(body)?.[0] ?? '';
    const number = index + 1;
    return {
      number,
      lines: { first: number, last: number },
      mark,
      text: cleanText(body.slice(mark.length)),
      raw,
      follows: !blank.test(lines[index - 1] ?? ''),
    };
  });
}

/** True where a line without a mark stands directly below something: a wrapped line goes on there. */
export function wraps({ mark, number }: PrintedLine, above: Located | undefined): boolean {
  return mark === '' && above?.lines.last === number - 1;
}

/** The number of a circled digit: ③ → 3; null for any other mark. */
export function circledNumber(mark: string): number | null {
  return /^[①-⑳]$/.test(mark) ? mark.charCodeAt(0) - '①'.charCodeAt(0) + 1 : null;
}

/** A line "3. name" without a mark, as chapters, lists and measures number their names. */
export function numberedName({ mark, text }: PrintedLine): { readonly number: number; readonly name: string } | null {
  const match = mark === '' ? /^(\d{1,2})(?:\s*[.、]\s+|\s*[.、](?=\D)|\s+(?=\D))(\S.*)$/.exec(text) : null;
  return match?.[1] && match[2] ? { number: Number(match[1]), name: match[2] } : null;
}
