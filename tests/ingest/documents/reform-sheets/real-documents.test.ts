import { FindingList, formatFinding } from '../../../../src/ingest/documents/finding.js';
import { parseReformSheets } from '../../../../src/ingest/documents/reform-sheets/parse.js';
import { describeRealDocument } from '../real-documents.js';

const isReformSheets = (text: string) => text.includes('実施計画シート');

function tally(values: readonly (string | number)[]) {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('The reform sheets of fiscal year 2024', () => {
  describeRealDocument('reform sheets', isReformSheets, (source) => {
    const findings = new FindingList();
    const { fiscalYear, planPeriod, fields, index, sheets } = parseReformSheets(source, findings);
    const numberOf = ({ field, order }: { field: { number: number }; order: number }) => `${field.number}-${order}`;
    const sheet = (number: string) => sheets.find((candidate) => numberOf(candidate) === number);
    const goals = sheets.flatMap((each) => each.goals);

    test('leave one finding: a sheet whose last years have no goal', () => {
      expect(findings.all.map((finding) => formatFinding(finding).split('  ').slice(0, 3).join(' '))).toEqual([
        `${source.id}:735 note every-year-has-a-goal`,
      ]);
    });

    test('name their edition, plan period and fields', () => {
      expect({ fiscalYear, planPeriod }).toEqual({ fiscalYear: 2024, planPeriod: { start: 2023, end: 2027 } });
      expect(fields.map(({ value }) => value.number)).toEqual([1, 2, 3]);
    });

    test('are 56 in three fields, in the index and in the document', () => {
      expect(tally(index.map(({ field }) => field))).toEqual({ 1: 26, 2: 18, 3: 12 });
      expect(tally(sheets.map(({ field }) => field.number))).toEqual({ 1: 26, 2: 18, 3: 12 });
    });

    test('are graded for the year of the column: those that began in 2023', () => {
      const evaluations = sheets.flatMap((each) => each.evaluations);
      expect(tally(evaluations.map((each) => `${each.fiscalYear} ${each.grade}`))).toEqual({
        '2023 A': 14,
        '2023 B': 26,
        '2023 C': 10,
      });
      expect(sheets.filter((each) => each.evaluations.length === 0).map(numberOf)).toEqual(
        sheets.filter(({ startFiscalYear }) => startFiscalYear.value === 2024).map(numberOf),
      );
    });

    test('have been changed in six places', () => {
      const changed = sheets.filter(({ planChanges }) => planChanges.some(({ value }) => value === 2024));
      expect(changed.map(numberOf)).toEqual(['1-9', '1-23', '2-1', '2-2', '2-10', '3-1']);
    });

    test('set 234 goals, of which 149 state one figure', () => {
      expect(goals).toHaveLength(234);
      expect(goals.filter(({ quantity }) => quantity.value !== null)).toHaveLength(149);
      expect(tally(goals.flatMap(({ quantity }) => quantity.comparator ?? []))).toEqual({ AT_LEAST: 30, ABOUT: 5 });
      expect(Object.keys(tally(goals.flatMap(({ quantity }) => quantity.unit ?? []))).sort()).toEqual(
        ['%', 'g', 'つ', '人', '件', '公園', '台', '名', '回', '施設', '時間', '橋梁', '事業者', '筆'].sort(),
      );
    });

    test('tell the sheets of one name by their leads', () => {
      expect(sheet('1-24')?.name.value).toBe(sheet('1-26')?.name.value);
      expect(sheet('1-24')?.leads.value).not.toEqual(sheet('1-26')?.leads.value);
    });

    test('leave one list of supports open, and give one sheet two leads', () => {
      expect(sheets.filter(({ supportsOpenEnded }) => supportsOpenEnded).map(numberOf)).toEqual(['2-11']);
      expect(sheet('2-11')?.supports.value).toHaveLength(12);
      expect(sheets.filter(({ leads }) => leads.value.length > 1).map(numberOf)).toEqual(['2-18']);
    });

    test('hold text in every passage but the remarks', () => {
      expect(sheets.filter((each) => !each.situation || !each.activities || !each.effects).map(numberOf)).toEqual([]);
      expect(sheets.filter(({ remarks }) => remarks).map(numberOf)).toHaveLength(16);
    });
  });
});
