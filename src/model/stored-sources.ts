/** How the graph keeps where a fact was read: a list of texts on its node or edge, one for each place. */
import type { Stage } from './enums.js';

/** A place in a document. */
export interface SourcePlace {
  /** The document's id. */
  readonly document: string;
  /** Lines from 1; the last one is in it. Those of a sheet are its rows. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The cells of a sheet that say so, such as `B12:F12`; null of lines of text. */
  readonly cells: string | null;
  /** The stage that it speaks for; null outside the planning cycle. */
  readonly stage: Stage | null;
}

/** As the graph has them. */
export type StoredSources = readonly string[];

/** Tells cells from stages, of which no name begins so. */
const cellMark = '!';

/**
 * `honjo:source-document:review-sheets-5 55 56 DRAFT`, without the stage where there is none, and with cells behind it where
 * there are: `aoba:source-document:workbook-costs 12 12 !C12:D12`. Ids and cells hold no blanks.
 */
export const writeSource = ({ document, firstLine, lastLine, cells, stage }: SourcePlace): string =>
  [
    document,
    firstLine,
    lastLine,
    ...(stage === null ? [] : [stage]),
    ...(cells === null ? [] : [`${cellMark}${cells}`]),
  ].join(' ');

export function readSource(text: string): SourcePlace {
  const [document = '', firstLine, lastLine, ...further] = text.split(' ');
  const marked = further.at(-1)?.startsWith(cellMark) ? further.pop() : undefined;
  const [stage] = further;
  return {
    document,
    firstLine: Number(firstLine),
    lastLine: Number(lastLine),
    cells: marked?.slice(cellMark.length) ?? null,
    stage: (stage as Stage) ?? null,
  };
}
