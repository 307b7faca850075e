/** How the graph keeps where a fact was read: a list of texts on its node or edge, one for each place. */
import type { Stage } from './enums.js';

/** A place in a document. */
export interface SourcePlace {
  /** The document's id. */
  readonly document: string;
  /** Lines from 1; the last one is in it. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The stage that it speaks for; null outside the planning cycle. */
  readonly stage: Stage | null;
}

/** As the graph has them. */
export type StoredSources = readonly string[];

/** `honjo:source-document:review-sheets-5 55 56 DRAFT`, without the stage where there is none: ids hold no blanks. */
export const writeSource = ({ document, firstLine, lastLine, stage }: SourcePlace): string =>
  [document, firstLine, lastLine, ...(stage === null ? [] : [stage])].join(' ');

export function readSource(text: string): SourcePlace {
  const [document = '', firstLine, lastLine, stage] = text.split(' ');
  return { document, firstLine: Number(firstLine), lastLine: Number(lastLine), stage: (stage as Stage) ?? null };
}
