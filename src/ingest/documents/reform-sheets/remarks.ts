import { error, note, warning } from '../finding.js';

const incomplete = (message: string, messageJa: string) => error('document-is-complete', message, messageJa);
const disagrees = (message: string, messageJa: string) => warning('index-and-sheets-agree', message, messageJa);

/** What is remarked about reform sheets. */
export const remarks = {
  coverLacks: (what: string, whatJa: string) =>
    incomplete(
      `The cover lacks ${what}; export the whole document again.`,
      `表紙又は目次に${whatJa}がありません。文書全体を出力し直してください。`,
    ),
  noIndex: incomplete(
    'The document has no index of its sheets; export the whole document again.',
    '実施計画の一覧表がありません。文書全体を出力し直してください。',
  ),
  sheetsMissing: (field: number) =>
    incomplete(
      `Reform field ${field} has fewer sheets than the index lists; export the whole document again.`,
      `改革分野${field}のシートが一覧表より少ないため、文書の一部が欠けています。`,
    ),
  cutOff: incomplete(
    'The last sheet breaks off; export the whole document again.',
    '最後のシートが途中で切れています。文書全体を出力し直してください。',
  ),
  otherWesternYears: warning(
    'era-and-western-years-agree',
    'The period of the plan is printed in two calendars that differ; the era years were used.',
    '計画期間の和暦と西暦が一致しないため、和暦を採用しました。',
  ),
  otherTheme: warning(
    'sheets-share-their-theme',
    'The sheet prints another theme than the first sheet, whose theme was kept.',
    '改革テーマが最初のシートと一致しないため、最初のシートの記載を採用しました。',
  ),
  otherEdition: warning(
    'sheets-share-their-edition',
    'The title of the sheet names another year than the cover.',
    'シートの表題の年度が表紙と一致しません。',
  ),
  unreadableIndexRow: warning(
    'index-row-is-readable',
    'The row of the index is not as expected; what it could not give is left out.',
    '目次の行が想定した形ではないため、読み取れない項目を空としました。',
  ),
  tableWithoutField: error(
    'index-table-has-its-field',
    'The contents list names fewer reform fields than there are index tables; this table was not used.',
    '目次の改革分野より一覧表が多いため、この表を読み込んでいません。',
  ),
  tableOnOtherPage: (field: number) =>
    warning(
      'index-table-has-its-field',
      `The table was taken for reform field ${field}, but begins on another page.`,
      `改革分野${field}の表と判断しましたが、開始頁が目次と一致しません。`,
    ),
  indexNumberMissing: warning(
    'index-numbers-run',
    'A number is left out in the index.',
    '一覧表の番号が連続していません。',
  ),
  otherField: disagrees(
    'The sheet prints its reform field otherwise than the contents list.',
    'シートの改革分野が目次と一致しません。',
  ),
  unlistedSheet: disagrees('The sheet is not in the index.', 'このシートは一覧表にありません。'),
  listedSheetMissing: disagrees('The index lists a sheet that is not there.', '一覧表にあるシートが見つかりません。'),
  differsFromIndex: (what: string, whatJa: string, line: number) =>
    disagrees(
      `The sheet has another ${what} than line ${line} of the index.`,
      `シートの${whatJa}が一覧表（${line}行目）と一致しません。`,
    ),
  unreadableHead: error(
    'sheet-is-complete',
    'The head of the sheet cannot be read; the sheet was not used.',
    'シート上部の項目を読み取れないため、このシートを読み込んでいません。',
  ),
  essentialRowMissing: (label: string) =>
    error(
      'sheet-is-complete',
      'The sheet lacks a row without which it cannot be used.',
      `「${label}」の行がないため、このシートを読み込んでいません。`,
    ),
  rowMissing: (label: string) =>
    warning(
      'sheet-is-complete',
      'The sheet lacks a row; what it says stays empty.',
      `「${label}」の行がないため、その項目は空です。`,
    ),
  repeatedRow: warning(
    'row-stands-once-in-a-sheet',
    'The sheet has this row twice; the first was used.',
    'シート内に同じ行が二つあるため、先の行を採用しました。',
  ),
  noSupports: warning(
    'leads-and-supports-are-told-apart',
    'The row of the leads has no label for the supports; all its names were taken for leads.',
    '「連携課」の欄がないため、この行の部署を全て実行課としました。',
  ),
  unkeptText: (what: string) =>
    warning(
      'text-has-a-record',
      `The row holds text that no record keeps (${what}).`,
      'この行には、読込みの対象となっていない記載があります。',
    ),
  yearlessChange: warning(
    'plan-change-has-a-year',
    'A mark of a plan change has no year and was not used.',
    '計画変更の年度を読み取れないため、読み込んでいません。',
  ),
  yearsLeaveGaps: warning(
    'years-of-columns-run',
    'The years above the goals are not one after the other.',
    '各年度の列の年度が連続していません。',
  ),
  yearlessColumn: warning(
    'column-has-a-year',
    'A cell stands in a column without a year and was not used.',
    '年度のない列にセルがあるため、読み込んでいません。',
  ),
  unknownGrade: (fiscalYear: number) =>
    warning(
      'grade-is-known',
      `The grade of ${fiscalYear} is none of those known and was not used.`,
      `${fiscalYear}年度の年度末評価が既知の評価ではないため、読み込んでいません。`,
    ),
  yearOutside: (what: string, whatJa: string) =>
    warning(
      'year-lies-within-the-sheet',
      `A ${what} stands in the column of a year outside the sheet's years; perhaps its cell slid.`,
      `${whatJa}が開始年度から達成目標年度までの範囲外の列にあります。セルの位置を確認してください。`,
    ),
  goalMissing: note(
    'every-year-has-a-goal',
    'Years of the sheet have no goal: their cells are empty.',
    '開始年度から達成目標年度までの間に、達成目標が空欄の年度があります。',
  ),
};
