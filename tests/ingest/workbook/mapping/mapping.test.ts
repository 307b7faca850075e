import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDataset } from '../../../../src/ingest/dataset/parse.js';
import { validateDataset } from '../../../../src/ingest/dataset/validate.js';
import { type Mapping, readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import { templateSheets } from '../../../../src/ingest/workbook/template.js';
import { aobaCity, edited, type FixtureBook } from '../../../fixtures/aoba-city.js';
import { hikariCity, hikariMap } from '../../../fixtures/hikari-city.js';
import { minatoMap, minatoTown } from '../../../fixtures/minato-town.js';
import { imported, shared } from '../imported.js';

function mapOf(text: string): Mapping {
  const { mapping, problems } = readMapping(text, 'map.yaml');
  expect(problems).toEqual([]);
  if (!mapping) throw new Error('expected a mapping');
  return mapping;
}

const problemsOf = (text: string) =>
  readMapping(text, 'map.yaml').problems.map(({ line, column, words }) => `${line}:${column}: ${words.ja}`);

const hikari = (sheets: FixtureBook = hikariCity, map = hikariMap) => imported(sheets, mapOf(map));
const minato = (sheets: FixtureBook = minatoTown, map = minatoMap) => imported(sheets, mapOf(map));

/** A map that says of each sheet of the template what it is. */
const identity = (sheets: FixtureBook): string =>
  [
    'tables:',
    ...Object.entries(sheets).flatMap(([name, { rows }]) => {
      const declared = templateSheets.find((sheet) => sheet.name === name);
      if (!declared) return [];
      const present = new Set(
        rows.flat().map((value) =>
          String(value)
            .normalize('NFKC')
            .replace(/\(円\)$/, ''),
        ),
      );
      const headings = Object.values(declared.columns)
        .map(({ heading }) => heading)
        .filter((heading) => present.has(heading.normalize('NFKC')));
      return [
        `  - from: ${name}`,
        `    to: ${name}`,
        '    columns:',
        ...headings.map((heading) => `      ${heading}: ${heading}`),
      ];
    }),
  ].join('\n');

describe('A workbook with headings of its own', () => {
  test.each([
    ['hikari', hikari],
    ['minato', minato],
  ])('becomes a dataset without a problem, the same at every time: %s', async (key, read) => {
    const result = await read();
    expect(result.errors).toEqual([]);
    expect(result.key).toBe(key);
    const bytes = new Map([...result.files].map(([name, text]) => [name, Buffer.from(text)] as const));
    const { dataset, problems } = parseDataset(bytes);
    expect([...problems, ...validateDataset(dataset, shared)]).toEqual([]);
    expect([...(await read()).files]).toEqual([...result.files]);
  });

  test('gives the levels of the plan from one sheet, by codes and names in one cell', async () => {
    const { rows, links } = await hikari();
    expect(rows('PolicyField').map(({ name }) => name)).toEqual(['くらし', 'まち']);
    expect(rows('PolicyItem').map(({ id, name }) => [id, name])).toEqual([
      ['1-1', '子育て支援'],
      ['1-2', '高齢者の支え合い'],
      ['2-1', '道路と公園'],
    ]);
    expect(rows('Measure').map(({ id, name }) => [id, name])).toEqual([
      ['1-1-1', '保育所の整備'],
      ['1-1-2', '相談窓口'],
      ['1-2-1', '見守り'],
      ['2-1-1', '公園の再整備'],
    ]);
    expect(links('PART_OF')).toEqual(['1-1-1 → 1-1', '1-1-2 → 1-1', '1-2-1 → 1-2', '2-1-1 → 2-1']);
    expect(links('TOUCHES')).toEqual(['1-1 → sdg:3', '1-1 → sdg:4', '1-2 → sdg:3', '2-1 → sdg:11']);
    expect(links('OWNED_BY')).toEqual([
      '1-1-1 → こども課',
      '1-1-2 → こども課',
      '1-1-2 → 福祉課',
      '1-2-1 → 福祉課',
      '2-1-1 → 都市整備課',
    ]);
  });

  test('gives figures below headings of two rows, and what stands above an empty cell', async () => {
    const { rows, links } = await hikari();
    expect(rows('Indicator')).toEqual([
      expect.objectContaining({ baseline_value: 12, baseline_year: 2022, target_value: 0, target_year: 2027 }),
      expect.objectContaining({ baseline_value: 1050, target_value: 1200, target_comparator: 'AT_LEAST' }),
      expect.objectContaining({ baseline_value: -3, baseline_year: 2022, target_value: 60 }),
    ]);
    expect(links('INDICATES')).toEqual(['1-1:待機児童数 → 1-1', '1-1:相談件数 → 1-1', '2-1:公園の満足度 → 2-1']);
  });

  test('gives several things of one row, joined codes, words of its own, and what a form says', async () => {
    const { rows, links } = await minato();
    expect(rows('PolicyItem').map(({ id }) => id)).toEqual(['1-1', '1-2', '2-1']);
    expect(links('IN_FIELD')).toEqual(['1-1 → 1', '1-2 → 1', '2-1 → 2']);
    expect(links('OWNED_BY')).toEqual([
      '1-1-1 → 保健センター',
      '1-2-1 → 保健センター',
      '1-2-1 → 学校教育課',
      '2-1-1 → 水産課',
    ]);
    expect(rows('Indicator')).toHaveLength(4);
    expect(rows('Indicator')).toContainEqual(
      expect.objectContaining({ id: '1-1:受診者', target_value: 2400, direction: 'INCREASE', target_year: 2026 }),
    );
    expect(rows('RelatedPlan')).toEqual([
      expect.objectContaining({ name: '健康みなと21', period_start_fiscal_year: 2022, period_end_fiscal_year: 2026 }),
    ]);
    expect(links('RELATES_TO')).toEqual(['1-1 → 健康みなと21', '1-2 → 健康みなと21']);
  });

  test('names its own sheets and rows as sources, and the mapping file as that of the city', async () => {
    const { plain, rows } = await hikari();
    expect(rows('SourceDocument').map(({ id, name }) => [id, name])).toEqual([
      ['workbook-map', 'ひかり市総合計画（map.yaml）'],
      ['workbook-体系表', 'ひかり市総合計画（plan.xlsx「体系表」）'],
      ['workbook-成果指標一覧', 'ひかり市総合計画（plan.xlsx「成果指標一覧」）'],
    ]);
    expect(plain.nodes.get('PolicyItem')?.[0]?.sources).toEqual([
      { stage: 'ADOPTED', document: 'workbook-体系表', firstLine: 5, lastLine: 6, cells: 'B5' },
    ]);
    expect(plain.nodes.get('Municipality')?.[0]?.sources).toEqual([
      { stage: null, document: 'workbook-map', firstLine: 2, lastLine: 5, cells: null },
    ]);
  });

  test('is told by sheet, with every row, column and sheet that was left out', async () => {
    const { said } = await hikari();
    expect(said.ja.split('\n').slice(1)).toEqual([
      '  読み取った行:',
      '    map.yaml:2 → 市区町村: 1 行',
      '    体系表 → 施策: 3 行（見出しは 4 行目。読み飛ばした行: 合計 8, 10、注記 11）',
      '    体系表 → 取組: 4 行（見出しは 4 行目。読み飛ばした行: 合計 8, 10、注記 11）',
      '    成果指標一覧 → 指標: 3 行（見出しは 2 行目）',
      '  取り込まなかったシート:',
      '    メモ: 2 行。対応表にないシートです（非表示）',
      '  取り込まなかった列:',
      '    体系表!F 関係課: 1 セル。対応表にない列です',
      '    体系表!H 備考: 1 セル。対応表にない列です',
      '  確認してください:',
      expect.stringContaining('体系表!A5'),
      expect.stringContaining('体系表!A9'),
    ]);
    const other = await minato();
    expect(other.said.ja).toContain('    施策: 2 行。対応表で除いたシートです\n');
    expect(other.said.ja).toContain('    健康!K 通し番号: 2 セル。対応表にない列です\n');
    expect(other.said.ja).toContain('    計画調書1: A1,A5,C5。対応表にないセルです\n');
  });
});

describe('What is wrong is said with the cell of its own sheet', () => {
  test.each([
    [{ C5: new Date(Date.UTC(2024, 0, 1)) }, /^体系表!C5: .*番号が必要/],
    [{ D6: null }, /^体系表!D6: 「名称」が空です$/],
    [{ C6: '1-1-1' }, /^体系表!C6: 1-1-1 は 体系表!C5 にもあります$/],
    [{ G9: '18' }, /^体系表!G9: .*1から17まで/],
    [{ B9: '道路と公園' }, /^体系表!B9: 「コード」にする番号が.*「道路と公園」です/],
  ])('hikari %j', async (cells, said) => {
    const { errors } = await hikari(edited(hikariCity, '体系表', cells));
    expect(errors).toContainEqual(expect.stringMatching(said));
  });

  test('in one pass, of several tables of one sheet', async () => {
    const messy = edited(edited(minatoTown, '健康', { C3: '#REF!', G3: '1月5日', J4: '上がる' }), '計画調書1', {
      C4: '1-9',
      C3: '6',
    });
    const { errors } = await minato(messy);
    const slip = edited(minatoTown, '産業', { B3: new Date(Date.UTC(2024, 0, 2)) });
    expect((await minato(slip)).errors).toContainEqual(expect.stringMatching(/^産業!B3: 番号が必要/));
    expect(errors).toEqual([
      expect.stringMatching(/^健康!C3: 文字列が必要ですが、「#REF!」です/),
      expect.stringMatching(/^健康!J4: 増加、減少、維持、上限以内 のいずれか/),
      expect.stringMatching(/^計画調書1!C3: .*令和6年は 2024/),
      expect.stringMatching(/^計画調書1!C4: シート「施策」に「1-9」がありません/),
    ]);
  });

  test('and a value of the mapping file with its line', async () => {
    const { errors } = await hikari(hikariCity, hikariMap.replace('"990035"', '"99003"').replace('hikari', 'Hikari'));
    expect(errors).toEqual([
      expect.stringMatching(/^map\.yaml:4:\d+: キーは英小文字で始まる/),
      expect.stringMatching(/^map\.yaml:2:\d+: 検査数字を含む6桁/),
    ]);
  });

  test('and the city where neither the workbook nor the mapping file has it', async () => {
    const { errors } = await hikari(hikariCity, hikariMap.replace(/^municipality:\n(?: {2}.*\n)+/, ''));
    expect(errors).toEqual([expect.stringMatching(/^市区町村: .*対応表の municipality に書くこともできます$/)]);
  });

  test('and sheets and headings that are not there with the line that names them, and what was probably meant', async () => {
    const { errors } = await hikari(
      hikariCity,
      hikariMap
        .replace('from: 成果指標*', 'from: 成果指標一欄')
        .replace('整理No.', '整理番号')
        .replace('取組/事業名', '事業各'),
    );
    expect(errors).toEqual([
      'map.yaml:18:12: シート「体系表」に見出し「整理番号」がありません',
      'map.yaml:19:11: シート「体系表」に見出し「事業各」がありません。事業名 ではありませんか',
      'map.yaml:22:11: ブックにシート「成果指標一欄」がありません。成果指標一覧 ではありませんか',
    ]);
    expect((await hikari(hikariCity, hikariMap.replace('現状/年度', '年度'))).errors).toEqual([
      expect.stringMatching(/^map\.yaml:28:13: 見出し「年度」が 成果指標一覧 の D2、F2 にあります。.*\{ letter: D \}/),
    ]);
  });
});

describe('A mapping file', () => {
  test('that says of the template what it is gives what the workbook gives without it', async () => {
    const [mapped, plain] = [await imported(aobaCity, mapOf(identity(aobaCity))), await imported(aobaCity)];
    expect([...mapped.files]).toEqual([...plain.files]);
    expect(mapped.remarks).toEqual(plain.remarks);
  });

  test('that says of the template what it is changes nothing, whatever the cells hold', async () => {
    const cell = fc.constantFrom('', '1-1', '1月1日', '18', '企画課', 'R5', '△5', '#REF!', '合計', '※', '2-1', '例：x');
    const place = fc.record({
      sheet: fc.constantFrom('組織', '分野', '施策', '取組', '指標', '関連計画'),
      letter: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      row: fc.integer({ min: 4, max: 8 }),
      value: cell,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), async (places) => {
        const sheets = places.reduce<FixtureBook>(
          (book, { sheet, letter, row, value }) => edited(book, sheet, { [`${letter}${row}`]: value || null }),
          aobaCity,
        );
        const [mapped, plain] = [await imported(sheets, mapOf(identity(aobaCity))), await imported(sheets)];
        expect(mapped.errors).toEqual(plain.errors);
        expect([...mapped.files]).toEqual([...plain.files]);
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['tables: []', '1:9: 1つ以上の項目が必要です'],
    ['', '1:1: 「名前: 値」の組が必要ですが、空です'],
    [
      'table:\n  - from: x',
      '1:1: 「table」という名前はありません。使えるのは municipality、tables、lookups、ignore です。tables ではありませんか',
    ],
    ['tables: [{ from: x, to: 施作, columns: {} }]', '1:25: 市区町村、組織、'],
    [
      'tables: [{ from: x, to: 施策, columns: { 名前: y } }]',
      '1:40: 「名前」という名前はありません。使えるのは コード、名称、',
    ],
    ['tables: [{ from: x, to: 施策, columns: { コード: a } }]', '1:38: 名称 がありません'],
    ['tables: [{ from: x, to: 分野, columns: { 番号: { letter: c }, 名称: b } }]', '1:54: 「c」は使えません'],
    [
      'tables: [{ from: x, to: 分野, columns: { 番号: { letter: C, heading: 番 }, 名称: b } }]',
      '1:44: heading、letter、cell、constant、join、first、marked のうち1つだけが必要ですが、heading、letter があります',
    ],
    [
      'tables: [{ from: x, to: 分野, columns: { 番号: a, 名称: { heading: b, lookup: 課明 } } }]\nlookups: { 課名: { a: b } }',
      '1:73: lookups に「課明」がありません。課名 ではありませんか',
    ],
    [
      'tables: [{ from: x, to: 分野, columns: { 番号: "a{m}", 名称: b }, for: { n: [1] } }]',
      '1:44: {m} に値がありません。for にあるのは n です',
    ],
    [
      'tables: [{ from: x, to: 分野, columns: { 番号: { cell: "B{行}" }, 名称: { cell: "C{行+1}" } }, for: { 行: [5年] } }]',
      '1:52: セル（B2 など）や列（B など）になるはずですが、「B{行}」は「B5年」です',
    ],
    [
      'tables: [{ from: x, to: 分野, columns: { 番号: { letter: "{列+1}" }, 名称: b }, for: { 列: [B] } }]',
      '1:54: {列+1} に値がありません。for にあるのは 列 です',
    ],
    [
      `tables: [{ from: x, to: 分野, columns: { 番号: a, 名称: b }, for: { a: [${'1, '.repeat(20)}1], b: [${'1, '.repeat(20)}1] } }]`,
      'for の値の組み合わせは 200 通りまでですが、441 通りあります',
    ],
    ['tables:\n  - from: x\n from: y', '3:1: YAML として読めません'],
    ['tables: [{ from: x, to: constructor, columns: { a: b } }]', '1:25: 市区町村、組織、'],
    ['tables: [{ from: x, to: "施策 ", columns: { コード: a } }]', '名称 がありません'],
    ['ignore: [&to 施策]\ntables: [{ from: x, to: *to, columns: { コード: a } }]', '名称 がありません'],
    ['municipality: { 団体コード: "990035", 名称, キー: hikari }', '1:34: 値が空です'],
    [`ignore: [&a x${', *a'.repeat(101)}]`, '1:1: エイリアス（*名前）が 100 回を超えて'],
    ['tables: x', '1:9: リスト（- で始まる行）が必要ですが、文字列です'],
  ])('that is wrong is refused, with line and column: %j', (text, said) => {
    const found = problemsOf(text);
    expect(found).toContainEqual(expect.stringContaining(said));
  });

  test('that is far too large is refused', () => {
    expect(problemsOf(`ignore: [${'x, '.repeat(2 ** 19)}x]`)).toEqual([expect.stringMatching(/^1:1: 1 MB を超えて/)]);
  });

  test('is read or refused, whatever it holds', () => {
    const yaml = fc.oneof(
      fc.json(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('&a [*a]', 'tables: &a\n- *a', '? x'),
    );
    fc.assert(
      fc.property(yaml, (text) => {
        const { mapping, problems } = readMapping(text, 'map.yaml');
        expect(mapping === null).toBe(problems.length > 0);
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
    );
  });
});
