import type { Lines } from '../documents/document.js';
import type { Findings } from '../documents/finding.js';

/** A document that lists policy items field by field, with the numbers of the items it holds. */
export interface ItemList {
  readonly document: string;
  readonly field: number;
  readonly numbers: readonly number[];
  /** Where the list ends. */
  readonly end: Lines;
}

/**
 * Reports a document whose items of a field end before those that another document has of the field: it was cut off
 * between two of them, which it cannot show by itself.
 */
export function remarkMissingItems(findings: Findings, lists: readonly ItemList[]): void {
  for (const { document, field, numbers, end } of lists) {
    const last = Math.max(0, ...numbers);
    const longer = lists.find((other) => other.field === field && Math.max(0, ...other.numbers) > last);
    if (!longer) continue;
    const item = `${field}-${Math.max(...longer.numbers)}`;
    findings.add({
      rule: 'document-is-complete',
      severity: 'error',
      document,
      lines: end,
      message: `The document ends before policy item ${item}, which ${longer.document} has; export the whole document again.`,
      messageJa: `${longer.document} にある施策大項目${item}の前で終わっています。文書全体を出力し直してください。`,
      expected: `policy items up to ${item}`,
      actual: last === 0 ? 'none of the field' : `up to ${field}-${last}`,
    });
  }
}
