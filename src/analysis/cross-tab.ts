/** A cross table: how many distinct things have one value in the rows and another in the columns. */
import { valueDescription } from '../model/declaration.js';
import { ExpenditureFunction } from '../model/enums.js';
import { eraLabel } from '../model/fiscal-year.js';
import {
  countables,
  type DimensionName,
  dimensionBeside,
  dimensionsOf,
  edgesBetween,
  edgesInUse,
} from './cross-tab-dimensions.js';
import {
  type CrossTabQuestion,
  markWord,
  membersStatement,
  noValue,
  type Query,
  type Side,
  tableStatements,
} from './cross-tab-statement.js';
import type { Ask, Row } from './statements.js';
import { unprinted, unprintedWords } from './unprinted.js';
import type { Label } from './wording.js';

export interface Header {
  readonly key: string;
  /** The node that it stands for; null for grades, marks, titles, years and what has no value. */
  readonly nodeId: string | null;
  readonly code: string | null;
  readonly label: string;
  readonly labelEn: string | null;
  /** Key of the city to which the node or the mark belongs; null for what all share, and for grades, titles and years. */
  readonly municipality: string | null;
  /** Distinct things in the row or column. */
  readonly total: number;
}

export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

/** A cross table; `shown` has the keys of rows and columns where others were left out, as there are more than the limit. */
export type CrossTab = Awaited<ReturnType<typeof crossTab>>;

type HeaderColumns = readonly [
  key: string | null,
  code: string | null,
  name: string | null,
  nameEn: string | null,
  municipality: string | null,
  sortKey: string | null,
];

/** Whether a countable can be laid out by a dimension; null where it can, and what it can be laid out by where not. */
export function unreachable({ rows, columns, counted }: CrossTabQuestion) {
  const sides = [
    [rows, columns],
    [columns, rows],
  ] as const;
  const [wrong] = sides.find(([name, other]) => !(counted in dimensionBeside(name, other).ways)) ?? [];
  return wrong ? { wrong, possible: dimensionsOf(counted), counted: countables[counted] } : null;
}

/** Counts, with at most `limit` rows and columns: the fullest ones, in natural order. */
export async function crossTab(question: CrossTabQuestion, limit: number, ask: Ask) {
  const found = await rowsOf(ask, tableStatements(question, limit));
  const rows = headersOf(found, 'row', question.rows);
  const columns = headersOf(found, 'column', question.columns);
  const [rowOrder, columnOrder] = [orderOf(rows.shown), orderOf(columns.shown)];
  const index = ({ row, column }: Cell) => (rowOrder.get(row) ?? 0) * columnOrder.size + (columnOrder.get(column) ?? 0);
  return {
    question,
    shown: { row: rows.cut, column: columns.cut },
    rows: rows.shown,
    columns: columns.shown,
    cells: cellsOf(found)
      .filter(({ row, column }) => rowOrder.has(row) && columnOrder.has(column))
      .sort((a, b) => index(a) - index(b)),
    grandTotal: Number(found.find(({ part }) => part === 'total')?.count ?? 0),
    omittedRows: rows.omitted,
    omittedColumns: columns.omitted,
  };
}

/**
 * Why nothing has a value in both dimensions at a stage: what its documents do not print. Empty where something has, or where
 * they print all of it.
 */
export async function whyEmpty({ question, cells }: CrossTab, ask: Ask): Promise<Label> {
  const { stage, municipalities, counted, rows, columns } = question;
  const filled = cells.some(({ row, column }) => row !== noValue && column !== noValue);
  if (stage === null || filled) return { ja: '', en: '' };
  const missing = await unprinted(edgesBetween(counted, rows, columns), { stage, municipalities }, ask);
  const asked = edgesInUse(counted, rows, columns, (edge) => missing.every(({ type }) => type !== edge));
  return unprintedWords(
    stage,
    missing.filter(({ type }) => asked.has(type)),
  );
}

/** The ids of what each cell has counted, by `keyOfCell`. */
export async function members(
  { question, shown }: CrossTab,
  ask: Ask,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  for (const row of await rowsOf(ask, [membersStatement(question, shown)]))
    ids.set(keyOfCell({ row: keyOf(row.row), column: keyOf(row.column) }), row.ids as readonly string[]);
  return ids;
}

