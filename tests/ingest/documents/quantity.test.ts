import fc from 'fast-check';
import { parseGoal, parseQuantity } from '../../../src/ingest/documents/quantity.js';

const none = { value: null, unit: null, comparator: null };
const exactly = (value: number, unit: string | null) => ({ value, unit, comparator: null });
const atLeast = (value: number, unit: string | null) => ({ value, unit, comparator: 'AT_LEAST' });
const atMost = (value: number, unit: string | null) => ({ value, unit, comparator: 'AT_MOST' });
const about = (value: number, unit: string | null) => ({ value, unit, comparator: 'ABOUT' });

const units = fc.constantFrom(
  '%',
  '件',
  '人',
  '団体',
  '回',
  '手続',
  '食',
  '事業者',
  '橋梁',
  '万円',
  'g',
  'か所',
  'ポイント',
  't-CO2',
);
const amounts = fc.integer({ min: 0, max: 99_999_999 });
const bounds = fc.constantFrom(
  ['', '', null],
  ['', '以上', 'AT_LEAST'],
  ['', '以内', 'AT_MOST'],
  ['', ' 以下', 'AT_MOST'],
  ['', '程度', 'ABOUT'],
  ['約', '', 'ABOUT'],
  ['少なくとも', '', 'AT_LEAST'],
);

