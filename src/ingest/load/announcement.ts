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

/**
 * Tells all services on a database that a load is about to commit. Its statements are transactions of their own: what the
 * transaction of a load writes is seen only with all the rest.
 */
export class Announcement {
  private readonly connection: Pick<Connection, 'run'>;
  private readonly statements: Pick<LoadStatements, 'announce' | 'withdraw'>;
  private readonly id = randomUUID();
  private isMade = false;

  constructor(connection: Pick<Connection, 'run'>, statements: Pick<LoadStatements, 'announce' | 'withdraw'>) {
    this.connection = connection;
    this.statements = statements;
  }

  /** Announces the commit and waits until all readers know of it; of a graph without a dataset there are none. */
  async make(): Promise<void> {
    this.isMade = true;
    const served = await this.run(this.statements.announce);
    if (served) await delay(leadTime);
  }

  /** To be called when the commit has ended, however it did. */
  async withdraw(): Promise<void> {
    if (!this.isMade) return;
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
