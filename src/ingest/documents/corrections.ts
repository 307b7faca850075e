import type { SourceText } from './document.js';

/** A correction is one reviewed replacement in one line of a document, with the reason why a person decided it. */
export interface Correction {
  readonly id: string;
  /** Id of the document: "adopted-plan". */
  readonly document: string;
  /** 1-based. */
  readonly line: number;
  readonly find: string;
  readonly replace: string;
  readonly reason: string;
  readonly reasonJa: string;
}

/**
 * Why a correction changed nothing: the document does not hold the text (any more), holds it on several lines of
 * which none is the reviewed one, holds the corrected text already, or the correction would break a line in two.
 */
export type UnmatchedReason = 'NOT_FOUND' | 'ON_SEVERAL_LINES' | 'ALREADY_CORRECT' | 'BREAKS_THE_LINE';

/**
 * Applies the corrections of this document, in their order; those of other documents are passed over.
 * A correction changes its line, or the only line that holds its text; the number of lines never changes.
 */
export function applyCorrections(source: SourceText, corrections: readonly Correction[]) {
  const lines = [...source.lines];
  // The line that was corrected is another than `line` where the text has moved since the review.
  const used: (Correction & { readonly correctedLine: number; readonly moved: boolean })[] = [];
  const unmatched: (Correction & { readonly why: UnmatchedReason })[] = [];
  for (const correction of corrections) {
    if (correction.document !== source.id) continue;
    const line = findLine(lines, correction);
    if (typeof line === 'string') unmatched.push({ ...correction, why: line });
    else {
      lines[line - 1] = corrected(lines[line - 1] ?? '', correction);
      used.push({ ...correction, correctedLine: line, moved: line !== correction.line });
    }
  }
  return { source: { ...source, lines }, used, unmatched };
}

/** The line that a correction changes, or why there is none. */
function findLine(lines: readonly string[], correction: Correction): number | UnmatchedReason {
  if (/[\r\n]/.test(correction.replace)) return 'BREAKS_THE_LINE';
  const reviewed = lines[correction.line - 1] ?? '';
  if (corrected(reviewed, correction) !== reviewed) return correction.line;
  if (correction.replace !== '' && reviewed.includes(correction.replace)) return 'ALREADY_CORRECT';
  const [found, ...others] = lines.flatMap((line, index) => (corrected(line, correction) === line ? [] : [index + 1]));
  if (found === undefined) return 'NOT_FOUND';
  return others.length === 0 ? found : 'ON_SEVERAL_LINES';
}

/**
 * The line with every occurrence of `find` replaced. Where `replace` itself holds `find`, what already reads
 * like `replace` is left alone, so that a corrected line is not corrected again.
 */
function corrected(line: string, { find, replace }: Correction): string {
  if (find === '') return line;
  const parts = replace.includes(find) ? line.split(replace) : [line];
  return parts.map((part) => part.split(find).join(replace)).join(replace);
}
