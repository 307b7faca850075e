import { error, warning } from '../finding.js';

const namesAgree = (message: string, messageJa: string) => warning('names-agree', message, messageJa);

/** What is remarked about linkage plans, in their draft and in the adopted plan. */
export const remarks = {
  partMissing: error(
    'document-is-complete',
    'A part of the document is missing; export the whole document again.',
    '文書の一部が欠けています。文書全体を出力し直してください。',
  ),
  openBracket: error(
    'brackets-are-closed',
    'A name in a list ends inside a bracket: the rest of it is missing.',
    '一覧の名称がかっこの途中で終わっており、続きがありません。',
  ),
  openList: warning(
    'list-ends-with-a-name',
    'A list of names ends with a comma: a name may be missing.',
    '名称の一覧が読点で終わっており、続きが欠けている可能性があります。',
  ),
  namelessReference: warning(
    'reference-has-a-name',
    'A reference gives a code without a name.',
    '施策大項目の番号だけがあり、名称がありません。',
  ),
  repeatedReference: warning(
    'reference-appears-once',
    'The same policy item is referenced twice in one list; the first one was kept.',
    '同じ施策大項目が一つの一覧に二度あるため、最初のものを採用しました。',
  ),
  strayMark: error(
    'mark-belongs-to-a-plan',
    'A row of the matrix has a cell that is no mark, or a mark outside the columns of the plans.',
    '体系表の行に、○以外の記載、またはプランの列から外れた○があります。',
  ),
  namelessField: (field: number) =>
    warning(
      'field-has-a-name',
      `The first row of policy field ${field} does not name it.`,
      `体系表の分野${field}の最初の行に分野名がありません。`,
    ),
  rowMissing: warning(
    'matrix-leaves-no-item-out',
    'The codes of the matrix are not in order: a row may be missing.',
    '体系表の番号が続いていません。行が欠けている可能性があります。',
  ),
  rowCutOff: error(
    'document-is-complete',
    'The last row of the matrix ends before its last column; export the document again.',
    '体系表の最後の行が途中で切れています。文書を出力し直してください。',
  ),
  unmarkedReference: (code: string, plan: number) =>
    warning(
      'matrix-agrees-with-initiatives',
      `An initiative of plan ${plan} references ${code}, but the matrix does not mark it.`,
      `プラン${plan}の取組が${code}を参照していますが、体系表に○がありません。`,
    ),
  unreferencedMark: (code: string, plan: number) =>
    warning(
      'matrix-agrees-with-initiatives',
      `The matrix marks ${code} for plan ${plan}, but no initiative of that plan references it.`,
      `体系表ではプラン${plan}に${code}の○がありますが、同プランの取組は参照していません。`,
    ),
  unlistedReference: warning(
    'reference-is-in-the-matrix',
    'An initiative references a policy item that the matrix does not list.',
    '取組が参照する施策大項目が体系表にありません。',
  ),
  otherColumnName: (plan: number, line: number) =>
    namesAgree(
      `Column ${plan} of the matrix has another name than the plan's heading at line ${line}.`,
      `体系表の${plan}列目の名称が${line}行目のプランの見出しと異なります。`,
    ),
  otherItemName: (code: string, line: number) =>
    namesAgree(
      `The policy item ${code} has another name at line ${line}.`,
      `施策大項目${code}の名称が${line}行目と異なります。`,
    ),
};
