import { describe, expect, test } from '@jest/globals';
import { parseDataset } from '../../../src/ingest/dataset/parse.js';
import { validateDataset } from '../../../src/ingest/dataset/validate.js';
import { addDocuments, readCity } from '../../../src/ingest/workbook/city.js';
import { Departments } from '../../../src/ingest/workbook/departments.js';
import { Draft } from '../../../src/ingest/workbook/draft.js';
import { formatFinding } from '../../../src/ingest/workbook/findings.js';
import { readFields, readPolicyItems } from '../../../src/ingest/workbook/plan.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';
import { aobaCity, edited, type FixtureBook, type Value, workbookOf } from '../../fixtures/aoba-city.js';
import { imported, shared } from './imported.js';

/** The errors of the city with other cells in a sheet. */
const errorsOf = async (sheet: string, cells: Parameters<typeof edited>[2]) =>
  (await imported(edited(aobaCity, sheet, cells))).errors;

/** Which fields of which things a workbook says to list wholly. */
async function coveredBy(sheets: FixtureBook): Promise<readonly string[]> {
  const { plain, errors } = await imported(sheets);
  expect(errors).toEqual([]);
  const fields = new Map((plain.nodes.get('CoverageStatement') ?? []).map(({ id, values }) => [id, values.field]));
  return (plain.edges.get('COVERAGE_OF') ?? []).map(({ from, to }) => `${to.replace('aoba:', '')} ${fields.get(from)}`);
}

