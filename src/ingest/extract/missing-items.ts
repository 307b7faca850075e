import { type Lines, spanOf } from '../documents/document.js';
import type { Findings } from '../documents/finding.js';
import type { ParsedDocuments } from './parsed-documents.js';

/** A document that lists policy items field by field, with the numbers of the items it holds. */
export interface ItemList {
  readonly document: string;
  readonly field: number;
  readonly numbers: readonly number[];
  /** Where the list ends. */
  readonly end: Lines;
  /** The document announces its items beforehand, so that its parser saw whether all of them are there. */
  readonly announced: boolean;
}

/**
 * Reports a document whose items of a field end before those that another document has of the field: it was cut off
 * between two of them, which it cannot show by itself. It was not where it announces its items, or where a third
 * document ends with the same one: then the longer document has an item that was dropped, or is still to come.
 */
export function remarkMissingItems(findings: Findings, lists: readonly ItemList[]): void {
  for (const { document, field, numbers, end, announced } of lists) {
    const last = lastOf(numbers);
    const others = lists.filter((other) => other.field === field && other.document !== document);
    const longer = others.find((other) => lastOf(other.numbers) > last);
    if (!longer || announced || others.some((other) => lastOf(other.numbers) === last)) continue;
    const item = `${field}-${lastOf(longer.numbers)}`;
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

const lastOf = (numbers: readonly number[]) => numbers.reduce((last, number) => Math.max(last, number), 0);

/** Every document's own list of the policy items of a field. */
export function itemLists({ reviews, adopted, linkageDraft }: ParsedDocuments): readonly ItemList[] {
  const reviewed = reviews.flatMap(({ source, record: { field, sheets } }) => {
    const last = sheets.at(-1);
    const numbers = sheets.map(({ number }) => number);
    return field && last
      ? [{ document: source.id, field: field.value.number, numbers, end: last.lines, announced: false }]
      : [];
  });
  const chapters = (adopted?.record.chapters ?? []).map(({ number, items, lines }) => ({
    document: adopted?.source.id ?? '',
    field: number,
    numbers: items.map((item) => item.number),
    end: lines,
    announced: true,
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
    announced: false,
  }));
  return [...reviewed, ...chapters, ...matrix];
}
