import { type Connection, connect } from '../../src/database/connection.js';
import { seededTarget } from '../live/neo4j.js';
import { patience } from '../live/seeded.js';

export { patience };

/**
 * A connection to the shared database, which holds the committed dataset and nothing else; the caller closes it. It only
 * reads, as other tests read the same graph at the same time, and waits for what takes seconds to plan on a busy machine.
 */
export async function seededDatabase(): Promise<Connection> {
  const connection = connect(seededTarget(), { acquisition: patience });
  const read: Connection['read'] = (cypher, parameters, options) =>
    connection.read(cypher, parameters, { timeout: patience, ...options });
  const refused = async () => {
    throw new Error('a test that writes must lie in tests/live');
  };
  return { ...connection, read, write: refused, run: refused };
}
