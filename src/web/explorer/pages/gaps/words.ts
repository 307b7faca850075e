import { useLanguage } from '../../language/language.js';

const ja = {
  lead: '文書に記載のないこと、つながりのないことを、確認した文書の範囲で示します。読み込んでいない章は対象に含みません（引用された名称のみ一覧に示します）。',
  kind: '種類',
  severity: '重要度',
  severities: { HIGH: '高', MEDIUM: '中', LOW: '低' },
  severityMeans: (label: string, severity: 'HIGH' | 'MEDIUM' | 'LOW') =>
    `${label}（${{ HIGH: '文書にあるべきものがない', MEDIUM: 'つながりがない', LOW: '文書の範囲や時期によるもの' }[severity]}）`,
  department: '関係する部署',
  subject: '対象',
  reason: '理由',
  related: '関連する項目',
  evidence: '根拠（出典）',
  checked: (documents: readonly string[]) => `確認した文書：${documents.join('、')}`,
  comma: '、',
  all: 'すべて',
  count: (count: number) => `不足・未連携 ${count} 件`,
};

export type GapWords = typeof ja;

const en: GapWords = {
  lead: 'What the documents do not say or do not connect, as far as they were read. Chapters that were not read are not covered, except for names cited from them.',
  kind: 'Kind',
  severity: 'Severity',
  severities: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' },
  severityMeans: (label, severity) =>
    `${label} (${{ HIGH: 'missing in the document', MEDIUM: 'not connected', LOW: 'due to scope or timing of the documents' }[severity]})`,
  department: 'Departments concerned',
  subject: 'Subject',
  reason: 'Reason',
  related: 'Related',
  evidence: 'Evidence',
  checked: (documents) => `Documents read: ${documents.join(', ')}`,
  comma: ', ',
  all: 'All',
  count: (count) => `Gaps: ${count}`,
};

/** The words of the gaps, in the language of the page. */
export const useGapWords = (): GapWords => (useLanguage() === 'ja' ? ja : en);
