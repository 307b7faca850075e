import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { Record, type ResultObserver } from 'neo4j-driver';
import { collectRows } from '../../src/database/collect-rows.js';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** A result of one row, and its observer, which the driver keeps for as long as the session. */
function resultOfOneRow() {
  let observer: ResultObserver = {};
  return {
    subscribe: (given: ResultObserver) => {
      observer = given;
    },
    complete: (value: object) => {
      observer.onNext?.(new Record(['value'], [value]));
      observer.onCompleted?.({} as never);
    },
    get observer() {
      return observer;
    },
  };
}

test('rows, their promise and the check are free once they were given away, though the driver keeps the observer', async () => {
  const result = resultOfOneRow();
  let checked = 0;
  let check: ((row: object) => void) | null = () => checked++;
  const references = [new WeakRef<object>(check)];
  await (async () => {
    const rows = collectRows<{ value: object }>(result as never, check ?? undefined);
    references.push(new WeakRef(rows));
    const value = { large: true };
    references.push(new WeakRef(value));
    result.complete(value);
    expect(await rows).toHaveLength(1);
    references.push(new WeakRef(await rows));
  })();
  expect(checked).toBe(1);
  check = null;
  // References that were looked at stay until the turn is over.
  await new Promise(setImmediate);
  collectGarbage();
  expect(result.observer).toBeDefined();
  expect(references.map((reference) => reference.deref())).toEqual([undefined, undefined, undefined, undefined]);
});
