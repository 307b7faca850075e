import { expect, test } from '@jest/globals';
import { countsOf, flowing } from '../../../src/web/explorer/pages/compare/change-flow.js';
import { flowLayout } from '../../../src/web/explorer/pages/compare/flow-layout.js';

type Change = Parameters<typeof flowing>[0][number];

const change = (
  id: string,
  kind: Change['kind'],
  field: string | null = null,
  fromStage: Change['fromStage'] = 'DRAFT',
) => ({ kind, field, fromStage, subject: { __typename: 'Measure', id, name: id }, sources: [] }) as unknown as Change;

test('a thing with several changes on a step counts once, as the one that tells most of it', () => {
  const things = flowing([change('a', 'REVISED', 'text'), change('a', 'RENAMED', 'name'), change('b', 'UNCHANGED')]);
  expect(things.map(({ thing, kind, changes }) => [thing.id, kind, changes.length])).toEqual([
    ['a', 'RENAMED', 2],
    ['b', 'UNCHANGED', 1],
  ]);
});

test('a thing counts on each step on which something is told of it', () => {
  const things = flowing([change('a', 'ADDED', null, 'CURRENT'), change('a', 'REVISED', 'text')]);
  expect([...countsOf(things, 'CURRENT')].filter(([, count]) => count > 0)).toEqual([['ADDED', 1]]);
  expect([...countsOf(things, 'DRAFT')].filter(([, count]) => count > 0)).toEqual([['REVISED', 1]]);
});

test('what is added to a thing revises it', () => {
  expect(flowing([change('a', 'ADDED', 'departments')]).map(({ kind }) => kind)).toEqual(['REVISED']);
});

test('steps stand beside each other where there is room, else below each other, with one scale for all', () => {
  const [wide, narrow] = [flowLayout([10, 100], 1000), flowLayout([10, 100], 320)];
  expect([wide.columns, narrow.columns]).toEqual([2, 1]);
  expect(wide.tops).toEqual([0, 0]);
  expect(wide.unit * 100).toBeLessThanOrEqual(wide.height);
  // No room is left below the one with less.
  expect(narrow.tops[1]).toBeLessThan(wide.height);
  expect(narrow.height).toBe((narrow.tops[1] ?? 0) + wide.height);
  // A few things are not blown up to fill it.
  expect(flowLayout([2], 1000).height).toBeLessThan(80);
});
