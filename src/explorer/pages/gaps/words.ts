import { useLanguage } from '../../language/language.js';

const ja = {
  lead: '文書に書かれていないこと、つながっていないことを、確認した文書の範囲で示します。読み込んでいない章については、何も述べていません。',
  kind: '種類',
  severity: '重要度',
  severities: { HIGH: '高', MEDIUM: '中', LOW: '低' },
  department: '関係する部署',
  subject: '対象',
  reason: '理由',
  related: '関連する項目',
  evidence: '根拠（出典）',
  checked: '確認した文書',
  all: 'すべて',
  count: (count: number) => `不足・空白 ${count} 件`,
};

export type GapWords = typeof ja;

const en: GapWords = {
  lead: 'What the documents do not say or do not connect, as far as they were read. Of chapters that were not read nothing is said.',
  kind: 'Kind',
  severity: 'Severity',
  severities: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' },
  department: 'Departments concerned',
  subject: 'Subject',
  reason: 'Reason',
  related: 'Related',
  evidence: 'Evidence',
  checked: 'Documents read',
  all: 'All',
  count: (count) => `Gaps: ${count}`,
};

/** The words of the gaps, in the language of the page. */
export const useGapWords = (): GapWords => (useLanguage() === 'ja' ? ja : en);
