import { createHash } from 'node:crypto';
import type { Finding } from '../documents/finding.js';
import { type Context, idOf } from './context.js';

/**
 * Puts the findings about the documents into the dataset, so that whoever uses the graph sees what was odd about what it
 * was read from. Findings about files that are no documents, or about reviewed tables, belong to the report alone.
 */
export function assertIssues(context: Context, findings: readonly Finding[]): void {
  const { builder } = context;
  for (const finding of findings) {
    const { rule, severity, document, lines, message, messageJa, expected = null, actual = null } = finding;
    const documentId = idOf(context, 'source-document', document);
    if (!builder.has('SourceDocument', documentId)) continue;
    const id = idOf(context, 'extraction-issue', document, lines?.first ?? 0, rule, digestOf(finding));
    const remark = { rule, severity: severity.toUpperCase(), message, messageJa, expected, actual };
    const values = { ...remark, firstLine: lines?.first ?? null, lastLine: lines?.last ?? null };
    const origin = lines ? { stage: null, document, lines } : null;
    builder.node('ExtractionIssue', id, values, origin, [], { FOUND_IN: documentId });
  }
}

/** Tells apart what one rule remarks about one line, so that the identity of a remark does not depend on the others. */
const digestOf = ({ lines, message, expected, actual }: Finding) =>
  createHash('sha256')
    .update(JSON.stringify([lines?.last, message, expected, actual]))
    .digest('hex')
    .slice(0, 8);
