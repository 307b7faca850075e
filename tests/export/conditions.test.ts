import { expect, test } from '@jest/globals';
import { schema } from '../../src/api/schema.js';
import { conditionsOf, idsIn, orderOf, subjectOf } from '../../src/export/conditions.js';
import { exportedOperation } from '../../src/export/exported-operation.js';
import { fileName, plainFileName } from '../../src/export/file-name.js';
import { type Language, labelsIn } from '../../src/labels/labels.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';

function told(
  list: string,
  path: string,
  { language = 'ja' as Language, variables = {}, names = {} as Readonly<Record<string, string>> } = {},
) {
  const posted = { query: list, operationName: null, variables };
  const read = exportedOperation(schema(), posted, path.split('.'), 1000);
  if (!read) throw new Error('expected an operation that can be exported');
  const labels = labelsIn(vocabularyOf(schema()), language);
  const words = { language, labels, names: new Map(Object.entries(names)) };
  const conditions = conditionsOf(read, words);
  return {
    said: conditions.map(({ on, value }) => `${on}=${value}`),
    short: conditions.flatMap(({ short }) => short ?? []),
    order: orderOf(read, words),
    subject: subjectOf(read, labels, schema()),
    ids: idsIn(read),
  };
}

const measures = (given: string) => `{ measures(${given}) { nodes { code } } }`;

test.each([
  ['filter: { sdgs: { some: { number: { eq: 17 } } } }', '関連するSDGs（導出） / 番号=17', ['SDG17']],
  ['filter: { policyItem: { code: { in: ["5-1", "5-2"] } } }', '施策大項目 / 施策大項目番号=5-1、5-2', ['5-1・5-2']],
  ['filter: { reformSheets: { count: { gt: 0 } } }', '実施計画シート / 件数 / より大きい=0', []],
  ['filter: { departments: { none: {} } }', '評価回答部署=1つも満たさない', []],
  [
    'filter: { or: [{ code: { eq: "5-1-1" } }, { nameOnly: { eq: true } }] }',
    'いずれか=施策中項目番号：5-1-1 または 名称のみ判明：はい',
    [],
  ],
  [
    'filter: { or: [{ name: { contains: "防災", ignoreCase: true } }, { departments: { some: { name: { contains: "防災" } } } }] }',
    '名称・評価回答部署 / 名称のいずれか=防災',
    ['防災'],
  ],
  [
    'filter: { reformSheets: { some: { evaluations: { some: { grade: { eq: A } } } } } }',
    '実施計画シート / 年度末評価 / 年度末評価=評価A',
    ['評価A'],
  ],
  ['stage: DRAFT, first: 3', '計画段階=素案', ['素案']],
  ['municipality: "112119"', '市区町村=112119', []],
])('%s in words', (given, said, short) => {
  expect(told(measures(given), 'measures')).toMatchObject({ said: [said], short });
});

test.each([
  [
    'measures(filter: { sdgs: { edge: { derived: { eq: true }, via: { some: { relationship: { eq: TOUCHES } } } } } })',
    'ja',
    [
      '関連するSDGs（導出） / 対象とするつながりの条件 / 導出したものかどうか=はい',
      '関連するSDGs（導出） / 対象とするつながりの条件 / 導出の元のつながりの条件 / 関係の種類=関連するSDGs',
    ],
    [],
  ],
  ['measures(filter: { sdgs: { some: { number: { eq: 4 } } } })', 'en', ['SDGs (derived) / Number=4'], ['SDG4']],
  ['policyItems(filter: { sdgs: { some: { number: { eq: 4 } } } })', 'ja', ['関連するSDGs / 番号=4'], ['SDG4']],
  [
    'indicators(filter: { reached: { eq: true } })',
    'ja',
    ['達成済みかどうか（算出）=はい'],
    // The name of a file has no mark.
    ['達成済みかどうか'],
  ],
] as const)('%s: what follows from others says so, as headings do (%s)', (list, language, said, short) => {
  expect(told(`{ ${list} { nodes { id } } }`, list.split('(')[0] ?? '', { language })).toMatchObject({ said, short });
});

test('an order by what follows from others says so', () => {
  const order = 'measures(orderBy: [{ sdgs: { count: DESC } }])';
  expect(told(`{ ${order} { nodes { id } } }`, 'measures').order).toBe('関連するSDGs（導出） / 件数：降順');
});

test('what is chosen by id is called by its name, conditions that all hold are one each, and variables count', () => {
  const query = `query ($f: MeasureFilter) { measures(filter: $f, orderBy: [{ policyItem: { code: DESC } }, { departments: { count: ASC } }]) { nodes { code } } }`;
  const variables = {
    f: {
      and: [
        { departments: { some: { id: { eq: 'sora:department:みどり課' } } } },
        { sdgs: { some: { id: { eq: 'sdg:4' } } } },
      ],
    },
  };
  const names = { 'sora:department:みどり課': 'みどり課', 'sdg:4': '4 教育' };
  expect(told(query, 'measures', { variables, names })).toEqual({
    said: ['評価回答部署=みどり課', '関連するSDGs（導出）=4 教育'],
    short: ['みどり課', 'SDG4'],
    order: '施策大項目 / 施策大項目番号：降順、評価回答部署 / 件数：昇順',
    subject: '施策中項目',
    ids: ['sora:department:みどり課', 'sdg:4'],
  });
});

test('below a single thing the file is called by the list and the thing', () => {
  const query = '{ department(name: "みどり課") { measures { nodes { code } } } }';
  expect(told(query, 'department.measures')).toMatchObject({ subject: '担当する施策中項目', short: ['みどり課'] });
  expect(told(query, 'department.measures', { language: 'en' })).toMatchObject({
    subject: 'Measures',
    said: ['Name=みどり課'],
  });
});

const short = (...parts: readonly string[]) => parts.map((part) => ({ short: part }));

test('a file name has no sign that a system refuses, and leaves out what makes it long', () => {
  expect(fileName('施策中項目', short('SDG17', '課/室 "一"'), '2026-11-24')).toBe(
    '施策中項目_SDG17_課_室_一__2026-11-24',
  );
  expect(fileName('a', short('b'.repeat(60), 'c', 'c'), 'd')).toBe('a_d');
  expect(plainFileName('measures', short('SDG17', 'みどり課'), '2026-11-24')).toBe('measures_SDG17_2026-11-24');
});
