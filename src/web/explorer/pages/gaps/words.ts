import { bilingual } from '../../language/language.js';

/** The words of the gaps. */
export const useGapWords = bilingual({
  kind: ['種類', 'Kind'],
  severity: ['重要度', 'Severity'],
  severities: {
    HIGH: ['高', 'High'],
    MEDIUM: ['中', 'Medium'],
    LOW: ['低', 'Low'],
  },
  severityMeans: {
    HIGH: ['高（文書にあるべきものがない）', 'High (missing in the document)'],
    MEDIUM: ['中（つながりがない）', 'Medium (not connected)'],
    LOW: ['低（文書の範囲や時期によるもの）', 'Low (due to scope or timing of the documents)'],
  },
  department: ['関係する部署', 'Departments concerned'],
  subject: ['対象', 'Subject'],
  reason: ['理由', 'Reason'],
  related: ['関連する項目', 'Related'],
  evidence: ['根拠（出典）', 'Evidence'],
  checked: (documents: readonly string[]) => [
    `確認した文書：${documents.join('、')}`,
    `Documents read: ${documents.join(', ')}`,
  ],
  all: ['すべて', 'All'],
  count: (count: number) => [`不足・未連携 ${count} 件`, `Gaps: ${count}`],
});
