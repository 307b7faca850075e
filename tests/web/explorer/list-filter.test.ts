import { describe, expect, test } from '@jest/globals';
import { fromFacet, fromHeaders } from '../../../src/web/explorer/pages/list/choice.js';
import { conditionOf } from '../../../src/web/explorer/pages/list/list-filter.js';
import { plannedPages } from './planned-pages.js';

const filters = plannedPages().find(({ name }) => name === 'Measure')?.list?.filters ?? [];
const conditionFor = (search: string) => conditionOf(filters, new URLSearchParams(search), 'honjo');

describe('what an address narrows a list by', () => {
  test('nothing of it is no condition', () => {
    expect(conditionFor('')).toBeNull();
    expect(conditionFor('stage=DRAFT&colour=red')).toBeNull();
  });

  test('a value is the id of the thing behind it, of the municipality that is looked at', () => {
    expect(conditionFor('department=市民課')).toEqual({
      departments: { some: { id: { eq: 'honjo:department:市民課' } } },
    });
    expect(conditionFor('item=5-1')).toEqual({ policyItem: { id: { eq: 'honjo:policy-item:5-1' } } });
  });

  test('goals belong to no municipality', () => {
    expect(conditionFor('sdg=17')).toEqual({ sdgs: { some: { id: { eq: 'sdg:17' } } } });
  });

  test('several must all hold', () => {
    expect(conditionFor('sdg=17&item=5-1')).toEqual({
      and: [{ sdgs: { some: { id: { eq: 'sdg:17' } } } }, { policyItem: { id: { eq: 'honjo:policy-item:5-1' } } }],
    });
  });

  test('several values of one filter are as good as each other', () => {
    expect(conditionFor('sdg=17&sdg=4')).toEqual({ sdgs: { some: { id: { in: ['sdg:17', 'sdg:4'] } } } });
    expect(conditionFor('sdg=17&sdg=none')).toEqual({
      or: [{ sdgs: { some: { id: { eq: 'sdg:17' } } } }, { sdgs: { count: { eq: 0 } } }],
    });
  });

  test('what the other values of a filter would add is counted without it', () => {
    expect(conditionOf(filters, new URLSearchParams('sdg=17&item=5-1'), 'honjo', 'sdg')).toEqual({
      policyItem: { id: { eq: 'honjo:policy-item:5-1' } },
    });
  });

  test('"none" asks for those that have nothing there, where there can be any', () => {
    expect(conditionFor('sdg=none')).toEqual({ sdgs: { count: { eq: 0 } } });
    expect(conditionFor('item=none')).toBeNull();
    expect(conditionFor('mark=A')).toEqual({ evaluations: { some: { mark: { eq: 'A' } } } });
    expect(conditionFor('mark=none')).toEqual({
      or: [{ evaluations: { count: { eq: 0 } } }, { evaluations: { some: { mark: { isNull: true } } } }],
    });
  });
});

test('what a filter finds on several ways is found on any of them', () => {
  const ofIndicators = plannedPages().find(({ name }) => name === 'Indicator')?.list?.filters ?? [];
  const is = { id: { eq: 'honjo:policy-item:5-1' } };
  const condition = (search: string) => conditionOf(ofIndicators, new URLSearchParams(search), 'honjo');
  expect(condition('within=5-1')).toEqual({
    or: [{ policyItem: is }, { measure: { policyItem: is } }, { project: { policyItem: is } }],
  });
  // Those of the item itself are another question.
  expect(condition('item=5-1')).toEqual({ policyItem: is });
});

describe('choices', () => {
  const facet = (value: string | null, label: string | null, count: number) => ({
    ...{ value, label, labelEn: null, count },
    noneState: value === null ? ('NOT_READ' as const) : null,
  });

  test('stand in the address by what their ids end in, and show codes before names', () => {
    expect(fromFacet([facet('sdg:17', '協力', 3)])).toEqual([
      { value: '17', label: '17 協力', labelEn: null, count: 3, noneState: null },
    ]);
    expect(fromFacet([facet('honjo:department:市民課', '市民課', 2)])).toEqual([
      { value: '市民課', label: '市民課', labelEn: null, count: 2, noneState: null },
    ]);
  });

  test('are in natural order of their codes, else as counted, and nothing is last', () => {
    const values = (facets: Parameters<typeof fromFacet>[0]) => fromFacet(facets).map(({ value }) => value);
    expect(values([facet('sdg:10', 'ト', 9), facet(null, null, 8), facet('sdg:9', 'ク', 1)])).toEqual([
      '9',
      '10',
      'none',
    ]);
    expect(values([facet('a:department:広報課', '広報課', 2), facet('a:department:企画課', '企画課', 1)])).toEqual([
      '広報課',
      '企画課',
    ]);
  });

  test('that are nothing say whether it was read', () => {
    expect(fromFacet([facet(null, null, 8)])).toMatchObject([{ value: 'none', noneState: 'NOT_READ' }]);
  });

  test('of a cross table count each thing once', () => {
    expect(
      fromHeaders([
        { key: 'A', label: '評価A', labelEn: 'Grade A', total: 4, noneState: null },
        { key: 'none', label: '該当なし', labelEn: 'None', total: 1, noneState: 'NOT_READ' },
      ]),
    ).toEqual([
      { value: 'A', label: '評価A', labelEn: 'Grade A', count: 4, noneState: null },
      { value: 'none', label: '該当なし', labelEn: 'None', count: 1, noneState: 'NOT_READ' },
    ]);
  });
});
