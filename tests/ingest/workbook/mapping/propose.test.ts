import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatProposal } from '../../../../src/ingest/workbook/mapping/format-proposal.js';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import { propose } from '../../../../src/ingest/workbook/mapping/propose.js';
import {
  generalSynonyms,
  kept,
  synonyms,
  unitNames,
  yearNames,
} from '../../../../src/ingest/workbook/mapping/synonyms.js';
import { readBook } from '../../../../src/ingest/workbook/read-book.js';
import { template } from '../../../../src/ingest/workbook/template.js';
import { aobaCity, type FixtureBook, workbookOf } from '../../../fixtures/aoba-city.js';
import { hikariCity } from '../../../fixtures/hikari-city.js';
import { minatoTown } from '../../../fixtures/minato-town.js';
import { imported } from '../imported.js';

const proposed = async (sheets: FixtureBook) =>
  formatProposal(propose(await readBook(await workbookOf(sheets), 'plan.xlsx')), 'mapping.schema.json');

/** The proposal with what only people know of a city. */
function filledIn(text: string) {
  const filled = text
    .replace('団体コード: ""', '団体コード: 990035')
    .replace('名称: ""', '名称: 市')
    .replace('キー: ""', 'キー: x');
  const { mapping, problems } = readMapping(filled, 'map.yaml');
  expect(problems).toEqual([]);
  if (!mapping) throw new Error('expected a mapping');
  return mapping;
}

