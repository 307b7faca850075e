import fc from 'fast-check';
import { Heap } from '../../src/analysis/heap.js';

test('a heap gives out its entries in order, also while others are put in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (before, after) => {
      const heap = new Heap<number>((a, b) => a - b);
      for (const entry of before) heap.push(entry);
      const least = heap.pop();
      expect(least).toBe(before.length > 0 ? Math.min(...before) : undefined);
      for (const entry of after) heap.push(entry);
      const given: number[] = [];
      for (let entry = heap.pop(); entry !== undefined; entry = heap.pop()) given.push(entry);
      const left = [...before].sort((a, b) => a - b).slice(1);
      expect(given).toEqual([...left, ...after].sort((a, b) => a - b));
    }),
  );
});
