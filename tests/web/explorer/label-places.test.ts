import { expect, test } from '@jest/globals';
import { labelSides } from '../../../src/web/explorer/parts/figure/label-places.js';

const dot = (x: number, y: number, width = 20) => ({ x, y, width });

test('a label stands above its dot where there is room', () => {
  expect(labelSides([dot(100, 100), dot(200, 100)], 0, 300)).toEqual(['above', 'above']);
});

test('labels of dots that nearly touch stand on other sides', () => {
  expect(labelSides([dot(100, 100), dot(112, 106)], 0, 300)).toEqual(['above', 'right']);
});

test('no label lies over another dot', () => {
  expect(labelSides([dot(100, 100), dot(100, 85)], 0, 300)).toEqual(['right', 'above']);
});

test('no label leaves the frame; where no side is free it stands above', () => {
  expect(labelSides([dot(296, 100, 40)], 0, 300)).toEqual(['left']);
  expect(labelSides([dot(20, 100, 400)], 0, 300)).toEqual(['above']);
});
