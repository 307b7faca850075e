import { error, note, warning } from '../finding.js';

/** What is remarked about the adopted plan; about its linkage plans see `../linkage-plans-draft/remarks.ts`. */
export const remarks = {
  noVision: warning(
    'chapter-has-a-vision',
    'No vision follows the title of the chapter.',
    '章の題名の後に分野の将来像がありません。',
  ),
  itemOutOfOrder: warning(
    'items-follow-the-list',
    'A policy item is not where the list of its chapter has it; its heading was believed.',
    '施策大項目の順序が章の一覧と異なります。見出しに従って読み込みました。',
  ),
  unlistedItem: error(
    'items-follow-the-list',
    'The chapter has pages of more policy items than its list names.',
    '章の一覧より多くの施策大項目があります。',
  ),
  repeatedSection: warning(
    'section-appears-once',
    'A section of a policy item begins twice; a heading between them may be missing.',
    '施策大項目の同じ見出しが二度あります。間の見出しが欠けている可能性があります。',
  ),
  sectionMissing: warning(
    'section-is-present',
    'A policy item lacks one of its parts, or the part could not be read.',
    '施策大項目に必要な項目がないか、読み取れません。',
  ),
  textAmongFigures: note(
    'figures-hold-no-text',
    'A box of text stands among the figures of a policy item; no record has a place for it.',
    '「数値で見る状況」の中に文章の囲みがあります。対応する項目がないため読み込んでいません。',
  ),
  measureMissing: warning(
    'measures-are-numbered-in-order',
    'The numbers of the measures leave one out; a heading may be missing.',
    '施策中項目の番号が続いていません。見出しが欠けている可能性があります。',
  ),
  linkagePlanMissing: (plan: number) =>
    error(
      'document-is-complete',
      `Linkage plan ${plan} of the chapter's list is missing; export the whole document again.`,
      `章の一覧にある政策連携プラン${plan}が見つかりません。文書全体を出力し直してください。`,
    ),
  otherPlanName: (plan: number, line: number) =>
    warning(
      'names-agree',
      `The chapter's list names plan ${plan} otherwise than its heading at line ${line}, which was believed.`,
      `章の一覧のプラン${plan}の名称が${line}行目の見出しと異なります。見出しを採用しました。`,
    ),
};
