import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AdoptedItem } from '../../../src/ingest/documents/adopted-plan/record.js';
import type { MeasureReview } from '../../../src/ingest/documents/review-sheets/record.js';
import { matchMeasures } from '../../../src/ingest/extract/measures.js';

const lines = { first: 1, last: 1 };

/** A row of the review with the names of both columns; null where a column has none. */
const row = (current: readonly [number, string] | null, draft: readonly [number, string] | null): MeasureReview => {
  const column = (printed: readonly [number, string] | null) =>
    printed && { number: printed[0], name: printed[1], departments: ['桜課'], content: null, lines };
  return {
    change: draft ? 'REVISED' : 'REMOVED',
    current: column(current),
    draft: column(draft),
    departmentsRestated: false,
    reordered: false,
    pointsTo: null,
    lines,
  };
};

const kept = (number: number, name: string) => row([number, name], [number, name]);

const adopted = (...names: readonly string[]): AdoptedItem['measures'] =>
  names.map((name, index) => ({ number: index + 1, name, content: null, lines }));

/** "draft name (or its current one, in brackets) → adopted name". */
const pairs = (reviews: readonly MeasureReview[], measures: AdoptedItem['measures']) =>
  matchMeasures(reviews, measures).map(({ review, adopted: found }) => {
    const left = review ? (review.draft?.name ?? `(${review.current?.name})`) : '-';
    return `${left} → ${found ? `${found.number} ${found.name}` : '-'}`;
  });

describe('Measures of the review are matched with those of the adopted plan', () => {
  test('by name, wherever they stand', () => {
    expect(pairs([kept(1, '花壇の手入れ'), kept(2, '広場の清掃')], adopted('広場の清掃', '花壇の手入れ'))).toEqual([
      '花壇の手入れ → 2 花壇の手入れ',
      '広場の清掃 → 1 広場の清掃',
    ]);
  });

  test('by name in whatever width, spacing or mark it is printed', () => {
    expect(pairs([kept(1, 'ICT※の 活用')], adopted('ＩＣＴの活用'))).toEqual(['ICT※の 活用 → 1 ＩＣＴの活用']);
  });

  test('by number and part of the name where adoption extended it, or cut it', () => {
    expect(
      pairs([kept(1, '広場の清掃'), kept(2, '花壇の手入れと水やり')], adopted('広場の清掃と見回り', '花壇の手入れ')),
    ).toEqual(['広場の清掃 → 1 広場の清掃と見回り', '花壇の手入れと水やり → 2 花壇の手入れ']);
  });

  test('by name first, so that an extended name cannot take the measure of another row', () => {
    expect(pairs([kept(1, '清掃'), kept(2, '清掃の支援')], adopted('清掃の支援', '清掃'))).toEqual([
      '清掃 → 2 清掃',
      '清掃の支援 → 1 清掃の支援',
    ]);
  });

  test('by the name of the draft, not of the current plan', () => {
    expect(
      pairs([row([1, '清掃'], [2, '清掃の支援']), row([2, '花壇'], [1, '花壇'])], adopted('花壇', '清掃の支援')),
    ).toEqual(['清掃の支援 → 2 清掃の支援', '花壇 → 1 花壇']);
  });

  test('never for a row that the draft deletes, even when a measure of its name or number is adopted', () => {
    expect(pairs([row([1, '清掃'], null)], adopted('清掃'))).toEqual(['(清掃) → -', '- → 1 清掃']);
  });

  test('not by number alone', () => {
    expect(pairs([kept(1, '清掃')], adopted('花壇の手入れ'))).toEqual(['清掃 → -', '- → 1 花壇の手入れ']);
  });

  test('not by part of the name under another number', () => {
    expect(pairs([kept(2, '清掃')], adopted('清掃の支援'))).toEqual(['清掃 → -', '- → 1 清掃の支援']);
  });
});

test('every row and every adopted measure stands in exactly one pair', () => {
  const name = fc.constantFrom('清掃', '清掃の支援', '花壇', '花壇の手入れ', '見回り');
  const number = fc.integer({ min: 1, max: 5 });
  const column = fc.option(fc.tuple(number, name), { freq: 5 });
  const reviews = fc.array(
    fc.tuple(fc.tuple(number, name), column).map(([current, draft]) => row(current, draft)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(reviews, fc.uniqueArray(name), (rows, names) => {
      const measures = adopted(...names);
      const matched = matchMeasures(rows, measures);
      expect(matched.flatMap(({ review }) => review ?? [])).toEqual(rows);
      expect(new Set(matched.flatMap((pair) => pair.adopted ?? []))).toEqual(new Set(measures));
      expect(matched.flatMap((pair) => pair.adopted ?? [])).toHaveLength(measures.length);
    }),
  );
});
