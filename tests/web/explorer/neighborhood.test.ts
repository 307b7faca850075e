import { describe, expect, test } from '@jest/globals';
import { fitted, placedBranches, rowHeight } from '../../../src/web/explorer/pages/thing/parts/branch-layout.js';
import { branchesOf } from '../../../src/web/explorer/pages/thing/parts/branches.js';

const naming = {
  type: (type: string) => type,
  relationship: (type: string) => type,
  thing: ({ label }: { label: string }) => label,
};
const node = (id: string, type: string) => ({ id, type, distance: 1, label: id, labelEn: id });
const edge = (type: 'LED_BY' | 'SUPPORTED_BY' | 'IMPLEMENTS', from: string, to: string) => ({
  type,
  from,
  to,
  sentence: '',
  sentenceEn: '',
});

describe('the branches of a neighbourhood', () => {
  test('name the relationship only where two lead to one type', () => {
    const nodes = [node('sheet', 'Sheet'), node('d1', 'Department'), node('d2', 'Department'), node('m', 'Measure')];
    const edges = [
      edge('LED_BY', 'sheet', 'd1'),
      edge('SUPPORTED_BY', 'sheet', 'd2'),
      edge('IMPLEMENTS', 'sheet', 'm'),
    ];
    expect(branchesOf({ nodes, edges }, 'sheet', naming).map(({ title }) => title)).toEqual([
      'Department (LED_BY)',
      'Department (SUPPORTED_BY)',
      'Measure',
    ]);
  });

  test('leave out what neighbours have to do with each other', () => {
    const nodes = [node('m', 'Measure'), node('sheet', 'Sheet'), node('d', 'Department')];
    const edges = [edge('IMPLEMENTS', 'sheet', 'm'), edge('LED_BY', 'sheet', 'd')];
    expect(branchesOf({ nodes, edges }, 'm', naming)).toEqual([
      { key: 'IMPLEMENTS from Sheet', title: 'Sheet', things: [{ id: 'sheet', name: 'sheet' }] },
    ]);
  });
});

describe('the picture of a neighbourhood', () => {
  const branch = (key: string, count: number) => ({
    key,
    title: key,
    things: Array.from({ length: count }, (_, index) => ({ id: `${key}${index}`, name: `${key}${index}` })),
  });

  test('has a line for every title and thing, none twice', () => {
    const { placed, rows } = placedBranches([branch('a', 2), branch('b', 1)]);
    const lines = placed.flatMap(({ y, things }) => [y, ...things.map((thing) => thing.y)]);
    expect(rows).toBe(5);
    expect(lines).toEqual([0.5, 1.5, 2.5, 3.5, 4.5].map((line) => line * rowHeight));
  });

  test('says how many things it does not draw, and never hides just one', () => {
    const [crowded] = placedBranches([branch('a', 90)]).placed;
    expect(crowded?.things.length).toBeLessThan(90);
    expect((crowded?.things.length ?? 0) + (crowded?.more?.count ?? 0)).toBe(90);
    const [whole] = placedBranches([branch('a', (crowded?.things.length ?? 0) + 1)]).placed;
    expect(whole?.more).toBeNull();
  });

  test('cuts names by the width they take: Latin letters are half as wide', () => {
    expect(fitted('市民活動推進課', 7)).toBe('市民活動推進課');
    expect(fitted('市民活動推進課', 4)).toBe('市民活動…');
    expect(fitted('Citizens', 7)).toBe('Citizens');
  });
});
