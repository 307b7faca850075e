import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

/** Statements that are known to be planned; Neo4j keeps the plans of 1,000. */
const maximumPlanned = 800;
/** In characters of all of them. */
const maximumText = 2 ** 20;
/** Statements that wait to be planned; what comes beyond them is planned when it comes again. */
const maximumWaiting = 100;
/** How long a statement waits for a moment in which nobody waits for the database, in milliseconds. */
const patience = 500;
const pollEvery = 20;

/** Has a statement planned by the database, without running it. */
export type Explain = (text: string) => Promise<unknown>;

/**
 * Knows which statements Neo4j has planned, and has it plan others: the large ones of operations that come a second time,
 * one after the other, while nobody waits. Until then steps answer them, whose statements are planned at the start.
 */
export class StatementPlanner {
  private readonly explain: Explain;
  private readonly isBusy: () => boolean;
  private readonly planned = new LRUCache<string, true>({ max: maximumPlanned, maxSize: maximumText });
  /** Statements that were wanted before they were planned. */
  private readonly wanted = new LRUCache<string, 'once' | 'waiting' | 'failed'>({
    max: maximumPlanned,
    maxSize: maximumText,
  });
  private readonly waiting: string[] = [];
  private working = false;

  constructor(explain: Explain, isBusy: () => boolean = () => false) {
    this.explain = explain;
    this.isBusy = isBusy;
  }

  /** Whether the database has planned a statement; one that is wanted again is planned behind. */
  isPlanned(text: string): boolean {
    if (this.planned.get(text)) return true;
    const size = text.length;
    const before = this.wanted.get(text);
    if (before === undefined) this.wanted.set(text, 'once', { size });
    else if (before === 'once' && this.waiting.length < maximumWaiting) {
      this.wanted.set(text, 'waiting', { size });
      this.waiting.push(text);
      if (!this.working) void this.work();
    }
    return false;
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let text = this.waiting.shift(); text !== undefined; text = this.waiting.shift()) {
      const end = performance.now() + patience;
      do await delay(pollEvery);
      while (this.isBusy() && performance.now() < end);
      try {
        await this.explain(text);
        this.planned.set(text, true, { size: text.length });
        this.wanted.delete(text);
      } catch {
        // Steps go on answering it; what is wrong with the database is told to those who ask.
        this.wanted.set(text, 'failed', { size: text.length });
      }
    }
    this.working = false;
  }
}
