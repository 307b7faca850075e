import { expect, test } from '@jest/globals';
import type { CoverageState } from '../../../src/web/explorer/graphql/graphql.js';
import { stateWithin } from '../../../src/web/explorer/pages/thing/parts/stage-coverage.js';

const items = { type: 'PolicyItem', count: 2, ids: ['honjo:policy-item:1-1', 'honjo:policy-item:1-2'] };
const fields = { type: 'PolicyField', count: 1, ids: ['honjo:policy-field:1'] };
const covered = (state: CoverageState, ...missing: readonly (typeof items)[]) => ({ state, missing });

test.each([
  ['nothing was read', covered('NOT_READ', items), 'honjo:policy-item:5-2', 'NOT_READ'],
  ['all was read', covered('COMPLETE'), 'honjo:policy-item:5-2', 'COMPLETE'],
  ['its item was read', covered('PARTIAL', items, fields), 'honjo:policy-item:5-2', 'COMPLETE'],
  ['its item was not read', covered('PARTIAL', items, fields), 'honjo:policy-item:1-2', 'NOT_READ'],
  ['not all items are named that were not read', covered('PARTIAL', { ...items, count: 3 }), 'x', 'PARTIAL'],
  ['another kind of whole was not read', covered('PARTIAL', fields), 'honjo:policy-item:5-2', 'PARTIAL'],
])('where %s', (_case, coverage, item, state) => {
  expect(stateWithin(coverage, new Map([['PolicyItem', item]]))).toBe(state);
});

test('what belongs to no whole may stand in a part that was not read', () => {
  expect(stateWithin(covered('PARTIAL', items), new Map())).toBe('PARTIAL');
});
