import { describe, expect, test } from '@jest/globals';
import { aobaCity, edited, type FixtureBook, type Value } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

/** The city with other cells in the sheet 組織. */
const city = (cells: Readonly<Record<string, Value>>) => imported(edited(aobaCity, '組織', cells));

/** What is said of the sheet 組織. */
const remarksOf = async (cells: Readonly<Record<string, Value>>) => {
  const { errors, remarks } = await city(cells);
  expect(errors).toEqual([]);
  return remarks.filter((remark) => remark.startsWith('組織'));
};

describe('The sheet 組織', () => {
  test('gives departments with what they lie within, came of, and when they existed', async () => {
    const { rows, links, errors } = await imported(aobaCity);
    expect(errors).toEqual([]);
    expect(rows('Department')).toEqual([
      expect.objectContaining({ name: '子ども未来課', valid_from: '2023-04-01', valid_to: null }),
      expect.objectContaining({ name: '健康・福祉課', valid_from: null, valid_to: null }),
      expect.objectContaining({ name: '企画課', valid_from: null, valid_to: null }),
      expect.objectContaining({ name: '福祉部', valid_from: '2005-04-01', valid_to: null }),
      expect.objectContaining({ name: '児童課', valid_from: '2005-04-01', valid_to: '2023-03-31' }),
    ]);
    expect(links('UNIT_OF')).toEqual(['子ども未来課 → 福祉部', '健康・福祉課 → 福祉部', '児童課 → 福祉部']);
    expect(links('SUCCEEDS')).toEqual(['子ども未来課 → 児童課']);
  });

  test('is the order of the departments, each before those below it, and says how they are read', async () => {
    const { rows, errors } = await city({ G1: 'よみがな', G2: 'こどもみらいか' });
    expect(errors).toEqual([]);
    const listed = rows('Department') as readonly Record<string, Value>[];
    expect(listed.map(({ id, position, name_kana }) => [id, position, name_kana])).toEqual([
      ['子ども未来課', 3, 'こどもみらいか'],
      ['健康・福祉課', 4, null],
      ['企画課', 1, null],
      ['福祉部', 2, null],
      ['児童課', 5, null],
    ]);
  });

  test('says of departments that lie in a circle what is wrong, and nothing of their order', async () => {
    const { errors } = await city({ B5: '子ども未来課' });
    expect(errors.join('\n')).toMatch(/子ども未来課|福祉部/);
  });

  test('has several predecessors in one cell, and several departments of one predecessor', async () => {
    const { links } = await city({ E2: '児童課、健康・福祉課\n企画課', E5: '児童課', C5: null });
    expect(links('SUCCEEDS')).toEqual([
      '子ども未来課 → 児童課',
      '子ども未来課 → 健康・福祉課',
      '子ども未来課 → 企画課',
      '福祉部 → 児童課',
    ]);
  });

  test.each<readonly [Value, Value, readonly [string | null, string | null]]>([
    ['令和5年4月1日', '令和6年3月末', ['2023-04-01', '2024-03-31']],
    ['Ｒ５．４．１', '2024/03/31', ['2023-04-01', '2024-03-31']],
    ['R5年度', '令和5年度', ['2023-04-01', '2024-03-31']],
    ['平成31年5月', '令和元年5月', ['2019-05-01', '2019-05-31']],
    ['20230401', '2024-2', ['2023-04-01', '2024-02-29']],
    [new Date(Date.UTC(2023, 3, 1)), new Date(Date.UTC(2024, 2, 31)), ['2023-04-01', '2024-03-31']],
  ])('reads days as people write them: %s to %s', async (from, until, days) => {
    const { rows, errors } = await city({ C4: from, D4: until });
    expect(errors).toEqual([]);
    const [, , planning] = rows('Department') as readonly Record<string, Value>[];
    expect([planning?.valid_from, planning?.valid_to]).toEqual(days);
  });

  test('may have one name twice, one after the other; a name then means the one that exists latest', async () => {
    const { rows, links, errors } = await city({ A7: '児童課', C7: 'R6.4.1', B7: '福祉部' });
    expect(errors).toEqual([]);
    expect(rows('Department').map(({ id }) => id)).toEqual([
      '子ども未来課',
      '健康・福祉課',
      '企画課',
      '福祉部',
      '児童課:2005-04-01',
      '児童課:2024-04-01',
    ]);
    // What came before a department had ended when it began.
    expect(links('SUCCEEDS')).toEqual(['子ども未来課 → 児童課:2005-04-01']);
    const named = await imported(
      edited(edited(aobaCity, '組織', { A7: '児童課', C7: 'R6.4.1' }), '取組', { E2: '児童課' }),
    );
    expect(named.links('MEASURE_SUPPORTED_BY')).toEqual(['1-1-1 → 児童課:2024-04-01']);
  });

  test('says where a predecessor goes on after its successor began, which may be meant', async () => {
    expect(await remarksOf({})).toEqual([]);
    expect(await remarksOf({ D6: null })).toEqual([
      '組織!E2: 前身「児童課」に終了日がありません（この部署の開始日は 2023-04-01）',
    ]);
    expect(await remarksOf({ D6: 'R5.4.1' })).toEqual([
      '組織!E2: 前身「児童課」の終了日 2023-04-01 が、この部署の開始日 2023-04-01 以後です',
    ]);
  });

  test.each<readonly [string, Readonly<Record<string, Value>>, readonly (string | RegExp)[]]>([
    [
      'names that it does not have',
      { B2: '福祉課', E2: '児童科' },
      [
        '組織!B2: シート「組織」に「福祉課」がありません。福祉部 ではありませんか',
        '組織!E2: シート「組織」に「児童科」がありません。児童課 ではありませんか',
      ],
    ],
    [
      'an end before the start',
      { D2: 'R4.3.31' },
      ['組織!D2: 終了日は開始日（2023-04-01）より後のはずですが、「2022-03-31」です'],
    ],
    [
      'departments that lie within each other',
      { B5: '子ども未来課' },
      ['組織!B2: 循環しています：子ども未来課 → 福祉部 → 子ども未来課'],
    ],
    [
      'departments that came of each other',
      { E6: '子ども未来課', C2: null, C6: null },
      ['組織!E2: 循環しています：子ども未来課 → 児童課 → 子ども未来課'],
    ],
    ['a department that came of itself', { E4: '企画課' }, ['組織!E4: 循環しています：企画課 → 企画課']],
    [
      'two of a name at the same time',
      { A7: '児童課', C7: 'R4.4.1' },
      [
        '組織!A7: 「児童課」が同じ時期に2つあります（2005-04-01–2023-03-31 と 2022-04-01–）。重ならない開始日と終了日を記入してください',
      ],
    ],
    [
      'days that there are not',
      { C2: '2023/2/30', D2: 'いつか' },
      [/^組織!C2: .*「2023\/2\/30」です$/, /^組織!D2: .*「いつか」です$/],
    ],
    ['a day that lost its format', { C4: 45017 }, [/^組織!C4: .*「45017」です。2023-04-01 のことと思われます$/]],
  ])('names the cell of %s', async (_what, cells, errors) => {
    const expected = errors.map((said) => (typeof said === 'string' ? said : expect.stringMatching(said)));
    expect((await city(cells)).errors).toEqual(expected);
  });
});

