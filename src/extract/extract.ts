import type { Dataset } from '../dataset/dataset.js';
import { parseAdoptedPlan } from '../documents/adopted-plan/parse.js';
import type { AdoptedPlan } from '../documents/adopted-plan/record.js';
import { applyCorrections } from '../documents/corrections.js';
import { type DocumentFile, type SourceText, spanOf } from '../documents/document.js';
import type { FindingList, Findings } from '../documents/finding.js';
import { compareMatrix } from '../documents/linkage-plans-draft/matrix.js';
import { parseLinkagePlansDraft } from '../documents/linkage-plans-draft/parse.js';
import type { LinkagePlanRecord, LinkagePlansDraft } from '../documents/linkage-plans-draft/record.js';
import { compareIndexWithSheets } from '../documents/reform-sheets/compare.js';
import { parseReformSheets } from '../documents/reform-sheets/parse.js';
import type { ReformSheets } from '../documents/reform-sheets/record.js';
import { parseReviewSheets } from '../documents/review-sheets/parse.js';
import type { ReviewSheets } from '../documents/review-sheets/record.js';
import type { Stage } from '../model/enums.js';
import { DatasetBuilder } from './builder.js';
import { at, type Context, idOf } from './context.js';
import { describeEntities } from './describe-entities.js';
import { extractIndicators } from './indicators.js';
import { assertIssues } from './issues.js';
import { compareLinkagePlans, extractLinkageIndicators, extractLinkagePlans, extractMatrix } from './linkage-plans.js';
import { extractMeasures } from './measures.js';
import { type ItemList, remarkMissingItems } from './missing-items.js';
import type { PlanItem } from './plan-item.js';
import {
  assertPolicyField,
  assertUnnamedFields,
  extractAdoptedItem,
  extractCollaboration,
  extractReviewedItem,
  extractVisions,
} from './policy-items.js';
import { extractReformSheets } from './reform-sheets.js';
import { extractProjects, extractRelatedPlans } from './review-lists.js';
import type { Reviewed } from './reviewed.js';

interface Parsed<T> {
  readonly source: SourceText;
  readonly record: T;
}

interface ParsedDocuments {
  readonly reviews: readonly Parsed<ReviewSheets>[];
  readonly adopted: Parsed<AdoptedPlan> | null;
  readonly linkageDraft: Parsed<LinkagePlansDraft> | null;
  readonly reform: readonly Parsed<ReformSheets>[];
}

export interface Extraction {
  readonly dataset: Dataset;
  /** Corrections by id: which were applied and which found nothing to correct. */
  readonly corrections: { readonly used: readonly string[]; readonly unmatched: readonly string[] };
}

/** Everything that the documents say, as a dataset. What is odd goes to the findings; nothing is thrown for bad content. */
export function extract(
  originals: readonly DocumentFile[],
  reviewed: Reviewed,
  findings: FindingList,
  options: { readonly withText: boolean },
): Extraction {
  const builder = new DatasetBuilder();
  const context: Context = { builder, reviewed, findings, withText: options.withText };
  const { sources, used, unmatched } = correct(originals, reviewed);
  const documents = parse(sources, findings);
  remarkMissingItems(findings, itemLists(documents));
  assertMunicipality(context);
  assertDocuments(context, originals);
  extractPlan(context, documents);
  extractLinkage(context, documents);
  for (const { source, record } of documents.reform) extractReformSheets(context, source, record);
  assertUnnamedFields(context);
  describeEntities(context);
  remarkUnresolved(context);
  assertIssues(context, findings.all);
  const dataset = builder.build();
  if (!options.withText) return { dataset, corrections: { used, unmatched } };
  const texts = new Map(originals.map(({ id, lines }) => [idOf(context, 'source-document', id), lines]));
  return { dataset: { ...dataset, texts }, corrections: { used, unmatched } };
}

/** Leaves out and reports what refers to a thing that no document at hand has. */
function remarkUnresolved({ builder, findings }: Context): void {
  for (const { type, from, to, sources } of builder.takeUnresolved()) {
    const [source] = sources;
    findings.add({
      rule: 'reference-resolves',
      severity: 'warning',
      document: source?.document ?? '',
      lines: source ? { first: source.firstLine, last: source.lastLine } : null,
      message: `A reference (${type}) leads to something that no document at hand has; it was left out.`,
      messageJa: `参照先（${type}）が文書にないため、登録していません。`,
      expected: `${from} and ${to}`,
      actual: 'only one of them',
    });
  }
}