/** One text for the keys of a row and a column. */
export const keyOfCell = ({ row, column }: Pick<Cell, Side>): string => JSON.stringify([row, column]);

/** The keys of which `keyOfCell` has made one text. */
export function keysOfCell(key: string): Readonly<Record<Side, string>> {
  const [row, column] = JSON.parse(key) as readonly [string, string];
  return { row, column };
}

const rowsOf = async (ask: Ask, queries: readonly Query[]): Promise<readonly Row[]> =>
  (await Promise.all(queries.map(({ text, parameters }) => ask(text, parameters)))).flat();
const keyOf = (value: unknown): string => (typeof value === 'string' ? value : noValue);

/** The cells, which lie in the rows of one side. */
const cellsOf = (found: readonly Row[]): readonly Cell[] =>
  found.flatMap(({ part, header, cells }) => {
    const own = keyOf((header as HeaderColumns | null)?.[0]);
    return ((cells ?? []) as readonly (readonly [key: unknown, count: unknown])[]).map(([key, count]) => ({
      ...(part === 'row' ? { row: own, column: keyOf(key) } : { row: keyOf(key), column: own }),
      count: Number(count),
    }));
  });

const orderOf = (headers: readonly Header[]) => new Map(headers.map(({ key }, index) => [key, index]));

interface CountedHeader {
  readonly columns: HeaderColumns;
  readonly total: number;
}

/** The headers of a side in natural order, what has no value last; `cut` has their keys where others were left out. */
function headersOf(found: readonly Row[], side: Side, dimension: DimensionName) {
  const rows = found.filter(({ part }) => part === side);
  const headers = rows
    .map(({ header, count }): CountedHeader => ({ columns: header as HeaderColumns, total: Number(count) }))
    .sort((a, b) => (order(a, dimension) < order(b, dimension) ? -1 : 1));
  const cities = new Set(headers.map(({ columns: [, , , , municipality] }) => municipality).filter(Boolean));
  const shown = headers.map((header) => headerOf(header, dimension, cities.size > 1));
  const omitted = Number(rows[0]?.size ?? 0) - shown.length;
  return { shown, omitted, cut: omitted > 0 ? shown.map(({ key }) => key) : null };
}

const last = '\uffff';
const titles = Object.keys(ExpenditureFunction.values);

function order({ columns: [key, , , , municipality, sortKey] }: CountedHeader, dimension: DimensionName): string {
  if (key === null) return last;
  // The law has an order of its own.
  if (dimension === 'EXPENDITURE_FUNCTION') return String(titles.indexOf(key)).padStart(2, '0');
  return `${municipality ?? ''}\n${sortKey ?? ''}\n${key}`;
}

function headerOf({ columns, total }: CountedHeader, dimension: DimensionName, ofSeveral: boolean): Header {
  const [key, code, name, nameEn, municipality] = columns;
  const ofAll = { nodeId: null, municipality: null, total };
  if (key === null) return { ...ofAll, key: noValue, code: null, label: '記録なし', labelEn: 'None recorded' };
  if (dimension === 'GRADE') return { ...ofAll, key, code: key, label: `評価${key}`, labelEn: `Grade ${key}` };
  if (dimension === 'FISCAL_YEAR') {
    const era = eraLabel(Number(key));
    const label = `${key}年度${era ? `（${era}）` : ''}`;
    return { ...ofAll, key, code: era, label, labelEn: `FY${key}${era ? ` (${era})` : ''}` };
  }
  if (dimension === 'EXPENDITURE_FUNCTION') {
    const title = valueDescription(ExpenditureFunction, key);
    return { ...ofAll, key, code: null, label: title?.ja ?? key, labelEn: title?.en.replace(/\.$/, '') ?? null };
  }
  if (dimension === 'MARK') {
    const mark = code ?? key.slice(key.indexOf(markWord) + markWord.length);
    // The same mark can mean something else in another city.
    const label = ofSeveral ? `${mark}（${name}）` : mark;
    const labelEn = ofSeveral ? `${mark} (${nameEn ?? name})` : mark;
    return { key, nodeId: null, code: mark, label, labelEn, municipality, total };
  }
  return { key, nodeId: key, code, label: name ?? key, labelEn: nameEn, municipality, total };
}
