import { test } from '@jest/globals';
import { day, thorough } from './sampled.js';

/**
 * Declares tests that take a minute each, of which one in so many is tried each day, another one the next. The others are
 * skipped by names that say so; with THOROUGH all are tried. Files of one such test begin at different days by `first`.
 */
export function inTurn(oneIn: number, first = 0): (name: string, body: () => Promise<void>) => void {
  let count = first;
  return (name, body) => {
    if (thorough || count++ % oneIn === day % oneIn) test(name, body);
    else test.skip(`${name} (not today; THOROUGH=1 tries all)`, body);
  };
}
