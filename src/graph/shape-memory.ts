import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * What is remembered of operations for variables of one shape (see `shapeOf`). Shapes are the client's to choose, and one
 * can be as large as a request: there is room for so many characters in all, and what was not asked for longest goes.
 */
export class ShapeMemory<Value extends object> {
  private readonly values: LRUCache<string, Value>;
  private readonly numbers = new WeakMap<OperationDefinitionNode, number>();
  private operations = 0;

  /** `room` in characters; a value that takes more than a quarter of it is not kept. */
  constructor(room: number) {
    this.values = new LRUCache({ maxSize: room, maxEntrySize: Math.floor(room / 4) });
  }

  get(operation: OperationDefinitionNode, shape: string): Value | undefined {
    return this.values.get(this.key(operation, shape));
  }

  /** `size` is that of what the value was made from, in characters. */
  keep(operation: OperationDefinitionNode, shape: string, value: Value, size: number): void {
    const key = this.key(operation, shape);
    this.values.set(key, value, { size: key.length + size });
  }

  private key(operation: OperationDefinitionNode, shape: string): string {
    const number = this.numbers.get(operation) ?? this.operations++;
    this.numbers.set(operation, number);
    return `${number} ${shape}`;
  }
}
