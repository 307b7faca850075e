import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberAndName } from '../../../src/ingest/workbook/field-numbers.js';
import { aobaCity, edited } from '../../fixtures/aoba-city.js';
import { imported } from './imported.js';

test.each([
  ['1', 1, ''],
  ['第１章', 1, ''],
  ['第一章', 1, ''],
  ['２章', 2, ''],
  ['基本目標3', 3, ''],
  ['Ⅳ', 4, ''],
  ['XII', 12, ''],
  ['二十三', 23, ''],
  ['④', 4, ''],
  ['【1】健やか', 1, '健やか'],
  ['第1章 健やか', 1, '健やか'],
  ['第１章健やか', 1, '健やか'],
  ['1．健やか', 1, '健やか'],
  ['1：健やか', 1, '健やか'],
  ['①健やか', 1, '健やか'],
  ['Ⅳ 自治', 4, '自治'],
  ['政策の柱2', null, ''],
  ['健やか（第1章）', 1, '健やか'],
  ['一人ひとりを大切に', null, ''],
  ['3つの約束', null, ''],
  ['ICT', null, ''],
  ['1-1', null, ''],
  ['IIII', null, ''],
])('%s names the number %s', (text, number, name) => {
  expect(numberAndName(text)).toEqual(number === null ? null : { number, name });
});

/** Ways to print a number of a field. */
const ways: readonly ((number: number) => string)[] = [
  String,
  (number) => `第${number}章`,
  (number) => `${number}章`,
  (number) => `基本目標${number}`,
  (number) => `【${number}】`,
  (number) => String.fromCodePoint(0x215f + number),
  (number) => String.fromCodePoint(0x245f + number),
  (number) => `第${'一二三四五六七八九'[number - 1]}編`,
];

test('What is a number of the sheet 分野 is one in 施策, alone and beside the name', async () => {
  const way = fc.constantFrom(...ways);
  await fc.assert(
    fc.asyncProperty(way, way, fc.integer({ min: 1, max: 9 }), async (declared, referring, number) => {
      const fields = edited(aobaCity, '分野', { A2: declared(number), A3: number === 1 ? 2 : 1 });
      const printed = referring(number);
      const behind = printed.startsWith('【') ? printed : `（${printed}）`;
      const texts = [printed, `${printed} 子育て・教育`, `子育て・教育${behind}`];
      const items = edited(fields, '施策', { C4: texts[0] ?? '', C5: texts[1] ?? '', C6: texts[2] ?? '' });
      const { errors, links } = await imported(items);
      expect(errors).toEqual([]);
      expect(links('IN_FIELD')).toEqual([`1-1 → ${number}`, `1-2 → ${number}`, `2-1 → ${number}`]);
    }),
    { numRuns: 8 },
  );
});

test('A number and a name may stand together where one of them fits and the other names no other field', async () => {
  const { errors, links } = await imported(edited(aobaCity, '施策', { C4: '1 子そだて', C6: '9 健康' }));
  expect(errors).toEqual([]);
  expect(links('IN_FIELD')).toEqual(['1-1 → 1', '1-2 → 1', '2-1 → 2']);
});