test('Departments of policy items, partners and goals of measures are links of the plan', async () => {
  const { links, plain } = await imported(edited(aobaCity, '取組', { F2: '4、11', E3: '企画課\n児童課' }));
  expect(links('ITEM_OWNED_BY')).toEqual(['1-1 → 子ども未来課', '1-2 → 企画課', '2-1 → 健康・福祉課']);
  expect(links('MEASURE_SUPPORTED_BY')).toEqual(['1-1-1 → 企画課', '1-1-2 → 企画課', '1-1-2 → 児童課']);
  expect(links('MEASURE_TOUCHES')).toEqual(['1-1-1 → sdg:4', '1-1-1 → sdg:11']);
  expect(plain.edges.get('ITEM_OWNED_BY')?.map(({ stages }) => stages)).toEqual([
    ['ADOPTED'],
    ['ADOPTED'],
    ['ADOPTED'],
  ]);
});

describe('Departments of one name within different ones', () => {
  const { 市区町村: municipality = { rows: [] } } = aobaCity;
  const book = (owner: string, more: readonly (readonly Value[])[] = []): FixtureBook => ({
    市区町村: municipality,
    組織: {
      rows: [
        ['名称', '上位組織', '前身'],
        ['総務課', null, null],
        ['税務課', null, null],
        ['庶務係', '総務課', null],
        ['庶務係', '税務課', null],
        ['広報係', '総務課', null],
        ...more,
      ],
    },
    施策: {
      rows: [
        ['コード', '名称', '担当部署'],
        ['1-1', '健康', owner],
      ],
    },
  });

  test.each([
    ['総務課 庶務係', ['総務課庶務係']],
    ['総務課庶務係', ['総務課庶務係']],
    ['総務課　庶務係', ['総務課庶務係']],
    ['総務課/庶務係', ['総務課庶務係']],
    ['総務課／庶務係、税務課/庶務係/広報係', ['総務課庶務係', '税務課庶務係', '広報係']],
    ['総務課/広報係', ['総務課', '広報係']],
    ['総務課 広報係', ['広報係']],
  ])('are told apart by them: %s', async (owner, ids) => {
    const { errors, rows, links } = await imported(book(owner));
    expect(errors).toEqual([]);
    expect(links('ITEM_OWNED_BY')).toEqual(ids.map((id) => `1-1 → ${id}`));
    expect(rows('Department').map(({ name }) => name)).toEqual([
      '総務課',
      '税務課',
      '総務課 庶務係',
      '税務課 庶務係',
      '広報係',
    ]);
    expect(links('UNIT_OF')).toEqual(['総務課庶務係 → 総務課', '税務課庶務係 → 税務課', '広報係 → 総務課']);
  });

  test('are not named by that name alone, in no column', async () => {
    const { errors } = await imported(book('庶務係', [['統計係', '庶務係', '庶務係']]));
    const said = '「庶務係」は複数あります。「総務課 庶務係」か「税務課 庶務係」と記入してください';
    expect(errors).toEqual([`組織!B7: ${said}`, `組織!C7: ${said}`, `施策!C2: ${said}`]);
  });

  test.each(['総務課', null])('have to lie within different ones: not in %s', async (parent) => {
    const { errors } = await imported(book('総務課', [['庶務係', parent, null]]));
    expect(errors).toContain('組織!A5、組織!A7: 庶務係 は 組織!A4 にもあります');
  });

  test('that lie between middle dots each have their suggestion', async () => {
    expect((await imported(book('総務課・広報科'))).errors).toEqual([
      '施策!C2: シート「組織」に「広報科」がありません。広報係 ではありませんか',
    ]);
  });
});

