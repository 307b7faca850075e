/** The parts that an answer is made of, before graphql-js writes it. */
import type { Below, SelectedField } from './selection.js';

export type Answer = Record<string | symbol, unknown>;

/** Under this an assembled node tells its type; a symbol, because every name may be an alias of the operation. */
export const typeOf: unique symbol = Symbol('type');

/** Puts a value under a response key, whatever the key: `__proto__` is an alias like any other. */
export function put(answer: Answer, responseKey: string, value: unknown): void {
  if (responseKey === '__proto__')
    Object.defineProperty(answer, responseKey, { value, enumerable: true, configurable: true, writable: true });
  else answer[responseKey] = value;
}

/** An object of a type under the response keys that are asked for, by what writes each of its fields. */
export function write(
  type: string,
  below: Below,
  writers: Readonly<Record<string, (selected: SelectedField) => unknown>>,
): Answer {
  const answer: Answer = {};
  for (const selected of below.of(type))
    put(answer, selected.responseKey, selected.name === '__typename' ? type : writers[selected.name]?.(selected));
  return answer;
}
