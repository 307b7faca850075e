import type { Connection } from '../database/connection.js';
import { countPending } from '../database/migrations.js';

/** What must hold before requests are sent here. */
export const conditions = ['database', 'migrations', 'dataset'] as const;
export type Condition = (typeof conditions)[number];

/** The conditions that hold now. A condition that cannot be looked at does not hold; why is for `trouble`. */
export type Readiness = (trouble: (error: unknown) => void) => Promise<ReadonlySet<Condition>>;

/** Whether the database answers, has all migrations, and holds a dataset that was loaded to its end. */
export function readinessOf(
  connection: Pick<Connection, 'read' | 'verify'>,
  migrations: string,
  timeout = 950,
): Readiness {
  const looks: Readonly<Record<Condition, () => Promise<boolean>>> = {
    database: async () => {
      await connection.verify(timeout);
      return true;
    },
    migrations: async () => (await countPending(connection, migrations)) === 0,
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
