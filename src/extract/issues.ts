import type { Finding } from '../documents/finding.js';
import { type Context, idOf } from './context.js';

/**
 * Puts the findings about the documents into the dataset, so that whoever uses the graph sees what was odd about what it
 * was read from. Findings about files that are no documents, or about reviewed tables, belong to the report alone.
 */
export function assertIssues(context: Context, findings: readonly Finding[]): void {
  const { builder } = context;
  let number = 0;
  for (const { rule, severity, document, lines, message, messageJa, expected, actual } of findings) {
    const documentId = idOf(context, 'source-document', document);
    if (!builder.has('SourceDocument', documentId)) continue;
    number += 1;
    const id = idOf(context, 'extraction-issue', number);
    const values = {
      rule,
      severity: severity.toUpperCase(),
      message,
      message_ja: messageJa,
      expected: expected ?? null,
      actual: actual ?? null,
      first_line: lines?.first ?? null,
      last_line: lines?.last ?? null,
    };
    const origin = lines ? { stage: null, document, lines } : null;
    builder.node('ExtractionIssue', id, values, origin);
    builder.edge('FOUND_IN', id, documentId, origin);
  }
}
