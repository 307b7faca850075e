import { describe, expect, test } from '@jest/globals';
import { findGaps, type Gap } from '../../src/analysis/gaps.js';
import type { Row } from '../../src/analysis/statements.js';

/** What documents of the city say: the type of a link, the stage that they speak for, and the document. */
const documents = [
  ['EVALUATES', null, 'x:source-document:reform-sheets'],
  ['INDICATES', 'ADOPTED', 'x:source-document:adopted-plan'],
  ['INDICATES', 'DRAFT', 'x:source-document:review-sheets'],
  ['TOUCHES', 'DRAFT', 'x:source-document:review-sheets'],
];

/** The gaps that the analysis makes of what the graph finds, one row for each thing that lacks something. */
const gapsOf = (kinds: Parameters<typeof findGaps>[0], found: Readonly<Record<string, readonly Row[]>>) =>
  findGaps(kinds, ['x'], async () =>
    [['documents', [{ city: 'x', documents }]] as const, ...Object.entries(found)].flatMap(([kind, rows]) =>
      rows.map((row) => ({ kind, row })),
    ),
  );

const thing = (subject: string, more: Row): Row => ({
  city: 'x',
  subject: `x:${subject}`,
  code: null,
  name: subject,
  nameEn: null,
  sources: [],
  ...more,
});

const shown = (gaps: readonly Gap[]) => gaps.map(({ kind, subject, severity }) => `${kind} ${subject} ${severity}`);

describe('Gaps come', () => {
  const sheet = (name: string, startYear: number) => thing(name, { startYear, gradedYear: 2023 });
  const indicator = (name: string, plan: string | null) => thing(name, { plan, planEn: null, target: null });

  test('kind by kind, of each kind the severest first, and those alike in the order of the graph', async () => {
    const gaps = await gapsOf(['INDICATOR_WITHOUT_BASELINE', 'SHEET_WITHOUT_GRADE'], {
      SHEET_WITHOUT_GRADE: [sheet('a', 2024), sheet('b', 2023), sheet('c', 2025), sheet('d', 2022)],
      INDICATOR_WITHOUT_BASELINE: [indicator('e', 'plan'), indicator('f', null)],
    });
    expect(shown(gaps)).toEqual([
      'SHEET_WITHOUT_GRADE x:b HIGH',
      'SHEET_WITHOUT_GRADE x:d HIGH',
      'SHEET_WITHOUT_GRADE x:a LOW',
      'SHEET_WITHOUT_GRADE x:c LOW',
      'INDICATOR_WITHOUT_BASELINE x:f HIGH',
      'INDICATOR_WITHOUT_BASELINE x:e LOW',
    ]);
  });

  test('where a goal is touched by no policy item, as severe as what is known of the others', async () => {
    const goal = (name: string, known: number) => thing(name, { known, items: 38 });
    const gaps = await gapsOf(['SDG_UNTOUCHED'], { SDG_UNTOUCHED: [goal('a', 11), goal('b', 38)] });
    expect(shown(gaps)).toEqual(['SDG_UNTOUCHED x:b MEDIUM', 'SDG_UNTOUCHED x:a LOW']);
  });

  test('of no kind whose documents the city does not have', async () => {
    const found = { ITEM_WITHOUT_LINKAGE_PLAN: [thing('a', {})] };
    const gaps = await findGaps(['ITEM_WITHOUT_LINKAGE_PLAN'], ['x'], async () => [
      { kind: 'documents', row: { city: 'x', documents } },
      ...found.ITEM_WITHOUT_LINKAGE_PLAN.map((row) => ({ kind: 'ITEM_WITHOUT_LINKAGE_PLAN', row })),
    ]);
    expect(gaps).toEqual([]);
  });

  test('with the documents that have such facts, of whatever kind, at the stage that lacks one', async () => {
    const [gap] = await gapsOf(['INDICATOR_WITHOUT_BASELINE'], { INDICATOR_WITHOUT_BASELINE: [indicator('a', null)] });
    expect(gap?.documents).toEqual(['x:source-document:adopted-plan']);
  });
});
