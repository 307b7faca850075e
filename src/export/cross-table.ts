/** A cross table as rows and columns, with the counts between them and the totals at their ends. */
import type { Cell, Header } from '../analysis/cross-tab.js';
import type { Language } from '../labels/labels.js';
import { type Column, columnAt } from './columns.js';

type AnsweredHeader = Omit<Header, 'nodeId' | 'municipality'>;

/** What `crossTabDocument` has answered. */
export interface AnsweredCrossTab {
  readonly rows: readonly AnsweredHeader[];
  readonly columns: readonly AnsweredHeader[];
  readonly cells: readonly Cell[];
  readonly grandTotal: number;
}

const words = {
  item: { ja: '項目', en: 'item' },
  total: { ja: '計（重複を除く）', en: 'total (each once)' },
} as const;

/** The columns and rows of a cross table: one row more than it has, for the totals; a pair without things counts 0. */
export function matrixOf(table: AnsweredCrossTab, language: Language) {
  const nothing = Object.fromEntries(table.columns.map(({ key }) => [key, 0]));
  const counts = new Map(table.rows.map(({ key }) => [key, { ...nothing }]));
  for (const { row, column, count } of table.cells) Object.assign(counts.get(row) ?? {}, { [column]: count });
  const columns: readonly Column[] = [
    columnAt(['label'], words.item[language]),
    ...table.columns.map((header) => columnAt(['counts', header.key], titleOf(header, language))),
    columnAt(['total'], words.total[language]),
  ];
  return {
    columns,
    rows: [
      ...table.rows.map((header) => ({
        key: header.key,
        label: titleOf(header, language),
        counts: counts.get(header.key) ?? nothing,
        total: header.total,
      })),
      {
        key: 'total',
        label: words.total[language],
        counts: Object.fromEntries(table.columns.map(({ key, total }) => [key, total])),
        total: table.grandTotal,
      },
    ],
  };
}

/** A header in words, with its code before it where they do not say it: `17 …`, but `評価A`. */
function titleOf({ code, label, labelEn }: AnsweredHeader, language: Language): string {
  const name = language === 'ja' ? label : (labelEn ?? label);
  return code === null || name.includes(code) ? name : `${code} ${name}`;
}
