/** The table that is made of the rows of a list: for programs by response paths, or for people in words. */
import type { GraphQLOutputType, SelectionNode } from 'graphql';
import type { Environment } from '../graph/selection.js';
import type { Coverage } from './about.js';
import { type CellCoverage, type UnreadWords, withUnread } from './cell-coverage.js';
import { type AnsweredSource, type CitedDocument, citationsOf } from './citations.js';
import { type Column, chosenColumns, columnsOf, type Selected } from './columns.js';
import { sourcesKey } from './export-documents.js';
import { readableColumns, seriesIn, type Wording } from './readable-columns.js';
import { byYear, noSeries, type SeriesLayout, yearOfSeries, yearsIn } from './series.js';
import type { Table } from './table-formats.js';

/** How a list becomes a table. */
export interface Making {
  /** Paths of the columns in their order; null for all. */
  readonly chosen: readonly string[] | null;
  /** Null for programs: columns are named by response paths, and values are as answered. */
  readonly readable: Readable | null;
}

/** How a table is made for people. */
export interface Readable extends Wording {
  /** What becomes of series; null for a cell. */
  readonly series: SeriesLayout['layout'] | null;
  /** With a column for the lines that say what a row says. */
  readonly sources: boolean;
  /** What stands in the place of nothing that was not read; null where a cell stays empty. */
  readonly unread: UnreadWords;
}

/** A table, with what is known of it when its pages have been taken. */
export interface MadeTable extends Table {
  readonly rows: () => number;
  readonly cited: Iterable<CitedDocument>;
  readonly coverage?: Coverage | undefined;
  /** What was not read, or not wholly, for some row, as its columns are headed. */
  readonly unread: Iterable<string>;
  /** A cross table has empty cells for what was not read. */
  readonly hasBlanks?: boolean;
}

/** What is selected of the objects that are the rows. */
export interface RowSelection {
  readonly type: GraphQLOutputType;
  readonly selections: readonly SelectionNode[];
  readonly selected: readonly Selected[];
}

type Pages = Table['pages'];

interface MadeOf {
  readonly making: Making;
  /** The rows have their sources under `sourcesKey`. */
  readonly hasSources: boolean;
  /** What was selected beside it of the ways by which the rows follow from others; nothing where it was not. */
  readonly via?: readonly SelectionNode[];
  /** What the rows say of how far they were read. */
  readonly cells?: CellCoverage | undefined;
  readonly coverage?: Coverage | undefined;
}

export async function tableOf(
  environment: Environment,
  { type, selections }: RowSelection,
  pages: Pages,
  { making: { chosen, readable }, hasSources, via = [], cells, coverage }: MadeOf,
): Promise<MadeTable> {
  const cited = new Map<string, CitedDocument>();
  const unread = new Set<string>();
  let written = 0;
  const among = (columns: readonly Column[]) => (chosen ? chosenColumns(columns, chosen) : columns);
  const table = { cited: { [Symbol.iterator]: () => cited.values() }, rows: () => written, coverage, unread };
  async function* told(onUnread: (way: readonly Selected[]) => void): Pages {
    const words = readable?.unread ?? null;
    for await (const page of pages) yield page.map((row) => withUnread(row, cells, { words, onUnread }));
  }
  if (!readable)
    return { ...table, columns: among(columnsOf(environment, type, selections)), pages: told(() => undefined) };

  const isShown = (key: string) => chosen?.some((path) => path.split('.').includes(key)) ?? true;
  const hearOf = (way: readonly Selected[]) => {
    if (way[0] && isShown(way[0].key))
      unread.add(way.map(({ owner, name }) => readable.labels.field(owner, name)).join(' / '));
  };
  const onCited = (document: CitedDocument) => void cited.set(document.id ?? document.name ?? '', document);
  const { series, rows } = await laidOut(environment, { type, selections }, told(hearOf), readable.series);
  const wording = { ...readable, onCited };
  const options = { ...wording, environment, chosen, series };
  const ways = readableColumns(type, via, options);
  const columns = [...withYears(readableColumns(type, selections, options), among, series), ...ways];
  async function* counted(): Pages {
    for await (const page of rows) {
      written += page.length;
      yield page;
    }
  }
  return { ...table, columns: hasSources ? [...columns, sourcesColumn(wording)] : columns, pages: counted() };
}

/** Chosen columns with that of the year before the first of a series: rows of years say of which year they are. */
function withYears(
  columns: readonly Column[],
  among: (columns: readonly Column[]) => readonly Column[],
  series: SeriesLayout | null,
): readonly Column[] {
  const years = columns.filter(({ path }) => path[0] === yearOfSeries);
  const chosen = among(columns).filter((column) => !years.includes(column));
  const ofSeries = (path: readonly string[]) =>
    series?.lists.some((list) => list.path.every((key, index) => path[index] === key)) ?? false;
  const first = chosen.findIndex(({ path }) => ofSeries(path));
  return first < 0 ? chosen : [...chosen.slice(0, first), ...years, ...chosen.slice(first)];
}

/** The rows as the series are laid out, and the layout. All rows are read first where years become columns. */
async function laidOut(
  environment: Environment,
  { type, selections }: Pick<RowSelection, 'type' | 'selections'>,
  pages: Pages,
  layout: Readable['series'],
): Promise<{ readonly series: SeriesLayout | null; readonly rows: Pages }> {
  if (layout === null) return { series: null, rows: pages };
  const lists = seriesIn(type, selections, environment);
  if (lists.length === 0) throw noSeries;
  if (layout === 'columns') {
    const all: unknown[] = [];
    for await (const page of pages) all.push(...page);
    return { series: { layout, lists, years: yearsIn(all, lists) }, rows: onePage(all) };
  }
  async function* yearly(): Pages {
    for await (const page of pages) yield page.flatMap((row) => byYear(row, lists));
  }
  return { series: { layout, lists, years: [] }, rows: yearly() };
}

export async function* onePage(rows: readonly unknown[]): Pages {
  yield rows;
}

const sources = { ja: '出典', en: 'Sources' } as const;

/** The lines that say what a row says; of a row that follows from others there are none. */
const sourcesColumn = ({ language, labels, onCited }: Wording): Column => ({
  name: sources[language],
  path: [sourcesKey],
  cell: (row) => {
    const found = ((row as Readonly<Record<string, unknown>>)[sourcesKey] ?? []) as readonly AnsweredSource[];
    for (const { document } of found) if (document) onCited?.(document);
    return citationsOf(found, labels, language);
  },
});
