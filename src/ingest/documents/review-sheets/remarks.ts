import type { Lines } from '../document.js';
import type { Parsing } from '../parsing.js';

/** Findings that several parts of a sheet share. */

export function remarkUnmatchedStatuses(parsing: Parsing, lines: Lines, elements: number, statuses: number): void {
  parsing.remark({
    rule: 'every-element-has-one-status',
    severity: 'warning',
    lines,
    message:
      'The statuses cannot be matched with the elements they are about, so what becomes of these elements is left open. A correction of the text can decide it.',
    messageJa:
      '変更有無の数が項目の数と対応しないため、変更有無を未定としました。原文の補正（corrections）で対応を指定してください。',
    expected: `${elements} status${elements === 1 ? '' : 'es'}`,
    actual: `${statuses}`,
  });
}

export function remarkLostCell(parsing: Parsing, line: number): void {
  parsing.remark({
    rule: 'every-cell-is-placed',
    severity: 'warning',
    lines: { first: line, last: line },
    message: 'This row has a cell that fits no column of its table; the cell was not used.',
    messageJa: '表のどの列にも当てはまらないセルがあるため、そのセルは読み込んでいません。',
  });
}

export function remarkEmptyRevision(parsing: Parsing, lines: Lines): void {
  parsing.remark({
    rule: 'a-revision-says-what-changes',
    severity: 'warning',
    lines,
    message: 'A change is stated, but the right column is empty.',
    messageJa: '「変更あり」とされていますが、変更後の内容が空欄です。',
  });
}

/** Where the export has put the draft's text into both columns, the current text is lost. */
export function remarkSameTexts(parsing: Parsing, lines: Lines): void {
  parsing.remark({
    rule: 'a-revision-changes-something',
    severity: 'warning',
    lines,
    message: 'A change is stated, but both columns say the same: one of them may have been copied over the other.',
    messageJa:
      '「変更あり」とされていますが、左右の欄の内容が同じです。一方の欄が他方で上書きされている可能性があります。',
  });
}

export function remarkRepeatedStatuses(parsing: Parsing, lines: Lines): void {
  parsing.remark({
    rule: 'statuses-are-printed-once',
    severity: 'note',
    lines,
    message: 'These statuses repeat those beside the elements above and agree with them.',
    messageJa: '上の各項目に付された変更有無と同じ内容が繰り返されています。',
  });
}

export function remarkUnexpectedText(parsing: Parsing, lines: Lines): void {
  parsing.remark({
    rule: 'a-status-fits-its-text',
    severity: 'warning',
    lines,
    message: 'Nothing should stand beside this status, but the right column holds text; it was not used.',
    messageJa: 'この変更有無では右欄は空のはずですが、記載があります。この記載は読み込んでいません。',
  });
}

/** Which departments など stands for, only the city knows. */
export function remarkOpenEnd(parsing: Parsing, lines: Lines): void {
  parsing.remark({
    rule: 'a-department-list-is-closed',
    severity: 'warning',
    lines,
    message: 'The list of departments of this measure is open-ended (など); only those that are named were kept.',
    messageJa: '評価回答部署が「など」で終わっています。記載のある部署のみ読み込みました。',
  });
}

export function remarkNumbers(parsing: Parsing, lines: Lines, expected: string, actual: string): void {
  parsing.remark({
    rule: 'numbers-run-on',
    severity: 'warning',
    lines,
    message: 'The numbers of these elements do not run on: one may be missing or printed twice.',
    messageJa: '番号が連続していません。欠落または重複の可能性があります。',
    expected,
    actual,
  });
}

/** Remarks when numbers are not 1, 2, 3 … in this order. */
export function checkNumbers(parsing: Parsing, lines: Lines, numbers: readonly number[]): void {
  const expected = numbers.map((_, index) => index + 1).join(' ');
  if (numbers.join(' ') !== expected) remarkNumbers(parsing, lines, expected, numbers.join(' '));
}
