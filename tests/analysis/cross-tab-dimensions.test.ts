import { edgesBetween, edgesInUse } from '../../src/analysis/cross-tab-dimensions.js';

describe('The edges on the ways of indicators', () => {
  const kinds = ['INDICATES', 'INDICATES_MEASURE', 'INDICATES_PROJECT'];

  test('are those of all that they can measure', () => {
    expect([...edgesBetween('INDICATORS', 'POLICY_ITEM', 'DEPARTMENT')].sort()).toEqual(
      [...kinds, 'OWNED_BY', 'PART_OF', 'PROJECT_OF', 'RUN_BY'].sort(),
    );
  });

  test.each([
    ['of the kinds that there are', ['INDICATES_PROJECT'], ['INDICATES_PROJECT', 'PROJECT_OF', 'RUN_BY']],
    ['the usual ones where there is none', [], ['INDICATES', 'OWNED_BY', 'PART_OF']],
  ])('are counted on %s', (_name, there, expected) => {
    const used = edgesInUse('INDICATORS', 'POLICY_ITEM', 'DEPARTMENT', (edge) => there.includes(edge));
    expect([...used].sort()).toEqual(expected);
  });

  test('of what belongs to nothing else are all counted on', () => {
    const used = edgesInUse('REFORM_SHEETS', 'POLICY_FIELD', 'GRADE', () => false);
    expect(used).toEqual(edgesBetween('REFORM_SHEETS', 'POLICY_FIELD', 'GRADE'));
  });
});
