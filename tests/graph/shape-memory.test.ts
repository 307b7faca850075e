import fc from 'fast-check';
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { ShapeMemory } from '../../src/graph/shape-memory.js';

const operationOf = (text: string) => getOperationAST(parse(text)) as OperationDefinitionNode;

describe('what is remembered by shape', () => {
  test('is told apart by operation, also by those of the same text', () => {
    const memory = new ShapeMemory<{ readonly n: number }>(1_000);
    const [one, other] = [operationOf('{ a }'), operationOf('{ a }')];
    memory.keep(one, 'x', { n: 1 }, 1);
    expect([memory.get(one, 'x'), memory.get(one, 'y'), memory.get(other, 'x')]).toEqual([
      { n: 1 },
      undefined,
      undefined,
    ]);
  });

  test('never takes more than its room, whatever shapes clients choose', () => {
    const room = 1_000;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.string({ maxLength: 80 }), fc.nat(200))), (kept) => {
        const memory = new ShapeMemory<{ readonly size: number }>(room);
        const operations = Array.from({ length: 4 }, () => operationOf('{ a }'));
        const shapes = new Map<string, readonly [OperationDefinitionNode, string]>();
        for (const [place, shape, size] of kept) {
          const operation = operations[place] as OperationDefinitionNode;
          memory.keep(operation, shape, { size: shape.length + size }, size);
          shapes.set(`${place} ${shape}`, [operation, shape]);
        }
        const sizes = [...shapes.values()].map(([operation, shape]) => memory.get(operation, shape)?.size ?? 0);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(room);
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(room / 4);
      }),
    );
  });
});
