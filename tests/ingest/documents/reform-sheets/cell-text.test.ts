import fc from 'fast-check';
import { paragraphsOf, phrasesOf } from '../../../../src/ingest/documents/reform-sheets/cell-text.js';

const list = '<ul style="list-style-type: none">';

describe('phrasesOf', () => {
  test.each([
    ['one phrase', '準備を開始', ['準備を開始']],
    ['a phrase with line breaks', '一部の課で試行 対象：全体の10%', ['一部の課で試行 対象:全体の10%']],
    ['a single bullet', '・ 案内板：3枚', ['案内板:3枚']],
    ['bullets of a list', `${list} ・協議・調整 ・要綱の改定 `, ['協議・調整', '要綱の改定']],
    ['bullets without a list', '・協議 ・要綱の改定', ['協議', '要綱の改定']],
    ['bullets after an introduction', '準備 ・協議 ・要綱の改定', ['準備', '協議', '要綱の改定']],
    ['hyphens', '- 協議 - 要綱の改定', ['協議', '要綱の改定']],
    ['paragraphs', '<p>準備</p> <p>試行</p>', ['準備', '試行']],
    ['line breaks', '準備<br>試行', ['準備', '試行']],
    ['a list whose bullets were lost', `${list} 準備 試行 割合：20% 検証`, ['準備', '試行', '割合:20%', '検証']],
    ['a lost bullet after brackets', `${list} 開催(年1回) 報告`, ['開催(年1回)', '報告']],
    ['a comparator after a blank', `${list} 割合：全体の50% 以上 検証`, ['割合:全体の50% 以上', '検証']],
    ['blanks beside Latin words', `${list} ICT 機器の導入 検証`, ['ICT 機器の導入', '検証']],
    ['letters spelled out', `${list} ・L I N E 配信を2回`, ['LINE 配信を2回']],
    ['nothing', ' ', []],
    ['a dash for nothing', '－', []],
  ])('reads %s', (_, cell, phrases) => {
    expect(phrasesOf(cell)).toEqual(phrases);
  });

  test('gives back any phrases, however they are listed', () => {
    const phrase = fc.constantFrom('協議・調整の開始', '割合:20%', '開催(年1回)', 'ICTの導入', '3枚以上', '報告');
    const layout = fc.constantFrom(
      (all: readonly string[]) => all.map((text) => `・${text}`).join(' '),
      (all: readonly string[]) => `${list} ${all.map((text) => `・ ${text}`).join(' ')} `,
      (all: readonly string[]) => all.map((text) => `<p>${text}</p>`).join(' '),
      (all: readonly string[]) => all.map((text) => `- ${text}`).join('\u3000'),
      (all: readonly string[]) => all.join('<br>'),
    );
    fc.assert(
      fc.property(fc.array(phrase), layout, (phrases, print) => {
        expect(phrasesOf(print(phrases))).toEqual(phrases);
      }),
    );
  });
});

describe('paragraphsOf', () => {
  test.each([
    ['bullets', `${list} ○窓口を開きます。 ○相談が増えます。`, '窓口を開きます。\n相談が増えます。'],
    ['paragraphs', '<p>○窓口を開きます。</p> <p>○相談が増えます。</p>', '窓口を開きます。\n相談が増えます。'],
    [
      'a plan change in the text',
      '月ごとに数えます。 <令和6年度計画変更> 増やしました。',
      '月ごとに数えます。\n<令和6年度計画変更> 増やしました。',
    ],
    ['dots within words', '協議・調整をします。', '協議・調整をします。'],
    ['an empty cell', ' ', ''],
  ])('separates %s by newlines', (_, cell, text) => {
    expect(paragraphsOf(cell)).toBe(text);
  });
});
