import { describe, expect, test } from '@jest/globals';
import { wordChanges } from '../../../src/web/explorer/parts/word-changes/word-changes.js';

const without = (kind: string, before: string, after: string) =>
  wordChanges(before, after)
    .filter((each) => each.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('words that differ', () => {
  test('are marked in Japanese, where nothing stands between words', () => {
    expect(wordChanges('公園を整備します。', '公園を計画的に整備します。')).toEqual([
      { kind: 'SAME', text: '公園を' },
      { kind: 'ADDED', text: '計画的に' },
      { kind: 'SAME', text: '整備します。' },
    ]);
    expect(wordChanges('市民の参加', '市民の参画').filter(({ kind }) => kind !== 'SAME')).toEqual([
      { kind: 'REMOVED', text: '参加' },
      { kind: 'ADDED', text: '参画' },
    ]);
  });

  test('are none in equal texts, and all where one is empty', () => {
    expect(wordChanges('同じ', '同じ')).toEqual([{ kind: 'SAME', text: '同じ' }]);
    expect(wordChanges('', '新規')).toEqual([{ kind: 'ADDED', text: '新規' }]);
    expect(wordChanges('廃止', '')).toEqual([{ kind: 'REMOVED', text: '廃止' }]);
    expect(wordChanges('', '')).toEqual([]);
  });

  test.each([
    ['空白 と\n改行', '空白と\n\n改行 '],
    ['A  B', 'A B'],
    ['𠮷野家👩‍👩‍👧', '吉野家👩‍👧'],
    ['一'.repeat(50), '二'.repeat(40)],
  ])('leave both texts whole, to the last character: %j', (before, after) => {
    expect(without('ADDED', before, after)).toBe(before);
    expect(without('REMOVED', before, after)).toBe(after);
  });

  test('are told as replaced where nearly all differ, without working for long', () => {
    const text = (word: string) => Array.from({ length: 1_000 }, (_, index) => `${word}${index}`).join(' ');
    const [before, after] = [text('a'), text('b')];
    expect(wordChanges(before, after)).toEqual([
      { kind: 'REMOVED', text: before },
      { kind: 'ADDED', text: after },
    ]);
  });
});
