import { describe, expect, test } from '@jest/globals';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import type { Value } from '../../../fixtures/aoba-city.js';
import { imported } from '../imported.js';

const city = '{ 団体コード: "990035", 名称: ひかり市, キー: hikari }';
const plan = [
  ['番号', '施策', '担当'],
  ['1-1', '健康', '健康課'],
  ['1-2', '環境', null],
  ['1-3', '港', '港湾課'],
];
const projects = [
  ['番号', '事業', '施策'],
  ['101', '健診', '1-1'],
  ['102', '緑化', '1-2'],
  ['103', '広報', '1-1'],
  ['104', '広報', '1-3'],
];
const further = [
  '{ from: 予算, addsTo: 事務事業, columns: { コード: 番号, 名称: 事業, 施策: 施策, 款: 款, 担当部署: 担当 } }',
  '{ from: 目標, addsTo: 施策, columns: { 名称: 施策, 担当部署: 担当, SDGs: SDGs } }',
];

const mapOf = (tables: readonly string[]) => `municipality: ${city}
tables:
  - { from: 体系, to: 施策, columns: { コード: 番号, 名称: 施策, 担当部署: 担当 } }
  - { from: 事業, to: 事務事業, columns: { コード: 番号, 名称: 事業, 施策: 施策 } }
${tables.map((table) => `  - ${table}`).join('\n')}`;

/** What is read of policy items and projects of which other sheets tell more. */
async function read(sheets: Readonly<Partial<Record<'予算' | '目標', readonly (readonly Value[])[]>>>) {
  const told = {
    予算: [['番号', '事業', '施策', '款', '担当'], ...(sheets.予算 ?? [])],
    目標: [['施策', '担当', 'SDGs'], ...(sheets.目標 ?? [])],
  };
  const names = Object.keys(sheets);
  const { mapping, problems } = readMapping(
    mapOf(further.filter((each) => names.some((name) => each.includes(name)))),
    'map.yaml',
  );
  if (!mapping) throw new Error(JSON.stringify(problems));
  const all = Object.entries(told).filter(([name]) => names.includes(name));
  const result = await imported(
    {
      体系: { rows: plan },
      事業: { rows: projects },
      ...Object.fromEntries(all.map(([name, rows]) => [name, { rows }])),
    },
    mapping,
  );
  const cited = (type: 'RUN_BY' | 'ITEM_OWNED_BY' | 'TOUCHES') =>
    (result.plain.edges.get(type) ?? []).map(({ from, to, sources }) =>
      [from, to, sources.map(({ document, cells }) => `${document}!${cells}`).join(' ')]
        .map((part) => part.split(':').at(-1))
        .join(' '),
    );
  const functions = () =>
    result.rows('Project').map((row) => (row as Readonly<Record<string, unknown>>).expenditure_function);
  const covered = (field: string) =>
    (result.plain.nodes.get('CoverageStatement') ?? [])
      .map(({ id }) => id.split(':').slice(2).join(':'))
      .filter((id) => id.includes(`:${field}:`));
  return { ...result, cited, functions, covered };
}