describe('A proposed mapping', () => {
  test('gives the plan of a workbook of other headings, once the city is filled in', async () => {
    const { errors, rows, links } = await imported(hikariCity, filledIn(await proposed(hikariCity)));
    expect(errors).toEqual([]);
    expect(rows('PolicyField').map(({ id, name }) => [id, name])).toEqual([
      ['1', 'くらし'],
      ['2', 'まち'],
    ]);
    expect(rows('PolicyItem').map(({ id, name }) => [id, name])).toEqual([
      ['1-1', '子育て支援'],
      ['1-2', '高齢者の支え合い'],
      ['2-1', '道路と公園'],
    ]);
    expect(links('PART_OF')).toEqual(['1-1-1 → 1-1', '1-1-2 → 1-1', '1-2-1 → 1-2', '2-1-1 → 2-1']);
    expect(links('TOUCHES')).toEqual(['1-1 → sdg:3', '1-1 → sdg:4', '1-2 → sdg:3', '2-1 → sdg:11']);
    expect(links('OWNED_BY')).toContain('1-1-2 → 福祉課');
    expect(rows('Indicator')).toContainEqual(
      expect.objectContaining({ baseline_value: 12, baseline_year: 2022, target_value: 0, target_year: 2027 }),
    );
    expect(links('INDICATES')).toEqual(['1-1:待機児童数 → 1-1', '1-1:相談件数 → 1-1', '2-1:公園の満足度 → 2-1']);
  });

  test('joins numbers to codes, reads columns that are numbered, sheets that are alike, and words for the template’s', async () => {
    const text = await proposed(minatoTown);
    for (const line of [
      '  - from: [健康, 産業]',
      '      コード: { join: [大, 中], with: "-" }',
      '    for: { n: ["1", "2"] }',
      '      名称: "指標{n}"',
      '      方向: { heading: 増減, lookup: { 上げる: 増加 } }',
      '      担当部署: [所管1, 所管2]',
      'ignore: [施策]',
    ])
      expect(text).toContain(line);
    const { errors, rows, links } = await imported(minatoTown, filledIn(text));
    expect(errors).toEqual([]);
    expect(rows('PolicyItem').map(({ id }) => id)).toEqual(['1-1', '1-2', '2-1']);
    expect(links('INDICATES')).toContain('1-1:受診者 → 1-1');
  });

  test('takes sheets by their names, general headings for what they list, and years in headings', async () => {
    const sheets = {
      KPI一覧: {
        rows: [
          ['施策コード', 'KPI', '現状値(R4)', '令和9年度 目標値', 'R5', 'R6'],
          ['1-1', '受診率', '50', '70', '52', '55'],
        ],
      },
      '施策一覧(R5)': {
        rows: [['令和5年度 施策一覧'], ['No.', '名称', '基本目標', '主管課'], ['1-1', '食育', '健康', '健康課']],
      },
      事業一覧: {
        rows: [
          ['整理番号', '施策名', '事業名', '所管課'],
          ['1', '食育', '健診', '健康課'],
          ['2', null, '体操', '健康課、福祉課'],
        ],
      },
    };
    const text = await proposed(sheets);
    const { errors, rows, links } = await imported(sheets, filledIn(text));
    expect(errors).toEqual([]);
    expect(links('PART_OF')).toEqual(['1 → 1-1', '2 → 1-1']);
    expect(rows('Indicator')).toEqual([
      expect.objectContaining({ baseline_value: 50, baseline_year: 2022, target_value: 70, target_year: 2027 }),
    ]);
    for (const line of [
      '      コード: No. # 見出しから — by the heading',
      '      分野: 基本目標 # 他のシートへの参照 — refers to another sheet',
      '      施策: { heading: 施策名, blank: above } # 他のシートへの参照 — refers to another sheet',
      '      基準年度: { constant: R4 } # 見出しから — by the heading',
      '      目標年度: { constant: 令和9年度 } # 見出しから — by the heading',
      '      実績値: "{年度}" # 見出しが年度だけです。計画の値なら「計画値」と書いてください — the heading is a year alone: write 計画値 where these are planned values',
    ])
      expect(text.split('\n')).toContain(line);
  });

  test('takes projects of a sheet that lists them, with the measures and policy items that it names', async () => {
    const sheets = {
      調書一覧: {
        rows: [
          ['施策番号', '施策名', '取組番号', '取組名', '事務事業番号', '事務事業名', '款', '所管課'],
          ['1-1', '食育', '1-1-1', '健診を受けやすく', '0101', '健診車の更新', '衛生費', '健康課'],
          ['1-1', '食育', '1-1-1', '健診を受けやすく', '0102', '受診の案内', '衛生費', '健康課'],
          ['1-2', '運動', '1-2-1', '体操の普及', '0201', '体操教室', '民生費', '福祉課'],
        ],
      },
    };
    const { errors, rows, links } = await imported(sheets, filledIn(await proposed(sheets)));
    expect(errors).toEqual([]);
    expect(rows('Project').map(({ id, name }) => [id, name])).toEqual([
      ['0101', '健診車の更新'],
      ['0102', '受診の案内'],
      ['0201', '体操教室'],
    ]);
    expect(rows('Measure').map(({ id }) => id)).toEqual(['1-1-1', '1-2-1']);
    expect(links('PROJECT_OF')).toEqual(['0101 → 1-1', '0102 → 1-1', '0201 → 1-2']);
    expect(links('PROJECT_OF_MEASURE')).toEqual(['0101 → 1-1-1', '0102 → 1-1-1', '0201 → 1-2-1']);
    expect(links('RUN_BY')).toEqual(['0101 → 健康課', '0102 → 健康課', '0201 → 福祉課']);
  });

  test('says why it takes a column for what, and what it does not use', async () => {
    const text = await proposed(hikariCity);
    for (const line of [
      '# yaml-language-server: $schema=mapping.schema.json',
      '  名称: ひかり市 # 表題から — by a title',
      '      コード: 整理No. # 見出しから — by the heading',
      '      番号: { heading: 章, take: code } # セルの内容から — by what the cells hold',
      '#   体系表: H 備考',
      '#   メモ（非表示 hidden）',
    ])
      expect(text.split('\n')).toContain(line);
  });

  test('leaves sheets in the headings of the template as they are', async () => {
    const text = await proposed(aobaCity);
    expect(text).not.toMatch(/^(?:tables|municipality):/m);
    expect(text).toContain('# ひな形の見出しのまま読むシート');
  });

  test('can be read where names have braces, and words go over lines', async () => {
    const book = {
      '{R5}指標': {
        rows: [
          ['指標', '{担当}/担当課', '方向'],
          ['受診率', '健康課', '上げる\n（増）'],
        ],
      },
      施策: {
        rows: [
          ['コード', '名称'],
          ['1-1', '健診'],
        ],
      },
    };
    const text = await proposed(book);
    expect(text).toContain('  - from: "{{R5}}指標"');
    expect(text).toContain('lookup: { "上げる\\n（増）": 増加 }');
    const { errors, rows } = await imported(book, filledIn(text));
    expect(errors.filter((error) => error.startsWith('map.yaml:') && !error.includes('検査数字'))).toEqual([]);
    expect(rows('Indicator')).toEqual([expect.objectContaining({ name: '受診率', direction: 'INCREASE' })]);
  });

  test('names what a sheet lacks, and proposes nothing of it', async () => {
    const text = await proposed({
      一覧: {
        rows: [
          ['事業名', '担当課'],
          ['健診', '健康課'],
        ],
      },
    });
    expect(text).toContain('#   一覧 → 取組: コード');
    expect(text).not.toMatch(/^tables:/m);
  });

  test('can be read whatever the workbook holds, and is the same at every time', async () => {
    const names = [
      ...[...Object.values(synonyms), ...Object.values(kept)].flatMap((columns) => Object.values(columns)),
      ...Object.values(generalSynonyms),
      ...unitNames,
      yearNames,
    ].flat();
    const heading = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom('指標1', '指標2', '備考', 'a: b', '"x"', '{n}', '担当課', '', '#'),
      fc.constantFrom(
        'R4',
        'R5',
        '2023',
        '令和5年度',
        'R5予算額',
        'R5計画額',
        '一次評価',
        '{R4}決算額',
        '区分',
        '事業名',
      ),
    );
    const value = fc.constantFrom('1-1', '1', '2', '健康課', 'R5', '1-1 名称', '合計', '', '[x', '#REF!');
    const rows = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.tuple(
          fc.array(heading, { minLength: width, maxLength: width }),
          fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 4 }),
        ),
      );
    const name = fc.constantFrom('施策一覧', '指標: 一覧', '組織', '評価基準', '事務事業', '#1', '- x', '{n}', '{a}b');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, rows, { minKeys: 1, maxKeys: 3 }), async (sheets) => {
        const book = Object.fromEntries(
          Object.entries(sheets).map(([sheet, [headings, facts]]) => [
            sheet.replaceAll(':', ' '),
            { rows: [headings, ...facts].map((row) => row.map((cell) => cell || null)) },
          ]),
        );
        const text = await proposed(book);
        expect(await proposed(book)).toBe(text);
        const mapped = await imported(book, filledIn(text));
        // Things of one name have two values of a year, which stands in the map.
        const misplaced = mapped.errors.filter((error) =>
          /^map\.yaml:\d+:\d+: (?!検査数字|.*にもあります)/.test(error),
        );
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('knows no heading for two columns of the same kind of thing, and names only columns that there are', () => {
    for (const [sheet, columns] of Object.entries(synonyms)) {
      const all = Object.values(columns).flat();
      expect(new Set(all).size).toBe(all.length);
      for (const key of Object.keys(columns))
        expect(Object.keys(template[sheet as keyof typeof template].columns)).toContain(key);
    }
  });
});
