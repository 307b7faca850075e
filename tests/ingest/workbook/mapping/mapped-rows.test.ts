import { describe, expect, test } from '@jest/globals';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import type { FixtureBook, FixtureSheet, Value } from '../../../fixtures/aoba-city.js';
import { imported } from '../imported.js';

/** What is read of a workbook by tables of a mapping file. */
async function readBook(sheets: FixtureBook, tables: string) {
  const map = `municipality: { 団体コード: "990035", 名称: ひかり市, キー: hikari }\n${tables}`;
  const { mapping, problems } = readMapping(map, 'map.yaml');
  if (!mapping) throw new Error(JSON.stringify(problems));
  return imported(sheets, mapping);
}

/** What is read of one sheet, 表. */
const read = (rows: readonly (readonly Value[])[], tables: string, more: Omit<FixtureSheet, 'rows'> = {}) =>
  readBook({ 表: { rows, ...more } }, tables);

const table = (to: string, columns: string, more = '') =>
  `tables: [{ from: 表, to: ${to}, ${more} columns: ${columns} }]`;

describe('A record over merged rows', () => {
  test('has a constant, a cell of a form and a repeated value once', async () => {
    const { errors, rows, links } = await read(
      [
        [null, null, null, 'Plan'],
        ['番号', '施策', '関係', 'SDGs'],
        ['1-1', '健診', '3', '4'],
        [null, null, '4', null],
        [null, null, null, null],
        ['1-2', '食育', '3', null],
      ],
      table(
        '施策',
        '{ コード: 番号, 名称: 施策, 分野: { constant: 健康 }, SDGs: { heading: 関係, blank: above }, 名称（英語）: { cell: D1 } }',
      ),
      { merged: ['A3:A5', 'B3:B5'] },
    );
    expect(errors).toEqual([]);
    expect(rows('PolicyField').map(({ name }) => name)).toEqual(['健康']);
    expect(rows('PolicyItem')).toContainEqual(expect.objectContaining({ id: '1-1', name_en: 'Plan' }));
    expect(links('TOUCHES')).toEqual(['1-1 → sdg:3', '1-1 → sdg:4', '1-2 → sdg:3']);
  });
});

describe('A form on each sheet', () => {
  const form = (code: string, name: string, policyItem: string, budget: Value, second: readonly Value[]) => ({
    rows: [
      ['事業評価シート'],
      ['番号', code, '事業', name],
      ['施策', policyItem, '総事業費（百万円）', 12],
      [],
      ['１ 事業費（千円）'],
      ['区分', '予算', '決算'],
      ['本年度', budget, 95],
      [],
      ['２ 指標'],
      ['活動指標', '回数', '回', 4],
      ['成果指標', ...second],
    ],
  });
  const forms = {
    その1: form('101', '清掃', '1-1 水辺', 100, ['満足度', '%', 80]),
    その2: form('102', '修繕', '1-1 水辺', '200,000円', []),
    その3: form('103', '許可', '1-2 河川', 300, ['－', '－', '－']),
  };
  const table = (to: string, columns: string, more = '') =>
    `  - { from: その*, to: ${to}, ${more} columns: ${columns} }`;
  const tables = `tables:
${[
  table('施策', '{ コード: { cell: B3, take: code }, 名称: { cell: B3, take: rest } }', 'distinct: true,'),
  table('事務事業', '{ コード: { cell: B2 }, 名称: { cell: D2 }, 施策: { cell: B3, take: code } }'),
  table('事業費', '{ 事務事業: { cell: B2 }, 年度: { constant: R5 }, 予算額: { cell: B7 }, 決算額: { cell: C7 } }'),
  ...['10', '11'].flatMap((row) => [
    table('指標', `{ 対象: { cell: B2 }, 名称: { cell: B${row} }, 単位: { cell: C${row} } }`),
    table(
      '指標実績',
      `{ 指標: { join: [{ cell: B2 }, { cell: B${row} }], with: "" }, 年度: { constant: R5 }, 実績値: { cell: D${row} } }`,
    ),
  ]),
].join('\n')}
`;

  test('names its policy item, which several forms name, once', async () => {
    const { errors, rows, links } = await readBook(forms, tables);
    expect(errors).toEqual([]);
    expect(rows('PolicyItem').map(({ id }) => id)).toEqual(['1-1', '1-2']);
    expect(links('PROJECT_OF')).toEqual(['101 → 1-1', '102 → 1-1', '103 → 1-2']);
    const other = await readBook({ ...forms, その4: form('104', '点検', '1-1 水辺と川', 1, []) }, tables);
    expect(other.errors).toEqual([expect.stringMatching(/^その4!B3: 1-1 は その1!B3 にもあります$/)]);
  });

  test('has amounts in the unit that the title of their block says, unless the cell has one', async () => {
    const { rows } = await readBook(forms, tables);
    expect(rows('Cost')).toEqual([
      expect.objectContaining({ id: '101:2023', budget: 100_000, settled: 95_000 }),
      expect.objectContaining({ id: '102:2023', budget: 200_000, settled: 95_000 }),
      expect.objectContaining({ id: '103:2023', budget: 300_000, settled: 95_000 }),
    ]);
  });

  test('has the cells listed that no table names, but for what all forms say alike', async () => {
    const { said } = await readBook(forms, tables);
    const cells = said.ja.split('取り込まなかったセル:\n')[1]?.split('\n  確認')[0]?.split('\n');
    // The total of the project, which is no label, though all forms have the same.
    expect(cells?.map((line) => line.trim())).toEqual([
      'その1: D3。対応表にないセルです',
      'その2: D3。対応表にないセルです',
      'その3: D3。対応表にないセルです',
    ]);
    expect(said.ja).not.toContain('取り込まなかった列');
  });

  test('has no second indicator where that is left empty or is a dash', async () => {
    const { rows } = await readBook(forms, tables);
    expect(rows('Indicator').map(({ id }) => id)).toEqual([
      'project:101:回数',
      'project:102:回数',
      'project:103:回数',
      'project:101:満足度',
    ]);
    expect(rows('Observation')).toHaveLength(4);
    const { errors } = await readBook({ ...forms, その2: form('102', '修繕', '1-1 水辺', 1, [null, '%', 80]) }, tables);
    expect(errors).toContainEqual(expect.stringMatching(/^その2!B11: 「名称」が空です$/));
  });
});

