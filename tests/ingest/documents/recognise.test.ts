import fc from 'fast-check';
import { recognise } from '../../../src/ingest/documents/recognise.js';

const review = `# 海辺市総合計画後期基本計画(素案)について

## 2. 海辺生活分野

施策大項目 **1. 港の清掃**

大項目名の変更必要性 なし

現況と課題

●政策連携プランについては、第3章で述べます。`;

const adopted = `第２章 海辺生活分野

潮風とともに暮らせるまち

施策大項目と関連するSDGs

1. 港の清掃`;

const adoptedPlans = `第3章 政策連携プラン

1. かもめプラン

推進のための取組

▶ 海に学ぶ

総合戦略における数値目標の設定項目

- 体験学習の参加者数`;

const draft = `海辺市総合計画後期基本計画 (素案)について

政策連携プラン

①かもめプラン

推進のための取組

○海に学ぶ`;

const reform = `海辺市行政改革大綱

令和７年度 実施計画シート(案)

計画名\t\t実行課\t開始\t終了\t頁
1\t港の窓口\t港湾課\tR5\t\t4

海辺市行政改革大綱 R7年度実施計画シート

計画名\t港の窓口
実行課\t港湾課`;

const known: readonly (readonly [string, string, string])[] = [
  ['review-sheets', 'review-sheets-2', review],
  ['adopted-plan', 'adopted-plan', adopted],
  ['adopted-plan', 'adopted-plan', adoptedPlans],
  ['adopted-plan', 'adopted-plan', `${adopted}\n\n${adoptedPlans}`],
  ['linkage-plans-draft', 'linkage-plans-draft', draft],
  ['reform-sheets', 'reform-sheets-2025', reform],
];

describe('recognise', () => {
  it.each(known)('knows %s as %s', (kind, id, text) => {
    expect(recognise(text.split('\n'))).toEqual({ kind, id });
  });

  it.each([
    ['nothing', ''],
    ['a letter', '海辺市からのお知らせです。\n\n政策連携プランの素案と実施計画シートができました。'],
    ['the cover that two kinds share', '海辺市総合計画後期基本計画(素案)について\n\n政策連携プラン'],
    [
      'an agenda that lists all of them',
      '- 2. 海辺生活分野\n- 施策大項目 1. 港の清掃\n- 大項目名の変更必要性\n- 第2章 海辺生活分野\n- 施策大項目と関連するSDGs\n- 政策連携プラン\n- 推進のための取組\n- 令和7年度 実施計画シート(案)',
    ],
    [
      'minutes that mention headings inside sentences',
      '第2章 海辺生活分野の説明があった。\n施策大項目と関連するSDGsについて質問があった。\n政策連携プランの①について、推進のための取組を確認した。\n令和7年度 実施計画シート(案)を配布した。計画名と実行課を確認した。',
    ],
    ['reform sheets without a fiscal year', reform.replace(/.*実施計画シート.*\n/g, '')],
    ['review sheets without a field', review.replace('## 2. 海辺生活分野', '')],
  ])('does not know %s', (_, text) => {
    expect(recognise(text.split('\n'))).toBeNull();
  });

  it('does not choose where two documents were joined in one file', () => {
    expect(recognise(`${adopted}\n${reform}`.split('\n'))).toBeNull();
  });

  it('goes by headings, whatever running text stands around them', () => {
    const sentence = fc.constantFrom(
      '',
      '・港の清掃を続けます。',
      '政策連携プランは第3章にあります。',
      '①から順に進めます。',
      '計画名と実行課を示します。',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.array(fc.tuple(fc.nat(), sentence), { maxLength: 6 }),
        ([kind, id, text], additions) => {
          const lines = text.split('\n');
          for (const [place, addition] of additions) lines.splice(place % (lines.length + 1), 0, addition);
          expect(recognise(lines)).toEqual({ kind, id });
        },
      ),
    );
  });
});
