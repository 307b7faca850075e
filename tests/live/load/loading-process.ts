/** A process that runs the command `load` on a folder, says when it begins, and can be killed at any moment. */
import { loadCommand } from '../../../src/commands/load.js';
import { connect } from '../../../src/database/connection.js';
import { silentProgress } from '../../../src/progress.js';

const [target = '', folder = ''] = process.argv.slice(2);
const connection = connect(JSON.parse(target));
await connection.read('RETURN 1', {}, { timeout: 10_000 });
process.stdout.write('begins\n');
await loadCommand(connection, folder, silentProgress);
process.stdout.write('ended\n');
await connection.close();
