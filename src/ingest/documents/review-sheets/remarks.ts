import { error, note, warning } from '../finding.js';

/** What is remarked about review sheets. */
export const remarks = {
  noField: error(
    'the-field-is-named',
    'The heading with the number and name of the policy field is missing above the first sheet.',
    '最初のシートの前に、分野の番号と名称の見出しがありません。',
  ),
  noHeading: error(
    'every-sheet-has-a-number-and-name',
    'The heading of this sheet holds no number and name of a policy item, so the sheet was not read.',
    'シートの見出しから施策大項目の番号と名称を読み取れないため、このシートは読み込んでいません。',
  ),
  unclearNameChange: warning(
    'a-name-change-is-stated',
    'Whether the name of the policy item changes, and to what, could not be read; it was left as it is.',
    '大項目名の変更必要性（なし、または、あり＋新しい番号と名称）を読み取れないため、変更なしとして扱いました。',
  ),
  incompleteSurvey: warning(
    'survey-is-complete',
    'The survey table is not as expected; figures that could not be told apart were left out.',
    '市民アンケート結果の表を正しく読み取れません。判別できない数値は読み込んでいません。',
  ),
  noSdg: warning(
    'sdg-has-a-number',
    'This row stands among the SDGs but does not open with the number of one; it was not used.',
    '関連するSDGsの行ですが、1～17の番号で始まらないため、読み込んでいません。',
  ),
  incompleteIndicator: warning(
    'indicator-row-is-complete',
    'A column of this indicator row is empty that should hold something.',
    '成果指標・現状の項目案の行に、記載があるべき欄の空欄があります。',
  ),
  unmatchedStatuses: warning(
    'every-element-has-one-status',
    'The statuses cannot be matched with the elements they are about, so what becomes of these elements is left open. A correction of the text can decide it.',
    '変更有無の数が項目の数と対応しないため、変更有無を未定としました。原文の補正（corrections）で対応を指定してください。',
  ),
  repeatedStatuses: note(
    'statuses-are-printed-once',
    'These statuses repeat those beside the elements above and agree with them.',
    '上の各項目に付された変更有無と同じ内容が繰り返されています。',
  ),
  lostCell: warning(
    'every-cell-is-placed',
    'This row has a cell that fits no column of its table; the cell was not used.',
    '表のどの列にも当てはまらないセルがあるため、そのセルは読み込んでいません。',
  ),
  emptyRevision: warning(
    'a-revision-says-what-changes',
    'A change is stated, but the right column is empty.',
    '「変更あり」とされていますが、変更後の内容が空欄です。',
  ),
  /** Where the export has put the draft's text into both columns, the current text is lost. */
  sameTexts: warning(
    'a-revision-changes-something',
    'A change is stated, but both columns say the same: one of them may have been copied over the other.',
    '「変更あり」とされていますが、左右の欄の内容が同じです。一方の欄が他方で上書きされている可能性があります。',
  ),
  unexpectedText: warning(
    'a-status-fits-its-text',
    'Nothing should stand beside this status, but the right column holds text; it was not used.',
    'この変更有無では右欄は空のはずですが、記載があります。この記載は読み込んでいません。',
  ),
  unfittingSide: warning(
    'a-status-fits-its-columns',
    'The status of this row does not fit the columns that hold a plan; the row was not used.',
    '変更有無と、計画が記載されている欄とが合わないため、この行は読み込んでいません。',
  ),
  unreadablePeriod: warning(
    'period-is-readable',
    'This period could not be read as fiscal years; it is kept as printed.',
    '計画期間を年度として読み取れないため、表記のまま保持しています。',
  ),
  /** Which departments など stands for, only the city knows. */
  openDepartments: warning(
    'a-department-list-is-closed',
    'The list of departments of this measure is open-ended (など); only those that are named were kept.',
    '評価回答部署が「など」で終わっています。記載のある部署のみ読み込みました。',
  ),
  emptyMeasure: warning(
    'a-measure-has-departments-and-content',
    'This measure is printed without its departments or its text.',
    '施策中項目の評価回答部署または内容の記載がありません。',
  ),
  numbersLeaveGaps: warning(
    'numbers-run-on',
    'The numbers of these elements do not run on: one may be missing or printed twice.',
    '番号が連続していません。欠落または重複の可能性があります。',
  ),
  namelessProject: warning(
    'a-new-project-has-a-number-and-name',
    'The number or the name of this new project could not be read; the row was not used.',
    '新規の事業の番号または名称を読み取れないため、この行は読み込んでいません。',
  ),
  otherOldName: warning(
    'a-rename-starts-from-the-printed-name',
    'The right column renames a project, but gives another old name than the left column.',
    '右欄に示された変更前の事業名が、左欄の事業名と一致しません。',
  ),
  cutOff: error(
    'document-is-complete',
    'The last sheet ends before its last part: the document is cut off.',
    '最後のシートが途中で終わっています。文書の末尾が欠けています。',
  ),
  sheetsMissing: error(
    'document-is-complete',
    'The sheets of this document do not run on from 1: some are missing.',
    'シートの番号が1から連続していません。欠落しているシートがあります。',
  ),
  partRepeated: error(
    'a-sheet-has-each-part',
    'Parts are printed more often than a sheet has them: the heading of the next sheet may be missing.',
    '同じ部分が重複しています。次のシートの見出しが欠けている可能性があります。',
  ),
  partMissing: warning('a-sheet-has-each-part', 'A part of this sheet is missing.', 'シートの一部が見つかりません。'),
};
