import { LRUCache } from 'lru-cache';

/** Characters that all shapes of one operation may take, and that one entry may take. */
const limit = 2 ** 16;
const entryLimit = 2 ** 15;

/** Under which key the selection of an operation is remembered: its cost and its plans are made from it. */
export const selectionKey = (shape: string): string => `selection ${shape}`;

/**
 * What is remembered of one operation for variables of each shape (see `shapeOf`): plans, costs, selections. Shapes are the
 * client's to choose, and one can be as large as a request, so all of them together are limited; the least recently used
 * is forgotten first.
 */
export class OperationShapes {
  private readonly values = new LRUCache<string, object>({ maxSize: limit, maxEntrySize: entryLimit });
  /** Called when what is remembered has grown. */
  onGrowth: (() => void) | null = null;

  /** In characters of what was remembered. */
  get size(): number {
    return this.values.calculatedSize;
  }

  get<Value extends object>(key: string): Value | undefined {
    return this.values.get(key) as Value | undefined;
  }

  /** `size` is that of what the value was made from, in characters. */
  keep(key: string, value: object, size: number): void {
    // The memory refuses a size of 0.
    this.values.set(key, value, { size: Math.max(1, key.length + size) });
    this.onGrowth?.();
  }
}
