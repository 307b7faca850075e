import { error, note, warning } from '../documents/finding.js';

/** Why a person decided something, in both languages; the Japanese can be missing. */
interface Reasons {
  readonly reason: string;
  readonly reasonJa: string;
}

/** What is remarked when documents are put together with each other and with what people reviewed. */
export const remarks = {
  itemsMissing: (item: string, longer: string) =>
    error(
      'document-is-complete',
      `The document ends before policy item ${item}, which ${longer} has; export the whole document again.`,
      `${longer} にある施策大項目${item}の前で終わっています。文書全体を出力し直してください。`,
    ),
  sharedCode: (code: string, id: string, owner: string) =>
    error(
      'codes-are-unique',
      `The documents give the code ${code} to two things, ${owner} and ${id}; look for a line that stands twice or has moved.`,
      `コード「${code}」が ${owner} と ${id} の両方にあります。重複した行や移動した行がないか確認してください。`,
    ),
  correction: ({ reason, reasonJa }: Reasons) =>
    note(
      'text-needs-no-correction',
      `The text export was corrected: ${reason}`,
      `読み取られた文字を訂正しました：${reasonJa || reason}`,
    ),
  slip: ({ reason, reasonJa }: Reasons) =>
    note(
      'name-has-no-slip',
      `The text export has a slip in a name, which is not the city's spelling: ${reason}`,
      `名称に読み取り誤りがあります（市の表記ではありません）：${reasonJa || reason}`,
    ),
  movedCorrection: (id: string, document: string) =>
    warning(
      'correction-stands-at-its-line',
      `The text that ${id} corrects stands on another line of ${document}; it was corrected there.`,
      `訂正 ${id} の該当箇所が ${document} の別の行にあるため、その行を訂正しました。`,
    ),
  unusedDecision: (scope: string, earlier: string, later: string) =>
    warning(
      'reviewed-decision-is-used',
      `The documents never ask whether these two names of "${scope}" are one: ${earlier}, ${later}`,
      `文書に現れない名称についての判断です（${scope}）：${earlier}、${later}`,
    ),
  unresolvedReference: (type: string) =>
    warning(
      'reference-resolves',
      `A reference (${type}) leads to something that no document at hand has; it was left out.`,
      `参照先（${type}）が文書にないため、登録していません。`,
    ),
  unnamedField: (number: number, known: boolean) =>
    warning(
      'policy-field-is-named',
      `No document at hand names policy field ${number}; its name was taken from ${known ? 'the reviewed texts' : 'its number'}.`,
      `分野${number}の名称が文書にないため、${known ? '確認済みの名称' : '番号'}を用いました。`,
    ),
  otherItemName: (code: string) =>
    warning(
      'referenced-name-matches-code',
      `The name printed for policy item ${code} differs from its own; the code was followed.`,
      `施策大項目${code}の名称が異なるため、番号を優先しました。`,
    ),
  unknownSdg: warning(
    'sdg-has-an-official-number',
    'A goal between 1 and 17 was expected.',
    'SDGsの番号は1から17までを想定しています。',
  ),
  otherSdgName: warning(
    'sdg-name-matches-number',
    'The name differs from the official one; the number was followed.',
    '名称が公式のものと異なるため、番号を優先しました。',
  ),
  unusualDepartment: (name: string) =>
    warning(
      'department-has-a-usual-name',
      `A department was expected, but the name does not end like one: ${name}`,
      `部署名を想定しましたが、課・室・局などで終わっていません：${name}`,
    ),
  undecidedRenaming: warning(
    'renaming-is-decided',
    'The row gives a new name, and seed/reviewed/identities.csv does not say whether it is the same indicator; kept apart.',
    '名称が変わっていますが、同じ指標かどうかの判断が seed/reviewed/identities.csv にないため、別の指標として扱いました。',
  ),
  unknownMeasure: (printed: string) =>
    note(
      'cited-measure-is-known',
      `A reform sheet cites a measure that no plan document at hand lists; kept by name only: ${printed}`,
      `計画書に見当たらない施策中項目が引用されているため、名称のみで登録しました：${printed}`,
    ),
  noEnglishName: (id: string) =>
    warning('entity-has-an-english-name', `No English name for ${id}`, `英語名がありません：${id}`),
  otherReviewedName: (id: string, reviewed: string, printed: string) =>
    warning(
      'reviewed-name-is-current',
      `The reviewed name of ${id} is "${reviewed}", the documents say "${printed}"`,
      `確認済みの名称と文書の名称が異なります：${id}`,
    ),
  unusedReview: (rule: 'reviewed-text-is-used' | 'reviewed-alias-is-used', id: string) =>
    warning(rule, `Nothing in the documents has the id ${id}`, `該当する項目が文書にありません：${id}`),
  unusedDocument: (id: string) =>
    warning(
      'reviewed-document-is-at-hand',
      `None of the documents at hand is ${id}`,
      `該当する文書が手元にありません：${id}`,
    ),
};
