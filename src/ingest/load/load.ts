import { type Connection, integer, type Transaction } from '../../database/connection.js';
import { OperatorError } from '../../operator-error.js';
import type { Progress } from '../../progress.js';
import type { Dataset } from '../dataset/dataset.js';
import { Announcement } from './announcement.js';
import { compare } from './difference.js';
import { describeEdits, editsByHand } from './edits.js';
import { graphRows } from './graph-rows.js';
import { heldOf } from './held.js';
import { preview } from './preview.js';
import { refusedRemovals, removalsToAllow } from './removals.js';
import type { LoadStatements } from './statements.js';
import { type Step, stepsOf } from './steps.js';
import { inOneTransaction } from './transaction.js';

/** Rows per statement: large enough to be quick, small enough to show progress and to stay within a transaction's memory. */
export const batchSize = 500;
/** As many rows as are written while readers get to know of the commit: those of most cities, and the last ones of others. */
const announcedRows = 5_000;

export interface LoadResult {
  readonly revision: string;
  /** How many nodes and edges were written or removed; all zero where the graph held this dataset already. */
  readonly written: number;
  readonly removed: number;
  /** Why a load that gives way left the graph as it is; null where it did not. */
  readonly kept: Kept | null;
}

/** Why a load that gives way leaves the graph as it is: newer data, or more removals than one load makes unasked. */
export type Kept = 'another dataset' | 'an edited graph' | 'many removals';

/** Which dataset is loaded: the one that a start of the service takes, or one whose folder somebody named. */
export type Origin = 'default' | 'named';

export interface LoadOptions {
  readonly origin: Origin;
  /**
   * Leaves the graph as it is where it holds this revision already, a dataset that somebody named, or data that was
   * changed after it had been loaded, or where removals had to be allowed.
   */
  readonly giveWay: boolean;
  /** Removes whatever the dataset does not have, however much it is; without it, see `removalsToAllow`. */
  readonly allowRemovals: boolean;
  /** What somebody runs who allows removals; by default the load of a folder. */
  readonly command?: string;
  /** Ends the load; the graph is then as it was, or the load fails with a `CommitInDoubt`. */
  readonly signal?: AbortSignal;
}

/** What the graph says of the dataset that it holds. */
interface Loaded {
  readonly revision: string | null;
  /** Null in a graph that was loaded before origins were noted. */
  readonly origin: Origin | null;
  /** The `contentDigest` of what was loaded; null also after a migration that changed data. */
  readonly content: string | null;
  readonly loadedAt: string | null;
  /** Other municipalities with the same local-government code. */
  readonly others: readonly string[];
}

/**
 * Makes the graph hold exactly this dataset of its municipality; other municipalities stay untouched. Only what differs
 * is written, and what that is, is said before; more removals than are likely to be meant are refused. Everything happens in one transaction, batch by batch, the revision last, so a load that ends early leaves
 * the graph as it was. A statement that runs while Neo4j makes the commit visible can see parts of both graphs: so the
 * commit is announced, and readers look again (`ReadSpan` in `src/graph/revision.ts`).
 */