describe('A table within a form', () => {
  const form = (code: string, name: string, second: readonly Value[]) => ({
    rows: [
      ['番号', code, '事業', name],
      ['区分', '指標名', '単位', 'R5目標', 'R5実績'],
      ['活動指標', '回数', '回', 4, 5],
      ['成果指標', ...second],
      ['年度', '予算額（千円）', '決算額（千円）'],
      ['R4', 100, 95],
      ['R5', 120, null],
      ['R6', null, null],
    ],
  });
  const forms = { その1: form('101', '清掃', ['満足度', '%', 80, 79]), その2: form('102', '修繕', []) };
  const tables = `tables:
  - { from: その*, to: 事務事業, columns: { コード: { cell: B1 }, 名称: { cell: D1 } } }
  - from: その*
    to: 指標
    for: { 行: [3, 4] }
    columns: { 対象: { cell: B1 }, 名称: { cell: "B{行}" }, 単位: { cell: "C{行}" } }
  - from: その*
    to: 事業費
    for: { 行: [6, 7, 8] }
    columns: { 事務事業: { cell: B1 }, 年度: { cell: "A{行}" }, 予算額: { cell: "B{行}" }, 決算額: { cell: "C{行}" } }
  - { from: 施策, to: 施策, columns: { コード: 番号, 名称: 施策 } }
`;
  const policyItems = {
    施策: {
      rows: [
        ['番号', '施策'],
        ['1-1', '水辺'],
      ],
    },
  };

  test('is mapped once, a row for each value, and has no row that is left empty', async () => {
    const { errors, rows, plain } = await readBook({ ...forms, ...policyItems }, tables);
    expect(errors).toEqual([]);
    expect(rows('Indicator').map(({ id }) => id)).toEqual([
      'project:101:回数',
      'project:102:回数',
      'project:101:満足度',
    ]);
    const costs = plain.nodes.get('Cost') ?? [];
    expect(costs.map(({ id, values, sources }) => [id, values.budget, values.settled, sources[0]?.cells])).toEqual([
      ['hikari:cost:101:2022', 100_000, 95_000, 'A6:C6'],
      ['hikari:cost:102:2022', 100_000, 95_000, 'A6:C6'],
      ['hikari:cost:101:2023', 120_000, null, 'A7:B7'],
      ['hikari:cost:102:2023', 120_000, null, 'A7:B7'],
    ]);
  });

  test('is one of several blocks, whose cells stand as many rows below those of the first', async () => {
    const blocks = {
      表: {
        rows: [
          ['番号', '101'],
          ['事業', '清掃'],
          [],
          ['番号', '102'],
          ['事業', '修繕'],
          [],
          ['番号', null],
          ['事業', null],
        ],
      },
    };
    const { errors, rows } = await readBook(
      { ...blocks, ...policyItems },
      `tables:
  - from: 表
    to: 事務事業
    for: { 行: [1, 4, 7] }
    columns: { コード: { cell: "B{行}" }, 名称: { cell: "B{行+1}" } }
  - { from: 施策, to: 施策, columns: { コード: 番号, 名称: 施策 } }
`,
    );
    expect(errors).toEqual([]);
    expect(rows('Project').map(({ id, name }) => [id, name])).toEqual([
      ['101', '清掃'],
      ['102', '修繕'],
    ]);
  });
});

