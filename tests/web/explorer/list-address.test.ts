import { describe, expect, test } from '@jest/globals';
import {
  allColumns,
  chosenColumns,
  chosenOrder,
  columnsInAddress,
  nextOrder,
  orderBy,
  savedColumns,
} from '../../../src/web/explorer/pages/list/list-address.js';
import { textCondition } from '../../../src/web/explorer/pages/list/text-filter.js';
import { plannedPages } from './planned-pages.js';

const pages = plannedPages();
const page = (name: string) => {
  const found = pages.find((each) => each.name === name);
  if (!found) throw new Error(`expected a page of ${name}`);
  return found;
};
const measure = page('Measure');
const address = (search: string) => new URLSearchParams(search);

describe('the columns of a list', () => {
  test('are all where the address names none that there is', () => {
    expect(chosenColumns(measure, address(''))).toEqual(allColumns(measure));
    expect(chosenColumns(measure, address('columns=colour'))).toEqual(allColumns(measure));
    expect(allColumns(measure).at(-1)).toBe('sources');
  });

  test('are those of the address in its order, each once', () => {
    expect(chosenColumns(measure, address('columns=departments,name,colour,name'))).toEqual(['departments', 'name']);
  });

  test('leave the address when all are shown', () => {
    expect(columnsInAddress(measure, allColumns(measure))).toBeNull();
    expect(columnsInAddress(measure, ['name', 'sdgs'])).toBe('name,sdgs');
  });

  test('go into a file with what their cells show beside them', () => {
    expect(savedColumns(page('ReformSheet'), ['name', 'supportingDepartments'])).toEqual([
      'name',
      'supportingDepartments',
      'supportingScope',
    ]);
  });
});

describe('the order of a list', () => {
  test.each([
    ['order=code', [{ code: 'ASC' }]],
    ['order=-policyItem', [{ policyItem: { code: 'DESC' } }]],
    ['order=-departments', [{ departments: { count: 'DESC' } }]],
    ['order=colour', null],
    ['', null],
  ])('%s is %j', (search, expected) => {
    expect(orderBy(measure, chosenOrder(measure, address(search)), 'ja')).toEqual(expected);
  });

  test('by name is by the name that the page shows', () => {
    expect(orderBy(measure, { column: 'name', descending: false }, 'en')).toEqual([{ nameEn: 'ASC' }]);
  });

  test('goes up, down and back as a heading is pressed', () => {
    const pressed = (search: string, column: string) => nextOrder(chosenOrder(measure, address(search)), column);
    expect(pressed('', 'code')).toBe('code');
    expect(pressed('order=code', 'code')).toBe('-code');
    expect(pressed('order=-code', 'code')).toBeNull();
    expect(pressed('order=-code', 'name')).toBe('name');
  });

  test('is there for every list by its name, and for what cannot be ordered by not at all', () => {
    const lists = pages.flatMap(({ name, list }) => (list ? [{ name, columns: list.columns }] : []));
    for (const { name, columns } of lists)
      expect([name, columns.find(({ path }) => path === 'name')?.order]).toEqual([name, 'name']);
    const department = lists.find(({ name }) => name === 'Department');
    expect(department?.columns.find(({ path }) => path === 'collaboratorCount')?.order).toBeNull();
  });
});

describe('a text that is looked for in a list', () => {
  const searched = measure.list?.searched ?? [];
  const text = (typed: string) => textCondition(searched, typed, 'ja');

  test('stands in a name, or in one of what the row is linked with', () => {
    const { or } = text('防災') as { or: readonly unknown[] };
    expect(or).toContainEqual({ name: { contains: '防災', ignoreCase: true } });
    expect(or).toContainEqual({ departments: { some: { name: { contains: '防災', ignoreCase: true } } } });
    expect(or).toContainEqual({ policyItem: { name: { contains: '防災', ignoreCase: true } } });
  });

  test('is a code from its beginning, and a number as a whole, with its prefix or without', () => {
    expect(text('5-2')).toMatchObject({ or: expect.arrayContaining([{ code: { startsWith: '5-2' } }]) });
    for (const typed of ['17', 'SDG17', 'ＳＤＧ１７'])
      expect(text(typed)).toMatchObject({ or: expect.arrayContaining([{ sdgs: { some: { number: { eq: 17 } } } }]) });
  });

  test('has all its words, of which there are few', () => {
    expect(text('防災 訓練')).toMatchObject({ and: [{ or: expect.anything() }, { or: expect.anything() }] });
    expect((text('a b c d e f g h') as { and: readonly unknown[] }).and).toHaveLength(5);
    expect(text('  ')).toBeNull();
  });
});
