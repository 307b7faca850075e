import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** A query that Apollo has parsed, found valid and let through. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The name that was asked for; null where none was. */
  readonly asked: string | null;
  /** Hash of the document's text. */
  readonly hash: string;
}

/** Room in characters of their texts; the tree and the plans of a text take some four hundred times as much memory. */
const room = 2 ** 15;

/** Queries that were let through before, by the text of their document; those not asked for longest are forgotten first. */
export class KnownOperations {
  private readonly operations = new LRUCache<string, KnownOperation>({
    maxSize: room,
    sizeCalculation: (_known, text) => text.length,
  });

  remember(text: string, known: KnownOperation): void {
    this.operations.set(text, known);
  }

  find(text: string, asked: string | null): KnownOperation | null {
    const known = this.operations.get(text);
    return known?.asked === asked ? known : null;
  }
}
