/** The parts that an answer is made of, before graphql-js writes it. */
export type Answer = Record<string | symbol, unknown>;

/** Under this an assembled node tells its type; a symbol, because every name may be an alias of the operation. */
export const typeOf: unique symbol = Symbol('type');

/** Puts a value under a response key, whatever the key: `__proto__` is an alias like any other. */
export function put(answer: Answer, responseKey: string, value: unknown): void {
  if (responseKey === '__proto__')
    Object.defineProperty(answer, responseKey, { value, enumerable: true, configurable: true, writable: true });
  else answer[responseKey] = value;
}
