import type { SelectionNode } from 'graphql';
import { defaultPageSize, maximumPageSize } from '../graph/page.js';
import type { Language } from '../labels/labels.js';
import { badInput, Refusal } from '../refusal.js';
import { type CellCoverage, cellCoverageOf } from './cell-coverage.js';
import { type Selected, selectedFields, selectionsBelow } from './columns.js';
import { type AnsweredCrossTab, matrixOf } from './cross-table.js';
import {
  asPosted,
  coverageBeside,
  coverageKey,
  crossTabDocument,
  cursorVariable,
  cutKey,
  firstPage,
  inRows,
  listDocument,
  nextPage,
  pageKey,
  type RowsField,
  sourcesBeside,
  totalKey,
  viaOf,
} from './export-documents.js';
import type { ExportedOperation, PostedOperation } from './exported-operation.js';
import { type MadeTable, type Making, onePage, type RowSelection, tableOf } from './made-table.js';

type Variables = PostedOperation['variables'];
type Answer = Readonly<Record<string, unknown>>;

/**
 * Executes an operation, as the service executes any; fails with `NoPage` where that came to nothing. Where it was given more
 * than was wanted of it, only what `charged` costs counts.
 */
export type AskForPage = (query: string, variables: Variables, charged?: string) => Promise<Answer>;

/** An operation ended with errors; `answer` is the response that it would have had. */
export class NoPage<Answer> extends Error {
  readonly code: string;
  readonly answer: Answer;

  constructor(code: string, answer: Answer) {
    super(`expected a page, but the operation ended with ${code}`);
    this.code = code;
    this.answer = answer;
  }
}

/** How an operation becomes a table. */
export interface TableOptions extends Pick<PostedOperation, 'query' | 'variables'> {
  readonly ask: AskForPage;
  /** More rows than this are refused before the first is written. */
  readonly maximumRows: number;
  /** Of the words around a cross table. */
  readonly language: Language;
  readonly making: Making;
}

/** The table of an operation: its first page is here when this returns, and the others follow as they are written. */
export async function openTable(read: ExportedOperation, options: TableOptions): Promise<MadeTable> {
  try {
    return await { connection: pagedTable, list: listTable, crossTab: matrixTable }[read.rowsOf](read, options);
  } catch (error) {
    // The errors of the operation as it was posted have its own locations.
    if (error instanceof NoPage) await options.ask(options.query, options.variables);
    throw error;
  }
}

/** Pages are as large as there are; where that is too much, as large as they are when nobody says how large. */
const usualSizes = [maximumPageSize, defaultPageSize];
/** Further on a page that is still too much is smaller: the rest is not lost for the little on which much hangs. */
const allSizes = [...usualSizes, 5, 1];

/** What a table has of each row and of its list beside what was posted: how far was read what it shows, and for people more. */
function besideOf(read: ExportedOperation, rows: RowSelection, field: RowsField | null, { readable }: Making): Beside {
  const { list, environment } = read;
  const cells = cellCoverageOf(environment, rows.type, rows.selections);
  const inCells = field && cells.selections.length > 0 ? inRows(field, cells.selections) : cells.selections;
  if (!readable) return { ...nothingBeside, selections: inCells, cells };
  const wanted = (shown: string) => readable.sources && !rows.selected.some(({ name }) => name === shown);
  const sources = wanted('sources') ? sourcesBeside(rows.type, field) : [];
  const via = wanted('via') && field?.name === 'edges' ? viaOf(list) : [];
  return {
    selections: [
      ...sources,
      ...(field && via.length > 0 ? inRows(field, via) : []),
      ...(field ? coverageBeside(list.type) : []),
      ...inCells,
    ],
    sources: sources.length > 0,
    via,
    cells,
  };
}

interface Beside {
  readonly selections: readonly SelectionNode[];
  /** The lines of each row are among them. */
  readonly sources: boolean;
  /** What is selected of each row for the ways by which it follows from others. */
  readonly via: readonly SelectionNode[];
  /** What each row says of how far it was read. */
  readonly cells?: CellCoverage;
}

/** What an operation selects of the objects that are the rows. */
const rowSelection = ({ environment }: ExportedOperation, field: Selected): RowSelection => {
  const selections = selectionsBelow(field);
  return { type: field.type, selections, selected: selectedFields(environment, field.type, selections) };
};