describe('A row of other things', () => {
  test('names no indicator where its name and values are dashes, and is wrong where it has a value', async () => {
    const rowsOf = (unit: Value) => [
      ['番号', '施策', '指標', '単位'],
      ['1-1', '健診', '受診率', '%'],
      ['1-2', '食育', '－', unit],
    ];
    const tables = `tables:
  - { from: 表, to: 施策, columns: { コード: 番号, 名称: 施策 } }
  - { from: 表, to: 指標, columns: { 対象: 番号, 名称: 指標, 単位: 単位 } }
`;
    const { errors, rows } = await read(rowsOf('ー'), tables);
    expect(errors).toEqual([]);
    expect(rows('Indicator').map(({ id }) => id)).toEqual(['1-1:受診率']);
    expect((await read(rowsOf('人'), tables)).errors).toEqual([
      '表!C3: 「名称」が空です（「－」は値として扱いません）',
    ]);
  });
});

describe('A sheet of departments by level', () => {
  const tables = `tables:
  - { from: 表, to: 組織, distinct: true, columns: { 名称: 部 } }
  - { from: 表, to: 組織, distinct: true, columns: { 名称: 課, 上位組織: 部 } }
  - { from: 表, to: 組織, columns: { 名称: { join: [課, 係], with: "" }, 上位組織: 課 } }
  - { from: 施策, to: 施策, columns: { コード: 番号, 名称: 施策 } }
`;
  const sheets = {
    表: {
      rows: [
        ['部', '課', '係'],
        ['総務部', '総務課', '庶務係'],
        [null, null, '人事係'],
        [null, '秘書課', null],
        ['議会', null, null],
      ],
      merged: ['A2:A4', 'B2:B3'],
    },
    施策: {
      rows: [
        ['番号', '施策'],
        ['1-1', '健診'],
      ],
    },
  };

  test('gives each of them, with a name of several cells for each row of the last one', async () => {
    const { errors, links } = await readBook(sheets, tables);
    expect(errors).toEqual([]);
    expect(links('UNIT_OF')).toEqual([
      '総務課 → 総務部',
      '秘書課 → 総務部',
      '総務課庶務係 → 総務課',
      '総務課人事係 → 総務課',
    ]);
  });
});

describe('A sheet of several tables', () => {
  const tables = `tables:
  - { from: 表, to: 施策, distinct: true, columns: { コード: 番号, 名称: 施策, SDGs: SDGs } }
  - { from: 表, to: 取組, columns: { コード: 整理番号, 名称: 取組, 施策: 施策 } }
`;

  test('gives each thing that has a name, be all its other columns empty', async () => {
    const { errors, rows } = await read(
      [
        ['番号', '施策', '整理番号', '取組', 'SDGs'],
        ['1-1', '健診', '1-1-1', '通知', '3'],
        ['1-2', '食育', '1-2-1', '教室', null],
      ],
      `${tables}  - { from: 表, to: 指標, columns: { 名称: 取組, コード: 番号 } }
`,
    );
    expect(errors).toEqual([]);
    expect(rows('PolicyItem').map(({ id }) => id)).toEqual(['1-1', '1-2']);
  });

  test('lists the rows of which no table takes anything', async () => {
    const { said } = await read(
      [
        ['番号', '施策', '整理番号', '取組', 'SDGs', '備考'],
        ['1-1', '健診', '1-1-1', '通知', '3', null],
        [null, null, null, null, null, '作業中'],
      ],
      tables,
    );
    expect(said.ja).toContain('  取り込まなかった行:\n    表: 3。');
    expect(said.en).toContain('  Rows that are not imported:\n    表: 3, ');
  });
});

