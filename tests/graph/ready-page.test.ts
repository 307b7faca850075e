import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, noCursor } from '../../src/graph/cursor.js';
import type { PageArguments } from '../../src/graph/page.js';
import { type ReadyPage, readyPage } from '../../src/graph/ready-page.js';

const numbers = (length: number) => Array.from({ length }, (_, index) => index);

const cursors = {
  of: (entry: number) => encodeCursor(['numbers', entry]),
  placeOf: (cursor: string) => {
    const at = Number(decodeCursor(cursor)[1]);
    return { before: at, behind: at + 1 };
  },
};

test.each(['forwards', 'backwards'])('the pages of a list in memory are the list, walked %s', (way) => {
  const backward = way === 'backwards';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), (length, size) => {
      const all = numbers(length);
      const found: number[] = [];
      for (let cursor: string | null = null, more = true; more; ) {
        const asked: PageArguments = backward ? { last: size, before: cursor } : { first: size, after: cursor };
        const page: ReadyPage<number> = readyPage(all, asked, cursors);
        expect(backward ? page.hasNextPage : page.hasPreviousPage).toBe(cursor !== null);
        found.splice(backward ? 0 : found.length, 0, ...page.entries);
        cursor = page.cursors().at(backward ? 0 : -1) ?? null;
        more = backward ? page.hasPreviousPage : page.hasNextPage;
      }
      expect(found).toEqual(all);
    }),
  );
});

test('a page has a size between 0 and the limit, 50 where none is given', () => {
  expect(readyPage(numbers(3), { first: 0 }, cursors)).toMatchObject({ entries: [], hasNextPage: true });
  expect(readyPage(numbers(3), { last: 0 }, cursors)).toMatchObject({ entries: [], hasPreviousPage: true });
  expect(readyPage(numbers(60), { first: null }, cursors).entries).toEqual(numbers(50));
  expect(readyPage(numbers(60), { before: cursors.of(55) }, cursors).entries).toEqual(numbers(55).slice(5));
  expect(() => readyPage(numbers(3), { first: 501 }, cursors)).toThrow(/first: expected a whole number/);
  expect(() => readyPage(numbers(3), { last: -1 }, cursors)).toThrow(/last: expected a whole number/);
});

test.each([
  [{ first: 1, last: 1 }, /first or last/],
  [{ after: 'a', before: 'b' }, /after or before/],
  [{ first: 1, before: 'b' }, /first with after, or last with before/],
])('%j is refused', (page, message) => expect(() => readyPage(numbers(3), page, cursors)).toThrow(message));

test('any text can be read as a cursor, and is none where it was not made as one', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(decodeCursor(text))));
  for (const text of ['', '!', 'null', Buffer.from('{"a":1}').toString('base64url')])
    expect(decodeCursor(text)).toEqual([]);
  expect(noCursor('after')).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/^after: /) });
});
