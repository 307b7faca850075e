import { defaultPageSize, maximumPageSize } from '../graph/page.js';
import { RequestError } from '../graph/request-error.js';
import { columnsOf, selectedFields } from './columns.js';
import { type AnsweredCrossTab, type Language, matrixOf } from './cross-table.js';
import {
  asPosted,
  crossTabDocument,
  cursorVariable,
  cutKey,
  firstPage,
  listDocument,
  nextPage,
  pageKey,
  totalKey,
} from './export-documents.js';
import type { ExportedOperation, PostedOperation } from './exported-operation.js';
import type { Table } from './table-formats.js';

type Variables = PostedOperation['variables'];
type Answer = Readonly<Record<string, unknown>>;

/** Has an operation answered, as the service answers any; fails with `NoPage` where that came to nothing. */
export type AskForPage = (query: string, variables: Variables) => Promise<Answer>;

/** An operation ended with errors; `answer` is what whoever asked would have been sent. */
export class NoPage<Answer> extends Error {
  readonly code: string;
  readonly answer: Answer;

  constructor(code: string, answer: Answer) {
    super(`expected a page, but the operation ended with ${code}`);
    this.code = code;
    this.answer = answer;
  }
}

export interface Asked extends Pick<PostedOperation, 'query' | 'variables'> {
  readonly ask: AskForPage;
  /** More rows than this are refused before the first is written. */
  readonly maximumRows: number;
  /** Of the words around a cross table. */
  readonly language: Language;
}

/** The table of an operation: its first page is here when this returns, and the others follow as they are written. */
export async function openTable(read: ExportedOperation, asked: Asked): Promise<Table> {
  try {
    return await { connection: pagedTable, list: listTable, crossTab: matrixTable }[read.rowsOf](read, asked);
  } catch (error) {
    // Of the operation as it was posted the answer tells the places.
    if (error instanceof NoPage) await asked.ask(asked.query, asked.variables);
    throw error;
  }
}

async function pagedTable(read: ExportedOperation, asked: Asked): Promise<Table> {
  const opening = await openingPage(read, asked);
  const total = opening.page[totalKey];
  if (typeof total === 'number' && total > asked.maximumRows) throw tooManyRows(total, asked.maximumRows);
  const { selections, list } = read;
  const within = selectedFields(selections, list.type, list.below);
  const [rows, ...others] = within.filter(({ name }) => name === 'nodes' || name === 'edges');
  if (!rows || others.length > 0) throw unclearRows;
  return {
    columns: columnsOf(selections, rows.type, rows.below),
    pages: pagesFrom(opening, rows.key, read, asked),
  };
}

/** Pages are as large as there are; where that is too much, as large as they are when nobody says how large. */
const usualSizes = [maximumPageSize, defaultPageSize];
/** Where much hangs on what lies further on, the rest is not lost for it. */
const smallSizes = [5, 1];

/** The first page of a table, and the sizes that those behind it may have; none where it is all that was asked for. */
interface Opening {
  readonly page: Answer;
  readonly sizes: readonly number[];
}

async function openingPage(read: ExportedOperation, { variables, ask }: Asked): Promise<Opening> {
  if (read.bounded) return { page: listIn(read, await ask(asPosted(read), variables)) as Answer, sizes: [] };
  const refused = new Set<number>();
  const page = await largestPage(
    usualSizes,
    async (size) => listIn(read, await ask(firstPage(read, size), variables)) as Answer,
    (size) => refused.add(size),
  );
  return { page, sizes: [...usualSizes.filter((size) => !refused.has(size)), ...smallSizes] };
}

/** The page of the first of these sizes with which the operation is not too much; told of each with which it is. */
async function largestPage(
  sizes: readonly number[],
  pageOf: (size: number) => Promise<Answer>,
  isTooMuch: (size: number) => void,
): Promise<Answer> {
  const [size, ...smaller] = sizes;
  if (size === undefined) throw new Error('expected a size for a page');
  try {
    return await pageOf(size);
  } catch (error) {
    if (smaller.length === 0 || !(error instanceof NoPage) || error.code !== 'QUERY_TOO_COSTLY') throw error;
    isTooMuch(size);
    return largestPage(smaller, pageOf, isTooMuch);
  }
}

