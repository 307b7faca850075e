/** A process that starts a program under guard, says who is who, and waits to be killed. */
import { startGuarded } from '../../../src/database/server/guarded-process.js';

const [logFile = '', program = '', ...programArguments] = process.argv.slice(2);
const guarded = await startGuarded(program, programArguments, logFile);
process.stdout.write(`${JSON.stringify(guarded.identity)}\n`);
setInterval(() => {}, 60_000);
