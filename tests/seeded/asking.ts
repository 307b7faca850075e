import { afterAll, beforeAll } from '@jest/globals';
import type { Connection } from '../../src/database/connection.js';
import { ask } from './analysis/ask.js';
import { patience, seededDatabase } from './seeded.js';

/** Asks the shared database while the tests of a file run; an error of an answer fails the test. */
export function asking() {
  let connection: Connection;
  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);
  afterAll(() => connection?.close());
  // biome-ignore lint/suspicious/noExplicitAny: the operations have many shapes
  return (operation: string, variables = {}) => ask<any>(connection, operation, variables);
}
