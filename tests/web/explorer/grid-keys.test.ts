import { expect, test } from '@jest/globals';
import { goToCell, type Place } from '../../../src/web/explorer/parts/grid-keys.js';

/** Three rows; the second has nothing in its middle. */
const cells: readonly Place[] = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 2],
  [2, 0],
  [2, 1],
  [2, 2],
];

test.each<[key: string, far: boolean, from: Place, to: Place | undefined]>([
  ['ArrowRight', false, [0, 0], [0, 1]],
  ['ArrowRight', false, [1, 0], [1, 2]],
  ['ArrowLeft', false, [1, 2], [1, 0]],
  ['ArrowDown', false, [0, 1], [2, 1]],
  ['ArrowUp', false, [2, 1], [0, 1]],
  ['Home', false, [1, 2], [1, 0]],
  ['End', false, [1, 0], [1, 2]],
  ['Home', true, [1, 2], [0, 0]],
  ['End', true, [1, 0], [2, 2]],
  ['ArrowRight', false, [0, 2], undefined],
  ['ArrowDown', false, [2, 0], undefined],
  ['Enter', false, [0, 0], undefined],
])('%s (far: %s) leads from %j to %j, past cells that have nothing', (key, far, from, to) => {
  expect(goToCell(key, far, from, cells)).toEqual(to);
});
