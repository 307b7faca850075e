/** A process that starts an embedded server in a data folder, says who is who, and waits to be killed. */
import { startServer } from '../../../src/database/server/start.js';
import { silentProgress } from '../../../src/progress.js';
import { testServerSettings } from '../server-settings.js';

const [dataDir = ''] = process.argv.slice(2);
const server = await startServer(testServerSettings(dataDir), { progress: silentProgress });
process.stdout.write(`${JSON.stringify(server.process())}\n`);
setInterval(() => {}, 60_000);