test('A sheet that is to be ignored is not read, be it called as a table says', async () => {
  const plain = [
    ['番号', '名称'],
    ['1-1', '健診'],
  ];
  const { rows, said, errors } = await readBook(
    {
      表1: { rows: plain },
      表2: {
        rows: [
          ['番号', '名称'],
          ['1-2', '旧'],
        ],
      },
    },
    'ignore: [表2]\ntables: [{ from: 表*, to: 施策, columns: { コード: 番号, 名称: 名称 } }]',
  );
  expect(errors).toEqual([]);
  expect(rows('PolicyItem').map(({ id }) => id)).toEqual(['1-1']);
  expect(said.ja).toContain('表2: 2 行。対応表で除いたシートです');
});

describe('A joined code', () => {
  const columns = '{ コード: { join: [章, 節, 番号], with: "-", blank: above }, 名称: 取組 }';

  test('has of each part that is empty the one above', async () => {
    const { errors, rows } = await read(
      [
        ['章', '節', '番号', '取組'],
        [1, 1, 1, '通知'],
        [null, null, 2, '教室'],
        [null, 2, 1, '相談'],
      ],
      table('取組', columns),
    );
    expect(errors).toEqual([]);
    expect(rows('Measure').map(({ id }) => id)).toEqual(['1-1-1', '1-1-2', '1-2-1']);
  });

  test('of which a part is empty is none, which is said', async () => {
    const { errors } = await read(
      [
        ['章', '節', '番号', '取組'],
        [null, 1, 2, '通知'],
      ],
      table('取組', columns),
    );
    expect(errors).toEqual(['表!A2: 「コード」が空です']);
  });
});

