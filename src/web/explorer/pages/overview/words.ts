import { bilingual } from '../../language/language.js';

/** The words of the overview. */
export const useOverviewWords = bilingual({
  partial: ['一部', 'in part'],
  keyNumbers: ['読み込み済みの件数', 'What is loaded'],
  planMap: ['計画の構成', 'The plan'],
  planMapHint: [
    '分野から施策大項目、施策中項目へたどれます。線の色は関連するSDGsです。',
    'From fields to policy items to measures. Lines have the colours of the SDGs that are touched.',
  ],
  items: (count: number) => [`施策大項目 ${count} 件`, `Policy items: ${count}`],
  measures: (count: number) => [`施策中項目 ${count} 件`, `Measures: ${count}`],
  nameOnlyItem: ['名称のみ', 'name only'],
  nameOnlyHint: [
    '「名称のみ」の施策大項目は、章の本文が読み込まれていないため、番号と名称だけが分かっています。',
    'Of policy items marked “name only” the chapter was not read: their codes and names are all that is known.',
  ],
  nameOnlyMeasures: (count: number) => [`シートが引用する名称 ${count} 件`, `Names cited by sheets: ${count}`],
  heatMap: ['SDGs × 部署（施策中項目の数）', 'SDGs by department (number of measures)'],
  heatMapHint: [
    '数字を選ぶと、該当する施策中項目の一覧が開き、実施計画シートの評価と計画の変更点を確認できます。',
    'A number opens the measures it counted, with the grades of their reform sheets and what the plan changed.',
  ],
  heatMapEmpty: [
    'この計画段階の文書には、SDGsまたは部署が記載されていません。計画段階を「最新（有効）」または「素案」に切り替えてください。',
    'The documents of this stage state no SDGs or no departments: choose “Latest (in force)” or the draft to see them.',
  ],
  department: ['部署', 'Department'],
  total: ['計', 'Total'],
  none: ['該当なし', 'None'],
  cell: (row: string, column: string, count: number) => [
    `${row} × ${column}：${count} 件`,
    `${row} × ${column}: ${count}`,
  ],
  grades: ['改革分野ごとの評価（実施計画シートの数）', 'Grades by reform field (number of reform sheets)'],
  grade: (key: string) => [key === 'none' ? '評価なし' : `評価${key}`, key === 'none' ? 'Not graded' : `Grade ${key}`],
  sheets: (count: number) => [`${count} 件`, `${count}`],
  gaps: ['不足・未連携', 'Gaps'],
  gapKind: ['種類', 'Kind'],
  gapCount: ['件数', 'Count'],
  bySeverity: ['重要度', 'Severity'],
  severity: {
    HIGH: ['高', 'high'],
    MEDIUM: ['中', 'medium'],
    LOW: ['低', 'low'],
  },
  open: (text: string, count: number) => [`${text}：${count} 件を開く`, `${text}: open ${count}`],
});
