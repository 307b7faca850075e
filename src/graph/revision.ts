import { setTimeout as delay, setImmediate } from 'node:timers/promises';
import type { Read } from './engine.js';

/**
 * The value that every write to the graph replaces by another (cypher/README.md), so that a revision that was left never
 * comes back. A graph without one may change unseen: its revision is not known. Beside it, loads announce their commits.
 */
const current = `MATCH (r:GraphRevision {name: 'graph'})
RETURN r.value AS revision, coalesce(r.announcedUntil > datetime(), false) AS announced`;

/** Transactions that have begun to commit and are not done with it. */
const committing =
  'SHOW TRANSACTIONS YIELD transactionId, status ' +
  "WHERE NOT (status STARTS WITH 'Running' OR status STARTS WITH 'Blocked') RETURN transactionId AS id";

/** How long a commit may take to become visible as a whole before the revision counts as unknown. */
const patience = 1_000;
const pollEvery = 10;

/** While statements run, the revision is read anew when it was read longer ago than this, in milliseconds. */
const renewAfter = 100;
/**
 * How long before the end of the last statement of an answer the revision may have been read, in milliseconds, to tell
 * whether a load was committing then: less than a load waits between its announcement and its commit
 * (`src/ingest/load/announcement.ts`). Reads that take longer than the difference to `renewAfter` are waited for.
 */
export const freshness = 300;

/** How often the revision is read again where reading it fails. */
const attempts = 4;

/** What a read of the revision found. */
interface Known {
  readonly revision: string | null;
  /** A load has said that it is about to commit, or commits. */
  readonly announced: boolean;
  /** All of the transaction that wrote the revision is visible. */
  readonly whole: boolean;
  readonly begun: number;
}

/**
 * Knows which revision the graph holds, whoever changed it: the key under which answers may be kept, and the way to tell
 * whether what was read in several statements is of one state of the graph (`ReadSpan`).
 *
 * Callers at the same time share a read. A new revision is told only once all of its transaction is visible: Neo4j makes a
 * commit visible record by record, so that a reader can see the new revision beside old nodes, for hundreds of
 * milliseconds in a large load. An answer read then and kept under the new revision would stay wrong for good.
 */
export class RevisionReader {
  private readonly read: Read;
  private readonly look = coalesced(() => this.readCurrent());
  private readonly commits = coalesced(() => this.untilCommitted());
  private last: Known | null = null;
  private settled: string | null = null;

  /** `read` must fail by itself within a second or two: everybody waits for it. */
  constructor(read: Read) {
    this.read = read;
  }

  /** The revision at some moment after this call; null while a change is becoming visible, and where there is none. */
  async fresh(): Promise<string | null> {
    const { revision, whole } = await this.look.next();
    return whole ? revision : null;
  }

  /** The newest revision that is known, however long ago it was read; null where none is. */
  latest(): string | null {
    return this.last?.revision ?? null;
  }

  /**
   * What is known of the graph before a statement, null where nothing is: of the past, without waiting, unless a load is
   * announced. Then no commit is under way that began before what it tells, so that whatever commits during the statement
   * leaves another revision behind.
   */
  async before(): Promise<Known | null> {
    const { last } = this;
    if (last?.whole && !last.announced) {
      // Whoever has to know it reads it anew, and is told then what is wrong.
      if (performance.now() - last.begun > renewAfter) this.look.next().catch(() => {});
      return last;
    }
    const known = await this.look.next();
    const settled = known.whole && (!known.announced || (await this.commits.next()));
    return settled ? known : null;
  }

  /**
   * What is known of the graph after statements the last of which ended at `end`: another revision than before where a
   * commit may have been seen by one of them. Null where that cannot be told.
   */
  async after(end: number): Promise<Known | null> {
    const known = await this.readSince(end - freshness);
    if (!known.announced) return known.whole ? known : null;
    if (!(await this.commits.next())) return null;
    const committed = await this.look.next();
    return committed.whole ? committed : null;
  }

  private async readSince(begin: number): Promise<Known> {
    if (this.last && this.last.begun >= begin) return this.last;
    return this.look.since(begin) ?? this.look.next();
  }

  private async readCurrent(): Promise<Known> {
    const begun = performance.now();
    const [row] = await this.read(current, {});
    const revision = typeof row?.revision === 'string' ? row.revision : null;
    // Whoever wrote another revision than the one known before is among those that commit now, or done.
    const whole = revision === null || revision === this.settled || (await this.untilCommitted());
    if (whole) this.settled = revision;
    this.last = { revision, announced: row?.announced === true, whole, begun };
    return this.last;
  }

  /** Waits for the commits under way now; false where one takes too long. */
  private async untilCommitted(): Promise<boolean> {
    const end = Date.now() + patience;
    const ids = async () => new Set((await this.read(committing, {})).map(({ id }) => id));
    let left = await ids();
    while (left.size > 0) {
      if (Date.now() > end) return false;
      await delay(pollEvery);
      const now = await ids();
      left = new Set([...left].filter((id) => now.has(id)));
    }
    return true;
  }
}

/**
 * The statements of one answer, of which it can be told afterwards whether all have seen the same state of the graph:
 * that of before a load or that of after it. While no load is announced, this takes no statement of its own.
 *
 * A load announces its commit longer than `freshness` before it begins to commit, and withdraws the announcement when all
 * of it is visible. So an answer that a commit may have crossed finds the announcement or another revision.
 */
export class ReadSpan {
  private readonly revisions: RevisionReader;
  private start: Promise<Known | null> | null = null;
  private end = 0;

  constructor(revisions: RevisionReader) {
    this.revisions = revisions;
  }

  /**
   * The revision under which what earlier answers were made of may be used for this one: it is that of the answer, or the
   * answer is read once more. Null where it is not known.
   */
  async atStart(): Promise<string | null> {
    const known = await this.begin();
    this.end = performance.now();
    return known?.revision ?? null;
  }

  private begin(): Promise<Known | null> {
    // Where the database does not tell, the statement says what is wrong.
    this.start ??= this.revisions.before().catch(() => null);
    return this.start;
  }

  /** Runs a statement, or whatever else reads the graph. */
  async reading<Result>(statement: () => Promise<Result>): Promise<Result> {
    await this.begin();
    try {
      return await statement();
    } finally {
      this.end = performance.now();
    }
  }

  /**
   * The revision of all that was read: null in a graph without one and where nothing was read, undefined where it may be of
   * several and has to be read once more. Fails where the database does not tell.
   */
  async revision(): Promise<string | null | undefined> {
    if (!this.start) return null;
    const [before, after] = [await this.start, await this.after()];
    return before && after && before.revision === after.revision ? after.revision : undefined;
  }

  private async after(): Promise<Known | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.revisions.after(this.end);
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  }
}

/** Work that callers share; each of its runs begins when the one before has ended. */
function coalesced<Result>(work: () => Promise<Result>) {
  let next: Promise<Result> | null = null;
  let running: { readonly begun: number; readonly result: Promise<Result> } | null = null;
  const run = async () => {
    // Requests that have arrived in this turn of the event loop come along, and so do those of a run under way.
    await Promise.all([setImmediate(), running?.result.catch(() => {})]);
    next = null;
    const own = { begun: performance.now(), result: work() };
    running = own;
    try {
      return await own.result;
    } finally {
      if (running === own) running = null;
    }
  };
  return {
    /** The result of a run that begins after this call. */
    next: (): Promise<Result> => {
      next ??= run();
      return next;
    },
    /** The result of the run under way, if it began then or later. */
    since: (begin: number): Promise<Result> | null => (running && running.begun >= begin ? running.result : null),
  };
}
