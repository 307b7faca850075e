/**
 * The watchdog runs one program and ends it when its own parent is gone, however that died: the channel between the two
 * closes by itself. `node watchdog.mjs <program> <arguments…>`, with a channel (`stdio: ['ignore', …, 'ipc']`).
 * It is a process group of its own, so that Ctrl-C in a terminal does not reach the program before its parent decides.
 *
 * To the parent: { running: pid } · { failed: message } · { ended: { code, signal } }
 * From the parent: { end: milliseconds } – ask to end, and make it end after that time.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** How long the program may take to end itself when the parent died without a word. */
const orphanGrace = 4_000;

/** Makes the kernel end the program when the watchdog dies, too (util-linux; only Linux has it). */
const setpriv = '/usr/bin/setpriv';
const guarded = process.platform === 'linux' && existsSync(setpriv) ? [setpriv, '--pdeathsig', 'KILL'] : [];

const [program, ...programArguments] = [...guarded, ...process.argv.slice(2)];
const child = spawn(program, programArguments, { stdio: ['ignore', 'inherit', 'inherit'] });

/** Sends to the parent, if there still is one. */
function tell(message, then = () => {}) {
  if (process.connected) process.send(message, () => then());
  else then();
}

let ending = false;

function end(grace) {
  if (ending) return;
  ending = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), grace);
}

child.on('spawn', () => tell({ running: child.pid }));
child.on('error', (error) => tell({ failed: error.message }, () => process.exit(1)));
child.on('exit', (code, signal) => tell({ ended: { code, signal } }, () => process.exit(0)));

process.on('message', (message) => end(message.end));
process.on('disconnect', () => end(orphanGrace));
process.on('SIGTERM', () => end(orphanGrace));
process.on('SIGHUP', () => end(orphanGrace));
process.on('SIGINT', () => {});
