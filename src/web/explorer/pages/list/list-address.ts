/** What the address of a list says of its columns, its order and the text that is looked for in it. */
import { sourcesField } from '../../parts/lists.js';
import type { SortKey } from '../../parts/rows.js';
import type { PageType } from '../types/page-type.js';

/** Parameters beside the filters of a list, which no filter may be called by. */
export const listParameters = { asOf: 'asOf', columns: 'columns', order: 'order', text: 'text' } as const;

type ListType = Pick<PageType, 'list'>;

/** The ids of all columns, in their order. */
export const allColumns = ({ list }: ListType): readonly string[] =>
  list ? [...list.columns.map(({ path }) => path), ...(list.sources ? [sourcesField] : [])] : [];

/** The ids of the columns that an address asks for, in that order; all where it names none that there is. */
export function chosenColumns(type: ListType, parameters: URLSearchParams): readonly string[] {
  const there = allColumns(type);
  const asked = (parameters.get(listParameters.columns) ?? '').split(',').filter((id) => there.includes(id));
  return asked.length > 0 ? [...new Set(asked)] : there;
}

/** How columns stand in an address; null where they are what a list has without a word. */
export function columnsInAddress(type: ListType, chosen: readonly string[]): string | null {
  const all = allColumns(type);
  return chosen.length === 0 || chosen.join() === all.join() ? null : chosen.join(',');
}

/** Whether the API can order a list by a column. */
export const canBeOrdered = ({ list }: ListType, column: string): boolean =>
  list?.columns.some(({ path, order }) => path === column && order) ?? false;

/** `-measures.totalCount`: the column, and whether the most comes first; null where there is no such order. */
export function chosenOrder(type: ListType, parameters: URLSearchParams): SortKey | null {
  const asked = parameters.get(listParameters.order) ?? '';
  const column = asked.replace(/^-/, '');
  return canBeOrdered(type, column) ? { column, descending: asked.startsWith('-') } : null;
}

/** The order as it stands in an address after one more press on the heading of a column: up, down, and as it was. */
export function nextOrder(now: SortKey | null, column: string): string | null {
  if (now?.column !== column) return column;
  return now.descending ? null : `-${column}`;
}

/** An order of the API, such as `[{ policyItem: { code: DESC } }]`; names go by the language of the page. */
export function orderBy(
  { list }: ListType,
  order: SortKey | null,
  language: 'ja' | 'en',
): readonly Readonly<Record<string, unknown>>[] | null {
  const path = list?.columns.find((column) => column.path === order?.column)?.order;
  if (!order || !path) return null;
  const steps = (language === 'en' ? path.replace(/(^|\.)name$/, '$1nameEn') : path).split('.');
  const direction: unknown = order.descending ? 'DESC' : 'ASC';
  return [steps.reduceRight((inner, step) => ({ [step]: inner }), direction) as Readonly<Record<string, unknown>>];
}

/** The columns of a file that has what a list shows. */
export function savedColumns({ list }: ListType, shown: readonly string[]): readonly string[] {
  const withOthers = new Map((list?.columns ?? []).map(({ path, savedWith = [] }) => [path, [path, ...savedWith]]));
  return shown.flatMap((id) => withOthers.get(id) ?? [id]);
}
