/** The documents after correction, as the records of their parsers. */
import { parseAdoptedPlan } from '../documents/adopted-plan/parse.js';
import type { AdoptedPlan } from '../documents/adopted-plan/record.js';
import { applyCorrections, type UnmatchedReason } from '../documents/corrections.js';
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

/** Why a correction changed nothing, in words. */
const reasons: Readonly<Record<UnmatchedReason, string>> = {
  NOT_FOUND: 'the document does not hold its text',
  ON_SEVERAL_LINES: 'its text stands on several lines, none of them the given one',
  ALREADY_CORRECT: 'the line reads like the correction already',
  BREAKS_THE_LINE: 'it would break a line in two',
};

/** The documents after the reviewed corrections, with those that were used, and those that were not with the reason. */
export function correct(originals: readonly SourceText[], { corrections }: Reviewed, findings: Findings) {
  const applied = originals.map((source) => applyCorrections(source, corrections));
  const used = applied.flatMap((result) => result.used);
  for (const { id, document, line, correctedLine, moved } of used)
    if (moved)
      findings.add({
        rule: 'correction-stands-at-its-line',
        severity: 'warning',
        document: 'seed/reviewed/corrections.csv',
        lines: null,
        message: `The text that ${id} corrects stands on another line of ${document}; it was corrected there.`,
        messageJa: `訂正 ${id} の該当箇所が ${document} の別の行にあるため、その行を訂正しました。`,
        expected: `line ${line}`,
        actual: `line ${correctedLine}`,
      });
  const reasonOf = new Map(applied.flatMap(({ unmatched }) => unmatched.map(({ id, why }) => [id, reasons[why]])));
  const usedIds = new Set(used.map(({ id }) => id));
  return {
    sources: applied.map(({ source }) => source),
    used: corrections.filter(({ id }) => usedIds.has(id)).map(({ id }) => id),
    unmatched: corrections
      .filter(({ id }) => !usedIds.has(id))
      .map(({ id }) => `${id}: ${reasonOf.get(id) ?? 'its document is not at hand'}`),
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
