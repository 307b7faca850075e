import type { SourceText } from './document.js';
import type { FindingList } from './finding.js';
import type { PrintedLine } from './printed-lines.js';
import { cleanText } from './text.js';

/** One kind of document: how it is recognised and what is read from it. */
export interface DocumentFormat<Content = unknown> {
  /** The name of its folder. */
  readonly kind: string;
  /** What a message calls it. */
  readonly title: string;
  /**
   * The id of the document that these lines are, null where they are of another kind. Each format is known by headings
   * and table heads on lines or in cells of their own, several at once: covers are shared between documents, and a letter
   * or an agenda may mention any of these words in its text.
   */
  recognise(lines: readonly PrintedLine[]): string | null;
  /** Reads a whole document. What is odd about it goes to the findings; nothing is thrown. */
  parse(source: SourceText, findings: FindingList): Content;
}

/** The first match in a line that opens with text, not with a bullet or another mark. */
export function matchLine(lines: readonly PrintedLine[], pattern: RegExp): RegExpExecArray | null {
  const line = lines.find(({ mark, text }) => mark === '' && pattern.test(text));
  return line ? pattern.exec(line.text) : null;
}

/** True where a line that opens with text matches. */
export function hasLine(lines: readonly PrintedLine[], pattern: RegExp): boolean {
  return matchLine(lines, pattern) !== null;
}

/** True where a cell of a table matches, or a line without cells of its own. */
export function hasCell(lines: readonly PrintedLine[], pattern: RegExp): boolean {
  return lines.some(({ raw }) => raw.split('\t').some((cell) => pattern.test(cleanText(cell))));
}
