import type { Connection } from '../../database/connection.js';
import type { Dataset } from '../dataset/dataset.js';
import { compare } from './difference.js';
import { editsByHand } from './edits.js';
import { graphRows } from './graph-rows.js';
import { type HeldStatement, heldOf } from './held.js';
import type { LoadStatements } from './statements.js';

/** What the graph says of the dataset that it holds. */
interface Loaded {
  readonly revision: string;
  readonly origin: 'default' | 'named' | null;
  readonly content: string | null;
  readonly loadedAt: string;
}

/** A whole city is read at once. */
const timeout = 60_000;

/** What a load of this dataset would change, and what of the graph was changed by hand; reads only. */
export async function inspect(
  connection: Pick<Connection, 'read'>,
  dataset: Dataset,
  statements: Pick<LoadStatements, 'loaded' | 'loaded-rows' | HeldStatement>,
) {
  const rows = graphRows(dataset, (value) => value);
  const { municipality } = rows;
  const read = <Row extends object>(statement: string, parameters: Record<string, unknown> = { municipality }) =>
    connection.read<Row>(statement, parameters, { timeout });
  const [loaded] = await read<Loaded>(statements.loaded);
  const difference = compare(rows, await heldOf(rows, statements, read));
  const [kept] = loaded?.content ? await read<{ lines: readonly string[] }>(statements['loaded-rows']) : [];
  const isEdited = Boolean(loaded?.content) && loaded?.content !== difference.content;
  const edits = isEdited ? editsByHand(difference, kept?.lines ?? []) : [];
  return { municipality, loaded: loaded ?? null, tables: difference.tables, edits };
}