describe('parseQuantity', () => {
  it.each([
    ['82.31 %', exactly(82.31, '%')],
    ['85.00 %', exactly(85, '%')],
    ['0.0 %', exactly(0, '%')],
    ['43 団体', exactly(43, '団体')],
    ['2,927,767 件', exactly(2_927_767, '件')],
    ['1,900人', exactly(1900, '人')],
    ['48,340食', exactly(48_340, '食')],
    ['100 手続', exactly(100, '手続')],
    ['33 事業', exactly(33, '事業')],
    ['３．５ポイント', exactly(3.5, 'ポイント')],
    ['15', exactly(15, null)],
    ['876 g/人・日', exactly(876, 'g/人・日')],
    ['12.5㎡/人', exactly(12.5, 'm2/人')],
    ['120 t-CO2', exactly(120, 't-CO2')],
    ['3 万トン', exactly(3, '万トン')],
    ['92.7 %以内', atMost(92.7, '%')],
    ['約 3,000 人', about(3000, '人')],
    ['年間 3 回以上', atLeast(3, '回')],
    ['0 人(移動均衡)', exactly(0, '人')],
    ['108 人（令和3年）', exactly(108, '人')],
    ['△3.2 %', exactly(-3.2, '%')],
    ['-108 人', exactly(-108, '人')],
    ['—', none],
    ['－', none],
    ['', none],
    ['維持', none],
    ['1～2件', none],
    ['10未満', none],
    ['1,90人', none],
    ['1億2,000万円', none],
    ['前年度比 5 %', none],
    ['95 % 100 %', none],
    ['80 %を維持', none],
  ])('reads "%s"', (text, expected) => {
    expect(parseQuantity(text)).toMatchObject(expected);
  });

  it('keeps what it cannot read, after NFKC', () => {
    expect(parseQuantity('　１～２件程度※ ')).toEqual({ text: '1~2件程度', ...none });
  });

  it('reads back any amount, unit and comparator in either width', () => {
    fc.assert(
      fc.property(amounts, units, bounds, fc.boolean(), (amount, unit, [before, after, comparator], wide) => {
        const printed = `${before}${amount.toLocaleString('en')} ${unit}${after}`;
        const text = wide ? printed.replace(/[0-9,%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : printed;
        expect(parseQuantity(text)).toEqual({ text: printed, value: amount, unit, comparator });
      }),
    );
  });

  it('has no value for two numbers', () => {
    fc.assert(
      fc.property(amounts, amounts, units, fc.constantFrom('～', '〜', '-', '・', ' '), (a, b, unit, between) => {
        expect(parseQuantity(`${a}${between}${b}${unit}`)).toMatchObject(none);
      }),
    );
  });
});

describe('parseGoal', () => {
  it.each([
    ['the figure after the last colon', '来庁した人の割合：80%', exactly(80, '%')],
    ['a colon with blanks', '委員の割合： 23.9%', exactly(23.9, '%')],
    ['half-width colons', '交付件数:16,800件', exactly(16_800, '件')],
    ['a share of a whole', '実施した課：全課の5%', exactly(5, '%')],
    ['以上', '講座の開催回数：10回以上', atLeast(10, '回')],
    ['以上 after a blank', '実施した課：全課の50% 以上', atLeast(50, '%')],
    ['程度', '受付件数：50件程度', about(50, '件')],
    ['以内', '待ち時間：15分以内', atMost(15, '分')],
    ['約', '作成時間を約160時間短縮', about(160, '時間')],
    ['少なくとも before each', '休日窓口を少なくとも各1回実施し、要望を把握', atLeast(1, '回')],
    ['a yearly number', '会議の開催回数：年間3回', exactly(3, '回')],
    ['a running total', '意見交換を延べ10事業者以上と実施', atLeast(10, '事業者')],
    ['a counter before a particle', '新たに1件の改善を実施', exactly(1, '件')],
    ['a counter before an action', '1筆売却', exactly(1, '筆')],
    ['an increase', 'ウェブ予約の割合：3%増加', exactly(3, '%')],
    ['ones of a kind', '新たに1施設導入', exactly(1, '施設')],
    ['つ', '1つ以上の内容の訓練を実施', atLeast(1, 'つ')],
    ['a place to ask', '1公園以上で意見を把握', atLeast(1, '公園')],
    ['persons', '職員1名の削減', exactly(1, '名')],
    ['money', '令和4年度比：100万円の歳入増加', exactly(100, '万円')],
    ['money without its label', '100万円の歳入増加', exactly(100, '万円')],
    ['か所', '3か所に設置', exactly(3, 'か所')],
    ['weights', '1食当たりの量：40g', exactly(40, 'g')],
    ['a comparison with a year', '前年度から1台以上削減', atLeast(1, '台')],
    ['a blank inside the label', '新規契約 件数：5件', exactly(5, '件')],
    ['a count of items', '公開するデータ：5項目', exactly(5, '項目')],
    ['a safe word before the number', '交通安全3か所', exactly(3, 'か所')],
  ])('reads %s', (_, phrase, expected) => {
    expect(parseGoal([phrase])).toMatchObject(expected);
  });

  it.each([
    ['the year from which a total runs', 'R5年度からの累計：45回', exactly(45, '回')],
    ['the year compared with', '時間の令和3年度比削減率：55%', exactly(55, '%')],
    ['the year of the goal', '令和9年度に11回開催', exactly(11, '回')],
    ['a duration', '5年間で5件の改善', exactly(5, '件')],
    ['a month', '7月に2回実施', exactly(2, '回')],
    ['a range of months', '5～9月に実施', none],
    ['a range of years', '1・2年生に実施', none],
    ['a date at the end', '端末を配布（令和7年2月を予定）', none],
    ['a denominator in the label', '自校1食当たりの残渣量：39g', exactly(39, 'g')],
    ['a denominator', '調査票の作成を1か月あたり約160時間短縮', about(160, '時間')],
    ['two denominators', '1人1日当たり876gに削減', exactly(876, 'g')],
    ['a closing explanation', '削減率：75%（達成率100%）', exactly(75, '%')],
    ['an explanation in the label', '滞納人数（3月末時点）：36人', exactly(36, '人')],
    ['a reference part', '残渣量：40g (参考) センターの残渣量 69g', exactly(40, 'g')],
    ['a floor', '装置の更新（庁舎3階）と試験', none],
    ['an article of a law', '63条の返還を周知', none],
    ['an edition', '第3次計画を策定', none],
    ['the age of those concerned', '65歳以上の市民10人に訪問', exactly(10, '人')],
    ['a name', '5G環境と3Rの周知', none],
    ['a time of day', '17:15以降も開庁', none],
  ])('does not take %s for the goal', (_, phrase, expected) => {
    expect(parseGoal([phrase])).toMatchObject(expected);
  });

  it.each([
    ['a range', ['新規誘致件数： 1～2件']],
    ['two goals', ['提案件数：5件', '採用件数：1件']],
    ['two numbers in one phrase', ['課内の3係が連携し、1つの窓口で対応']],
    ['the number of all there are', ['市内全10地区において実施']],
    ['a part of all there are', ['市内全10地区のうち各1地区を選定']],
    ['a rate', ['5年に1度の点検']],
    ['a bound that no comparator expresses', ['時間外勤務：45時間未満']],
    ['no number', ['見直しを行う。']],
    ['no phrase', []],
  ])('has no value for %s', (_, phrases) => {
    expect(parseGoal(phrases)).toMatchObject(none);
  });

  it('takes the only figure of several phrases', () => {
    expect(parseGoal(['説明会を開催', '提案件数：11件以上'])).toEqual({
      text: '説明会を開催 / 提案件数:11件以上',
      ...atLeast(11, '件'),
    });
  });

  it('reads any amount after a label, whatever years and months stand around it', () => {
    const labels = fc.constantFrom(
      '',
      '件数：',
      'R5年度からの累計：',
      '1食当たりの量：',
      '令和3年度比削減率（3月末）：',
    );
    const ends = fc.constantFrom('', '（達成率100%）', '（令和7年2月を予定）', ' (参考) 他市 69件');
    fc.assert(
      fc.property(labels, amounts, units, bounds, ends, (label, amount, unit, [before, after, comparator], end) => {
        expect(parseGoal([`${label}${before}${amount.toLocaleString('en')}${unit}${after}${end}`])).toMatchObject({
          value: amount,
          unit,
          comparator,
        });
      }),
    );
  });

  it('never takes a year, a fiscal year or a month for a goal', () => {
    const era = fc.constantFrom('令和', '平成', 'R', 'Ｒ ', 'H');
    const suffix = fc.constantFrom('年', '年度', '年度末', '年2月', '年10月1日');
    fc.assert(
      fc.property(era, fc.integer({ min: 1, max: 40 }), suffix, (name, year, end) => {
        expect(parseGoal([`${name}${year}${end}に導入`])).toMatchObject(none);
      }),
    );
  });

  it('has no value where two phrases print a figure each', () => {
    fc.assert(
      fc.property(amounts, amounts, units, (a, b, unit) => {
        expect(parseGoal([`登録：${a}${unit}`, `利用：${b}${unit}`])).toMatchObject(none);
      }),
    );
  });
});
