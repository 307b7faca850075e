/**
 * Kills its process at one step on files, given by KILL_AT as `step text [count]`: when it is about to take the step for the
 * count-th time on a path with that text. What is written is half there by then. Loaded before the program (`--import`).
 */
import { promises, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [step, text, count = '1'] = (process.env.KILL_AT ?? '').split(' ');
let left = Number(count);

if (step) {
  const take = promises[step];
  promises[step] = async (path, ...more) => {
    if (!String(path).includes(text) || --left > 0) return take(path, ...more);
    if (step === 'writeFile') writeFileSync(path, more[0].slice(0, more[0].length / 2));
    process.kill(process.pid, 'SIGKILL');
    // A signal to oneself may come a moment later: nothing goes on meanwhile.
    return new Promise(() => {});
  };
  syncBuiltinESMExports();
}
