import type { Connection } from '../database/connection.js';
import { lackingIndexes } from '../database/indexes.js';
import { readMigrations } from '../database/migration-files.js';
import { countPending } from '../database/migrations.js';
import { lastingObjects, missingObjects } from '../database/schema.js';
import { modelIndexes } from '../model/indexes.js';

/** What must hold before requests are sent here. */
export const conditions = ['database', 'migrations', 'indexes', 'dataset'] as const;
export type Condition = (typeof conditions)[number];

/** The conditions that hold now. A condition that cannot be looked at does not hold; why is for `trouble`. */
export type Readiness = (trouble: (error: unknown) => void) => Promise<ReadonlySet<Condition>>;

/** Whether the database answers, has all migrations, constraints and indexes, and holds a dataset that was loaded to its end. */
export function readinessOf(connection: Pick<Connection, 'read'>, migrations: string, timeout = 950): Readiness {
  const looks: Readonly<Record<Condition, () => Promise<boolean>>> = {
    database: async () => {
      // Not by the driver's own means, which takes a connection over which nothing was sent yet for an answer.
      await connection.read('RETURN 1', {}, { timeout });
      return true;
    },
    migrations: async () => (await countPending(connection, migrations)) === 0,
    indexes: async () => {
      const objects = lastingObjects(await readMigrations(migrations));
      const missing = await Promise.all([
        missingObjects(connection, objects, timeout),
        lackingIndexes(connection, modelIndexes.indexes, timeout),
      ]);
      return missing.flat().length === 0;
    },
    dataset: async () => {
      const [row] = await connection.read<{ loaded: boolean }>(
        'RETURN EXISTS { MATCH (d:Dataset) WHERE d.revision IS NOT NULL } AS loaded',
        {},
        { timeout },
      );
      return row?.loaded === true;
    },
  };
  return async (trouble) => {
    const holding = new Set<Condition>();
    await Promise.all(
      conditions.map(async (condition) => {
        try {
          if (await looks[condition]()) holding.add(condition);
        } catch (error) {
          trouble(error);
        }
      }),
    );
    return holding;
  };
}