async function pagedTable(
  read: ExportedOperation,
  { variables, ask, maximumRows, making }: TableOptions,
): Promise<MadeTable> {
  const pageOf = async (document: string, values: Variables, charged: string) =>
    listIn(read, await ask(document, values, charged)) as Answer;
  const posted = asPosted(read);
  // A page that is as large as when nobody says how large costs what was posted.
  const chargedFor = (size: number) => (size > defaultPageSize ? firstPage(read, size) : posted);
  // By size the row behind which it is tried again after a page of that size was too much.
  const retryBehind = new Map<number, number>();
  const largestPage = async (sizes: readonly number[], row: number, ofSize: (size: number) => Promise<Answer>) => {
    for (const size of sizes) {
      if ((retryBehind.get(size) ?? 0) > row) continue;
      try {
        return await ofSize(size);
      } catch (error) {
        const tooMuch = error instanceof NoPage && error.code === 'QUERY_TOO_COSTLY';
        if (!tooMuch || size === sizes.at(-1)) throw error;
        retryBehind.set(size, row === 0 ? Number.POSITIVE_INFINITY : row + size);
      }
    }
    throw new Error('expected a size for a page');
  };

  const { environment, list, bounded } = read;
  const within = selectedFields(environment, list.type, selectionsBelow(list));
  const [rows, ...others] = within.filter(({ name }) => name === 'nodes' || name === 'edges');
  const selection = rows && rowSelection(read, rows);
  const beside = selection && others.length === 0 ? besideOf(read, selection, rows, making) : nothingBeside;
  const first = bounded
    ? await pageOf(asPosted(read, beside.selections), variables, posted)
    : await largestPage(usualSizes, 0, (size) =>
        pageOf(firstPage(read, size, beside.selections), variables, chargedFor(size)),
      );
  const total = first[totalKey];
  if (typeof total === 'number' && total > maximumRows) throw tooManyRows(total, maximumRows);
  if (!rows || !selection || others.length > 0) throw unclearRows;

  async function* pages(rowsKey: string): AsyncIterable<readonly unknown[]> {
    let written = 0;
    for (let page = first; ; ) {
      const found = page[rowsKey] as readonly unknown[];
      written += found.length;
      if (written > maximumRows) throw tooManyRows(written, maximumRows);
      yield found;
      const info = page[pageKey] as { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
      if (bounded || !info?.hasNextPage) return;
      const behind = { ...variables, [cursorVariable]: info.endCursor };
      page = await largestPage(allSizes, written, (size) =>
        pageOf(nextPage(read, size, beside.selections), behind, chargedFor(size)),
      );
    }
  }
  return tableOf(environment, selection, pages(rows.key), {
    making,
    hasSources: beside.sources,
    via: beside.via,
    cells: beside.cells,
    coverage: coverageIn(first),
  });
}

const nothingBeside: Beside = { selections: [], sources: false, via: [] };

/** A list of objects has no pages: it is here as a whole. */
async function listTable(
  read: ExportedOperation,
  { variables, ask, maximumRows, making }: TableOptions,
): Promise<MadeTable> {
  const selection = rowSelection(read, read.list);
  const beside = besideOf(read, selection, null, making);
  const document = listDocument(read, beside.selections, making.readable !== null);
  const answer = await ask(document, variables, asPosted(read));
  const rows = listIn(read, answer) as readonly unknown[];
  const owner = at(answer, read.path.slice(0, -1)) as Answer;
  if (owner[cutKey] === true && !read.bounded) throw cut;
  if (rows.length > maximumRows) throw tooManyRows(rows.length, maximumRows);
  return tableOf(read.environment, selection, onePage(rows), {
    making,
    hasSources: beside.sources,
    cells: beside.cells,
    coverage: coverageIn(owner),
  });
}

async function matrixTable(read: ExportedOperation, { variables, ask, language }: TableOptions): Promise<MadeTable> {
  const document = crossTabDocument(read, coverageBeside(read.list.type));
  const answer = listIn(read, await ask(document, variables, asPosted(read))) as AnsweredCrossTab & Answer;
  if (answer[cutKey] === true && !read.bounded) throw cut;
  const coverage = coverageIn(answer);
  const { columns, rows, hasUnread } = matrixOf(answer, language, coverage?.state === 'COMPLETE');
  return {
    columns,
    pages: onePage(rows),
    rows: () => rows.length,
    cited: [],
    coverage,
    unread: [],
    hasBlanks: hasUnread,
  };
}

const coverageIn = (answer: Answer) => answer[coverageKey] as MadeTable['coverage'];

const at = (answer: unknown, path: readonly string[]): unknown =>
  path.reduce((value, key) => (value as Answer | null | undefined)?.[key], answer);

/** What an answer has at the end of the path. */
function listIn({ path }: ExportedOperation, answer: Answer): unknown {
  const list = at(answer, path);
  if (list !== null && list !== undefined) return list;
  const missing = path.findIndex((_, index) => (at(answer, path.slice(0, index + 1)) ?? null) === null);
  throw nothingAt(path.slice(0, missing + 1).join('.'));
}

const nothingAt = (path: string) =>
  new Refusal(
    'NOT_FOUND',
    `expected something at ${path} to make a table of, but the operation finds nothing there`,
    `${path}に該当するものがないため、表を作成できません。`,
  );

const tooManyRows = (total: number, maximum: number) =>
  new Refusal(
    'QUERY_TOO_COSTLY',
    `expected at most ${maximum} rows in a file of this kind, but there are ${total}: narrow the filter, or say how many with first`,
    `この形式で書き出せるのは${maximum}行までですが、${total}行あります。条件を絞るか、firstで件数を指定してください。`,
  );

const cut = badInput(
  'expected the whole list, but the service shows only a part of it: say how many with first or limit',
  '一部しか取得できないため、書き出せません。firstまたはlimitで件数を指定してください。',
);

const unclearRows = badInput(
  'expected the connection to select either nodes or edges, once: they become the rows',
  '行になるnodesまたはedgesのどちらか一方を、一度だけ選択してください。',
);
