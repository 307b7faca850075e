import { expect, test } from '@jest/globals';
import { KnownValues, unknownAmong } from '../../src/analysis/unknown-values.js';
import { wantedIn } from '../../src/graph/wanted-values.js';

const departments = new KnownValues('Department', [
  {
    id: 'aoba:department:協働推進課',
    properties: [
      ['name', '協働推進課'],
      ['nameEn', 'Collaboration Division'],
    ],
    otherNames: ['協働課'],
  },
  { id: 'aoba:department:道路管理課', properties: [['name', '道路管理課']], otherNames: [] },
]);
const measures = new KnownValues('Measure', [
  {
    id: 'aoba:measure:5-1-1',
    properties: [
      ['code', '5-1-1'],
      ['name', '自治会の支援'],
      // What an earlier stage prints is a name, too.
      ['name', '自治会への支援'],
    ],
    otherNames: [],
  },
]);

const unknown = (filter: object, variables = {}) =>
  unknownAmong(wantedIn('Measure', filter as Record<string, unknown>, variables), (type) =>
    type === 'Department' ? departments : type === 'Measure' ? measures : undefined,
  ).map(({ path, value, suggestions }) => [path, value, suggestions]);

test('a misspelt name is told with what is near to it, and where it stands', () => {
  expect(unknown({ departments: { some: { name: { eq: '協働推進科' } } } })).toEqual([
    ['departments.some.name', '協働推進科', ['協働推進課']],
  ]);
  expect(unknown({ or: [{ departments: { none: { name: { in: ['協働推進課', '道路課'] } } } }] })).toEqual([
    ['or.departments.none.name', '道路課', []],
  ]);
});

test('another name of a thing leads to its own', () => {
  expect(unknown({ departments: { some: { name: { eq: '協働課' } } } })).toEqual([
    ['departments.some.name', '協働課', ['協働推進課']],
  ]);
});

test('codes and ids are compared as a filter compares them', () => {
  expect(unknown({ code: { eq: '5‐1‐1' }, id: { eq: 'aoba:measure:5-1-1@DRAFT' } })).toEqual([]);
  expect(unknown({ code: { eq: '5-1-7' } })).toEqual([['code', '5-1-7', ['5-1-1']]]);
  expect(unknown({ id: { in: ['aoba:measure:5-1-1', 'aoba:measure:5-1-2', 'aoba:measure:9-9-9'] } })).toEqual([
    ['id', 'aoba:measure:5-1-2', ['aoba:measure:5-1-1']],
    ['id', 'aoba:measure:9-9-9', []],
  ]);
});

test('names of any stage are known, with or without regard to case', () => {
  expect(unknown({ name: { in: ['自治会への支援', '自治会の支援'] } })).toEqual([]);
  const named = (ignoreCase: boolean) => ({
    departments: { some: { nameEn: { eq: 'collaboration division', ignoreCase } } },
  });
  expect(unknown(named(true))).toEqual([]);
  expect(unknown(named(false))).toEqual([
    ['departments.some.nameEn', 'collaboration division', ['Collaboration Division']],
  ]);
});

test('what is compared otherwise, or not given, names nothing', () => {
  expect(unknown({ name: { contains: 'x', eq: null, ne: 'y' }, departments: null, nameOnly: { eq: true } })).toEqual(
    [],
  );
});
