/** The documents after correction, as the records of their parsers. */
import { parseAdoptedPlan } from '../documents/adopted-plan/parse.js';
import type { AdoptedPlan } from '../documents/adopted-plan/record.js';
import { applyCorrections } from '../documents/corrections.js';
import type { SourceText } from '../documents/document.js';
import type { Findings } from '../documents/finding.js';
import { compareMatrix } from '../documents/linkage-plans-draft/matrix.js';
import { parseLinkagePlansDraft } from '../documents/linkage-plans-draft/parse.js';
import type { LinkagePlansDraft } from '../documents/linkage-plans-draft/record.js';
import { compareIndexWithSheets } from '../documents/reform-sheets/compare.js';
import { parseReformSheets } from '../documents/reform-sheets/parse.js';
import type { ReformSheets } from '../documents/reform-sheets/record.js';
import { parseReviewSheets } from '../documents/review-sheets/parse.js';
import type { ReviewSheets } from '../documents/review-sheets/record.js';
import type { Reviewed } from './reviewed.js';

/** A document and its record. */
export interface Parsed<T> {
  readonly source: SourceText;
  readonly record: T;
}

export interface ParsedDocuments {
  readonly reviews: readonly Parsed<ReviewSheets>[];
  readonly adopted: Parsed<AdoptedPlan> | null;
  readonly linkageDraft: Parsed<LinkagePlansDraft> | null;
  readonly reform: readonly Parsed<ReformSheets>[];
}

/** The documents after the reviewed corrections, with the corrections that were used and those that found nothing. */
export function correct(originals: readonly SourceText[], { corrections }: Reviewed) {
  const applied = originals.map((source) =>
    applyCorrections(
      source,
      corrections.filter(({ document }) => document === source.id),
    ),
  );
  const used = new Set(applied.flatMap((result) => result.used.map(({ id }) => id)));
  return {
    sources: applied.map(({ source }) => source),
    used: corrections.filter(({ id }) => used.has(id)).map(({ id }) => id),
    unmatched: corrections.filter(({ id }) => !used.has(id)).map(({ id }) => id),
  };
}

/** The records of all documents; what a document contradicts in itself goes to the findings. */
export function parse(sources: readonly SourceText[], findings: Findings): ParsedDocuments {
  const all = <T>(kind: SourceText['kind'], parser: (source: SourceText, findings: Findings) => T): Parsed<T>[] =>
    sources.filter((source) => source.kind === kind).map((source) => ({ source, record: parser(source, findings) }));
  const documents = {
    reviews: all('review-sheets', parseReviewSheets),
    adopted: all('adopted-plan', parseAdoptedPlan)[0] ?? null,
    linkageDraft: all('linkage-plans-draft', parseLinkagePlansDraft)[0] ?? null,
    reform: all('reform-sheets', parseReformSheets),
  };
  for (const finding of documents.linkageDraft
    ? compareMatrix(documents.linkageDraft.record, documents.linkageDraft.source)
    : [])
    findings.add(finding);
  for (const { source, record } of documents.reform)
    for (const finding of compareIndexWithSheets(record, source.id)) findings.add(finding);
  return documents;
}
