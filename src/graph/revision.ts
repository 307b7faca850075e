import { setTimeout as delay, setImmediate } from 'node:timers/promises';
import type { Read } from './engine.js';

/**
 * The value that every write to the graph replaces by another (cypher/README.md), so that a revision that was left never
 * comes back. A graph without one may change unseen: its revision is not known.
 */
const current = "MATCH (r:GraphRevision {name: 'graph'}) RETURN r.value AS revision";

/** Transactions that have begun to commit and are not done with it. */
const committing =
  'SHOW TRANSACTIONS YIELD transactionId, status ' +
  "WHERE NOT (status STARTS WITH 'Running' OR status STARTS WITH 'Blocked') RETURN transactionId AS id";

/** How long a commit may take to become visible as a whole before the revision counts as unknown. */
const patience = 1_000;
const pollEvery = 10;

/**
 * Knows which revision the graph holds, whoever changed it: the key under which answers may be kept.
 *
 * `fresh` is never answered from memory, yet callers at the same time share a read. A new revision is told only once all
 * of its transaction is visible: Neo4j makes a commit visible record by record, so that a reader can see the new revision
 * beside old nodes, for hundreds of milliseconds in a large load. An answer read then and kept under the new revision
 * would stay wrong for good.
 */
export class RevisionReader {
  private readonly read: Read;
  /** The read that has not begun: whoever asks now may share it. */
  private next: Promise<string | null> | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private last: { readonly revision: string | null; readonly begun: number } | null = null;
  private settled: string | null = null;

  /** `read` must fail by itself within a second or two: everybody waits for it. */
  constructor(read: Read) {
    this.read = read;
  }

  /** The revision at some moment after this call; null while a change is becoming visible, and where there is none. */
  fresh(): Promise<string | null> {
    this.next ??= this.readNext();
    return this.next;
  }

  /**
   * A revision that the graph held at some time before this call; null where it is not known. An answer that is yet to be
   * read may be kept under it: where the graph has changed since, nobody will ask for that revision again. Nobody waits
   * for it but the first; one older than that many milliseconds is renewed for the next.
   */
  past(maximumAge: number): Promise<string | null> {
    const { last } = this;
    if (!last) return this.fresh();
    // Whoever has to know it reads it anew, and is told then what is wrong.
    if (performance.now() - last.begun > maximumAge) this.fresh().catch(() => {});
    return Promise.resolve(last.revision);
  }

  private async readNext(): Promise<string | null> {
    // Requests that have arrived in this turn of the event loop come along, and so do those of a read under way.
    await Promise.all([setImmediate(), this.running]);
    this.next = null;
    const begun = performance.now();
    const reading = this.look();
    this.running = reading.catch(() => {});
    const revision = await reading;
    this.last = { revision, begun };
    return revision;
  }

  private async look(): Promise<string | null> {
    const [row] = await this.read(current, {});
    const revision = typeof row?.revision === 'string' ? row.revision : null;
    if (revision !== null && revision !== this.settled) {
      if (!(await this.untilVisible())) return null;
      this.settled = revision;
    }
    return revision;
  }

  /** Waits for the commits under way now; whoever wrote the revision that was just read is among them, or done. */
  private async untilVisible(): Promise<boolean> {
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
