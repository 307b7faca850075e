import { expect, test } from '@jest/globals';
import { quoted, Refusal } from '../src/refusal.js';

const long = 'あ市 x'.repeat(30_000);
const word = 'x'.repeat(90_000);

test.each([
  [`id: there is nothing with "${long}".`],
  [`id: there is nothing with ${word}, expected another.`],
  [`識別子「${long}」の項目はありません。`],
  [`識別子の項目はありません（指定：${word}）。`],
])('a message repeats a hundred characters of input: %#', (message) => {
  const { message: en, messageJa: ja } = new Refusal('BAD_USER_INPUT', message, message);
  for (const text of [en, ja]) {
    expect(text.length).toBeLessThan(180);
    expect(text).toContain('…');
    expect(text.slice(-2)).toBe(message.slice(-2));
  }
});

test('input in many pieces does not make a message long', () => {
  expect(new Refusal('BAD_USER_INPUT', 'a "b '.repeat(30_000)).message).toHaveLength(2_001);
});

test('a message of many quotation marks is shortened in no time', () => {
  const begun = performance.now();
  for (const mark of ['「', '」', '"', '" ', '「 '])
    new Refusal('BAD_USER_INPUT', mark.repeat(100_000), mark.repeat(100_000));
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('what is no input stays as it is', () => {
  const path = `"${'measures.nodes.departments.'.repeat(8)}nodes"`;
  for (const text of [
    `${path} is too deep.`,
    '一度に取得する量が多すぎます。'.repeat(20),
    'many short words '.repeat(50),
  ])
    expect(new Refusal('BAD_REQUEST', text, text).message).toBe(text);
  expect(quoted('short')).toBe('short');
});
