import type { Located } from '../document.js';
import type { PrintedLine } from '../printed-lines.js';
import { cleanText } from '../text.js';

/** The rows of a complete sheet in their order, by the label that each prints. */
export const sheetRows = {
  field: '改革分野',
  name: '計画名',
  leads: '実行課',
  years: '開始年度',
  perspectives: '改革の視点',
  citations: '施策中項目',
  situation: '現状と課題',
  activities: '取組内容',
  effects: '取組の効果',
  yearHead: '年度',
  goals: '各年度達成目標',
  grades: '年度末評価',
  remarks: '備考',
} as const;

/** Labels that vary, and those of rows that are filled in when the year has ended. */
const otherLabels = {
  citations: /施策[大中小]項目\)?$/,
  report: /年度末の取組状況報告$/,
  outlook: /年度に向けた取組方針$/,
} as const;

type LabelledRow = keyof typeof sheetRows | keyof typeof otherLabels;

/** Labels are compared without blanks: converters put some inside (R 6年度末の 取組状況報告). */
const labels = Object.entries({ ...sheetRows, ...otherLabels }).map(([kind, label]) => ({
  kind: kind as LabelledRow,
  pattern: typeof label === 'string' ? new RegExp(`^${label}$`) : label,
}));

/** What a line of the document is, told by its first cell. `other` is what only the cover and the index can explain. */
export type RowKind = LabelledRow | 'title' | 'theme' | 'indexHead' | 'other';

/** A line of the document as a table row. */
export interface Row extends Located {
  readonly kind: RowKind;
  /** The whole line, cleaned. */
  readonly text: string;
  /** The first cell that holds text, cleaned. */
  readonly label: string;
  /** The cells after the label as they stand in the file, the empty ones too: a goal's column is its year. */
  readonly cells: readonly string[];
}

const title = /行政改革大綱.*実施計画シート/;
const theme = /^改革テーマ/;
const pageColumn = /^(?:頁|ページ)$/;

/** A line as a row. */
export function readRow(line: PrintedLine): Row {
  const cells = line.raw.split('\t');
  const labelAt = cells.findIndex((cell) => cleanText(cell) !== '');
  const rest = cells.slice(labelAt + 1);
  return {
    kind: kindOf(squeeze(cells[labelAt] ?? ''), rest),
    lines: line.lines,
    text: cleanText(line.raw),
    label: cleanText(cells[labelAt] ?? ''),
    cells: rest,
  };
}

function kindOf(label: string, rest: readonly string[]): RowKind {
  const tabular = rest.length > 0;
  if (!tabular && title.test(label)) return 'title';
  if (theme.test(label)) return 'theme';
  const kind = labels.find(({ pattern }) => pattern.test(label))?.kind;
  if (kind === 'name' && rest.some((cell) => pageColumn.test(squeeze(cell)))) return 'indexHead';
  return tabular && kind ? kind : 'other';
}

/** A label as it is compared: without blanks, heading signs and bullets. */
function squeeze(cell: string): string {
  return cleanText(cell)
    .replace(/^[#●○■◆・\s]+/, '')
    .replace(/\s/g, '');
}

/** The cells of a row that hold text, cleaned; where the cells stand is no matter. */
export function valuesOf({ cells }: Row): string[] {
  return cells.map(cleanText).filter((cell) => cell !== '');
}

/**
 * The cells that hold text, by the label before them: 実行課 | 企画課 || 連携課 | 全庁. The first group is the row's own;
 * the group of a label that the row lacks is undefined.
 */
export function valuesByLabel(row: Row, inner: readonly RegExp[]): (string[] | undefined)[] {
  let current: string[] = [];
  const groups: (string[] | undefined)[] = [current, ...inner.map(() => undefined)];
  for (const value of valuesOf(row)) {
    const label = inner.findIndex((pattern) => pattern.test(squeeze(value)));
    if (label === -1) current.push(value);
    else groups[label + 1] = current = [];
  }
  return groups;
}

/** The rows of one sheet in document order, its title and theme lines first where they are printed. */
export type Segment = readonly Row[];

/** Title and theme are lost where a heading was a picture; then a sheet begins with one of these rows. */
const opening: readonly RowKind[] = ['field', 'name'];

/** Divides the document into what stands before the first sheet, and the sheets. Lines that fit neither are left out. */
export function divide(rows: readonly Row[]): {
  readonly front: readonly Row[];
  readonly segments: readonly Segment[];
} {
  const front: Row[] = [];
  const segments: Row[][] = [];
  let heading: Row[] = [];
  for (const row of rows) {
    const current = segments.at(-1);
    if (row.kind === 'title') heading = [row];
    else if (row.kind === 'theme') heading.push(row);
    else if (row.kind === 'other' || row.kind === 'indexHead') {
      if (!current) front.push(...heading.splice(0), row);
    } else if (!current || heading.length > 0 || opensAnother(row, current)) segments.push([...heading.splice(0), row]);
    else current.push(row);
  }
  return { front, segments };
}

function opensAnother({ kind }: Row, current: Segment): boolean {
  return opening.includes(kind) && current.some((row) => row.kind === kind);
}
