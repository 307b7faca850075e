import { expect, test } from '@jest/globals';
import { FindingList } from '../../../src/ingest/documents/finding.js';
import { type ItemList, remarkMissingItems } from '../../../src/ingest/extract/missing-items.js';

const list = (document: string, field: number, ...numbers: readonly number[]): ItemList => ({
  document,
  field,
  numbers,
  end: { first: 7, last: 9 },
  announced: false,
});

function remarks(...lists: readonly ItemList[]): readonly string[] {
  const findings = new FindingList();
  remarkMissingItems(findings, lists);
  return findings.all.map(
    ({ document, severity, expected, actual }) => `${document} ${severity}: ${expected}, ${actual}`,
  );
}

test('a document that ends before the last item of a field that another one has was cut off', () => {
  expect(remarks(list('review-sheets-5', 5, 1, 2, 3), list('matrix', 5, 1, 2, 3, 4, 5), list('matrix', 6, 1))).toEqual([
    'review-sheets-5 error: policy items up to 5-5, up to 5-3',
  ]);
});

test('a list that lost a whole field is cut off, too', () => {
  expect(remarks(list('adopted-plan', 6, 1, 2), list('matrix', 6))).toEqual([
    'matrix error: policy items up to 6-2, none of the field',
  ]);
});

test('documents of other fields, and lists of the same length, say nothing of each other', () => {
  expect(remarks(list('a', 5, 1, 2), list('b', 5, 2, 1), list('c', 6, 1, 2, 3))).toEqual([]);
});

test('a document that announces its items has as many as it says: the others have one that was dropped', () => {
  const adopted = { ...list('adopted-plan', 5, 1, 2), announced: true };
  expect(remarks(list('review-sheets-5', 5, 1, 2, 3), adopted, list('matrix', 5, 1, 2, 3))).toEqual([]);
});

test('two documents that end with the same item were not both cut off there', () => {
  const adopted = { ...list('adopted-plan', 5, 1, 2), announced: true };
  expect(remarks(list('review-sheets-5', 5, 1, 2, 3), adopted, list('matrix', 5, 1, 2))).toEqual([]);
  expect(remarks(list('review-sheets-5', 5, 1, 2), list('adopted-plan', 5, 1, 2, 3), list('matrix', 5, 1, 2))).toEqual(
    [],
  );
});