describe('Departments that no sheet lists', () => {
  const { 市区町村: municipality = { rows: [] } } = aobaCity;
  const named = (...owners: readonly string[]) =>
    imported({
      市区町村: municipality,
      施策: { rows: [['コード', '名称', '担当部署'], ...owners.map((owner, place) => [`1-${place}`, '健康', owner])] },
    });

  test('are asked about where they differ by a letter from one that is written more often', async () => {
    const { errors, remarks } = await named('健康課', '健康課、子育て支援課', '健康科', '子育支援課', '子育て支援課');
    expect(errors).toEqual([]);
    expect(remarks.filter((remark) => remark.includes('!C'))).toEqual([
      '施策!C4: 「健康科」は、よく似た名称より少なく書かれています。健康課 ではありませんか',
      '施策!C5: 「子育支援課」は、よく似た名称より少なく書かれています。子育て支援課 ではありませんか',
    ]);
    expect(
      (await named('総務課', '総務課', '税務課', '総務部')).remarks.filter((remark) => remark.includes('!C')),
    ).toEqual([]);
  });

  test.each([
    '健康課（福祉課）',
    '健康課→福祉課',
    '健康課他',
    '健康課ほか',
    '【主】健康課【副】福祉課',
    '健康課と福祉課',
    '健康課＆福祉課',
  ])('are no texts with signs: %s', async (text) => {
    const { errors, rows } = await named(text);
    expect(errors).toEqual([expect.stringContaining(`施策!C2: 「${text}」は部署の名称として読めません`)]);
    expect(rows('Department')).toEqual([]);
  });

  test.each([
    ['健康課　福祉課', ['健康課', '福祉課']],
    ['健康課 福祉課、企画課', ['健康課', '福祉課', '企画課']],
    ['福祉部　健康課', ['福祉部健康課']],
    ['健 康 課', ['健康課']],
  ])('are several with blanks between them, where none lies within another: %s', async (text, ids) => {
    expect((await named(text)).rows('Department').map(({ id }) => id)).toEqual(ids);
  });
});

test('科 that is written for 課 means that division, where others are as like', async () => {
  const { errors } = await imported({
    市区町村: {
      rows: [
        ['団体コード', '名称', 'キー'],
        ['990035', '市', 'x'],
      ],
    },
    組織: { rows: [['名称'], ['総務課'], ['総務部']] },
    施策: {
      rows: [
        ['コード', '名称', '担当部署'],
        ['1-1', '水辺', '総務科'],
        ['1-2', '港', '総務室'],
      ],
    },
  });
  expect(errors).toEqual([
    '施策!C2: シート「組織」に「総務科」がありません。総務課 ではありませんか',
    '施策!C3: シート「組織」に「総務室」がありません',
  ]);
});
