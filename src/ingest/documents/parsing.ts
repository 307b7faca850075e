import type { Lines, SourceText } from './document.js';
import type { Finding, Findings } from './finding.js';
import { PlacedLines } from './placed-lines.js';
import { type PrintedLine, printedLines } from './printed-lines.js';

/** One document being parsed: its lines, the record of those already used, and the place for remarks. */
export interface Parsing {
  readonly document: string;
  readonly lines: readonly PrintedLine[];
  readonly placed: PlacedLines;
  /** Adds a finding about this document. */
  remark(finding: Omit<Finding, 'document'>): void;
}

export function startParsing(source: SourceText, findings: Findings): Parsing {
  const placed = new PlacedLines(source);
  const lines = printedLines(source.lines);
  for (const line of lines) if (line.text === '') placed.place(lineOf(line));
  return {
    document: source.id,
    lines: lines.filter(({ text }) => text !== ''),
    placed,
    remark: (finding) => findings.add({ ...finding, document: source.id }),
  };
}

/** The range that is this one line. */
export function lineOf({ number }: PrintedLine): Lines {
  return { first: number, last: number };
}

/** The range from the first to the last of some lines in document order; there must be one. */
export function linesOf(lines: readonly PrintedLine[]): Lines {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error('expected at least one line, but got none');
  return { first: first.number, last: last.number };
}

/** Marks each of these lines as used, but not what stands between them. */
export function placeAll({ placed }: Parsing, lines: readonly PrintedLine[]): void {
  for (const line of lines) placed.place(lineOf(line));
}
