import { expect, test } from '@jest/globals';
import { imported } from './imported.js';

const read = (unit: string, baseline: number | string, actual: number | string, target: number | string) =>
  imported({
    市区町村: {
      rows: [
        ['団体コード', '名称', 'キー'],
        ['990035', '市', 'x'],
      ],
    },
    施策: {
      rows: [
        ['コード', '名称'],
        ['1-1', '水辺'],
      ],
    },
    指標: {
      rows: [
        ['名称', '対象', '単位', '基準値', '目標値'],
        ['率', '1-1', unit, baseline, target],
      ],
    },
    指標実績: {
      rows: [
        ['指標', '年度', '実績値'],
        ['率', 'R5', actual],
      ],
    },
  });
const onFractions = ({ remarks }: Awaited<ReturnType<typeof read>>) =>
  remarks.filter((each) => /桁が違います/.test(each));

test('A fraction of 1 among values in percent is remarked on, with what may be meant', async () => {
  const result = await read('％', 0.55, 0.72, 80);
  expect(result.errors).toEqual([]);
  expect(onFractions(result)).toEqual([
    '指標!D2: そのまま 0.55% として取り込みますが、ほかの値と桁が違います。55% のことであれば % を付けて書いてください',
    '指標実績!C2: そのまま 0.72% として取り込みますが、ほかの値と桁が違います。72% のことであれば % を付けて書いてください',
  ]);
  expect(result.rows('Observation')).toMatchObject([{ actual_value: 0.72 }]);
});

test.each([
  ['％', 0.5, 0.7, 0.9],
  ['人', 55, 0.72, 80],
  ['％', 55, 1, 80],
  ['％', 55, '0.7%', 80],
  ['％', 55, 0, 80],
])('Other small values are not: %s %s, %s, %s', async (unit, baseline, actual, target) => {
  expect(onFractions(await read(unit, baseline, actual, target))).toEqual([]);
});
