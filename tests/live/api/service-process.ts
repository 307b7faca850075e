/** The service on a database, in a process of its own; its first line of output is its address. */

import { connect } from '../../../src/database/connection.js';
import { startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { readSettings } from '../../../src/settings.js';

const connection = connect(JSON.parse(process.env.SERVED_NEO4J ?? ''));
const server = await startServer({
  connection,
  host: '127.0.0.1',
  port: 0,
  settings: { ...readSettings({}).http, ...JSON.parse(process.env.LIVE_HTTP ?? '{}') },
  log: serviceLog('silent'),
});
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await connection.close();
});
