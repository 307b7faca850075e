import { adoptedPlan } from '../documents/adopted-plan/parse.js';
import { type Lines, linesOf } from '../documents/document.js';
import type { FindingList } from '../documents/finding.js';
import { linkagePlansDraft } from '../documents/linkage-plans-draft/parse.js';
import { reviewSheets } from '../documents/review-sheets/parse.js';
import type { ParsedDocuments } from './parsed-documents.js';
import { remarks } from './remarks.js';

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
export function remarkMissingItems(findings: FindingList, lists: readonly ItemList[]): void {
  for (const { document, field, numbers, end, announced } of lists) {
    const last = lastOf(numbers);
    const others = lists.filter((other) => other.field === field && other.document !== document);
    const longer = others.find((other) => lastOf(other.numbers) > last);
    if (!longer || announced || others.some((other) => lastOf(other.numbers) === last)) continue;
    const item = `${field}-${lastOf(longer.numbers)}`;
    const actual = last === 0 ? 'none of the field' : `up to ${field}-${last}`;
    findings.add(remarks.itemsMissing(item, longer.document), document, end, `policy items up to ${item}`, actual);
  }
}

const lastOf = (numbers: readonly number[]) => numbers.reduce((last, number) => Math.max(last, number), 0);

/** Every document's own list of the policy items of a field. */
export function itemLists(documents: ParsedDocuments): readonly ItemList[] {
  const numbersOf = (items: readonly { readonly number: number }[]) => items.map(({ number }) => number);
  const reviewed = documents.all(reviewSheets).flatMap(({ source, record: { field, sheets } }) => {
    const end = sheets.at(-1)?.lines;
    const numbers = numbersOf(sheets);
    return field && end ? [{ document: source.id, field: field.value.number, numbers, end, announced: false }] : [];
  });
  const chapters = documents.all(adoptedPlan).flatMap(({ source, record }) =>
    record.chapters.map(({ number, items, lines }) => {
      return { document: source.id, field: number, numbers: numbersOf(items), end: lines, announced: true };
    }),
  );
  // The matrix has a row for every policy item, also of the fields that it lost.
  const matrices = documents.all(linkagePlansDraft).flatMap(({ source, record: { matrix } }) => {
    const rows = matrix.items.map(({ fieldNumber, code, lines }) => {
      return { field: fieldNumber, number: Number(code.split('-')[1]), lines };
    });
    const fields = new Set([...reviewed, ...chapters, ...rows].map(({ field }) => field));
    return [...(rows.length > 0 ? fields : [])].map((field) => {
      const numbers = numbersOf(rows.filter((row) => row.field === field));
      return { document: source.id, field, numbers, end: linesOf(rows), announced: false };
    });
  });
  return [...reviewed, ...chapters, ...matrices];
}
