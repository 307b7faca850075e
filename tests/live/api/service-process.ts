/** The service on the shared database, in a process of its own; its first line of output is its address. */
import { serviceLog } from '../../../src/api/http/service-log.js';
import { startServer } from '../../../src/api/server.js';
import { connect } from '../../../src/database/connection.js';
import { liveTarget } from '../neo4j.js';

const connection = connect(liveTarget());
const server = await startServer({ connection, host: '127.0.0.1', port: 0, log: serviceLog('silent') });
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await connection.close();
});
