import { LRUCache } from 'lru-cache';

/** Texts that were rewritten, in characters of all of them. */
const rewritten = new LRUCache<string, string>({ maxSize: 2 ** 21, sizeCalculation: (text) => 2 * text.length });

const parameterName = /\$([A-Za-z]\w*)/g;

/**
 * A statement that is given its parameters as one map. Neo4j plans a text anew for each order of magnitude of the length of
 * a list or string parameter, which takes a hundred times as long as running it; what is in a map has no say in the plan.
 */
export function inOneMap(
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
): readonly [cypher: string, parameters: Readonly<Record<string, unknown>>] {
  let text = rewritten.get(cypher);
  if (text === undefined) {
    text = cypher.replace(parameterName, '$input.$1');
    rewritten.set(cypher, text);
  }
  return [text, { input: parameters }];
}
