import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { absenceIn } from '../../../src/ingest/workbook/absence.js';
import { templateSheets } from '../../../src/ingest/workbook/template.js';
import { aobaCity, edited, type FixtureBook } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

const dashes = ['－', '-', '―', '—', '–', 'ー', '−', '──', '（－）'];
const none = ['なし', '該当なし', '無', '無し', '特になし', '（なし）'];
const unknown = ['未定', '不明', '調整中', '？'];

describe('A cell says that it has no value', () => {
  test.each([
    [dashes, 'dash'],
    [none, 'none'],
    [unknown, 'unknown'],
    [['健康課', '1-1', '無料', '不明朗', '-5', '0', ''], null],
  ])('%j', (texts, absence) => {
    expect(texts.map(absenceIn)).toEqual(texts.map(() => absence));
  });
});

const optional: FixtureBook = {
  市区町村: aobaCity.市区町村 ?? { rows: [] },
  組織: { rows: [['名称', '上位組織', '開始日', '終了日', '前身'], ['企画課']] },
  分野: {
    rows: [
      ['番号', '名称'],
      ['1', '健康'],
    ],
  },
  施策: {
    rows: [
      ['コード', '名称', '分野', '担当部署', 'SDGs'],
      ['1-1', '健診', '健康'],
    ],
  },
  取組: {
    rows: [
      ['コード', '名称', '施策', '担当部署', '連携部署', 'SDGs'],
      ['1-1-1', '受診', '1-1'],
    ],
  },
  事務事業: {
    rows: [
      ['コード', '名称', '取組', '施策', '担当部署', '款', 'SDGs'],
      [null, '車両', '1-1-1'],
    ],
  },
  指標: {
    rows: [
      ['コード', '名称', '対象', '単位', '方向', '基準年度', '基準値', '目標年度', '目標値'],
      [null, '受診率', '1-1'],
    ],
  },
  指標実績: {
    rows: [
      ['指標', '年度', '計画値', '実績値'],
      ['受診率', 'R5', null, 1],
    ],
  },
  事業費: {
    rows: [
      ['事務事業', '年度', '予算額', '決算額'],
      ['車両', 'R5', null, 1],
    ],
  },
  評価: {
    rows: [
      ['対象', '年度', '段階', '評価', '方向性', 'コメント'],
      ['1-1', 'R5', null, null, '継続'],
    ],
  },
  関連計画: { rows: [['名称', '施策', '開始年度', '終了年度'], ['健康計画']] },
};

/** The optional cells of each sheet that are empty. */
const empty = Object.entries(optional).flatMap(
  ([
    sheet,
    {
      rows: [headings = [], row = []],
    },
  ]) => {
    const columns = templateSheets.find(({ name }) => name === sheet)?.columns ?? {};
    const isOptional = (heading: unknown) =>
      Object.values(columns).some((column) => column.heading === heading && !column.required);
    return headings.flatMap((heading, index) =>
      sheet !== '市区町村' && isOptional(heading) && (row[index] ?? null) === null
        ? [{ sheet, heading, cell: `${String.fromCharCode(65 + index)}2` }]
        : [],
    );
  },
);

const withoutCoverage = (files: ReadonlyMap<string, string>) =>
  [...files].filter(([name]) => !/coverage|source-documents/.test(name));

test('A dash or a word for none is an empty cell in every optional column', async () => {
  const { files, errors } = await imported(optional);
  expect(errors).toEqual([]);
  expect(empty.length).toBeGreaterThan(25);
  const word = fc.constantFrom(...dashes, ...none);
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: empty.length, maxLength: empty.length }), async (said) => {
      // A grade can be any word but a dash.
      const texts = empty.map(({ heading }, index) => (heading === '評価' ? '－' : (said[index] ?? '－')));
      const filled = empty.reduce(
        (book, { sheet, cell }, index) => edited(book, sheet, { [cell]: texts[index] ?? null }),
        optional,
      );
      const read = await imported(filled);
      expect(read.errors).toEqual([]);
      expect(withoutCoverage(read.files)).toEqual(withoutCoverage(files));
      for (const [index, { sheet, cell }] of empty.entries()) {
        const isSaid = read.remarks.some((remark) =>
          remark.startsWith(`${sheet}!${cell}: 「${texts[index]}」は「なし」とし`),
        );
        expect(isSaid).toBe(none.includes(texts[index] ?? ''));
      }
    }),
    { numRuns: 8 },
  );
});

test('What says that there is none is read, what says that it is not known is not', async () => {
  const covered = async (said: string) => {
    const { plain, errors, remarks } = await imported(
      edited(edited(optional, '取組', { E2: said }), '評価', { D2: said }),
    );
    expect(errors).toEqual([]);
    const fields = (plain.nodes.get('CoverageStatement') ?? []).map(({ id }) => id);
    return { isRead: fields.some((id) => id.includes('measure:1-1-1:supportingDepartments')), remarks };
  };
  expect((await covered('－')).isRead).toBe(true);
  expect((await covered('なし')).isRead).toBe(true);
  const { isRead, remarks } = await covered('未定');
  expect(isRead).toBe(false);
  expect(remarks).toContain('取組!E2: 「未定」は値が分からないものとし、空として取り込みます');
});

test('What is not known of one thing is told of the others', async () => {
  const rows = [
    ...(optional.取組?.rows ?? []),
    ['1-1-2', '相談', '1-1', null, '企画課'],
    ['1-1-3', '食育', '1-1', null, '未定'],
  ];
  const { plain } = await imported({ ...optional, 取組: { rows } });
  const ids = (plain.nodes.get('CoverageStatement') ?? []).map(({ id }) => id);
  const isRead = (code: string) => ids.some((id) => id.includes(`measure:${code}:supportingDepartments`));
  expect(['1-1-1', '1-1-2', '1-1-3'].map(isRead)).toEqual([true, true, false]);
});

test('A word for what is not known stays where cells are kept as they are written, and a grade can be any word', async () => {
  const figures = edited(edited(optional, '指標実績', { C2: '未定' }), '評価', { D2: '無', F2: '検討中' });
  const { plain, errors } = await imported(figures);
  expect(errors).toEqual([]);
  expect(plain.nodes.get('Observation')?.[0]?.values).toMatchObject({ planned_text: '未定', planned_value: null });
  expect(plain.nodes.get('Evaluation')?.[0]?.values).toMatchObject({ mark: '無', comment: '検討中' });
});
