import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '../../database/connection.js';
import { DatabaseError } from '../../database/database-error.js';
import type { LoadStatements } from './statements.js';

/**
 * Milliseconds between the announcement of a load and its commit: a little more than the age that readers allow to what
 * they know of the graph (`freshness` in `src/graph/revision.ts`), so that each that can see the commit knows of it.
 */
export const leadTime = 350;

/** Milliseconds that an announcement may take: as long as the commit of another load, which is waited for. */
const timeout = 10_000;

/** Milliseconds after which an announcement is made anew: it expires after a minute, in which the commit has to end. */
const validity = 10_000;

/**
 * Tells all services on a database that a load is about to commit. Its statements are transactions of their own: what the
 * transaction of a load writes is seen only with all the rest.
 */
export class Announcement {
  private readonly connection: Pick<Connection, 'run'>;
  private readonly statements: Pick<LoadStatements, 'announce' | 'withdraw'>;
  private readonly id = randomUUID();
  private made: { readonly at: number; readonly known: Promise<void> } | null = null;

  constructor(connection: Pick<Connection, 'run'>, statements: Pick<LoadStatements, 'announce' | 'withdraw'>) {
    this.connection = connection;
    this.statements = statements;
  }

  /** Announces the commit; what the load has still to write meanwhile takes it about as long as readers need to know. */
  begin(): void {
    if (this.made) return;
    this.renew();
  }

  private renew(): void {
    const known = this.tell();
    // Heard by `make`, unless the load fails before.
    known.catch(() => {});
    this.made = { at: performance.now(), known };
  }

  /** Announces the commit, where that was not begun, and waits until all readers know of it. */
  async make(): Promise<void> {
    if (!this.made || performance.now() - this.made.at > validity) this.renew();
    await this.made?.known;
  }

  /** Of a graph without a dataset there are no readers. */
  private async tell(): Promise<void> {
    const served = await this.run(this.statements.announce);
    if (served) await delay(leadTime);
  }

  /** To be called when the commit has ended, however it did. */
  async withdraw(): Promise<void> {
    if (!this.made) return;
    // One that is still on its way would stay.
    await this.made.known.catch(() => {});
    try {
      await this.run(this.statements.withdraw);
    } catch (error) {
      // Where the database is away the announcement expires, and how the load ended matters more.
      if (!(error instanceof DatabaseError)) throw error;
    }
  }

  private async run(statement: string): Promise<boolean> {
    const { rows } = await this.connection.run<{ served: boolean }>(statement, { id: this.id }, { timeout });
    return rows[0]?.served === true;
  }
}