export async function load(
  connection: Connection,
  dataset: Dataset,
  statements: LoadStatements,
  progress: Progress,
  { origin, giveWay, allowRemovals, command, signal }: LoadOptions = {
    origin: 'named',
    giveWay: false,
    allowRemovals: false,
  },
): Promise<LoadResult> {
  const rows = graphRows(dataset, integer);
  const { municipality } = rows;
  const code = dataset.nodes.get('Municipality')?.[0]?.values.code ?? null;
  const loadedAt = new Date().toISOString();
  const announcement = new Announcement(connection, statements);
  const lock = async (transaction: Transaction) =>
    (await transaction.run<Loaded>(statements.lock, { municipality, code })).rows[0];
  const execute = async (transaction: Transaction): Promise<LoadResult> => {
    const loaded = await lock(transaction);
    const left = (kept: Kept | null) => ({ revision: rows.revision(), written: 0, removed: 0, kept });
    if (giveWay && loaded?.revision === rows.revision()) return left(null);
    if (giveWay && loaded?.origin === 'named') return left('another dataset');
    // A city of which there is nothing yet is going to be written, and readers can get to know of that from now on.
    if (loaded?.revision === null && rows.nodes.length + rows.edges.length <= announcedRows) announcement.begin();
    const difference = compare(rows, await heldOf(rows, statements, reading(transaction)));
    const isEdited = loaded?.content && loaded.content !== difference.content;
    if (giveWay && isEdited) return left('an edited graph');
    if (loaded && loaded.others.length > 0) throw codeOfAnother(municipality, String(code), loaded.others);
    const removals = allowRemovals ? null : removalsToAllow(dataset, difference.tables);
    if (giveWay && removals) return left('many removals');
    const changes = preview(municipality, difference.tables);
    if (changes) progress.say(changes);
    const edits = isEdited ? editsByHand(difference, await loadedRows(transaction, statements, municipality)) : [];
    if (edits.length > 0) progress.say(describeEdits(replacesEdits, edits).join('\n'));
    if (removals) throw refusedRemovals(municipality, removals, command);
    const removed = difference.removedNodes.length + difference.removedEdges.length;
    const written = difference.nodes.length + difference.edges.length;
    if (written + removed > 0) await apply(transaction, stepsOf(difference, statements), progress, announcement);
    const [revision, content, lines] = [rows.revision(), rows.content(), rows.lines()];
    // Also where only what was lost had to be written again: the graph is another one then.
    if (written + removed > 0 || loaded?.revision !== revision) {
      await announcement.make();
      await transaction.run(statements.revision, { municipality, revision, loadedAt, origin, content, lines });
    }
    return { revision, written, removed, kept: null };
  };
  const hasArrived = async (transaction: Transaction) => {
    const loaded = await lock(transaction);
    return loaded?.revision === rows.revision() && loaded.loadedAt === loadedAt;
  };
  const work = { execute, hasArrived, onLostReply: () => progress.say(lostReply) };
  return inOneTransaction(connection, work, signal).finally(() => announcement.withdraw());
}

const codeOfAnother = (municipality: string, code: string, others: readonly string[]) =>
  new OperatorError(
    `何も書き込んでいません。全国地方公共団体コード ${code} はすでに ${others.join('、')} のものとして読み込まれています。${municipality} のコードか、識別子の接頭辞を確認してください。`,
    `Nothing was written: the local-government code ${code} is already that of ${others.join(', ')}. Check the code of ${municipality}, or the prefix of its ids.`,
  );

const replacesEdits = '手で変更された次の行を置き換えます — This load replaces rows that were changed by hand:';

const lostReply = [
  '読込の完了の応答が失われましたが、データベースを確認したところ、読込は完了しています。',
  'The reply to the commit was lost, but the database says that the load has arrived.',
].join('\n');

/** The lines of the rows of the last load; none in a graph that was loaded before they were kept. */
async function loadedRows({ run }: Transaction, statements: LoadStatements, municipality: string) {
  const { rows } = await run<{ lines: readonly string[] }>(statements['loaded-rows'], { municipality });
  return rows[0]?.lines ?? [];
}

const reading =
  ({ run }: Transaction) =>
  async <Row extends object>(statement: string, parameters: Record<string, unknown>) =>
    (await run<Row>(statement, parameters)).rows;

async function apply(
  { run }: Transaction,
  steps: readonly Step[],
  progress: Progress,
  announcement: Announcement,
): Promise<void> {
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  const bar = progress.begin('load', total);
  let sent = 0;
  /** The batch before: the database writes it while the next one is worked out and packed. */
  let before: Promise<unknown> = Promise.resolve();
  try {
    for (const { statement, count, parameters } of steps)
      for (let start = 0; start < count; start += batchSize) {
        if (total - sent <= announcedRows) announcement.begin();
        const end = Math.min(start + batchSize, count);
        const writing = run(statement, parameters(start, end));
        // Heard in the next turn, unless the batch before it fails.
        writing.catch(() => {});
        await before;
        bar.reach(sent);
        sent += end - start;
        before = writing;
      }
    await before;
    bar.reach(total);
  } finally {
    bar.end();
  }
}
