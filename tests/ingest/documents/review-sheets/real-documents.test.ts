import { FindingList, formatFinding } from '../../../../src/ingest/documents/finding.js';
import { parseReviewSheets } from '../../../../src/ingest/documents/review-sheets/parse.js';
import type { ReviewSheet, Stated } from '../../../../src/ingest/documents/review-sheets/record.js';
import { describeRealDocument } from '../real-documents.js';

/** Counts how often each change is stated: { UNCHANGED: 3, … }. */
function tally(sheets: readonly ReviewSheet[], pick: (sheet: ReviewSheet) => readonly { readonly change: Stated }[]) {
  const counts: Record<string, number> = {};
  for (const { change } of sheets.flatMap(pick)) counts[String(change)] = (counts[String(change)] ?? 0) + 1;
  return counts;
}

const isChapter = (heading: RegExp) => (text: string) => text.includes('施策大項目') && heading.test(text);

describe('The review sheets of chapter 5', () => {
  describeRealDocument('review sheets, chapter 5', isChapter(/^#*\s*5\. \S+分野$/m), (source) => {
    const findings = new FindingList();
    const { field, sheets } = parseReviewSheets(source, findings);

    test('hold six policy items without a finding that matters', () => {
      expect(field?.value).toEqual({ number: 5, name: '市民生活' });
      expect(sheets.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(findings.all.map((finding) => formatFinding(finding).split('  ').slice(0, 3).join(' '))).toEqual([
        'review-sheets-5:118-122 note statuses-are-printed-once',
      ]);
    });

    test('state what becomes of each element', () => {
      expect(tally(sheets, ({ visions }) => visions)).toEqual({ UNCHANGED: 11, REVISED: 4, ADDED: 1 });
      expect(tally(sheets, ({ measures }) => measures)).toEqual({ UNCHANGED: 12, REVISED: 12, REMOVED: 1 });
      expect(tally(sheets, ({ projects }) => projects)).toEqual({ UNCHANGED: 26, REVISED: 13, REMOVED: 1 });
      expect(tally(sheets, ({ relatedPlans }) => relatedPlans)).toEqual({ REVISED: 3, ADDED: 2 });
      expect(sheets.map(({ collaboration }) => collaboration.change)).toEqual([
        ...Array.from({ length: 5 }, () => 'REVISED'),
        'REMOVED',
      ]);
    });

    test('reorder the measures of item 6 and delete one in favour of item 6-2', () => {
      const measures = sheets[5]?.measures ?? [];
      expect(measures.map(({ current, draft, reordered }) => [current?.number, draft?.number, reordered])).toEqual([
        [1, 2, true],
        [2, 1, true],
        [3, undefined, false],
        [4, 3, true],
      ]);
      expect(measures[2]?.pointsTo?.code).toBe('6-2');
    });

    test('name indicators, SDGs and the department of every measure', () => {
      expect(sheets.map(({ indicators }) => indicators.length)).toEqual([3, 3, 2, 2, 3, 4]);
      expect(sheets.map(({ sdgs }) => sdgs.map(({ value }) => value.number))).toEqual([
        [17],
        [4, 5, 10, 16, 17],
        [11],
        [11, 16],
        [3],
        [3, 5, 8, 11],
      ]);
      for (const { current } of sheets.flatMap(({ measures }) => measures))
        expect(current?.departments.every((name) => /(?:課|室|局|館)$/.test(name))).toBe(true);
    });
  });
});

describe('The review sheets of chapter 6', () => {
  describeRealDocument('review sheets, chapter 6', isChapter(/^#*\s*6\. \S+分野$/m), (source) => {
    const findings = new FindingList();
    const { field, sheets } = parseReviewSheets(source, findings);

    test('hold five policy items and three places that need a person, beside an empty text', () => {
      expect(field?.value).toEqual({ number: 6, name: '行財政経営' });
      expect(sheets.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
      expect(findings.all.map((finding) => formatFinding(finding).split('  ').slice(0, 3).join(' '))).toEqual([
        'review-sheets-6:130-138 warning every-element-has-one-status',
        'review-sheets-6:153-154 warning a-revision-changes-something',
        'review-sheets-6:155-156 warning a-revision-changes-something',
        'review-sheets-6:239-240 note a-measure-has-departments-and-content',
      ]);
    });

    test('are read in full once the missing status is restored', () => {
      const corrected = { ...source, lines: source.lines.map(restore) };
      const visions = parseReviewSheets(corrected, new FindingList()).sheets[1]?.visions ?? [];
      expect(visions.map(({ change }) => change)).toEqual(['UNCHANGED', 'UNCHANGED', 'REVISED']);
    });

    /** The first status after line 130 stands for two statements. */
    function restore(line: string, index: number): string {
      return index === 135 ? line.replace('←変更なし', '←変更なし ←変更なし') : line;
    }

    test('state what becomes of each element', () => {
      expect(tally(sheets, ({ visions }) => visions)).toEqual({ UNCHANGED: 8, REVISED: 3, ADDED: 1, null: 3 });
      expect(tally(sheets, ({ measures }) => measures)).toEqual({ UNCHANGED: 6, REVISED: 18, ADDED: 1 });
      expect(tally(sheets, ({ projects }) => projects)).toEqual({ UNCHANGED: 26, REVISED: 13, ADDED: 2, REMOVED: 1 });
      expect(tally(sheets, ({ relatedPlans }) => relatedPlans)).toEqual({
        REVISED: 5,
        REMOVED: 2,
        ADDED: 2,
        UNCHANGED: 3,
      });
      expect(sheets.map(({ collaboration }) => collaboration.change)).toEqual([
        'REVISED',
        null,
        'REVISED',
        null,
        'REVISED',
      ]);
    });

    test('rename item 4, restate the departments of two measures and add one', () => {
      expect(sheets.map(({ renamedTo }) => renamedTo?.value ?? null)).toEqual([
        null,
        null,
        null,
        '行政のデジタル化の推進',
        null,
      ]);
      const restated = sheets.flatMap(({ number, measures }) =>
        measures
          .filter((measure) => measure.departmentsRestated)
          .map(({ draft }) => [number, draft?.number, draft?.departments.length]),
      );
      expect(restated).toEqual([
        [3, 3, 2],
        [4, 1, 6],
      ]);
      expect(sheets[1]?.measures.at(-1)).toMatchObject({ change: 'ADDED', current: null, draft: { number: 8 } });
    });

    test('rename projects in each of the forms', () => {
      const renamed = sheets.flatMap(({ number, projects }) =>
        projects
          .filter(({ current, draft }) => current && draft && current.name !== draft.name)
          .map((project) => `${number}-${project.number}`),
      );
      expect(renamed).toEqual(['1-2', '1-3', '2-5', '2-11', '4-1', '5-3']);
    });
  });
});