describe('A workbook with the headings of the template', () => {
  test('becomes a dataset without a problem, the same at every time', async () => {
    const { errors, files, key } = await imported(aobaCity);
    expect(errors).toEqual([]);
    expect(key).toBe('aoba');
    const { dataset, problems } = parseDataset(new Map([...files].map(([name, text]) => [name, Buffer.from(text)])));
    expect([...problems, ...validateDataset(dataset, shared)]).toEqual([]);
    expect([...(await imported(aobaCity)).files]).toEqual([...files]);
  });

  test('says of what it lists everything: of each sheet that is filled in, and of each column in use', async () => {
    const covered = await coveredBy(aobaCity);
    for (const each of [
      'municipality:990027 departments',
      'municipality:990027 policyFields',
      'policy-field:2 policyItems',
      'policy-item:1-2 sdgs',
      'policy-item:2-1 measures',
      'policy-item:2-1 indicators',
      'department:企画課 parent',
      'department:企画課 predecessors',
      'department:児童課 validFrom',
      'department:企画課 validTo',
      'policy-item:1-2 responsibleDepartments',
      'measure:1-2-1 departments',
      'measure:1-2-1 supportingDepartments',
      'policy-item:2-1 projects',
      'measure:1-2-1 projects',
      'project:0101 departments',
      'project:0102 sdgs',
      'project:40123 expenditureFunction',
      'indicator:measure:1-1-2:相談の満足度 observations',
      'measure:1-2-1 indicators',
      'project:40123 costs',
      'municipality:990027 scale',
      'measure:1-2-1 evaluations',
      'project:901 evaluations',
    ])
      expect(covered).toContain(each);
    // That no first day is written does not say that there was none; and no measure has goals of its own.
    for (const each of ['department:企画課 validFrom', 'measure:1-2-1 ownSdgs']) expect(covered).not.toContain(each);
  });

  test('says nothing of a sheet that is not there, or of a column that no row fills in', async () => {
    const { 指標: _indicators, 指標実績: _observations, 組織: _organisation, ...fewer } = aobaCity;
    const withoutGoals = edited(fewer, '事務事業', { G2: null, G5: null });
    const covered = await coveredBy(edited(withoutGoals, '施策', { E4: null, E5: null, E6: null }));
    expect(covered).toContain('policy-item:2-1 measures');
    for (const field of ['indicators', 'sdgs', 'municipality:990027 departments'])
      expect(covered.filter((each) => each.endsWith(field))).toEqual([]);
  });

  test('gives the plan with its links', async () => {
    const { rows, links } = await imported(aobaCity);
    expect(rows('PolicyField').map(({ id, name }) => [id, name])).toEqual([
      ['1', '子育て・教育'],
      ['2', '健康'],
    ]);
    expect(rows('PolicyItem')).toEqual([
      expect.objectContaining({ id: '1-1', name: '子育て支援の充実', number: 1 }),
      expect.objectContaining({ id: '1-2', name: '学びの環境づくり', number: 2 }),
      expect.objectContaining({ id: '2-1', name: '健康づくり', number: 1 }),
    ]);
    expect(links('IN_FIELD')).toEqual(['1-1 → 1', '1-2 → 1', '2-1 → 2']);
    expect(links('TOUCHES')).toEqual(['1-1 → sdg:3', '1-1 → sdg:4', '1-2 → sdg:4', '2-1 → sdg:3']);
    expect(links('PART_OF')).toEqual(['1-1-1 → 1-1', '1-1-2 → 1-1', '1-2-1 → 1-2', '2-1-1 → 2-1']);
    expect(links('OWNED_BY')).toEqual([
      '1-1-1 → 子ども未来課',
      '1-1-2 → 子ども未来課',
      '1-1-2 → 健康・福祉課',
      '1-2-1 → 企画課',
      '1-2-1 → 子ども未来課',
      '2-1-1 → 健康・福祉課',
      '2-1-1 → 企画課',
    ]);
    expect(rows('RelatedPlan')).toEqual([
      expect.objectContaining({
        period_text: '令和6年度～令和10年度',
        period_start_fiscal_year: 2024,
        period_end_fiscal_year: 2028,
      }),
    ]);
    expect(links('RELATES_TO')).toEqual(['1-1 → あおば市子ども計画', '1-2 → あおば市子ども計画']);
  });

  test('gives projects with what they hang on, their departments, goals and titles of the budget', async () => {
    const { rows, links } = await imported(aobaCity);
    expect(rows('Project')).toEqual([
      expect.objectContaining({ id: '0101', code: '0101', number: 1, expenditure_function: 'WELFARE' }),
      expect.objectContaining({ id: '0102', code: '0102', number: 2, expenditure_function: 'WELFARE' }),
      expect.objectContaining({ id: '1-2:図書の購入', code: null, number: 1, expenditure_function: 'EDUCATION' }),
      expect.objectContaining({ id: '40123', code: '40123', number: 1, expenditure_function: null }),
      expect.objectContaining({ id: '901', code: '901', expenditure_function: 'GENERAL_AFFAIRS' }),
    ]);
    expect(links('PROJECT_OF')).toEqual(['0101 → 1-1', '0102 → 1-1', '1-2:図書の購入 → 1-2', '40123 → 2-1']);
    expect(links('PROJECT_OF_MEASURE')).toEqual(['0101 → 1-1-1', '0102 → 1-1-2', '40123 → 2-1-1']);
    expect(links('RUN_BY')).toEqual([
      '0101 → 子ども未来課',
      '0101 → 企画課',
      '0102 → 子ども未来課',
      '40123 → 健康・福祉課',
      '901 → 企画課',
    ]);
    expect(links('PROJECT_TOUCHES')).toEqual(['0101 → sdg:4', '0101 → sdg:11', '40123 → sdg:3']);
  });

  test('gives indicators with figures, years and directions', async () => {
    const { rows, links, remarks } = await imported(aobaCity);
    expect(rows('Indicator')).toEqual([
      expect.objectContaining({
        id: 'K-1',
        direction: 'DECREASE',
        roles: ['OUTCOME'],
        ...{ baseline_text: '1,234', baseline_value: 1234, baseline_unit: '人', baseline_year: 2022 },
        ...{ target_text: '△5', target_value: -5, target_year: 2027 },
      }),
      expect.objectContaining({
        id: '2-1:健診の受診率',
        direction: 'INCREASE',
        ...{ baseline_text: '72.5%', baseline_value: 72.5, baseline_unit: '%' },
        ...{ target_text: '85%以上', target_value: 85, target_comparator: 'AT_LEAST' },
      }),
      expect.objectContaining({
        id: '1-2:図書室の利用者',
        roles: ['STATUS'],
        unit: '人',
        baseline_value: 120,
        baseline_year: 2019,
        direction: null,
      }),
      expect.objectContaining({
        id: 'measure:1-1-2:相談の満足度',
        direction: 'INCREASE',
        target_text: '60〜70',
        target_value: null,
      }),
    ]);
    expect(links('INDICATES')).toEqual(['K-1 → 1-1', '2-1:健診の受診率 → 2-1', '1-2:図書室の利用者 → 1-2']);
    expect(links('INDICATES_MEASURE')).toEqual(['measure:1-1-2:相談の満足度 → 1-1-2']);
    expect(remarks).toEqual([
      '事務事業!F5: 「健診特別会計」は法令の14の款にないため、款なしで取り込みます',
      '事務事業!B6: 取組も施策も記入がないため、計画の外の事務事業として取り込みます',
      '指標!I5: 数値が1つに定まらないため、文字列として取り込みます',
      '評価!E5: 「様子を見る」は区分のない方向性のため、文字列として取り込みます',
    ]);
  });

  test('gives what was planned and reached of indicators year by year, in their units', async () => {
    const { rows, links } = await imported(aobaCity);
    expect(rows('Observation')).toEqual([
      expect.objectContaining({
        id: 'K-1:2023',
        fiscal_year: 2023,
        ...{ planned_text: '1,000', planned_value: 1000, planned_unit: '人', planned_year: 2023 },
        ...{ actual_text: '９８０人', actual_value: 980, actual_unit: '人' },
      }),
      expect.objectContaining({ id: 'K-1:2024', planned_value: 800, actual_text: null, actual_year: null }),
      expect.objectContaining({
        id: '2-1:健診の受診率:2023',
        planned_text: null,
        actual_value: 74.1,
        actual_unit: '%',
      }),
      expect.objectContaining({ id: '1-2:図書室の利用者:2023', actual_text: '集計中', actual_value: null }),
    ]);
    expect(links('OBSERVES')).toEqual([
      'K-1:2023 → K-1',
      'K-1:2024 → K-1',
      '2-1:健診の受診率:2023 → 2-1:健診の受診率',
      '1-2:図書室の利用者:2023 → 1-2:図書室の利用者',
    ]);
  });

  test('gives budgets and settled amounts of projects year by year, in yen', async () => {
    const { rows, links } = await imported(aobaCity);
    expect(rows('Cost')).toEqual([
      { id: '0101:2023', fiscal_year: 2023, budget: 12_000_000, settled: 11_500_000 },
      expect.objectContaining({ id: '0101:2024', budget: 120_000_000, settled: null }),
      expect.objectContaining({ id: '0102:2023', budget: 8_500_000, settled: 8_400_000 }),
      expect.objectContaining({ id: '1-2:図書の購入:2023', budget: 1_200_000, settled: 1_198_000 }),
    ]);
    expect(links('COST_OF')).toEqual([
      '0101:2023 → 0101',
      '0101:2024 → 0101',
      '0102:2023 → 0102',
      '1-2:図書の購入:2023 → 1-2:図書の購入',
    ]);
  });

  test('remarks on amounts without a unit beside others that are a thousand times as much, in a unit', async () => {
    const costs = {
      rows: [
        ['事務事業', '年度', '予算額（千円）', '決算額'],
        ['0101', 'R5', '12,000', '11,500'],
        ['0101', 'R6', '12,000', '11,500,000'],
        ['0102', 'R5', '12,000', '11,500千円'],
        ['0102', 'R6', '12,000', 0],
      ],
    };
    const { errors, remarks } = await imported({ ...aobaCity, 事業費: costs });
    expect(errors).toEqual([]);
    expect(remarks.filter((remark) => remark.startsWith('事業費'))).toEqual([
      expect.stringMatching(/^事業費!D2: 単位がセルにも見出しにもないため円として取り込みますが、隣の額の約1,000分の1/),
    ]);
    const inYen = { rows: [['事務事業', '年度', '予算額', '決算額'], ...costs.rows.slice(1, 3)] };
    const { remarks: none } = await imported({ ...aobaCity, 事業費: inYen });
    expect(none.filter((remark) => remark.startsWith('事業費'))).toEqual([]);
  });

  test('remarks on years to come in which something is said to have happened', async () => {
    const messy = edited(edited(aobaCity, '評価', { B2: 'R55', B6: 'R8' }), '指標実績', { B2: 'R50', B3: 'R51' });
    const { errors, remarks } = await imported(edited(messy, '事業費', { B3: 'R51', B4: 'R10', D4: null }));
    expect(errors).toEqual([]);
    expect(remarks.filter((remark) => remark.includes('保存日'))).toEqual([
      '指標実績!B2: そのまま取り込みますが、2068年度はファイルの保存日（2026-03-31）よりずっと先です',
      '事業費!B3: そのまま取り込みますが、2069年度はファイルの保存日（2026-03-31）よりずっと先です',
      '評価!B2: そのまま取り込みますが、2073年度はファイルの保存日（2026-03-31）よりずっと先です',
    ]);
  });

  test('gives evaluations by year and step, on the scale of the city, with directions and comments', async () => {
    const { rows, links, plain } = await imported(aobaCity);
    const told = { grade: null, comment: null };
    expect((plain.nodes.get('Evaluation') ?? []).map(({ values }) => values)).toEqual([
      {
        ...told,
        ...{ fiscal_year: 2023, mark: 'A', step: 'SELF', step_name: '一次' },
        direction: 'KEEP',
        direction_name: '継続',
      },
      {
        ...{ ...told, fiscal_year: 2023, mark: 'Ｂ', step: 'SELF', step_name: '一次' },
        ...{ direction: 'EXPAND', direction_name: '拡充', comment: '受診しやすい日を増やす' },
      },
      {
        ...{ ...told, fiscal_year: 2023, mark: '概ね妥当', step: 'EXTERNAL', step_name: '外部評価' },
        ...{ direction: 'SHRINK', direction_name: '見直し（縮小）' },
      },
      {
        ...{ ...told, fiscal_year: 2023, mark: null, step: null, step_name: null },
        ...{ direction: null, direction_name: '様子を見る' },
      },
    ]);
    expect(links('EVALUATES_MEASURE')).toEqual([
      'measure:1-1-1:2023:一次 → 1-1-1',
      'measure:2-1-1:2023:一次 → 2-1-1',
      'measure:2-1-1:2023:外部 → 2-1-1',
    ]);
    expect(links('EVALUATES_PROJECT')).toEqual(['project:0101:2023 → 0101']);
    expect(rows('ScaleLevel').map(({ id }) => id)).toEqual(['一次:A', '一次:B', '概ね妥当']);
    expect(plain.nodes.get('ScaleLevel')?.[1]?.values).toEqual({
      ...{ mark: 'B', meaning: '目標に届かなかった', rank: 2, step: 'SELF', step_name: '一次' },
    });
    expect(links('GRADED_AS')).toEqual([
      'measure:1-1-1:2023:一次 → 一次:A',
      'measure:2-1-1:2023:一次 → 一次:B',
      'measure:2-1-1:2023:外部 → 概ね妥当',
    ]);
  });

  test('says by sheet what was read, and lists every sheet and column that was not used', async () => {
    const { said } = await imported(aobaCity);
    expect(said.ja.split('\n').slice(1)).toEqual([
      '  読み取った行:',
      '    市区町村: 1 行（見出しは 1 行目。読み飛ばした行: 例 2）',
      '    組織: 5 行（見出しは 1 行目）',
      '    分野: 2 行（見出しは 1 行目）',
      '    施策: 3 行（見出しは 3 行目。読み飛ばした行: 合計 7）',
      '    取組: 4 行（見出しは 1 行目。読み飛ばした行: 注記 6）',
      '    事務事業: 5 行（見出しは 1 行目）',
      '    指標: 4 行（見出しは 1 行目）',
      '    指標実績: 5 行（見出しは 1 行目。読み飛ばした行: 合計 7）',
      '    事業費: 5 行（見出しは 2 行目）',
      '    関連計画: 1 行（見出しは 1 行目）',
      '    評価: 5 行（見出しは 1 行目）',
      '    評価尺度: 3 行（見出しは 1 行目）',
      '  取り込まなかったシート:',
      '    作業用: 2 行。ひな形にないシートです（非表示）',
      '  取り込まなかった列:',
      '    施策!F 備考: 1 セル。ひな形にない列です',
      '  確認してください:',
      expect.stringContaining('事務事業!F5'),
      expect.stringContaining('事務事業!B6'),
      expect.stringContaining('指標!I5'),
      expect.stringContaining('評価!E5'),
    ]);
    expect(said.en.split('\n')).toHaveLength(said.ja.split('\n').length);
  });

  const cityOf = async (sheets: FixtureBook) => {
    const { errors, plain } = await imported(sheets);
    return { errors, city: plain.nodes.get('Municipality')?.[0]?.values };
  };
  const headings = aobaCity.市区町村?.rows[0] ?? [];
  const row = aobaCity.市区町村?.rows[2] ?? [];
  const levels = ['分野の呼称', '施策の呼称', '施策の呼称（英語）', '取組の呼称'];

  test('has the name and the years of the plan, and calls its levels as the sheets are called', async () => {
    const { errors, city } = await cityOf(aobaCity);
    expect(errors).toEqual([]);
    expect(city).toMatchObject({
      plan_name: '第3次あおば市総合計画',
      plan_period_text: '令和5年度～R9',
      plan_period_start_fiscal_year: 2023,
      plan_period_end_fiscal_year: 2027,
      policy_field_level_name: '分野',
      policy_item_level_name: '施策',
      policy_item_level_name_en: null,
      measure_level_name: '取組',
      project_level_name: '事務事業',
    });
  });

  test('calls its levels as the city does; one that it does not have has no name', async () => {
    const { 事務事業: _, 事業費: __, 評価: ___, ...others } = aobaCity;
    const told = {
      rows: [
        [...headings, ...levels],
        [...row, '政策', '施策', 'Programme', '基本事業'],
      ],
    };
    const { errors, city } = await cityOf({ ...others, 市区町村: told });
    expect(errors).toEqual([]);
    expect(city).toMatchObject({
      policy_field_level_name: '政策',
      policy_field_level_name_en: null,
      policy_item_level_name: '施策',
      policy_item_level_name_en: 'Programme',
      measure_level_name: '基本事業',
      project_level_name: null,
    });
  });

  test('refuses a plan that ends before it begins, and years that are none', async () => {
    const told = { rows: [headings, [...row.slice(0, 5), 'R9', 'R5']] };
    expect((await cityOf({ ...aobaCity, 市区町村: told })).errors).toEqual([
      '市区町村!G2: 終了年度が開始年度より前です',
    ]);
    const unread = { rows: [headings, [...row.slice(0, 5), 'いつか', 'R5']] };
    expect((await cityOf({ ...aobaCity, 市区町村: unread })).errors).toEqual([expect.stringContaining('市区町村!F2')]);
  });

  test('names sheet, row, cells, date and checksum of the workbook as the source of every fact', async () => {
    const { plain, rows } = await imported(aobaCity);
    expect(rows('SourceDocument').find(({ id }) => id === 'workbook-policy-items')).toMatchObject({
      title: '第3次あおば市総合計画（plan.xlsx「施策」）',
      publisher: 'あおば市',
      line_count: 7,
      file_date: '2026-03-31',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const [item] = plain.nodes.get('PolicyItem') ?? [];
    expect(item?.sources).toEqual([
      { stage: 'ADOPTED', document: 'workbook-policy-items', firstLine: 4, lastLine: 4, cells: 'A4:B4' },
    ]);
    for (const all of [...plain.nodes, ...plain.edges])
      if (all[0] !== 'SourceDocument') for (const { sources } of all[1]) expect(sources).toHaveLength(1);
  });
});

describe('The least that a workbook needs', () => {
  const city = { 市区町村: { rows: (aobaCity.市区町村?.rows ?? []).slice(0, 3) } };

  test.each([
    [
      '分野',
      [
        ['番号', '名称'],
        [1, '健康'],
      ],
    ],
    [
      '施策',
      [
        ['コード', '名称'],
        ['1-1', '健康づくり'],
      ],
    ],
    [
      '取組',
      [
        ['コード', '名称', '担当部署'],
        ['1-1-1', '健診', '健康課・企画課'],
      ],
    ],
  ])('is the city and one row of %s', async (sheet, rows) => {
    const { errors, files } = await imported({ ...city, [sheet]: { rows } });
    expect(errors).toEqual([]);
    const { dataset, problems } = parseDataset(new Map([...files].map(([name, text]) => [name, Buffer.from(text)])));
    expect([...problems, ...validateDataset(dataset, shared)]).toEqual([]);
  });

  test('policy items without fields stand under one that is named as the plan, which is said', async () => {
    const { rows, remarks } = await imported({
      ...city,
      施策: {
        rows: [
          ['コード', '名称'],
          ['1', 'A'],
          ['2', 'B'],
        ],
      },
    });
    expect(rows('PolicyField')).toEqual([expect.objectContaining({ name: '第3次あおば市総合計画' })]);
    expect(remarks).toEqual([expect.stringContaining('すべての施策を1つの分野')]);
  });

  test('divisions that no sheet lists are those that are named', async () => {
    const { rows } = await imported({
      ...city,
      取組: {
        rows: [
          ['コード', '名称', '担当部署'],
          ['1-1-1', '健診', '健康課・企画課'],
        ],
      },
    });
    expect(rows('Department').map(({ id }) => id)).toEqual(['健康課', '企画課']);
  });

  test('levels that no sheet lists are made of what those below write, which is said', async () => {
    const { errors, rows, links, remarks, plain } = await imported({
      ...city,
      取組: {
        rows: [
          ['コード', '名称', '施策'],
          ['1-1-1', '健診', '健康づくり'],
          ['1-1-2', '運動', '健康づくり'],
          ['1-2-1', '保育', '1-2'],
          ['1-2-2', '相談', '（1-2）子育て'],
        ],
      },
      事務事業: {
        rows: [
          ['名称', '取組', '施策'],
          ['健診車', '健診', '健康づくり'],
          ['窓口', null, '窓口の改善'],
        ],
      },
    });
    expect(errors).toEqual([]);
    expect(rows('PolicyItem')).toEqual([
      expect.objectContaining({ id: '1-2', code: '1-2', name: '子育て', number: 2 }),
      expect.objectContaining({ id: '健康づくり', code: '2', name: '健康づくり', number: 2 }),
      expect.objectContaining({ id: '窓口の改善', code: '3', name: '窓口の改善', number: 3 }),
    ]);
    expect(links('PART_OF')).toEqual(['1-1-1 → 健康づくり', '1-1-2 → 健康づくり', '1-2-1 → 1-2', '1-2-2 → 1-2']);
    expect(remarks).toContain('取組!C5、取組!C2: シート「施策」に記入がないため、ここに書かれた名称や番号から作ります');
    // That these are all policy items is not known.
    const covered = plain.nodes.get('CoverageStatement')?.map(({ id }) => id) ?? [];
    expect(covered.filter((id) => /policyItems|policyFields/.test(id))).toEqual([]);
  });

  test('measures of which only projects tell stand below the policy item of the project', async () => {
    const projects = {
      rows: [
        ['名称', '取組', '施策'],
        ['健診車', '検診の実施', '1-1 健康づくり'],
        ['運動', '1-1-2', '1-1'],
      ],
    };
    const { errors, rows, links } = await imported({ ...city, 事務事業: projects });
    expect(errors).toEqual([]);
    expect(rows('Measure')).toEqual([
      expect.objectContaining({ id: '検診の実施', code: null, name_only: true }),
      expect.objectContaining({ id: '1-1-2', code: '1-1-2', name: '1-1-2', number: 2 }),
    ]);
    expect(links('PART_OF')).toEqual(['検診の実施 → 1-1', '1-1-2 → 1-1']);
    const fields = {
      rows: [
        ['番号', '名称'],
        [1, '健康'],
        [2, '産業'],
      ],
    };
    expect((await imported({ ...city, 分野: fields, 事務事業: projects })).links('IN_FIELD')).toEqual(['1-1 → 1']);
    const unknown = {
      rows: [
        ['名称', '施策'],
        ['健診車', '健康づくり'],
      ],
    };
    expect((await imported({ ...city, 分野: fields, 事務事業: unknown })).errors).toContainEqual(
      '事務事業!B2: この施策の分野が分かりません。シート「施策」に分野とともに記入してください',
    );
  });

  test('is said where it is not there', async () => {
    expect(
      (
        await imported({
          分野: {
            rows: [
              ['番号', '名称'],
              [1, '健康'],
            ],
          },
        })
      ).errors,
    ).toEqual(['市区町村: シート「市区町村」がないか、記入がありません']);
    expect((await imported(city)).errors).toEqual([
      'plan.xlsx: 分野・施策・取組 のいずれかのシートに1行以上の記入が必要です',
    ]);
  });
});

describe('What is wrong is said with its cell, and what follows from it is not', () => {
  test.each([
    ['施策', { A4: new Date(Date.UTC(2024, 0, 1)) }, /^施策!A4: .*1-1 のことと思われます/],
    ['施策', { A6: '2月1日' }, /^施策!A6: 番号が必要ですが、「2月1日」です。.*2-1 のことと思われます/],
    ['施策', { B5: null }, /^施策!B5: 「名称」が空です$/],
    ['施策', { A5: '1-1' }, /^施策!A5: 1-1 は 施策!A4 にもあります$/],
    [
      '施策',
      { C4: '子育て・教養' },
      /^施策!C4: シート「分野」に「子育て・教養」がありません。子育て・教育 ではありませんか$/,
    ],
    ['指標実績', { D2: '9O5人' }, /^指標実績!D2: 数値が必要ですが、「9O5人」です。905人 のことと思われます$/],
    ['事業費', { C3: '1,2OO' }, /^事業費!C3: .*「1,2OO」です。1,200 のことと思われます$/],
    ['施策', { C4: '1 健康' }, /^施策!C4: 「1 健康」の番号は「子育て・教育」、名称は「健康」のものです。/],
    ['分野', { A2: '第1章 健康' }, /^分野!A2: 整数が必要ですが、「第1章 健康」です$/],
    ['分野', { A2: '1-1' }, /^分野!A2: /],
    ['施策', { E6: '18' }, /^施策!E6: .*1から17までの番号が必要ですが、「18」です$/],
    ['取組', { D5: '企画科' }, /^取組!D5: シート「組織」に「企画科」がありません。企画課 ではありませんか$/],
    ['取組', { C2: '9-9' }, /^取組!C2: シート「施策」に「9-9」がありません/],
    ['事務事業', { A2: new Date(Date.UTC(2024, 0, 1)) }, /^事務事業!A2: .*表計算ソフトが番号を日付に変えたもの/],
    ['事務事業', { B4: null }, /^事務事業!B4: 「名称」が空です$/],
    ['事務事業', { A3: '０１０１' }, /^事務事業!A3: 0101 は 事務事業!A2 にもあります$/],
    ['事務事業', { C2: '1-1-9' }, /^事務事業!C2: シート「取組」に「1-1-9」がありません/],
    ['事務事業', { D3: '2-1' }, /^事務事業!D3: 取組 1-1-2 の施策は 1-1 です。/],
    [
      '取組',
      { C4: '1-2 健康づくり' },
      /^取組!C4: シート「施策」に「1-2 健康づくり」がありません。1-2 学びの環境づくり では/,
    ],
    ['事業費', { A3: 101 }, /^事業費!A3: シート「事務事業」に「101」がありません。0101 ではありませんか$/],
    [
      '評価',
      { A2: '1-1-1 相談窓口' },
      /^評価!A2: .*に「1-1-1 相談窓口」がありません。1-1-1 保育所の整備 ではありませんか$/,
    ],
    ['評価', { A5: 101 }, /^評価!A5: .*に「101」がありません。0101 ではありませんか$/],
    ['事務事業', { E2: '企画科' }, /^事務事業!E2: シート「組織」に「企画科」がありません。企画課 ではありませんか$/],
    [
      '事務事業',
      { F2: '民正費' },
      /^事務事業!F2: 民生費のような款の名称が必要ですが、「民正費」です。民生費 ではありませんか$/,
    ],
    ['事務事業', { F2: '3' }, /^事務事業!F2: .*民生費 ではありませんか$/],
    ['事務事業', { G2: '18' }, /^事務事業!G2: .*1から17までの番号/],
    ['指標', { F2: '6' }, /^指標!F2: .*令和6年は 2024/],
    ['指標', { E2: '上へ' }, /^指標!E2: 増加、減少、維持、上限以内 のいずれか/],
    ['指標', { G2: '#DIV/0!' }, /^指標!G2: 数値が必要ですが.*計算できなかった数式/],
    ['指標', { C2: '1-9' }, /^指標!C2: シート「施策・取組・事務事業」に「1-9」がありません/],
    ['指標', { C2: new Date(Date.UTC(2024, 0, 1)) }, /^指標!C2: .*番号を日付に変えたもので、1-1 のことと思われます/],
    ['指標', { C2: '2001/1/2' }, /^指標!C2: .*番号を日付に変えたもので、1-1-2 のことと思われます/],
    ['指標', { C2: '0101、0102' }, /^指標!C2: 対象は施策・取組・事務事業の1つですが、2 個あります（0101、0102）。/],
    ['評価', { A2: new Date(Date.UTC(2024, 0, 1)) }, /^評価!A2: .*番号を日付に変えたもので、1-1 のことと思われます/],
    ['指標実績', { A2: null }, /^指標実績!A2: 「指標」が空です$/],
    ['指標実績', { A2: 'K-2' }, /^指標実績!A2: シート「指標」に「K-2」がありません/],
    ['指標実績', { B3: 'R5' }, /^指標実績!B3: 待機児童数 2023 は 指標実績!B2 にもあります$/],
    ['指標実績', { B2: '5' }, /^指標実績!B2: .*令和5年は 2023/],
    ['指標実績', { D2: '#N/A' }, /^指標実績!D2: 数値が必要ですが.*計算できなかった数式/],
    ['事業費', { A3: '0109' }, /^事業費!A3: シート「事務事業」に「0109」がありません/],
    ['事業費', { A3: '0101 保育所建設事業', B4: 'R5' }, /^事業費!B4: 保育所建設事業 2023 は 事業費!B3 にもあります$/],
    ['事業費', { C3: '1,20,000' }, /^事業費!C3: .*金額が必要ですが、「1,20,000」です$/],
    ['施策', { B5: '－' }, /^施策!B5: 「名称」が空です（「－」は値として扱いません）$/],
    ['指標実績', { B2: '未定' }, /^指標実績!B2: 「年度」が空です（「未定」は値として扱いません）$/],
    ['取組', { D3: '企画課、なし' }, /^取組!D3: 名称が必要ですが、「企画課、なし」です$/],
    ['事業費', { C3: 1234.5 }, /^事業費!C3: 1円未満の端数のない金額が必要ですが、「1234.5」です。千円など他の単位/],
    ['事業費', { C3: '12（千）' }, /^事業費!C3: .*金額が必要ですが、「12（千）」です$/],
    ['事業費', { D3: '#REF!' }, /^事業費!D3: .*計算できなかった数式/],
    ['評価', { A2: '1-1-9' }, /^評価!A2: シート「施策・取組・事務事業」に「1-1-9」がありません/],
    ['評価', { A2: null }, /^評価!A2: 「対象」が空です$/],
    ['評価', { A2: '1-1-1、2-1-1' }, /^評価!A2: 対象は施策・取組・事務事業の1つですが、2 個あります（1-1-1、2-1-1）。/],
    ['評価', { A3: '1-1-1' }, /^評価!A3: 1-1-1 2023 一次 は 評価!A2 にもあります$/],
    ['評価', { A3: '1-1-1', C3: '１次評価' }, /^評価!A3: 1-1-1 2023 １次評価 は 評価!A2 にもあります$/],
    ['評価', { D2: 'Ｃ' }, /^評価!D2: シート「評価尺度」の段階「一次」に評価「Ｃ」がありません/],
    ['評価', { D4: '概ね妥等' }, /^評価!D4: .*に評価「概ね妥等」がありません。概ね妥当 ではありませんか$/],
    ['評価', { D2: '達成した' }, /^評価!D2: .+評価「達成した」がありません。A ではありませんか$/],
    ['評価', { D2: 'B評価' }, /^評価!D2: .+評価「B評価」がありません。B ではありませんか$/],
    [
      '評価',
      { D2: 'おおむね妥当です' },
      /^評価!D2: .+評価「おおむね妥当です」がありません。概ね妥当 ではありませんか$/,
    ],
    ['評価', { D2: 'AB' }, /^評価!D2: .+評価「AB」がありません$/],
    ['評価尺度', { D2: '一番' }, /^評価尺度!D2: 1 のような順が必要ですが、「一番」です$/],
    ['評価尺度', { A3: '第1次', B3: 'A' }, /^評価尺度!B3: 第1次 A は 評価尺度!B2 にもあります$/],
    ['評価尺度', { B3: 'A' }, /^評価尺度!B3: 一次 A は 評価尺度!B2 にもあります$/],
    ['関連計画', { D2: 'R5' }, /^関連計画!D2: 終了年度が開始年度より前です$/],
    ['市区町村', { A3: '99002' }, /^市区町村!A3: 検査数字を含む6桁.*990027 ではありませんか$/],
    ['市区町村', { D3: 'あおば' }, /^市区町村!D3: キーは英小文字で始まる/],
    ['組織', { A7: '企画課' }, /^組織!A7: 企画課 は 組織!A4 にもあります$/],
  ])('%s %j', async (sheet, cells, said) => {
    expect(await errorsOf(sheet, cells)).toEqual([expect.stringMatching(said)]);
  });

  test('in one pass, and once where several cells of a column are alike', async () => {
    expect(await errorsOf('取組', { D2: '企画科', D3: '企画科', A4: '1月2日', C5: '3-3' })).toEqual([
      '取組!D2、取組!D3: シート「組織」に「企画科」がありません。企画課 ではありませんか',
      expect.stringMatching(/^取組!A4: 番号が必要/),
      expect.stringMatching(/^取組!C5: シート「施策」に「3-3」がありません/),
    ]);
  });

  test('in one pass with what is wrong between rows, unless that follows from a cell that cannot be read', async () => {
    const bothIn = async (cells: Readonly<Record<string, Value>>) =>
      (await imported(edited(edited(aobaCity, '組織', cells), '取組', { D2: '企画科' }))).errors;
    const misspelt = expect.stringMatching(/^取組!D2: .+「企画科」がありません/);
    expect(await bothIn({ D6: 'H16.3.31' })).toEqual([
      misspelt,
      '組織!D6: 終了日は開始日（2005-04-01）より後のはずですが、「2004-03-31」です',
    ]);
    expect(await bothIn({ B5: '子ども未来課' })).toEqual([
      misspelt,
      expect.stringMatching(/^組織!B\d: 循環しています：/),
    ]);
    expect(await bothIn({ C6: 'H17.4.31', D6: 'H16.3.31' })).toEqual([expect.stringMatching(/^組織!C6: /), misspelt]);
  });

  test('a heading that is missing is named, with what is there instead', async () => {
    expect(await errorsOf('施策', { B3: '名前' })).toEqual(['施策!3: 「名称」の列がありません。名前 ではありませんか']);
    expect(
      (await imported(edited(aobaCity, '施策', { A3: 'x', B3: 'y', C3: 'z', D3: null, E3: null }))).errors,
    ).toContainEqual(expect.stringContaining('施策: 見出しの行（コード、名称'));
  });
});

test('A sheet needs no more headings than are required: departments have names, and may have nothing else', async () => {
  const names = ['子ども未来課', '健康・福祉課', '企画課'];
  const { errors, rows } = await imported({ ...aobaCity, 組織: { rows: [['名称'], ...names.map((name) => [name])] } });
  expect(errors).toEqual([]);
  expect(rows('Department').map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

describe('Rows that sum up others', () => {
  const projects = (rows: FixtureBook[string]['rows']) => ({
    ...Object.fromEntries(Object.entries(aobaCity).filter(([name]) => !['指標実績', '評価'].includes(name))),
    事業費: { rows: [['事務事業', '年度', '予算額（円）', '決算額（円）'], ...rows] },
  });

  test.each([
    [['健康 計', null, 12, 11]],
    [['健康　計', null, '12,000', '△11']],
    [['健康（計）', null, 12, 11]],
    [['小計（健康）', null, 12, 11]],
    [['健康小計', null, 12, 11]],
    [['小 計', null, 12, 11]],
    [['0101計', null, 12, 11]],
    [['部計', null, 12, 11]],
    [['施策　合計', null, 12, 11]],
    [['各課計', null, 12, 11]],
    [['0101', '小計', 12, 11]],
  ])('are left out and said as totals: %j', async (row) => {
    const { errors, rows, said } = await imported(projects([['0101', 'R5', 10, 9], row, ['合計', null, 22, 20]]));
    expect(errors).toEqual([]);
    expect(rows('Cost')).toHaveLength(1);
    expect(said.ja).toContain('事業費: 1 行（見出しは 1 行目。読み飛ばした行: 合計 3, 4）');
  });

  test('are told from names that end alike', async () => {
    const names = ['住民統計', '会計', '公会計の 設計', '健康づくり計画', '参加者数の合計を調べる'];
    const sheet = { rows: [['名称', '施策'], ...names.map((name) => [name, '1-1']), ['住民統計 計', null]] };
    const { 事業費: _costs, 評価: _evaluations, ...plan } = aobaCity;
    const { errors, rows, said } = await imported({ ...plan, 事務事業: sheet });
    expect(errors).toEqual([]);
    expect(rows('Project').map(({ name }) => name)).toEqual(names);
    expect(said.ja).toContain('事務事業: 5 行（見出しは 1 行目。読み飛ばした行: 合計 7）');
  });

  test('are found by a word in the place of a name, with nothing but figures behind it', async () => {
    const sheet = {
      rows: [
        ['施策', '名称', '担当部署', '備考'],
        ['1-1', '相談', '企画課', '9'],
        ['1-1', '小計', null, '9'],
        ['1-1', '計', '企画課', '名称が一文字の事業'],
      ],
    };
    const { 事業費: _costs, 評価: _evaluations, ...plan } = aobaCity;
    const { rows, said } = await imported({ ...plan, 事務事業: sheet });
    expect(rows('Project').map(({ name }) => name)).toEqual(['相談', '計']);
    expect(said.ja).toContain('読み飛ばした行: 合計 3）');
  });
});

describe('A row of a thing that is called like a total', () => {
  const { 指標: _indicators, 指標実績: _observations, ...others } = aobaCity;
  const indicators = ['観光入込客数（合計）', 'ごみ排出量', 'ごみ排出量合計', '延べ利用者 計', '小計（市内）'];
  const years = [...indicators.map((name) => [name, 'R5', 10, 9]), ['合計', 'R5', 50, 45]];
  const observations = { rows: [['指標', '年度', '計画値', '実績値'], ...years] };

  test.each([
    ['what it is of and its unit', ['名称', '対象', '単位'], (name: string) => [name, '1-1', '人']],
    ['a code', ['コード', '名称'], (name: string) => [`K${indicators.indexOf(name)}`, name]],
    ['a target', ['名称', '目標値'], (name: string) => [name, 12]],
  ])('is taken where it has %s, with its years', async (_what, headings, rowOf) => {
    const total = headings.map((heading) => (heading === '名称' ? '合計' : null));
    const rows = [headings, ...indicators.map(rowOf), total];
    const { errors, rows: found, said } = await imported({ ...others, 指標: { rows }, 指標実績: observations });
    expect(errors).toEqual([]);
    expect(found('Indicator').map(({ name }) => name)).toEqual(expect.arrayContaining(indicators));
    expect(found('Observation')).toHaveLength(indicators.length);
    expect(said.ja).toContain(`指標: ${indicators.length} 行（見出しは 1 行目。読み飛ばした行: 合計 7）`);
    expect(said.ja).toContain(`指標実績: ${indicators.length} 行（見出しは 1 行目。読み飛ばした行: 合計 7）`);
  });

  test('is left out and said where nothing has its name', async () => {
    const { 評価: _evaluations, ...plan } = aobaCity;
    const costs = [
      ['0101', 'R5', 10, 9],
      ['子育て 計', 'R5', 10, 9],
      ['子育て会計', 'R5', 10, 9],
    ];
    const sheet = { rows: [['事務事業', '年度', '予算額', '決算額'], ...costs] };
    const { errors, remarks } = await imported({ ...plan, 事業費: sheet });
    expect(errors).toEqual([expect.stringContaining('事業費!A4: シート「事務事業」に「子育て会計」がありません')]);
    expect(remarks).toContain('事業費!A3: シート「事務事業」に「子育て 計」がないため、合計の行として取り込みません');
  });
});

describe('A cell that is merged with one at its right', () => {
  test('has the value of the first column alone, which is said with the range', async () => {
    const { 指標実績: observations, 事業費: costs, ...others } = aobaCity;
    if (!observations || !costs) throw new Error('expected both sheets');
    const { errors, plain, remarks } = await imported({
      ...others,
      指標実績: { ...observations, merged: ['C2:D2', 'C4:D4'] },
      事業費: { ...costs, merged: ['C3:D3'] },
    });
    expect(errors).toEqual([]);
    expect(plain.nodes.get('Observation')?.[0]?.values).toMatchObject({ planned_value: 1000, actual_text: null });
    expect(plain.nodes.get('Cost')?.[0]?.values).toMatchObject({ budget: 12_000_000, settled: null });
    expect(remarks).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^指標実績!D2: 列 C:D にわたる結合セルの値は左端の列のもの/),
        expect.stringMatching(/^事業費!D3: 列 C:D にわたる結合セルの値は左端の列のもの/),
      ]),
    );
  });
});

test('A code of five figures that is a text names an indicator; a number that may have been a date is asked about', async () => {
  const text = edited(edited(aobaCity, '指標', { A2: '40123' }), '指標実績', { A2: '40123', A5: '４０１２３' });
  const { errors, rows } = await imported(text);
  expect(errors).toEqual([]);
  expect(rows('Indicator').map(({ id }) => id)).toContain('40123');
  expect(rows('Observation').map(({ id }) => id)).toContain('40123:2023');
  expect(await errorsOf('指標', { A2: 45_292, A3: 'K-2', A4: 'K-3' })).toContainEqual(
    expect.stringMatching(/^指標!A2: 番号が必要ですが、「45292」です。表計算ソフトが番号を日付に変えたもの/),
  );
});

test('A grade is looked up on the scale of what its step means, however that is written', async () => {
  for (const step of ['一次評価', '1次', '１次評価', '第一次', '自己評価', '担当課評価']) {
    const { errors, links } = await imported(edited(aobaCity, '評価', { C2: step, D2: 'Ａ' }));
    expect(errors).toEqual([]);
    expect(links('GRADED_AS')).toContainEqual(expect.stringMatching(/^measure:1-1-1:2023:.* → 一次:A$/));
  }
});

test('A step of another meaning, or one that two steps of the scale may mean, is none of the scale', async () => {
  expect(await errorsOf('評価', { C2: '二次' })).toEqual([
    expect.stringContaining('段階「二次」に評価「A」がありません'),
  ]);
  // No grade is of all steps then.
  const ofFirst = edited(aobaCity, '評価尺度', { A4: '一次' });
  const wrong = await imported(edited(ofFirst, '評価', { C2: '外部' }));
  expect(wrong.errors).toContainEqual(expect.stringMatching(/^評価!C2: シート「評価尺度」に段階「外部」がありません/));
  const twoSelf = edited(aobaCity, '評価尺度', { A3: '内部', B3: 'A' });
  const { errors } = await imported(edited(twoSelf, '評価', { C2: '自己', D3: 'A' }));
  expect(errors).toEqual([expect.stringContaining('段階「自己」に評価「A」がありません')]);
});

describe('Codes that look like what a code became', () => {
  const [municipality] = [aobaCity.市区町村];
  const plan = (codes: readonly Value[]) => ({
    ...(municipality ? { 市区町村: municipality } : {}),
    施策: { rows: [['コード', '名称'], ...codes.map((code, place) => [code, `施策${place}`])] },
    取組: {
      rows: [
        ['コード', '名称', '施策'],
        ['31101-1', '健診', codes[0] ?? null],
      ],
    },
  });

  test.each<readonly [string, readonly Value[], readonly string[]]>([
    ['texts of whatever make', ['31101', '1.1', '5_1', '1-2'], ['31101', '1.1', '5_1', '1-2']],
    ['numbers like most of their column', [31_101, 11_101, 40_101, '1-2'], ['31101', '11101', '40101', '1-2']],
    ['numbers with a point', [1.1, 1.2], ['1.1', '1.2']],
  ])('are codes where they are %s, in the tables as well', async (_, codes, read) => {
    const { errors, rows, links, files } = await imported(plan(codes));
    expect(errors).toEqual([]);
    expect(rows('PolicyItem').map(({ id }) => id)).toEqual(read);
    expect(links('PART_OF')).toEqual([`31101-1 → ${read[0]}`]);
    expect(parseDataset(new Map([...files].map(([name, text]) => [name, Buffer.from(text)]))).problems).toEqual([]);
  });

  test('are asked about where they are numbers and most others are made otherwise', async () => {
    const { errors } = await imported(plan(['1-1', '1-2', 43_468, 1.4]));
    expect(errors).toEqual([
      expect.stringMatching(/^施策!A4: .*「43468」です。.*1-3 のことと思われます/),
      expect.stringMatching(/^施策!A5: .*「1.4」です。1-4 のことと思われます/),
    ]);
  });

  test('name what they became where that is there', async () => {
    const named = (code: Value) => imported(edited(plan(['1-1', '1-2']), '取組', { C2: code }));
    expect((await named(43_467)).errors).toEqual([expect.stringMatching(/^取組!C2: .*1-2 のことと思われます/)]);
    expect((await named('31101')).errors).toEqual(['取組!C2: シート「施策」に「31101」がありません']);
  });
});

test('A name that two things have names neither of them, and asks for the code', async () => {
  const twice = edited(aobaCity, '取組', { B2: '相談窓口' });
  expect((await imported(twice)).errors).toEqual([
    '事務事業!C3: シート「取組」に「相談窓口」という名称の行が 2 行あります。コードで記入してください',
  ]);
  const evaluated = edited(edited(aobaCity, '事務事業', { B4: '庁舎の管理' }), '評価', { A5: '庁舎の管理' });
  expect((await imported(evaluated)).errors).toContain(
    '評価!A5: シート「事務事業」に「庁舎の管理」という名称の行が 2 行あります。コードで記入してください',
  );
});

test('An evaluation of nothing, or of two things, is found with its cell, whatever made it', async () => {
  const draft = new Draft(await readBook(await workbookOf(aobaCity), 'plan.xlsx'), shared, null);
  const city = readCity(draft);
  const fields = readFields(draft, city);
  const items = readPolicyItems(draft, city, fields, new Departments(draft, city));
  addDocuments(draft, city);
  const [none, two] = draft.rows('evaluations');
  if (!none || !two) throw new Error('expected two rows of evaluations');
  for (const [at, id] of [
    [none, 'aoba:evaluation:none'],
    [two, 'aoba:evaluation:two'],
  ] as const)
    draft.add(at, 'Evaluation', id, { fiscal_year: 2023, grade: null }, { id: 'subject' }, { staged: false });
  for (const item of items.ids.slice(0, 2))
    draft.link(two, 'EVALUATES_ITEM', 'aoba:evaluation:two', item, { staged: false, column: 'subject' });
  draft.finish();
  expect(draft.findings.errors.map((finding) => formatFinding(finding).ja)).toEqual([
    expect.stringMatching(/^評価!A2: aoba:evaluation:none の .* はどれか1つだけ必要ですが、.* のどれにもありません$/),
    expect.stringMatching(/^評価!A3: aoba:evaluation:two の .*、2 つあります：aoba:policy-item:1-1 /),
  ]);
});

describe('What an indicator measures', () => {
  const { 指標実績: _values, 事業費: _costs, 評価: _evaluations, ...plan } = aobaCity;
  const measuring = (...subjects: readonly (string | null)[]) =>
    imported({
      ...plan,
      指標: { rows: [['名称', '対象'], ...subjects.map((subject) => ['利用者', subject])] },
    });

  test('makes its id, so that indicators of one name stand beside each other on every level', async () => {
    const { errors, rows, links } = await measuring('1-1', '1-1-1', '0101 保育所建設事業', '図書の購入', null);
    expect(errors).toEqual([]);
    expect(links('INDICATES')).toEqual(['1-1:利用者 → 1-1']);
    expect(links('INDICATES_MEASURE')).toEqual(['measure:1-1-1:利用者 → 1-1-1']);
    expect(links('INDICATES_PROJECT')).toEqual([
      'project:0101:利用者 → 0101',
      'project:1-2:図書の購入:利用者 → 1-2:図書の購入',
    ]);
    expect(rows('Indicator').map(({ id }) => id)).toEqual([
      '1-1:利用者',
      'measure:1-1-1:利用者',
      'project:0101:利用者',
      'project:1-2:図書の購入:利用者',
      '利用者',
    ]);
  });

  test('is one thing: what several sheets have, or several rows of one, is said', async () => {
    const both = edited(edited(plan, '取組', { B2: '相談の場' }), '事務事業', { B2: '相談の場' });
    const { errors } = await imported({
      ...edited(both, '取組', { B4: '読書', B5: '読書' }),
      指標: { rows: [['名称', '対象'], ...['相談の場', '読書'].map((subject) => ['利用者', subject])] },
    });
    expect(errors).toEqual([
      '指標!B2: 「相談の場」はシート 取組・事務事業 のそれぞれにあります。コードと名称を続けて記入してください',
      '指標!B3: シート「取組」に「読書」という名称の行が 2 行あります。コードで記入してください',
    ]);
  });

  test('is the policy item where that and others are called alike, which is said', async () => {
    const { errors, remarks, links } = await imported({
      ...edited(plan, '事務事業', { B2: '健康づくり' }),
      指標: {
        rows: [
          ['名称', '対象'],
          ['利用者', '健康づくり'],
        ],
      },
    });
    expect(errors).toEqual([]);
    expect(remarks).toContain(
      '指標!B2: 「健康づくり」はシート 施策・事務事業 のそれぞれにあるため、施策のものとしました。ほかの場合は、コードと名称を続けて記入してください',
    );
    expect(links('INDICATES')).toEqual(['2-1:利用者 → 2-1']);
  });

  test('tells its values from those of another of one name', async () => {
    const values = (...names: readonly string[]) =>
      imported({
        ...plan,
        指標: { rows: [['名称', '対象'], ...['1-1-1', '0101'].map((subject) => ['利用者', subject])] },
        指標実績: { rows: [['指標', '年度', '実績値'], ...names.map((name) => [name, 'R5', '5'])] },
      });
    const { errors, links } = await values('0101 利用者', '保育所の整備 利用者');
    expect(errors).toEqual([]);
    expect(links('OBSERVES')).toEqual([
      'project:0101:利用者:2023 → project:0101:利用者',
      'measure:1-1-1:利用者:2023 → measure:1-1-1:利用者',
    ]);
    expect((await values('利用者')).errors).toEqual([
      '指標実績!A2: シート「指標」に「利用者」という名称の行が 2 行あります。コードで、または「0101 利用者」のように対象に続けて記入してください',
    ]);
  });

  test('says of which levels the sheet lists indicators: of those of which it has some', async () => {
    const covered = async (...subjects: readonly (string | null)[]) => {
      const { plain } = await measuring(...subjects);
      const ids = (plain.nodes.get('CoverageStatement') ?? []).map(({ id }) =>
        id.replace('aoba:coverage-statement:', ''),
      );
      return ids.filter((id) => id.endsWith(':indicators:ADOPTED')).map((id) => id.replace(':indicators:ADOPTED', ''));
    };
    expect(await covered('0101')).toEqual(
      ['0101', '0102', '1-2:図書の購入', '40123', '901'].map((id) => `project:${id}`),
    );
    expect(await covered('1-1')).toEqual(['1-1', '1-2', '2-1'].map((id) => `policy-item:${id}`));
    expect(await covered(null)).toEqual([]);
  });
});

test('A record over several rows, with merged cells, is one, with what its rows say', async () => {
  const { 事務事業: _projects, 事業費: _costs, 指標実績: _observations, 評価: _evaluations, ...plan } = aobaCity;
  const { errors, links, plain } = await imported({
    ...plan,
    取組: {
      rows: [
        ['コード', '名称', '施策', '担当部署'],
        ['1-1-1', '保育所の整備', '1-1', '子ども未来課'],
        [null, null, null, '企画課'],
        ['1-1-2', '相談窓口', null, '企画課'],
      ],
      merged: ['A2:A3', 'B2:B3', 'C2:C4'],
    },
    指標: {
      rows: [
        ['名称', '対象'],
        ['待機児童数', '1-1'],
      ],
    },
  });
  expect(errors).toEqual([]);
  expect(links('OWNED_BY')).toEqual(['1-1-1 → 子ども未来課', '1-1-1 → 企画課', '1-1-2 → 企画課']);
  expect(links('PART_OF')).toEqual(['1-1-1 → 1-1', '1-1-2 → 1-1']);
  expect(plain.nodes.get('Measure')?.[0]?.sources).toEqual([
    { stage: 'ADOPTED', document: 'workbook-measures', firstLine: 2, lastLine: 3, cells: 'A2:B2' },
  ]);
  expect(plain.edges.get('OWNED_BY')?.map(({ sources: [source] }) => source?.cells)).toEqual(['D2', 'D3', 'D4']);
  expect(plain.edges.get('PART_OF')?.map(({ sources: [source] }) => source?.cells)).toEqual(['C2', 'C2']);
});
