import { expect, test } from '@jest/globals';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

const said = async (sheet: string, cells: Parameters<typeof edited>[2]) => {
  const { errors, remarks } = await imported(edited(aobaCity, sheet, cells));
  return { errors, remarks: remarks.filter((each) => each.startsWith(sheet)) };
};

test('A target before its baseline is an error', async () => {
  const { errors } = await said('指標', { H2: 'R3' });
  expect(errors).toEqual(['指標!H2: 基準年度（2022年度）以降の年度が必要ですが、2021年度です']);
});

test('A direction in which the target does not lie is remarked on', async () => {
  expect(await said('指標', { E2: '増加' })).toMatchObject({
    errors: [],
    remarks: expect.arrayContaining(['指標!E2: そのまま取り込みますが、目標値は基準値から見て逆の側にあります']),
  });
});

test.each([
  ['R10', ['指標実績!B2: そのまま取り込みますが、2028年度は計画期間（2023〜2027年度）の外です']],
  ['H25', ['指標実績!B2: そのまま取り込みますが、2013年度は計画期間（2023〜2027年度）の外です']],
  ['H30', []],
])(
  'A planned value of %s is remarked on where that lies behind the plan, or long before it',
  async (year, expected) => {
    const { errors, remarks } = await said('指標実績', { B2: year, D2: null });
    expect(errors).toEqual([]);
    expect(remarks.filter((each) => each.includes('計画期間'))).toEqual(expected);
  },
);

test('What refers to no code is said beside a code that became a date, which is the only one that may be meant', async () => {
  const items = edited(aobaCity, '施策', { A6: '2月1日' });
  const { errors } = await imported(edited(items, '取組', { C3: '9-9' }));
  expect(errors).toEqual([
    expect.stringMatching(/^施策!A6: .*2-1 のことと思われます/),
    '取組!C3: シート「施策」に「9-9」がありません',
  ]);
});
