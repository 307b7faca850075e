import type { Dataset } from '../dataset/dataset.js';
import type { DocumentFile } from '../documents/document.js';
import type { FindingList } from '../documents/finding.js';
import { DatasetBuilder } from './builder.js';
import { type Context, idOf } from './context.js';
import { describeEntities } from './describe-entities.js';
import { assertIssues } from './issues.js';
import { compareLinkagePlans } from './linkage-changes.js';
import { extractLinkageIndicators } from './linkage-indicators.js';
import { extractMatrix } from './linkage-matrix.js';
import { extractLinkagePlans, type StatedPlans } from './linkage-plans.js';
import { itemLists, remarkMissingItems } from './missing-items.js';
import { correct, type ParsedDocuments, parse } from './parsed-documents.js';
import { extractPlan } from './plan.js';
import { assertUnnamedFields } from './policy-items.js';
import { extractReformSheets } from './reform-sheets.js';
import type { Reviewed } from './reviewed.js';

export interface Extraction {
  readonly dataset: Dataset;
  /** Which corrections were applied, by id, and which found nothing to correct, with the reason. */
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
  const context: Context = { builder, reviewed, findings, asked: new Set(), withText: options.withText };
  const { sources, used, unmatched } = correct(originals, reviewed, findings);
  const documents = parse(sources, findings);
  remarkMissingItems(findings, itemLists(documents));
  assertMunicipality(context);
  assertDocuments(context, originals);
  extractPlan(context, documents);
  extractLinkage(context, documents);
  for (const { source, record } of documents.reform) extractReformSheets(context, source, record);
  assertUnnamedFields(context);
  describeEntities(context);
  remarkUnused(context);
  remarkUnresolved(context);
  assertIssues(context, findings.all);
  const dataset = builder.build();
  if (!options.withText) return { dataset, corrections: { used, unmatched } };
  const texts = new Map(originals.map(({ id, lines }) => [idOf(context, 'source-document', id), lines]));
  return { dataset: { ...dataset, texts }, corrections: { used, unmatched } };
}

/** Reports decisions on names that the documents never raise: those of a document that is not at hand, or slips. */
function remarkUnused({ reviewed, asked, findings }: Context): void {
  for (const identity of reviewed.identities)
    if (!asked.has(identity))
      findings.add({
        rule: 'reviewed-decision-is-used',
        severity: 'warning',
        document: 'seed/reviewed/identities.csv',
        lines: null,
        message: `The documents never ask whether these two names of "${identity.scope}" are one: ${identity.earlier}, ${identity.later}`,
        messageJa: `文書に現れない名称についての判断です（${identity.scope}）：${identity.earlier}、${identity.later}`,
      });
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

function assertMunicipality(context: Context): void {
  const { builder, reviewed } = context;
  const { key, code, name, nameEn, summary, summaryEn } = reviewed.municipality;
  const values = { key, code, name, name_en: nameEn, summary, summary_en: summaryEn, aliases: [] };
  builder.node('Municipality', idOf(context, 'municipality', code), values, null);
  for (const { nameEn: name_en, ...sdg } of reviewed.sdgs)
    builder.node('Sdg', `sdg:${sdg.number}`, { ...sdg, name_en }, null);
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

function extractLinkage(context: Context, { linkageDraft, adopted }: ParsedDocuments): void {
  if (linkageDraft) extractMatrix(context, linkageDraft.source, linkageDraft.record);
  const all: readonly StatedPlans[] = [
    ...(linkageDraft
      ? [{ source: linkageDraft.source, stage: 'DRAFT' as const, plans: linkageDraft.record.plans }]
      : []),
    ...(adopted ? [{ source: adopted.source, stage: 'ADOPTED' as const, plans: adopted.record.linkagePlans }] : []),
  ];
  // A document without any plan says nothing of them.
  const stated = all.filter(({ plans }) => plans.length > 0);
  extractLinkagePlans(context, stated);
  extractLinkageIndicators(context, stated);
  const [earlier, later] = stated;
  if (earlier && later) compareLinkagePlans(context, earlier, later);
}