describe('A list of columns', () => {
  test.each([
    ['#REF!', /^表!.2: 名称が必要ですが、「#REF!」です/],
    [new Date(Date.UTC(2024, 0, 5)), /^表!.2: 名称が必要ですが、「.*5日?」です.*日付になっています/],
  ])('with what a spreadsheet program has changed is refused: %s', async (slip, said) => {
    const { errors } = await read(
      [
        ['番号', '取組', '所管1', '所管2'],
        ['1-1-1', '通知', 'こども課', slip],
      ],
      table('取組', '{ コード: 番号, 名称: 取組, 担当部署: [所管1, 所管2] }'),
    );
    expect(errors).toEqual([expect.stringMatching(said)]);
  });
});

describe('A code in front of a name', () => {
  test.each([
    ['1-1 健診', '1-1', '健診'],
    ['１－１健診', '1-1', '健診'],
    ['(3)2歳児健診', '3', '2歳児健診'],
    ['①健診', '1', '健診'],
    ['4．食育', '4', '食育'],
    ['5 3歳児健診の充実', '5', '3歳児健診の充実'],
    ['A1 1-2歳児健診', 'A1', '1-2歳児健診'],
  ])('is taken apart: %s', async (text, code, name) => {
    const { errors, rows } = await read(
      [['施策'], [text]],
      table('施策', '{ コード: { heading: 施策, take: code }, 名称: { heading: 施策, take: rest } }', 'headingRow: 1,'),
    );
    expect(errors).toEqual([]);
    expect(rows('PolicyItem')).toEqual([expect.objectContaining({ id: code, name })]);
  });

  test.each(['3歳児健診の充実', '1-2歳児健診の充実', '24時間相談'])('is no number of the name: %s', async (text) => {
    const { errors } = await read(
      [['施策'], [text]],
      table('施策', '{ コード: { heading: 施策, take: code }, 名称: { heading: 施策, take: rest } }', 'headingRow: 1,'),
    );
    expect(errors).toEqual([expect.stringMatching(`表!A2: 「コード」にする番号が.*「${text}」です`)]);
  });

  test('is looked up by the name where it lacks, and what names nothing is said', async () => {
    const { errors, links } = await read(
      [
        ['番号', '名称', '指標', '施策'],
        ['1-1', '子育て支援', '待機児童数', '子育て支援'],
        ['1-2', '健診', '受診率', '健診（再掲）'],
      ],
      `tables:
  - { from: 表, to: 施策, columns: { コード: 番号, 名称: 名称 } }
  - { from: 表, to: 指標, columns: { 名称: 指標, 対象: { heading: 施策, take: code } } }
`,
    );
    expect(links('INDICATES')).toEqual(['1-1:待機児童数 → 1-1']);
    expect(errors).toEqual([expect.stringMatching(/^表!D3: シート「施策」に「健診（再掲）」がありません/)]);
  });
});

describe('A lookup', () => {
  test('replaces each name of a list, be it between middle dots, and no part of another value', async () => {
    const { errors, rows, links } = await read(
      [
        ['番号', '取組', '所管', '指標', '単位'],
        ['1-1-1', '通知', '都市整備・こども課', '待ち日数', '人/日'],
        ['1-1-2', '教室', 'こども課／都市整備', '参加者', '人'],
      ],
      `tables:
  - { from: 表, to: 取組, columns: { コード: 番号, 名称: 取組, 担当部署: { heading: 所管, lookup: { 都市整備: 都市整備課 } } } }
  - { from: 表, to: 指標, columns: { 名称: 指標, 単位: { heading: 単位, lookup: { 人: 名 } } } }
`,
    );
    expect(errors).toEqual([]);
    expect(links('OWNED_BY')).toEqual([
      '1-1-1 → 都市整備課',
      '1-1-1 → こども課',
      '1-1-2 → こども課',
      '1-1-2 → 都市整備課',
    ]);
    expect(rows('Indicator')).toEqual([
      expect.objectContaining({ name: '待ち日数', unit: '人/日' }),
      expect.objectContaining({ name: '参加者', unit: '名' }),
    ]);
  });
});

describe('The first of several columns that is filled', () => {
  const tables = (subject: string) => `tables:
  - { from: 表, to: 施策, columns: { コード: 施策, 名称: 施策名 }, distinct: true }
  - { from: 表, to: 取組, columns: { コード: 取組, 名称: 取組名, 施策: 施策 } }
  - { from: 表, to: 指標, columns: { 名称: 指標, 対象: ${subject} } }
`;
  const rows = [
    ['施策', '施策名', '取組', '取組名', '指標'],
    ['1-1', '健診', '1-1-1', '受診の案内', '通知した人'],
    ['1-1', '健診', null, null, '受診率'],
    [null, null, null, null, '受診者'],
  ];

  test('is taken, of rows of several levels the lowest', async () => {
    const { errors, links } = await read(rows, tables('{ first: [取組, 施策], blank: above }'));
    expect(errors).toEqual([]);
    expect(links('INDICATES_MEASURE')).toEqual(['measure:1-1-1:通知した人 → 1-1-1']);
    expect(links('INDICATES')).toEqual(['1-1:受診率 → 1-1', '1-1:受診者 → 1-1']);
  });

  test('may be looked up, and an error names its cell', async () => {
    const { errors } = await read(rows, tables('{ first: [取組, 施策], lookup: { 1-1: 1-9 } }'));
    expect(errors).toEqual([expect.stringMatching(/^表!A3: シート「施策・取組」に「1-9」がありません/)]);
  });
});

test('A sheet that is called map is another source than the mapping file', async () => {
  const { rows, errors } = await readBook(
    {
      map: {
        rows: [
          ['番号', '名称'],
          ['1-1', '健診'],
        ],
      },
    },
    'tables: [{ from: map, to: 施策, columns: { コード: 番号, 名称: 名称 } }]',
  );
  expect(errors).toEqual([]);
  expect(rows('SourceDocument').map(({ id }) => id)).toEqual(['workbook-map', 'workbook-map-2']);
});

describe('What is wrong is said once, at the cell that has it', () => {
  const head = ['番号', '施策', '関係', '所管1', '所管2'];

  test('of several columns that are joined', async () => {
    const { errors } = await readBook(
      {
        表: {
          rows: [head, ['1-1-1', '健診', null, '健康課', '企画科'], [null, null, null, '企画課', '福祉科']],
          merged: ['A2:A3', 'B2:B3'],
        },
        組織: {
          rows: [
            ['名称', '上位組織'],
            ['健康課', null],
            ['企画課', null],
          ],
        },
      },
      table('取組', '{ コード: 番号, 名称: 施策, 担当部署: [所管1, 所管2] }'),
    );
    expect(errors).toEqual([expect.stringMatching(/^表!E2: .*企画科/), expect.stringMatching(/^表!E3: .*福祉科/)]);
  });

  test('of a list of goals over several rows', async () => {
    const { errors } = await read(
      [head, ['1-1', '健診', '3', null, null], [null, null, '18', null, null]],
      table('施策', '{ コード: 番号, 名称: 施策, SDGs: 関係 }'),
      { merged: ['A2:A3', 'B2:B3'] },
    );
    expect(errors).toEqual([expect.stringMatching(/^表!C3: .*「18」/)]);
  });

  test('of a cell that empty ones below it mean too', async () => {
    const { errors } = await read(
      [head, ['1-1', '健診', '18', null, null], ['1-2', '食育', null, null, null]],
      table('施策', '{ コード: 番号, 名称: 施策, SDGs: { heading: 関係, blank: above } }'),
    );
    expect(errors).toEqual([expect.stringMatching(/^表!C2: .*「18」/)]);
  });

  test('of a row that says more of a thing than those before it, all of which are its sources', async () => {
    const rows = [
      head,
      ['1-1', '健診', null, null, null],
      ['1-2', '食育', null, null, null],
      ['1-1', '健診', '18', null, null],
    ];
    const columns = '{ コード: 番号, 名称: 施策, SDGs: 関係 }';
    const { errors } = await read(rows, table('施策', columns, 'distinct: true,'));
    expect(errors).toEqual([expect.stringMatching(/^表!C4: .*「18」/)]);
    const sound = rows.map((row) => row.map((value) => (value === '18' ? '3' : value)));
    const { plain, errors: none } = await read(sound, table('施策', columns, 'distinct: true,'));
    expect(none).toEqual([]);
    expect(plain.nodes.get('PolicyItem')?.[0]?.sources).toEqual([
      { stage: 'ADOPTED', document: 'workbook-表', firstLine: 2, lastLine: 2, cells: 'A2:B2' },
      { stage: 'ADOPTED', document: 'workbook-表', firstLine: 4, lastLine: 4, cells: 'A4:B4' },
    ]);
    // Only one of them names the goal.
    expect(plain.edges.get('TOUCHES')?.map(({ sources }) => sources)).toEqual([
      [{ stage: 'ADOPTED', document: 'workbook-表', firstLine: 4, lastLine: 4, cells: 'C4' }],
    ]);
  });
});

test('Amounts of each year in columns of their own are those of their unit, be it in the cell, the heading or above the table', async () => {
  const { errors, rows } = await readBook(
    {
      施策一覧: {
        rows: [
          ['コード', '名称'],
          ['1-1', '食育'],
        ],
      },
      事業一覧: {
        rows: [
          ['（単位：千円）'],
          ['コード', '事業名', '施策', 'R5', null, 'R6', null],
          [null, null, null, '予算額', '決算額', '予算額', '決算額'],
          ['0101', '健診', '1-1', '1,200', '1,100', '1,300', null],
          ['0102', '体操', '1-1', null, '2百万円', null, null],
        ],
        merged: ['D2:E2', 'F2:G2', 'A2:A3', 'B2:B3', 'C2:C3'],
      },
    },
    `tables:
  - from: 施策一覧
    to: 施策
    columns: { コード: コード, 名称: 名称 }
  - from: 事業一覧
    to: 事務事業
    columns: { コード: コード, 名称: 事業名, 施策: 施策 }
  - from: 事業一覧
    to: 事業費
    for: { 年度: [R5, R6] }
    columns:
      事務事業: コード
      年度: { constant: "{年度}" }
      予算額: "{年度}/予算額"
      決算額: "{年度}/決算額"
`,
  );
  expect(errors).toEqual([]);
  expect(rows('Cost')).toEqual([
    { id: '0101:2023', fiscal_year: 2023, budget: 1_200_000, settled: 1_100_000 },
    { id: '0102:2023', fiscal_year: 2023, budget: null, settled: 2_000_000 },
    { id: '0101:2024', fiscal_year: 2024, budget: 1_300_000, settled: null },
  ]);
});
