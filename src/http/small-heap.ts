import { setFlagsFromString } from 'node:v8';

/** By how much the heap may grow, in percent, before it is collected again. */
const growth = 40;

/**
 * Collects garbage while there is little of it. V8 by itself lets a heap of 100 MB become one of 300 before it looks
 * again, where the machine has the memory; a service beside a database should leave it that.
 */
export const keepHeapSmall = (): void => setFlagsFromString(`--heap-growing-percent=${growth}`);
