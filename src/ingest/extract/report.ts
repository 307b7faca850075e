import { edges, nodes } from '../../model/model.js';
import type { Dataset } from '../dataset/dataset.js';
import { type Finding, formatFinding } from '../documents/finding.js';
import type { Extraction } from './extract.js';

/** What an extraction did, for a person to read: counts, corrections, and every finding. */
export function formatReport(
  dataset: Dataset,
  corrections: Extraction['corrections'],
  findings: readonly Finding[],
): string {
  const documents = new Set<string>();
  const counts = new Map<string, Map<string, number>>();
  const count = (type: string, sources: readonly { readonly document: string }[]) => {
    const row = counts.get(type) ?? new Map<string, number>();
    counts.set(type, row);
    for (const document of new Set(sources.map((source) => source.document))) {
      documents.add(document);
      row.set(document, (row.get(document) ?? 0) + 1);
    }
    row.set('all', (row.get('all') ?? 0) + 1);
  };
  for (const { name } of nodes) for (const { sources } of dataset.nodes.get(name) ?? []) count(name, sources);
  for (const { type } of edges) for (const { sources } of dataset.edges.get(type) ?? []) count(type, sources);
  const columns = ['all', ...[...documents].sort()];
  const table = [...counts].map(
    ([type, row]) => `| ${type} | ${columns.map((column) => row.get(column) ?? 0).join(' | ')} |`,
  );
  const bySeverity = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity);
  const section = (title: string, lines: readonly string[]) => [
    `${title}: ${lines.length}`,
    ...lines.map((line) => `  ${line}`),
    '',
  ];
  return [
    'Records per type and document [種類・文書ごとの件数]',
    '',
    `| | ${columns.join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...table,
    '',
    ...section('Corrections applied [適用した訂正]', corrections.used),
    ...section('Corrections that no longer match [該当箇所がない訂正]', corrections.unmatched),
    ...section('Errors [エラー]', bySeverity('error').map(formatFinding)),
    ...section('Warnings [要確認]', bySeverity('warning').map(formatFinding)),
    ...section('Notes [参考]', bySeverity('note').map(formatFinding)),
  ].join('\n');
}
