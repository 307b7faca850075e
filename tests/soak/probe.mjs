/**
 * Loaded into the service before it starts: watches how long its event loop does not come round. Of each gap it knows how
 * much of it this thread was really at work, so that waiting for a processor that others have does not count.
 */
import { readFileSync } from 'node:fs';

const interval = 5;

/** Milliseconds that the main thread has run; by the clock where the system does not tell. */
function worked() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

let longest = { gap: 0, work: 0 };
let last = { at: performance.now(), work: worked() };

const look = () => {
  const now = { at: performance.now(), work: worked() };
  longest = {
    gap: Math.max(longest.gap, now.at - last.at - interval),
    work: Math.max(longest.work, now.work - last.work),
  };
  last = now;
};
setInterval(look, interval).unref();

process.on('message', () => {
  look();
  process.send?.(longest);
  longest = { gap: 0, work: 0 };
});
process.channel?.unref();
