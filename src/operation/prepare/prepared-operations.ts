import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepared-operation.js';

/**
 * Characters of documents and of the statements compiled from them. The tree of a document takes some four hundred bytes a
 * character, a plan some hundred, so this is about 25 MB.
 */
const limit = 2 ** 18;
const charactersOfTree = 4;

/**
 * The operations that were prepared for earlier requests, with all that was worked out for them since: the one memory of
 * operations, limited by size. The least recently used is forgotten first.
 */
export class PreparedOperations {
  private readonly operations = new LRUCache<string, PreparedOperation>({ maxSize: limit });

  find(text: string, operationName: string | null): PreparedOperation | null {
    return this.operations.get(keyOf(text, operationName)) ?? null;
  }

  keep(text: string, operationName: string | null, prepared: PreparedOperation): void {
    const key = keyOf(text, operationName);
    const keep = () => {
      const size = key.length * charactersOfTree + prepared.shapes.size;
      this.operations.set(key, prepared, { size: Math.max(1, size) });
    };
    keep();
    // A shape more makes it larger, as long as it is remembered.
    prepared.shapes.onGrowth = () => {
      if (this.operations.peek(key) === prepared) keep();
    };
  }
}

/** Operations of one document are told apart by their names. */
const keyOf = (text: string, operationName: string | null) =>
  operationName === null ? text : `${operationName}\n${text}`;
