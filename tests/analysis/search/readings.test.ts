import { highlight } from '../../../src/analysis/search/highlight.js';
import { inOtherWords } from '../../../src/analysis/search/other-words.js';
import { readQuery } from '../../../src/analysis/search/query.js';
import { writtenForms } from '../../../src/analysis/search/readings.js';
import { suffixReadings, wordReadings } from '../../../src/analysis/search/word-readings.js';
import { fold } from '../../../src/model/folded-text.js';

const forms = (typed: string) => writtenForms(fold(typed), 4);

describe('What is typed as it is read', () => {
  test.each([
    ['ぼうさい', ['防災']],
    ['ボウサイ', ['防災']],
    ['げんさい', ['減災']],
    ['きょうどう', ['協働', '共同', '協同']],
    ['ぼうさいたいさくのすいしん', ['防災対策ノ推進']],
    ['ぼうさ', ['防災']],
  ])('%s is written %j', (typed, expected) => {
    expect(forms(typed)).toEqual(expected);
  });

  test('ends in a suffix, the most likely first', () => {
    expect(forms('しみんかつどうすいしんか')[0]).toBe('市民活動推進課');
  });

  test.each(['リサイクル', 'サービス', 'まちづくり', '防災', 'か', 'の', 'ぼう', 'garbage', ''])(
    '%j is no reading',
    (typed) => {
      expect(forms(typed)).toEqual([]);
    },
  );

  test('each word of the table is kana that is read so, and stands there once', () => {
    const all = [...wordReadings, ...suffixReadings];
    expect(all.filter(([written, reading]) => !written || !/^[ぁ-んー]+$/u.test(reading ?? ''))).toEqual([]);
    expect(new Set(all.map((entry) => entry.join(' '))).size).toBe(all.length);
    for (const [written, reading] of wordReadings) expect(writtenForms(fold(reading), 9)).toContain(fold(written));
  });
});

describe('A query in other words', () => {
  test('has each of its words as it is written, all of them first', () => {
    expect(inOtherWords(['ボウサイ', 'クンレン']).filter(({ kind }) => kind === 'READING')).toEqual(
      ['防災 訓練', '防災 クンレン', 'ボウサイ 訓練'].map((text) => ({ text, kind: 'READING' })),
    );
  });

  test('is put in few ways, however many words it has', () => {
    const many = Array.from({ length: 60 }, () => 'キョウドウ');
    expect(inOtherWords(many).length).toBeLessThanOrEqual(8);
  });

  test('marks what is read so in the printed text', () => {
    const match = { kind: 'READING', score: 1, field: 'NAME', text: '自主防災組織ノ育成' } as const;
    expect(highlight(readQuery('ぼうさい'), match, '自主防災組織の育成')).toEqual([
      { text: '自主', matched: false },
      { text: '防災', matched: true },
      { text: '組織の育成', matched: false },
    ]);
  });
});
