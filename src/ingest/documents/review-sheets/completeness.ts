import type { Parsing } from '../parsing.js';
import type { ReviewSheet } from './record.js';
import type { Part, Section } from './sections.js';

/** How often each part of a sheet is printed, in the usual order. */
const expected: readonly (readonly [part: Part, captions: number, caption: string])[] = [
  ['survey', 1, '市民アンケート結果'],
  ['sdgs', 1, '関連するSDGs'],
  ['indicators', 1, '「成果指標」「現状」の項目案'],
  ['situation', 2, '現況と課題'],
  ['visions', 1, 'めざす姿'],
  ['measures', 1, '施策中項目'],
  ['collaboration', 1, '協働による取組'],
  ['relatedPlans', 1, '関連計画'],
  ['projects', 1, '主な事業一覧'],
];

/** Parts that can be printed once more than expected. */
const twoColumns: readonly Part[] = ['collaboration'];

/**
 * Remarks parts of a sheet that are missing or printed too often. At the end of the last sheet, which is given with its
 * record, a missing part or a row without its status means that the document is cut off.
 */
export function checkCompleteness(parsing: Parsing, sections: readonly Section[], last: ReviewSheet | null): void {
  const [first, end] = [sections[0], sections.at(-1)];
  if (!first || !end) return;
  const lines = { first: first.lines.first, last: end.lines.last };
  const counts = expected.map(([part]) => sections.filter((section) => section.part === part).length);
  const lastPrinted = counts.findLastIndex((count) => count > 0);
  // A table without a row, where even none would be printed as a dash, was cut off below its head.
  const withoutRows = sections.some(({ part, rows }) => part === 'projects' && rows.length === 0);
  const cut =
    last !== null && (lastPrinted < expected.length - 1 || withoutRows || last.projects.at(-1)?.change === null);
  if (cut)
    parsing.remark({
      rule: 'document-is-complete',
      severity: 'error',
      lines: end.lines,
      message: 'The last sheet ends before its last part: the document is cut off.',
      messageJa: '最後のシートが途中で終わっています。文書の末尾が欠けています。',
      expected: '主な事業一覧 with a status in each row',
      actual: `an end within ${expected[lastPrinted]?.[2] ?? 'the heading'}`,
    });
  const tooFew: string[] = [];
  const tooMany: string[] = [];
  for (const [index, [part, usual, caption]] of expected.entries()) {
    const count = counts[index] ?? 0;
    if (count > usual + (twoColumns.includes(part) ? 1 : 0)) tooMany.push(`${caption} ${count}×`);
    if (count < usual && !(cut && index > lastPrinted)) tooFew.push(`${caption} ${count}×`);
  }
  const rule = 'a-sheet-has-each-part';
  if (tooMany.length > 0)
    parsing.remark({
      rule,
      severity: 'error',
      lines,
      message: 'Parts are printed more often than a sheet has them: the heading of the next sheet may be missing.',
      messageJa: '同じ部分が重複しています。次のシートの見出しが欠けている可能性があります。',
      expected: 'each part once (現況と課題 2×)',
      actual: tooMany.join(', '),
    });
  if (tooFew.length > 0)
    parsing.remark({
      rule,
      severity: 'warning',
      lines,
      message: 'A part of this sheet is missing.',
      messageJa: 'シートの一部が見つかりません。',
      expected: 'each part once (現況と課題 2×)',
      actual: tooFew.join(', '),
    });
}

/** Sheets are numbered from 1 without a gap; a document without any sheet is cut off. */
export function checkSheetNumbers(parsing: Parsing, sheets: readonly ReviewSheet[]): void {
  const numbers = sheets.map(({ number }) => number).join(' ');
  const runOn = sheets.map((_, index) => index + 1).join(' ');
  if (sheets.length > 0 && numbers === runOn) return;
  parsing.remark({
    rule: 'document-is-complete',
    severity: 'error',
    lines: null,
    message: 'The sheets of this document do not run on from 1: some are missing.',
    messageJa: 'シートの番号が1から連続していません。欠落しているシートがあります。',
    expected: runOn === '' ? 'sheets from 1' : runOn,
    actual: numbers === '' ? 'none' : numbers,
  });
}
