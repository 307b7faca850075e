import { expect, test } from '@jest/globals';
import { countObjects, firstDifference, normalForm } from './normal-form.js';

/** The same answer in the shapes of two contestants. */
const ours = {
  measures: {
    nodes: [
      { id: 'a:1', name: '一', policyItem: { id: 'p:1', code: '1' }, departments: { nodes: [{ name: '課' }] } },
      { id: 'a:2', name: '二', policyItem: null, departments: { nodes: [] } },
    ],
  },
};
const peers = {
  measures: [
    { name: '一', id: 'a:1', departments: [{ name: '課' }], policyItem: [{ code: '1', id: 'p:1' }] },
    { name: '二', id: 'a:2', departments: [], policyItem: [] },
  ],
};

test('answers that say the same have one normal form, whatever their shape', () => {
  expect(normalForm(ours)).toEqual(normalForm(peers));
  expect(firstDifference(normalForm(ours), normalForm(peers))).toBeNull();
  expect(countObjects(normalForm(ours))).toBe(countObjects(normalForm(peers)));
});

test.each<[string, (answer: typeof peers) => object]>([
  ['another value', ({ measures: [one, two] }) => ({ measures: [{ ...one, name: '三' }, two] })],
  ['another order', ({ measures: [one, two] }) => ({ measures: [two, one] })],
  ['an entry less', ({ measures: [one] }) => ({ measures: [one] })],
  ['a field less', ({ measures: [one, two] }) => ({ measures: [one, { ...two, name: undefined }] })],
  ['a node below that is missing', ({ measures: [one, two] }) => ({ measures: [{ ...one, departments: [] }, two] })],
  [
    'a value instead of null',
    ({ measures: [one, two] }) => ({ measures: [one, { ...two, policyItem: [{ code: '2' }] }] }),
  ],
  ['nothing', () => ({})],
])('%s is a difference, with its place', (_, changed) => {
  expect(firstDifference(normalForm(ours), normalForm(changed(peers)))).toMatch(/^\.measures.*(against|entries)/);
});
