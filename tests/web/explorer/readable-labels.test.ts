import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PlacedLabel, readableLabels } from '../../../src/web/explorer/parts/drawing/readable-labels.js';

const place = (id: string, x: number, y: number, weight: number, text = '市民活動推進課'): PlacedLabel => ({
  id,
  x,
  y,
  text,
  weight,
  letters: 12,
  width: 120,
});

test('of two names in one place the heavier is read', () => {
  expect(readableLabels([place('light', 0, 0, 1), place('heavy', 10, 5, 2)])).toEqual(new Set(['heavy']));
});

test('names that do not touch are all read', () => {
  expect(readableLabels([place('a', 0, 0, 1), place('b', 200, 0, 1), place('c', 0, 40, 1)]).size).toBe(3);
});

test('a long name takes several lines', () => {
  const long = place('long', 0, 0, 2, '男女共同参画の推進に関する施策の総合的な調整');
  expect(readableLabels([long, place('below', 0, 20, 1)])).toEqual(new Set(['long']));
});

test('the heaviest is always read, and no more are than there is room for', () => {
  const places = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }), weight: fc.nat(9) }),
    { minLength: 1, maxLength: 80 },
  );
  fc.assert(
    fc.property(places, (points) => {
      const all = points.map(({ x, y, weight }, index) => place(String(index), x, y, weight));
      const read = readableLabels(all);
      const heaviest = all.reduce((best, each) => (each.weight > best.weight ? each : best));
      expect(read).toContain(heaviest.id);
      // Each name of seven letters takes 84 × 15 pixels of the 384 × 315 that there are.
      expect(read.size).toBeLessThanOrEqual(Math.floor((384 * 315) / (84 * 15)));
    }),
  );
});
