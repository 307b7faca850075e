import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, noCursor } from '../../src/graph/cursor.js';
import { readyPage } from '../../src/graph/ready-page.js';

const numbers = (length: number) => Array.from({ length }, (_, index) => index);

test('the pages of a list in memory are the list, each of them behind the last cursor of the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), (length, first) => {
      const all = numbers(length);
      const found: number[] = [];
      for (let start = 0, more = true; more; ) {
        const page = readyPage(all, start, first, (entry) => encodeCursor(['numbers', entry]));
        expect(page.hasPreviousPage).toBe(start > 0);
        found.push(...page.entries);
        const [list, last = -1] = decodeCursor(page.cursors().at(-1) ?? '');
        if (length > 0) expect(list).toBe('numbers');
        start = Number(last) + 1;
        more = page.hasNextPage;
      }
      expect(found).toEqual(all);
    }),
  );
});

test('a page has a size between 0 and the limit', () => {
  expect(readyPage(numbers(3), 0, 0, String)).toMatchObject({ entries: [], hasNextPage: true });
  expect(() => readyPage(numbers(3), 0, 501, String)).toThrow(/first: expected a whole number between 0 and 500/);
});

test('any text can be read as a cursor, and is none where it was not made as one', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(decodeCursor(text))));
  for (const text of ['', '!', 'null', Buffer.from('{"a":1}').toString('base64url')])
    expect(decodeCursor(text)).toEqual([]);
  expect(noCursor('after')).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/^after: /) });
});
