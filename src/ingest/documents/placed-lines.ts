import type { Lines, SourceText } from './document.js';
import type { Findings } from './finding.js';

/** A blank line, or the rule that a converter draws under a table head. */
const blank = /^[-\s|:=\u3000]*$/;

/**
 * The record of which lines of a document a parser has used. Whatever is left at the end is reported,
 * so that nothing is dropped in silence.
 */
export class PlacedLines {
  private readonly source: SourceText;
  private readonly placed: boolean[];

  constructor(source: SourceText) {
    this.source = source;
    this.placed = source.lines.map((line) => blank.test(line));
  }

  /** Marks a range as used; also for lines that are known to hold nothing to keep, such as captions. */
  place({ first, last }: Lines): void {
    for (let number = first; number <= last; number++) this.placed[number - 1] = true;
  }

  /** The ranges of neighbouring lines that nothing has used. */
  unplaced(): Lines[] {
    const ranges: { first: number; last: number }[] = [];
    this.placed.forEach((used, index) => {
      if (used) return;
      const current = ranges.at(-1);
      if (
        current &&
        this.placed
          .slice(current.last, index)
          .every((_, gap) => blank.test(this.source.lines[(current.last ?? 0) + gap] ?? ''))
      )
        current.last = index + 1;
      else ranges.push({ first: index + 1, last: index + 1 });
    });
    return ranges;
  }

  /** Adds one warning per unplaced range. The text itself stays out of the report: it is the city's. */
  report(findings: Findings): void {
    for (const lines of this.unplaced())
      findings.add({
        rule: 'every-line-is-placed',
        severity: 'warning',
        document: this.source.id,
        lines,
        message: 'These lines fit no known part of the document and were not used.',
        messageJa: '文書のどの部分にも当てはまらない行のため、読み込んでいません。',
      });
  }
}