describe('A sheet that tells more of what others list', () => {
  test('gives its values to the rows of those, by code or name, from its own cells', async () => {
    const { errors, functions, cited, plain, said } = await read({
      予算: [
        ['101', '健診', '1-1', '衛生費', '健康課、介護課'],
        ['102', null, null, '土木費', null],
        [null, '広報', '1-3', '総務費', '港湾課'],
        ['合計'],
      ],
      目標: [
        ['健康', '健康課', '3'],
        ['1-2 環境', '環境課', '13、15'],
      ],
    });
    expect(errors).toEqual([]);
    expect(functions()).toEqual(['SANITATION', 'PUBLIC_WORKS', null, 'GENERAL_AFFAIRS']);
    expect(cited('RUN_BY')).toEqual([
      '101 健康課 workbook-予算!E2',
      '101 介護課 workbook-予算!E2',
      '104 港湾課 workbook-予算!E4',
    ]);
    expect(cited('ITEM_OWNED_BY')).toEqual([
      '1-1 健康課 workbook-体系!C2',
      '1-2 環境課 workbook-目標!B3',
      '1-3 港湾課 workbook-体系!C4',
    ]);
    expect(cited('TOUCHES')).toEqual(['1-1 3 workbook-目標!C2', '1-2 13 workbook-目標!C3', '1-2 15 workbook-目標!C3']);
    const [first] = plain.nodes.get('Project') ?? [];
    expect(first?.sources.map(({ document, cells }) => `${document} ${cells}`)).toEqual([
      expect.stringMatching(/workbook-事業 A2:B2$/),
      expect.stringMatching(/workbook-予算 D2$/),
    ]);
    expect(said.ja).toContain('予算 → 事務事業に追加: 3 行');
  });

  test('keeps a value that is there, and says that there is another', async () => {
    const { errors, remarks, cited } = await read({
      目標: [
        ['健康', '福祉課', '3'],
        ['港', '港湾課', '14'],
        ['港', '港湾課', '9'],
      ],
    });
    expect(errors).toEqual([]);
    expect(cited('ITEM_OWNED_BY')).toEqual(['1-1 健康課 workbook-体系!C2', '1-3 港湾課 workbook-体系!C4']);
    expect(cited('TOUCHES')).toEqual(['1-1 3 workbook-目標!C2', '1-3 14 workbook-目標!C3']);
    expect(remarks).toContain('目標!B2: 「福祉課」は取り込みません。体系!C2 では「健康課」です');
    expect(remarks).toContain('目標!C4: 「9」は取り込みません。目標!C3 では「14」です');
  });

  test('fills in what is a dash or not known where it is listed, and says where that was said to be none', async () => {
    const { mapping } = readMapping(
      mapOf(['{ from: 目標, addsTo: 施策, columns: { 名称: 施策, 担当部署: 担当 } }']),
      'map.yaml',
    );
    const { errors, remarks, links } = await imported(
      {
        体系: {
          rows: [
            ['番号', '施策', '担当'],
            ['1-1', '健康', '－'],
            ['1-2', '環境', '未定'],
            ['1-3', '港', 'なし'],
          ],
        },
        事業: { rows: projects },
        目標: {
          rows: [
            ['施策', '担当'],
            ['健康', '健康課'],
            ['環境', '環境課'],
            ['港', '港湾課'],
          ],
        },
      },
      mapping,
    );
    expect(errors).toEqual([]);
    expect(links('ITEM_OWNED_BY')).toEqual(['1-1 → 健康課', '1-2 → 環境課']);
    expect(remarks).toContainEqual(expect.stringMatching(/^目標!B4: .*港湾課.*体系!C4.*なし/));
  });

  test('takes names in another order, and a reference by name for one by code, as the same', async () => {
    const { remarks } = await read({
      予算: [
        ['101', '健診', '健康', '衛生費', '健康課、介護課'],
        ['101', '健診', '1-1', '衛生費', '介護課\n健康課'],
        ['104', '広報', '健康', '総務費', null],
        ['104', '広報', '1-1', '総務費', null],
      ],
    });
    expect(remarks.filter((each) => each.startsWith('予算'))).toEqual([
      '予算!C5: 「1-1」は取り込みません。事業!C5 では「1-3」です',
    ]);
  });

  test('is of nothing where no sheet lists the thing, which is said with what was meant', async () => {
    const { errors, remarks } = await read({
      予算: [
        ['105', '測量', null, '土木費', null],
        [null, '緑北', null, '土木費', null],
        [null, '広報', null, '総務費', null],
        [null, null, null, '民生費', null],
        ['101', '緑化', null, '土木費', null],
        ['102', '緑化推進', null, '土木費', null],
      ],
    });
    expect(errors).toEqual([
      expect.stringMatching(/^予算!A2: シート「事務事業」に「105」がありません/),
      '予算!B3: シート「事務事業」に「緑北」がありません。緑化 ではありませんか',
      '予算!B4: シート「事務事業」に「広報」という名称の行が 2 行あります。コードで記入してください',
      '予算!B5: どれについての行か分かりません。コードか名称が必要です',
      '予算!B6: コード 101 は「健診」ですが、名称「緑化」は別のものです',
    ]);
    expect(remarks).toContain('予算!B7: コード 102 により「緑化」として取り込みますが、ここでは「緑化推進」です');
  });

  test('is wrong at its own cells', async () => {
    const { errors, remarks } = await read({
      予算: [['101', '健診', null, '未定', '健康課（福祉課）']],
      目標: [['健康', null, '18']],
    });
    expect(errors).toEqual([
      expect.stringMatching(/^目標!C2: .*18/),
      expect.stringMatching(/^予算!E2: 「健康課（福祉課）」は/),
    ]);
    expect(remarks).toEqual(expect.arrayContaining([expect.stringMatching(/^予算!D2: 「未定」は/)]));
  });

  test('says of what it does not list nothing, be it that there is none', async () => {
    const { covered } = await read({
      予算: [
        ['101', '健診', null, '衛生費', '健康課'],
        ['102', '緑化', null, '－', null],
        ['103', '広報', null, '未定', null],
      ],
    });
    const of = (field: string) => covered(field).map((id) => id.split(':')[1]);
    expect(of('expenditureFunction')).toEqual(['101', '102']);
    expect(of('departments').filter((code) => code?.startsWith('10'))).toEqual(['101', '102', '103']);
  });

  test('needs a code or a name by which its rows are matched', () => {
    const { problems } = readMapping(mapOf(['{ from: 予算, addsTo: 事務事業, columns: { 款: 款 } }']), 'map.yaml');
    expect(problems.map(({ line, words }) => `${line}: ${words.ja}`)).toEqual(['5: コード・名称 のいずれかが必要です']);
    const both = readMapping(
      mapOf(['{ from: 予算, to: 事務事業, addsTo: 事務事業, columns: { 名称: 名 } }']),
      'm.yaml',
    );
    expect(both.problems.map(({ line }) => line)).toEqual([5]);
  });
});
