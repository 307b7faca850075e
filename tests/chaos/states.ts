/** The two datasets between which loads go, and whether a graph holds one of them whole. */
import { join } from 'node:path';
import { doctorCommand } from '../../src/commands/doctor.js';
import { type Connection, connect, type Target } from '../../src/database/connection.js';
import { DatabaseError } from '../../src/database/database-error.js';
import type { Dataset } from '../../src/ingest/dataset/dataset.js';
import { formatDataset } from '../../src/ingest/dataset/format.js';
import { writeDataset } from '../../src/ingest/dataset/write.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { datasetOf, olderThan } from '../live/load/datasets.js';
import { expectedSight, look, type Sight } from '../live/load/graph-dump.js';
import { retried } from '../retried.js';
import { Loss } from './outcome.js';

export interface State {
  readonly name: 'before' | 'after';
  readonly dataset: Dataset;
  readonly folder: string;
  readonly sight: Sight;
}

export type States = Readonly<Record<State['name'], State>>;

/** The committed dataset, and an older one in a folder of its own. */
export async function makeStates(folder: string): Promise<States> {
  const after = await datasetOf(projectFile('seed'));
  const before = olderThan(after);
  const beforeFolder = join(folder, 'before');
  await writeDataset(beforeFolder, formatDataset(before));
  return {
    before: { name: 'before', dataset: before, folder: beforeFolder, sight: expectedSight(before) },
    after: { name: 'after', dataset: after, folder: projectFile('seed'), sight: expectedSight(after) },
  };
}

/** With a connection to a database that may be starting still. */
export async function withConnection<Result>(
  target: Target,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = connect(target);
  try {
    await retried(() => connection.read('RETURN 1'), {
      pause: 200,
      within: 120_000,
      mayPass: (error) => error instanceof DatabaseError,
    });
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** A commit that is under way becomes visible record by record. */
const settledWithin = 20_000;

/**
 * The state that a graph holds whole: revision, every node and edge, their entries for search, and what `npm run doctor`
 * compares. Null where no dataset is loaded at all. Anything else is half.
 */
export async function stateOf(connection: Connection, states: States): Promise<State | null> {
  const end = Date.now() + settledWithin;
  for (;;) {
    const { revision, content } = await look(connection, 'honjo');
    if (revision === null && content === '') return null;
    const state = Object.values(states).find((each) => each.sight.content === content);
    if (state && state.sight.revision === revision) {
      await consultDoctor(connection, state);
      return state;
    }
    if (Date.now() < end) continue;
    const counts = await connection.read(
      'MATCH (n:Node) RETURN labels(n)[0] AS label, count(*) AS count ORDER BY label',
    );
    throw new Loss('half', `the graph is of neither state: revision ${revision}, ${JSON.stringify(counts)}`);
  }
}

async function consultDoctor(connection: Connection, { folder }: State): Promise<void> {
  try {
    await doctorCommand(connection, [folder], silentProgress);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    throw new Loss('half', `npm run doctor finds: ${error.messageJa}`);
  }
}
