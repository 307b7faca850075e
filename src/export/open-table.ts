import { type FragmentDefinitionNode, type GraphQLSchema, getVariableValues, Kind } from 'graphql';
import { defaultPageSize, maximumPageSize } from '../graph/page.js';
import { RequestError } from '../graph/request-error.js';
import { columnsOf, type Selections, selectedFields } from './columns.js';
import { cursorVariable, type ExportedOperation, pageKey, totalKey } from './exported-operation.js';
import type { Table } from './table-formats.js';

type Variables = Readonly<Record<string, unknown>>;
type Connection = Readonly<Record<string, unknown>>;

/** Has an operation answered, as the service answers any; fails with `NoPage` where that came to nothing. */
export type AskForPage = (query: string, variables: Variables) => Promise<Readonly<Record<string, unknown>>>;

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

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly query: string;
  readonly variables: Variables;
  readonly ask: AskForPage;
  /** More rows than this are refused before the first is written. */
  readonly maximumRows: number;
}

/** The table of an operation: its first page is here when this returns, and the others follow as they are written. */
export async function openTable(read: ExportedOperation, asked: Asked): Promise<Table> {
  const { first, size } = await firstPage(read, asked);
  const total = first[totalKey];
  if (typeof total === 'number' && total > asked.maximumRows) throw tooManyRows(total, asked.maximumRows);
  const selections = selectionsOf(read, asked);
  const within = selectedFields(selections, read.connection, read.field.selectionSet?.selections ?? []);
  const [rows, ...others] = within.filter(({ name }) => name === 'nodes' || name === 'edges');
  if (!rows || others.length > 0) throw unclearRows;
  return {
    columns: columnsOf(selections, rows.type, rows.below),
    pages: pagesFrom(first, rows.key, size, read, asked),
  };
}

/** Pages as large as there are; where that would cost too much, as large as they are when nobody says how large. */
async function firstPage(read: ExportedOperation, { query, variables, ask }: Asked) {
  const page = async (text: string) => (await ask(text, variables))[read.key] as Connection;
  if (read.bounded) return { first: await page(query), size: 0 };
  try {
    for (const size of [maximumPageSize, defaultPageSize]) {
      try {
        return { first: await page(read.first(size)), size };
      } catch (error) {
        if (!(error instanceof NoPage) || error.code !== 'QUERY_TOO_COSTLY' || size === defaultPageSize) throw error;
      }
    }
  } catch (error) {
    // Of the operation as it was posted the answer tells the places.
    if (error instanceof NoPage) await page(query);
    throw error;
  }
  throw new Error('expected a page or an error');
}

async function* pagesFrom(
  first: Connection,
  rowsKey: string,
  size: number,
  read: ExportedOperation,
  { variables, ask, maximumRows }: Asked,
): AsyncIterable<readonly unknown[]> {
  let page = first;
  let written = 0;
  while (true) {
    const rows = page[rowsKey] as readonly unknown[];
    written += rows.length;
    if (written > maximumRows) throw tooManyRows(written, maximumRows);
    yield rows;
    const info = page[pageKey] as { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
    if (!info?.hasNextPage) return;
    const answer = await ask(read.next(size), { ...variables, [cursorVariable]: info.endCursor });
    page = answer[read.key] as Connection;
  }
}

function selectionsOf({ document, operation }: ExportedOperation, { schema, variables }: Asked): Selections {
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    schema,
    variables: coerced,
    fragments: Object.fromEntries(fragments.map((each) => [each.name.value, each])),
  };
}

const tooManyRows = (total: number, maximum: number) =>
  new RequestError(
    'QUERY_TOO_COSTLY',
    `expected at most ${maximum} rows in a file of this kind, but there are ${total}: narrow the filter, or say how many with first`,
    `この形式で書き出せるのは${maximum}行までですが、${total}行あります。条件を絞るか、firstで件数を指定してください。`,
  );

const unclearRows = new RequestError(
  'BAD_USER_INPUT',
  'expected the connection to select either nodes or edges, once: they become the rows',
  '行になるnodesまたはedgesのどちらか一方を、一度だけ選択してください。',
);
