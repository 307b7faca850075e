import { expect, test } from '@jest/globals';
import { namesIn } from '../../../src/web/explorer/pages/search/names-in.js';

test('each line of a pasted column is a name, whatever its ends', () => {
  expect(namesIn('市民課\r\n企画課\n\n 広報課 \n')).toEqual(['市民課', '企画課', '広報課']);
});

test('of several columns the first cell that has something is the name', () => {
  expect(namesIn('市民課\t12\n\t企画課\t3')).toEqual(['市民課', '企画課']);
});

test('the quotes of a spreadsheet are none of the name', () => {
  expect(namesIn('"市民課"')).toEqual(['市民課']);
});

test('a name is no longer than the API takes', () => {
  expect(namesIn('あ'.repeat(300))[0]).toHaveLength(200);
});
