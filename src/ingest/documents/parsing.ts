import type { Lines, Located, SourceText } from './document.js';
import { type FindingList, type Remark, warning } from './finding.js';
import { blank, type PrintedLine, printedLines } from './printed-lines.js';

/** One document being parsed: its lines, and which of them no part of the parser has consumed yet. */
export class Parsing {
  /** The lines that hold text. */
  readonly lines: readonly PrintedLine[];
  private readonly source: SourceText;
  private readonly findings: FindingList;
  private readonly consumed = new Set<number>();

  constructor(source: SourceText, findings: FindingList) {
    this.source = source;
    this.findings = findings;
    const printed = printedLines(source.lines);
    this.consume(...printed.filter(({ text }) => text === ''));
    this.lines = printed.filter(({ text }) => text !== '');
  }

  /** Marks the lines of some things as read, captions and other lines that hold nothing to keep among them. */
  consume(...items: readonly Located[]): void {
    for (const { lines } of items)
      for (let number = lines.first; number <= lines.last; number++) this.consumed.add(number);
  }

  /** Adds a finding about this document. */
  remark(remark: Remark, lines: Lines | null, expected?: string, actual?: string): void {
    this.findings.add(remark, this.source.id, lines, expected, actual);
  }

  /** Adds a finding about the last line that holds text: what the document lacks behind it was probably cut off. */
  remarkAtEnd(remark: Remark, expected: string, actual: string): void {
    this.remark(remark, this.lines.at(-1)?.lines ?? null, expected, actual);
  }

  /**
   * Adds a warning for each range of lines that nothing has consumed, so that nothing is dropped in silence. The text
   * itself stays out of the report: it is the city's.
   */
  reportUnread(): void {
    const ranges: { first: number; last: number }[] = [];
    let open: { first: number; last: number } | null = null;
    for (const [index, text] of this.source.lines.entries()) {
      const number = index + 1;
      if (blank.test(text)) continue;
      if (this.consumed.has(number)) open = null;
      else if (open) open.last = number;
      else {
        open = { first: number, last: number };
        ranges.push(open);
      }
    }
    for (const lines of ranges) this.remark(unread, lines);
  }
}

const unread = warning(
  'every-line-is-placed',
  'These lines fit no known part of the document and were not used.',
  '文書のどの部分にも当てはまらない行のため、読み込んでいません。',
);
