/** A cross table as rows and columns, with the counts between them and the totals at their ends. */
import type { HeaderStates } from '../analysis/coverage/side-states.js';
import type { Cell, Header } from '../analysis/cross-tab.js';
import { noneHeaders, stateOfEmptyCell } from '../labels/empty-cells.js';
import type { Language } from '../labels/labels.js';
import { type Column, columnAt } from './columns.js';

type AnsweredHeader = Omit<Header, 'nodeId' | 'municipality'> & HeaderStates;

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

/**
 * The columns and rows of a cross table: one row more than it has, for the totals; a pair without things counts 0 where that
 * is known, and has no number (null) where what could stand there was not read. `isRead` says whether that is so for the whole table.
 */
export function matrixOf(table: AnsweredCrossTab, language: Language, isRead: boolean) {
  const nothingIn = (row: AnsweredHeader) =>
    table.columns.map((column) => [column.key, stateOfEmptyCell(row, column) === 'COMPLETE' ? 0 : null] as const);
  const counts = new Map(
    table.rows.map((row): [string, Record<string, number | null>] => [row.key, Object.fromEntries(nothingIn(row))]),
  );
  for (const { row, column, count } of table.cells) Object.assign(counts.get(row) ?? {}, { [column]: count });
  const columns: readonly Column[] = [
    columnAt(['label'], words.item[language]),
    ...table.columns.map((header) => columnAt(['counts', header.key], titleOf(header, language))),
    columnAt(['total'], words.total[language]),
  ];
  const hasUnread = [...counts.values()].some((cells) => Object.values(cells).includes(null));
  const grandTotal = table.grandTotal === 0 && !isRead ? null : table.grandTotal;
  return {
    columns,
    /** Some cells have no number for want of what was not read. */
    hasUnread: hasUnread || grandTotal === null,
    rows: [
      ...table.rows.map((header) => ({
        key: header.key,
        label: titleOf(header, language),
        counts: counts.get(header.key) ?? {},
        total: header.total,
      })),
      {
        key: 'total',
        label: words.total[language],
        counts: Object.fromEntries(table.columns.map(({ key, total }) => [key, total])),
        total: grandTotal,
      },
    ],
  };
}

/** A header in words, with its code before it where they do not say it: `17 …`, but `評価A`. */
function titleOf({ code, label, labelEn, noneState }: AnsweredHeader, language: Language): string {
  if (noneState !== null) return noneHeaders[noneState][language];
  const name = language === 'ja' ? label : (labelEn ?? label);
  return code === null || name.includes(code) ? name : `${code} ${name}`;
}
