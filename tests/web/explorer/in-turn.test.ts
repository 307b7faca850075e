import { describe, expect, test } from '@jest/globals';
import { inTurn } from '../../../src/web/explorer/parts/in-turn.js';

describe('work that is done in turn', () => {
  test('is done in its order, each piece in a task of its own', async () => {
    const done: string[] = [];
    const pieces = ['first', 'second'].map((name) =>
      inTurn(() => {
        done.push(name);
        // Whatever came up meanwhile has its turn before the next piece.
        setTimeout(() => done.push(`after ${name}`));
      }),
    );
    expect(done).toEqual([]);
    await Promise.all(pieces);
    expect(done).toEqual(['first', 'after first', 'second']);
  });

  test('goes on behind a piece that fails, which whoever asked for it is told', async () => {
    const failing = inTurn(() => {
      throw new Error('no room');
    });
    const next = inTurn(() => 'drawn');
    await expect(failing).rejects.toThrow('no room');
    await expect(next).resolves.toBe('drawn');
  });
});
