import { useLanguage } from '../../language/language.js';

const ja = {
  keyNumbers: '読み込み済みの件数',
  planMap: '計画の構成',
  planMapHint: '分野から施策大項目、施策中項目へたどれます。線の色は関連するSDGsです。',
  items: (count: number) => `施策大項目 ${count} 件`,
  measures: (count: number) => `施策中項目 ${count} 件`,
  nameOnlyItem: '名称のみ',
  nameOnlyHint: '「名称のみ」の施策大項目は、章の本文が読み込まれていないため、番号と名称だけが分かっています。',
  nameOnlyMeasures: (count: number) => `シートが引用する名称 ${count} 件`,
  heatMap: 'SDGs × 部署（施策中項目の数）',
  heatMapHint: '数字を選ぶと、該当する施策中項目の一覧が開き、実施計画シートの評価と計画の変更点を確認できます。',
  heatMapEmpty:
    'この計画段階の文書には、SDGsまたは部署が記載されていません。計画段階を「最新（有効）」または「素案」に切り替えてください。',
  department: '部署',
  total: '計',
  none: '該当なし',
  cell: (row: string, column: string, count: number) => `${row} × ${column}：${count} 件`,
  grades: '改革分野ごとの評価（実施計画シートの数）',
  grade: (key: string) => (key === 'none' ? '評価なし' : `評価${key}`),
  sheets: (count: number) => `${count} 件`,
  gaps: '不足・未連携',
  gapKind: '種類',
  gapCount: '件数',
  bySeverity: '重要度',
  severity: { HIGH: '高', MEDIUM: '中', LOW: '低' },
  open: (text: string, count: number) => `${text}：${count} 件を開く`,
};

type OverviewWords = typeof ja;

const en: OverviewWords = {
  keyNumbers: 'What is loaded',
  planMap: 'The plan',
  planMapHint: 'From fields to policy items to measures. Lines have the colours of the SDGs that are touched.',
  items: (count) => `Policy items: ${count}`,
  measures: (count) => `Measures: ${count}`,
  nameOnlyItem: 'name only',
  nameOnlyHint:
    'Of policy items marked “name only” the chapter was not read: their codes and names are all that is known.',
  nameOnlyMeasures: (count) => `Names cited by sheets: ${count}`,
  heatMap: 'SDGs by department (number of measures)',
  heatMapHint:
    'A number opens the measures it counted, with the grades of their reform sheets and what the plan changed.',
  heatMapEmpty:
    'The documents of this stage state no SDGs or no departments: choose “Latest (in force)” or the draft to see them.',
  department: 'Department',
  total: 'Total',
  none: 'None',
  cell: (row, column, count) => `${row} × ${column}: ${count}`,
  grades: 'Grades by reform field (number of reform sheets)',
  grade: (key) => (key === 'none' ? 'Not graded' : `Grade ${key}`),
  sheets: (count) => `${count}`,
  gaps: 'Gaps',
  gapKind: 'Kind',
  gapCount: 'Count',
  bySeverity: 'Severity',
  severity: { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' },
  open: (text, count) => `${text}: open ${count}`,
};

/** The words of the overview, in the language of the page. */
export const useOverviewWords = (): OverviewWords => (useLanguage() === 'ja' ? ja : en);
