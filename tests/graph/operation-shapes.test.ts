import fc from 'fast-check';
import { OperationShapes } from '../../src/graph/operation-shapes.js';

const [limit, entryLimit] = [2 ** 16, 2 ** 15];

describe('what is remembered of an operation by shape', () => {
  test('is found again, and tells that it has grown', () => {
    const shapes = new OperationShapes();
    let size = 0;
    shapes.onGrowth = () => {
      size = shapes.size;
    };
    const value = { n: 1 };
    shapes.keep('x', value, 10);
    expect([shapes.get('x'), shapes.get('y'), size]).toEqual([value, undefined, 11]);
  });

  test('is found again also where it has no size', () => {
    const shapes = new OperationShapes();
    const value = { n: 1 };
    shapes.keep('', value, 0);
    expect(shapes.get('')).toBe(value);
  });

  test('never takes more than its limit, whatever shapes clients choose', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 80 }), fc.nat(2 * entryLimit))), (kept) => {
        const shapes = new OperationShapes();
        for (const [shape, size] of kept) shapes.keep(shape, { size: shape.length + size }, size);
        const sizes = [...new Set(kept.map(([shape]) => shape))].map(
          (shape) => shapes.get<{ readonly size: number }>(shape)?.size ?? 0,
        );
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit);
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(entryLimit);
      }),
    );
  });
});
