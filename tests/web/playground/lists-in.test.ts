import { expect, test } from '@jest/globals';
import { listsIn } from '../../../src/web/playground/client/lists-in.js';

test('the lists of an answer are found through single objects, by the keys of the answer', () => {
  const data = {
    measures: { totalCount: 2, nodes: [{ name: 'a', departments: { nodes: [{ name: 'b' }] } }] },
    one: { name: 'c', sdgs: { edges: [] }, codes: ['1-1'], policyItem: { measures: { nodes: [] } } },
    resolveNames: [{ name: 'd', found: [{ id: 'e' }] }],
    crossTab: { rows: [{ key: '1' }], columns: [{ key: '2' }], cells: [{ count: 3 }] },
    none: null,
  };
  expect(listsIn(data)).toEqual(['measures', 'one.sdgs', 'one.policyItem.measures', 'resolveNames', 'crossTab']);
});

test.each([null, undefined, {}, { __typename: 'Query' }, { names: [] }])('%j has none', (data) => {
  expect(listsIn(data)).toEqual([]);
});