async function* pagesFrom(
  { page: first, sizes }: Opening,
  rowsKey: string,
  read: ExportedOperation,
  { variables, ask, maximumRows }: Asked,
): AsyncIterable<readonly unknown[]> {
  let page = first;
  let written = 0;
  // A size with which a page was too much is tried again behind the rows that it would have had.
  const tooMuchBefore = new Map<number, number>();
  while (true) {
    const rows = page[rowsKey] as readonly unknown[];
    written += rows.length;
    if (written > maximumRows) throw tooManyRows(written, maximumRows);
    yield rows;
    const info = page[pageKey] as { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
    if (!info?.hasNextPage || sizes.length === 0) return;
    const behind = { ...variables, [cursorVariable]: info.endCursor };
    page = await largestPage(
      sizes.filter((size) => (tooMuchBefore.get(size) ?? 0) <= written),
      async (size) => listIn(read, await ask(nextPage(read, size), behind)) as Answer,
      (size) => tooMuchBefore.set(size, written + size),
    );
  }
}

/** A list of objects has no pages: it is here as a whole. */
async function listTable(read: ExportedOperation, { variables, ask, maximumRows }: Asked): Promise<Table> {
  const answer = await ask(listDocument(read), variables);
  const rows = listIn(read, answer) as readonly unknown[];
  const owner = at(answer, read.path.slice(0, -1)) as Answer;
  if (owner[cutKey] === true && !read.bounded) throw cut;
  if (rows.length > maximumRows) throw tooManyRows(rows.length, maximumRows);
  return { columns: columnsOf(read.selections, read.list.type, read.list.below), pages: onePage(rows) };
}

async function matrixTable(read: ExportedOperation, { variables, ask, language }: Asked): Promise<Table> {
  const answer = listIn(read, await ask(crossTabDocument(read), variables)) as AnsweredCrossTab & Answer;
  if (answer[cutKey] === true && !read.bounded) throw cut;
  const { columns, rows } = matrixOf(answer, language);
  return { columns, pages: onePage(rows) };
}

async function* onePage(rows: readonly unknown[]): AsyncIterable<readonly unknown[]> {
  yield rows;
}

const at = (answer: unknown, path: readonly string[]): unknown =>
  path.reduce((value, key) => (value as Answer | null | undefined)?.[key], answer);

/** What an answer has at the end of the path. */
function listIn({ path }: ExportedOperation, answer: Answer): unknown {
  const list = at(answer, path);
  if (list !== null && list !== undefined) return list;
  const missing = path.findIndex((_, place) => (at(answer, path.slice(0, place + 1)) ?? null) === null);
  throw nothingAt(path.slice(0, missing + 1).join('.'));
}

const nothingAt = (place: string) =>
  new RequestError(
    'NOT_FOUND',
    `expected something at ${place} to make a table of, but the operation finds nothing there`,
    `${place}に該当するものがないため、表を作成できません。`,
  );

const tooManyRows = (total: number, maximum: number) =>
  new RequestError(
    'QUERY_TOO_COSTLY',
    `expected at most ${maximum} rows in a file of this kind, but there are ${total}: narrow the filter, or say how many with first`,
    `この形式で書き出せるのは${maximum}行までですが、${total}行あります。条件を絞るか、firstで件数を指定してください。`,
  );

const cut = new RequestError(
  'BAD_USER_INPUT',
  'expected the whole list, but the service shows only a part of it: say how many with first or limit',
  '一部しか取得できないため、書き出せません。firstまたはlimitで件数を指定してください。',
);

const unclearRows = new RequestError(
  'BAD_USER_INPUT',
  'expected the connection to select either nodes or edges, once: they become the rows',
  '行になるnodesまたはedgesのどちらか一方を、一度だけ選択してください。',
);
