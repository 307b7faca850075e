import { nodeNamed } from '../../model/model.js';
import { sharedCodes } from '../dataset/codes.js';
import type { Dataset } from '../dataset/dataset.js';
import type { DocumentFile } from '../documents/document.js';
import type { FindingList } from '../documents/finding.js';
import { compareMatrix } from '../documents/linkage-plans-draft/matrix.js';
import { linkagePlansDraft } from '../documents/linkage-plans-draft/parse.js';
import { DatasetBuilder } from './builder.js';
import { type Context, cityOf, idOf } from './context.js';
import { describeEntities } from './describe-entities.js';
import { assertIssues } from './issues.js';
import { extractLinkage } from './linkage.js';
import { itemLists, remarkMissingItems } from './missing-items.js';
import { correct, ParsedDocuments } from './parsed-documents.js';
import { extractPlan } from './plan.js';
import { assertUnnamedFields } from './policy-items.js';
import { spelledAsPrinted } from './printed-spelling.js';
import { extractReformSheets } from './reform-sheets.js';
import { remarks } from './remarks.js';
import type { Reviewed } from './reviewed.js';

/** What asserts the facts of the documents, in this order: a later one follows up what an earlier one asserted. */
const steps: readonly ((context: Context, documents: ParsedDocuments) => void)[] = [
  extractPlan,
  extractLinkage,
  extractReformSheets,
];

/** A dataset, and what became of the corrections. */
export type Extraction = ReturnType<typeof extract>;

/**
 * Everything that the documents say, as a dataset, with the corrections that were applied, by id, and those that found nothing
 * to correct, with the reason. What is odd goes to the findings; nothing is thrown for bad content.
 */
export function extract(
  originals: readonly DocumentFile[],
  reviewed: Reviewed,
  findings: FindingList,
  options: { readonly withText: boolean },
) {
  const builder = new DatasetBuilder();
  const context: Context = { builder, reviewed, findings, usedDecisions: new Set(), withText: options.withText };
  const { sources, used, unmatched } = correct(originals, reviewed, findings);
  const documents = new ParsedDocuments(sources, findings);
  for (const { source, record } of documents.all(linkagePlansDraft))
    findings.all.push(...compareMatrix(record, source));
  remarkMissingItems(findings, itemLists(documents));
  assertMunicipality(context);
  assertDocuments(context, originals);
  for (const extractFacts of steps) extractFacts(context, documents);
  assertUnnamedFields(context);
  describeEntities(context);
  remarkUnused(context);
  remarkUnresolved(context);
  assertIssues(context, findings.all);
  const texts = new Map(originals.map(({ id, lines }) => [idOf(context, 'source-document', id), lines]));
  const dataset: Dataset = { ...spelledAsPrinted(builder.build(), sources), ...(options.withText ? { texts } : {}) };
  remarkSharedCodes(dataset, findings);
  return { dataset, corrections: { used, unmatched } };
}

/** Reports things that a damaged document gave the code of another: no dataset with them can be loaded. */
function remarkSharedCodes({ nodes }: Dataset, findings: FindingList): void {
  for (const [type, rows] of nodes)
    for (const { found, owner, value } of sharedCodes(nodeNamed(type), rows, (row) => row)) {
      const [source] = found.sources;
      const lines = source ? { first: source.firstLine, last: source.lastLine } : null;
      findings.add(remarks.sharedCode(String(value), found.id, owner), source?.document ?? '', lines);
    }
}

/** Reports decisions on names that the documents never raise: those of a document that is not at hand, or slips. */
function remarkUnused({ reviewed, usedDecisions, findings }: Context): void {
  for (const identity of reviewed.identities) {
    if (usedDecisions.has(identity)) continue;
    const { scope, earlier, later } = identity;
    findings.add(remarks.unusedDecision(scope, earlier, later), 'seed/reviewed/identities.csv', null);
  }
}

/** Leaves out and reports what refers to a thing that no document at hand has. */
function remarkUnresolved({ builder, findings }: Context): void {
  for (const { type, from, to, sources } of builder.takeUnresolved()) {
    const [source] = sources;
    const lines = source ? { first: source.firstLine, last: source.lastLine } : null;
    const remark = remarks.unresolvedReference(type);
    findings.add(remark, source?.document ?? '', lines, `${from} and ${to}`, 'only one of them');
  }
}

function assertMunicipality(context: Context): void {
  const { builder, reviewed } = context;
  builder.node('Municipality', cityOf(context), { ...reviewed.municipality, aliases: [] }, null);
  for (const sdg of reviewed.sdgs) builder.node('Sdg', `sdg:${sdg.number}`, sdg, null);
}

function assertDocuments(context: Context, originals: readonly DocumentFile[]): void {
  for (const { id, kind, lines, checksum } of originals) {
    const nodeId = idOf(context, 'source-document', id);
    const name = context.reviewed.texts.get(nodeId)?.name ?? id;
    const { title = null, ...known } = context.reviewed.documents.get(id) ?? {};
    const values = { name, title: title ?? name, documentKind: kind, lineCount: lines.length, checksum, ...known };
    context.builder.node('SourceDocument', nodeId, values, null);
  }
  for (const id of context.reviewed.documents.keys())
    if (!originals.some((original) => original.id === id))
      context.findings.add(remarks.unusedDocument(id), 'seed/reviewed/documents.csv', null);
}
