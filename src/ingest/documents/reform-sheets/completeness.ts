import { spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { RowKind } from './rows.js';
import type { Segment } from './segments.js';

/** The rows of a complete sheet in their order, with the label each prints. */
const expected: readonly (readonly [RowKind, string])[] = [
  ['field', '改革分野'],
  ['name', '計画名'],
  ['leads', '実行課'],
  ['years', '開始年度'],
  ['perspectives', '改革の視点'],
  ['citations', '施策中項目'],
  ['situation', '現状と課題'],
  ['activities', '取組内容'],
  ['effects', '取組の効果'],
  ['yearHead', '年度'],
  ['goals', '各年度達成目標'],
  ['grades', '年度末評価'],
  ['remarks', '備考'],
];
/** Rows without which a sheet has no record. */
const essential: readonly RowKind[] = ['field', 'name', 'leads', 'years'];

/** Reports rows that a sheet lacks or prints twice. Rows missing at the end of the last sheet mean a cut document. */
export function checkRows({ remark }: Parsing, segment: Segment, isLast: boolean): void {
  const lines = spanOf(...segment.map((row) => row.lines));
  const kinds = segment.map(({ kind }) => kind);
  const lastPresent = expected.findLastIndex(([kind]) => kinds.includes(kind));
  const missing = expected.filter(([kind]) => !kinds.includes(kind));
  const cutOff = isLast ? expected.slice(lastPresent + 1) : [];
  if (cutOff.length > 0)
    remark({
      rule: 'document-is-complete',
      severity: 'error',
      lines,
      message: 'The last sheet breaks off; export the whole document again.',
      messageJa: '最後のシートが途中で切れています。文書全体を出力し直してください。',
      expected: `rows up to ${expected.at(-1)?.[1]}`,
      actual: `nothing after ${expected[lastPresent]?.[1] ?? 'the title'}`,
    });
  for (const [kind, label] of missing.filter((row) => !cutOff.includes(row)))
    remark({
      rule: 'sheet-is-complete',
      severity: essential.includes(kind) ? 'error' : 'warning',
      lines,
      message: essential.includes(kind)
        ? 'The sheet lacks a row without which it cannot be used.'
        : 'The sheet lacks a row; what it says stays empty.',
      messageJa: essential.includes(kind)
        ? `「${label}」の行がないため、このシートを読み込んでいません。`
        : `「${label}」の行がないため、その項目は空です。`,
      expected: `a row ${label}`,
      actual: 'none',
    });
  for (const row of segment.filter(({ kind }, index) => kinds.indexOf(kind) !== index))
    remark({
      rule: 'row-stands-once-in-a-sheet',
      severity: 'warning',
      lines: row.lines,
      message: 'The sheet has this row twice; the first was used.',
      messageJa: 'シート内に同じ行が二つあるため、先の行を採用しました。',
      expected: 'one row of its kind',
      actual: 'another',
    });
}