function correct(originals: readonly SourceText[], { corrections }: Reviewed) {
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

function parse(sources: readonly SourceText[], findings: Findings): ParsedDocuments {
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

/** Every document's own list of the policy items of a field. */
function itemLists({ reviews, adopted, linkageDraft }: ParsedDocuments): readonly ItemList[] {
  const reviewed = reviews.flatMap(({ source, record: { field, sheets } }) => {
    const last = sheets.at(-1);
    const numbers = sheets.map(({ number }) => number);
    return field && last ? [{ document: source.id, field: field.value.number, numbers, end: last.lines }] : [];
  });
  const chapters = (adopted?.record.chapters ?? []).map(({ number, items, lines }) => ({
    document: adopted?.source.id ?? '',
    field: number,
    numbers: items.map((item) => item.number),
    end: lines,
  }));
  // The matrix has a row for every policy item, also of the fields that it lost.
  const rows = linkageDraft?.record.matrix.items ?? [];
  const fields = new Set([...reviewed, ...chapters].map(({ field }) => field));
  for (const { fieldNumber } of rows) fields.add(fieldNumber);
  const matrix = [...(rows.length > 0 ? fields : [])].map((field) => ({
    document: linkageDraft?.source.id ?? '',
    field,
    numbers: rows.filter((row) => row.fieldNumber === field).map(({ code }) => Number(code.split('-')[1])),
    end: spanOf(...rows.map(({ lines }) => lines)),
  }));
  return [...reviewed, ...chapters, ...matrix];
}

function assertMunicipality({ builder, reviewed, ...rest }: Context): void {
  const { key, code, name, nameEn, summary, summaryEn } = reviewed.municipality;
  const values = { key, code, name, name_en: nameEn, summary, summary_en: summaryEn, aliases: [] };
  builder.node('Municipality', idOf({ builder, reviewed, ...rest }, 'municipality', code), values, null);
  for (const sdg of reviewed.sdgs)
    builder.node(
      'Sdg',
      `sdg:${sdg.number}`,
      { number: sdg.number, name: sdg.name, name_en: sdg.nameEn, color: sdg.color, uri: sdg.uri },
      null,
    );
}

function assertDocuments(context: Context, originals: readonly DocumentFile[]): void {
  for (const { id, kind, lines, checksum } of originals) {
    const nodeId = idOf(context, 'source-document', id);
    const title = context.reviewed.texts.get(nodeId)?.name ?? id;
    context.builder.node(
      'SourceDocument',
      nodeId,
      { name: title, title, document_kind: kind, line_count: lines.length, checksum },
      null,
    );
  }
}

/** The policy items of the review sheets and of the adopted plan, each with all that hangs on it. */
function extractPlan(context: Context, { reviews, adopted }: ParsedDocuments): void {
  const items = new Map<string, PlanItem>();
  for (const { source, record } of reviews) {
    // Without its heading the document is refused as incomplete before this.
    if (!record.field) continue;
    const { number, name } = record.field.value;
    assertPolicyField(context, number, name, at(source, 'DRAFT', record.field.lines));
    for (const sheet of record.sheets) {
      const code = `${number}-${sheet.number}`;
      items.set(code, { code, review: { source, sheet }, adopted: null });
    }
  }
  for (const { number, name, vision, lines, items: adoptedItems } of adopted?.record.chapters ?? []) {
    if (!adopted) continue;
    const { source } = adopted;
    const heading = { first: lines.first, last: Math.max(lines.first, vision.lines.last) };
    assertPolicyField(context, number, name, at(source, 'ADOPTED', heading), vision.value);
    for (const item of adoptedItems) {
      const code = `${number}-${item.number}`;
      items.set(code, { code, review: items.get(code)?.review ?? null, adopted: { source, item } });
    }
  }
  for (const item of items.values()) {
    if (item.review) extractReviewedItem(context, item.code, item.review.source, item.review.sheet);
    extractAdoptedItem(context, item);
    extractIndicators(context, item);
    extractVisions(context, item);
    extractMeasures(context, item);
    extractCollaboration(context, item);
    extractRelatedPlans(context, item);
    extractProjects(context, item);
  }
}

function extractLinkage(context: Context, { linkageDraft, adopted }: ParsedDocuments): void {
  const stated: { source: SourceText; stage: Stage; plans: readonly LinkagePlanRecord[] }[] = [];
  if (linkageDraft) {
    extractMatrix(context, linkageDraft.source, linkageDraft.record);
    stated.push({ source: linkageDraft.source, stage: 'DRAFT', plans: linkageDraft.record.plans });
  }
  if (adopted && adopted.record.linkagePlans.length > 0)
    stated.push({ source: adopted.source, stage: 'ADOPTED', plans: adopted.record.linkagePlans });
  for (const { source, stage, plans } of stated) extractLinkagePlans(context, source, stage, plans);
  extractLinkageIndicators(context, stated);
  if (linkageDraft && adopted)
    compareLinkagePlans(
      context,
      { source: linkageDraft.source, plans: linkageDraft.record.plans },
      { source: adopted.source, plans: adopted.record.linkagePlans },
    );
}
