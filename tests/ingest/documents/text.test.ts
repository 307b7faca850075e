import fc from 'fast-check';
import { cleanName, cleanText, joinSpelledLetters, nameKey, splitList } from '../../../src/ingest/documents/text.js';

/** Text as the documents print it: Japanese, Latin in both widths, digits, blanks of both kinds, marks and mark-up. */
const printed = fc
  .array(
    fc.constantFrom(
      ...[
        '青葉',
        '課',
        '計画',
        'の',
        'ー',
        'S',
        'Ｓ',
        'Wi-Fi',
        '５',
        '7',
        ' ',
        '\u3000',
        '\u00a0',
        '\n',
        '※',
        '*',
        '＊',
      ],
      ...[
        '（',
        ')',
        '、',
        '，',
        '・',
        '<b>',
        '</b>',
        '<br>',
        '<p>',
        '</li>',
        '**',
        '^{よみ}',
        '‹令和6年度計画変更›',
        '㎡',
        'ｶﾞ',
      ],
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('cleanText', () => {
  it.each([
    ['folds widths', 'ＩＣＴ　５％（年間）', 'ICT 5%(年間)'],
    ['collapses blanks of every kind', ' 青葉\u00a0\u3000市\n役所 ', '青葉 市 役所'],
    ['separates blocks', '<p>一</p> <p>二</p>三<br>四', '一 二 三 四'],
    ['does not separate what is merely bold', '心の<b>健康</b>づくり', '心の健康づくり'],
    ['removes attributes with their tag', '<ul style="list-style-type: none"> ○一', '○一'],
    ['removes glossary marks', 'ICT※の利用と**太字**', 'ICTの利用と太字'],
    ['removes the brackets of a glossary mark with it', '収支比率（※）と提案 [*] 件数', '収支比率と提案 件数'],
    ['removes readings', '舵^{かじ}取り', '舵取り'],
    ["keeps the city's own brackets", '<令和6年度計画変更> ‹注›', '<令和6年度計画変更> ‹注›'],
    ['keeps full-width brackets as half-width ones', '＜令和6年度計画変更＞', '<令和6年度計画変更>'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('leaves clean text as it is', () => {
    fc.assert(fc.property(printed, (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});

describe('joinSpelledLetters', () => {
  it.each([
    ['L I N E 配信', 'LINE 配信'],
    ['I C Tの活用', 'ICTの活用'],
    ['Plan B', 'Plan B'],
    ['Open Data', 'Open Data'],
  ])('reads %s as %s', (text, expected) => {
    expect(joinSpelledLetters(text)).toBe(expected);
  });
});

describe('cleanName', () => {
  it.each([
    ['S N Sによる情報発信', 'SNSによる情報発信'],
    ['Ｓ Ｎ Ｓ', 'SNS'],
    ['WEB アンケート', 'WEBアンケート'],
    ['I C Tの積極的な活用', 'ICTの積極的な活用'],
    ['ICT 機器', 'ICT機器'],
    ['貸付法 63 条返還金', '貸付法63条返還金'],
    ['大項目 名', '大項目名'],
    ['「はじめの一歩！！」', '「はじめの一歩!!」'],
    ['Open Data の公開', 'Open Dataの公開'],
    ['A I・R P Aの活用', 'AI・RPAの活用'],
  ])('reads %s as %s', (text, expected) => {
    expect(cleanName(text)).toBe(expected);
  });

  it('leaves a clean name as it is', () => {
    fc.assert(fc.property(printed, (text) => cleanName(cleanName(text)) === cleanName(text)));
  });
});

describe('nameKey', () => {
  it.each([
    ['width and exclamation marks', 'ペーパーレス「一歩先へ！！」', 'ペーパーレス一歩先へ!!'],
    ['blanks', 'WEB アンケート', 'ＷＥＢアンケート'],
    ['brackets', '空間の利活用（広場へ）', '空間の利活用【広場へ】'],
    ['dots and commas', '空家・空地、農地', '空家空地農地'],
    ['hyphens and dashes', 'Wi－Fi 環境', 'Wi‐Fi環境'],
    ['letter case', 'Npo法人', 'NPO法人'],
    ['glossary marks', 'ICT※の利活用', 'ICT の利活用'],
  ])('is the same for names that differ in %s', (_, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('differs where the words differ', () => {
    expect(nameKey('窓口の活用')).not.toBe(nameKey('窓口の活用拡大'));
  });

  it('is its own key', () => {
    fc.assert(fc.property(printed, (text) => nameKey(nameKey(text)) === nameKey(text)));
  });

  it('is the same for a name and its clean form', () => {
    fc.assert(fc.property(printed, (text) => nameKey(cleanName(text)) === nameKey(text)));
  });
});

describe('splitList', () => {
  it.each([
    ['桜課、梅課', ['桜課', '梅課'], false],
    ['桜課，梅課,松室', ['桜課', '梅課', '松室'], false],
    ['桜課、梅課 松室', ['桜課', '梅課', '松室'], false],
    ['桜課 梅課事務局', ['桜課', '梅課事務局'], false],
    ['桜課、梅課など', ['桜課', '梅課'], true],
    ['桜課、梅課 など', ['桜課', '梅課'], true],
    ['桜課、梅課等', ['桜課', '梅課'], true],
    ['桜課、その他', ['桜課'], true],
    ['桜課ほか', ['桜課'], true],
    ['関係各課', ['関係各課'], false],
    ['男女平等', ['男女平等'], false],
    ['支所 総務課', ['支所総務課'], false],
    ['ICT 活用課', ['ICT活用課'], false],
    ['', [], false],
    ['など', [], true],
  ])('splits "%s"', (text, names, openEnded) => {
    expect(splitList(text)).toEqual({ names, openEnded });
  });

  it('gives back any list of divisions', () => {
    const division = fc.constantFrom('桜課', '梅室', '松局', '竹図書館', '支所総務課');
    fc.assert(
      fc.property(
        fc.array(division, { minLength: 1 }),
        fc.constantFrom('、', ',', '， ', ' ', '\u3000'),
        fc.constantFrom('', 'など', '等', 'ほか'),
        (names, separator, end) => {
          expect(splitList(names.join(separator) + end)).toEqual({ names, openEnded: end !== '' });
        },
      ),
    );
  });
});
