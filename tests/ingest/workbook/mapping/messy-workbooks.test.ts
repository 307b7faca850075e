/** What a proposed mapping alone makes of workbooks as cities keep them, once the city is filled in. */
import { expect, test } from '@jest/globals';
import { edited, type FixtureBook } from '../../../fixtures/aoba-city.js';
import { hamaSlips, kawabeProjects, tsukiIndicators } from '../../../fixtures/messy-workbooks.js';
import { filledIn, imported, proposed } from '../imported.js';

/** The proposal of a workbook, with the code, name and key of a city, and what the workbook gives by it. */
async function byItsProposal(sheets: FixtureBook) {
  const text = await proposed(sheets);
  return { text, ...(await imported(sheets, filledIn(text))) };
}

test('projects with a pair of columns for each year, merged cells, units and subtotals', async () => {
  const { text, errors, rows, links, said } = await byItsProposal(kawabeProjects);
  for (const line of [
    '  名称: かわべ市 # 表題から',
    '    for: { 年度: [令和5年度, 令和6年度] }',
    '      予算額: "{年度}/予算額" #',
  ])
    expect(text).toContain(line);
  expect(errors).toEqual([]);
  expect(rows('Project')).toEqual([
    expect.objectContaining({ id: '101', name: '保育の場づくり', expenditure_function: 'WELFARE' }),
    expect.objectContaining({ id: '102', name: '子育て相談', expenditure_function: 'WELFARE' }),
    expect.objectContaining({ id: '201', name: '住民健診', expenditure_function: 'SANITATION' }),
  ]);
  expect(links('PROJECT_OF')).toEqual(['101 → 1-1', '102 → 1-1', '201 → 1-2']);
  expect(links('RUN_BY')).toEqual(['101 → こども課', '102 → こども課', '102 → 健康課', '201 → 健康課']);
  const costs = rows('Cost') as unknown as readonly Record<string, unknown>[];
  expect(costs.map(({ id, budget, settled }) => [id, budget, settled])).toEqual([
    ['101:2023', 12_000_000, 11_500_000],
    ['102:2023', 800_000, -20_000],
    ['101:2024', 120_000_000, null],
    ['102:2024', 900_000, null],
    ['201:2024', 4_500_000, null],
  ]);
  expect(said.ja).toContain('読み飛ばした行: 合計 7, 9, 10、注記 11');
});

test('indicators with a target and a result for each year', async () => {
  const { errors, rows, links } = await byItsProposal(tsukiIndicators);
  expect(errors).toEqual([]);
  expect(rows('PolicyItem').map(({ id, name }) => [id, name])).toEqual([
    ['1-1', '子育て'],
    ['2-1', '健康'],
  ]);
  expect(rows('Indicator')).toEqual([
    expect.objectContaining({ baseline_year: 2021, baseline_value: 12, target_year: 2026, target_value: 0 }),
    expect.objectContaining({
      baseline_year: 2021,
      baseline_value: 60.5,
      target_value: 70,
      target_comparator: 'AT_LEAST',
    }),
    expect.objectContaining({ name: '健診の受診率', target_value: 60 }),
  ]);
  expect(links('INDICATES')).toHaveLength(3);
  const values = rows('Observation') as unknown as readonly Record<string, unknown>[];
  expect(values.map(({ id, planned_value, actual_value }) => [id, planned_value, actual_value])).toEqual([
    [expect.stringMatching(/待機児童数:2022$/), 8, 9],
    [expect.stringMatching(/相談の満足度:2022$/), 62, 61.8],
    [expect.stringMatching(/健診の受診率:2022$/), 50, 48],
    [expect.stringMatching(/待機児童数:2023$/), 4, -1],
    [expect.stringMatching(/相談の満足度:2023$/), 64, null],
    [expect.stringMatching(/健診の受診率:2023$/), 52, null],
  ]);
});

test('what is planted as wrong is named by its cell, and nothing else is', async () => {
  const { errors } = await byItsProposal(hamaSlips);
  const unknown = expect.stringMatching(/^事務事業!C3: シート「施策」に「1-9」がありません/);
  const others = [
    expect.stringMatching(/^施策体系!C4: .*1から17まで/),
    expect.stringMatching(/^事務事業!D2: 民生費のような款の名称.*土木費 ではありませんか$/),
    expect.stringMatching(/^事務事業!F2: .*金額が必要ですが、「1,20,000」です$/),
  ];
  expect(errors).toHaveLength(5);
  expect(errors).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^施策体系!A3: .*日付に変えたもので、1-1 のこと/),
      unknown,
      ...others,
    ]),
  );
  // Whoever refers to the code that became a date is not blamed for that.
  const corrected = await byItsProposal(edited(hamaSlips, '施策体系', { A3: '1-1' }));
  expect(corrected.errors).toHaveLength(4);
  expect(corrected.errors).toEqual(expect.arrayContaining([unknown, ...others]));
});
