import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellsOf, shownDepartments } from '../../../src/web/explorer/pages/collaboration/matrix.js';
import { labelGap, ringHeight, ringLayout } from '../../../src/web/explorer/pages/collaboration/ring-layout.js';
import {
  isLeading,
  mostAt,
  type Pair,
  type Roles,
  type Tie,
  tiesOf,
  turned,
} from '../../../src/web/explorer/pages/collaboration/roles.js';

const department = (name: string) => ({ id: `x:department:${name}`, name, nameEn: null });
const shared = (role: Roles[number]['role'], partnerRole: Roles[number]['role'], count: number) => ({
  role,
  partnerRole,
  count,
});
const pair = (first: string, second: string, roles: Roles): Pair => ({
  department: department(first) as Pair['department'],
  partner: department(second) as Pair['partner'],
  weight: roles.reduce((sum, { count }) => sum + count, 0),
  roles,
  sources: [],
});
const told = (ties: readonly Tie[]) =>
  ties.map(({ kind, from, to, weight }) => `${from.name} ${kind} ${to.name} ${weight}`);

describe('what two departments share', () => {
  test('is told apart by who leads and who supports, each way', () => {
    const roles = [shared('SUPPORTED_BY', 'LED_BY', 2), shared('LED_BY', 'SUPPORTED_BY', 1)];
    expect(told(tiesOf(pair('公園課', '道路課', roles)))).toEqual(['公園課 leads 道路課 1', '道路課 leads 公園課 2']);
  });

  test('may be led by both, and supported by both', () => {
    const roles = [
      shared('OWNED_BY', 'OWNED_BY', 3),
      shared('LED_BY', 'ITEM_OWNED_BY', 1),
      shared('SUPPORTED_BY', 'MEASURE_SUPPORTED_BY', 1),
    ];
    expect(told(tiesOf(pair('公園課', '道路課', roles)))).toEqual([
      '公園課 together 道路課 4',
      '公園課 supports 道路課 1',
    ]);
  });

  test('keeps all roles and their counts', () => {
    const roles = [
      shared('OWNED_BY', 'MEASURE_SUPPORTED_BY', 2),
      shared('LED_BY', 'SUPPORTED_BY', 1),
      shared('SUPPORTED_BY', 'OWNED_BY', 4),
    ];
    const ties = tiesOf(pair('公園課', '道路課', roles));
    expect(ties.map(({ roles: own }) => own)).toEqual([roles.slice(0, 2), [shared('OWNED_BY', 'SUPPORTED_BY', 4)]]);
    expect(ties.reduce((sum, { weight }) => sum + weight, 0)).toBe(7);
  });

  test('is led by the one or the other, seen from either', () => {
    const roles = [shared('SUPPORTED_BY', 'LED_BY', 1)];
    expect([isLeading(roles), isLeading(turned(roles))]).toEqual([false, true]);
    expect(turned(turned(roles))).toEqual(roles);
  });
});

describe('who stands at most lines', () => {
  const led = ['道路課', '水道課'].flatMap((name) =>
    tiesOf(pair('公園課', name, [shared('LED_BY', 'SUPPORTED_BY', 1)])),
  );

  test('is counted in others, not in what is shared', () => {
    expect(mostAt(led, 'from')).toEqual({ departments: [department('公園課')], count: 2 });
  });

  test('may be several, or nobody', () => {
    expect(mostAt(led, 'to')).toEqual({ departments: [department('道路課'), department('水道課')], count: 1 });
    expect(mostAt([], 'to')).toBeUndefined();
  });
});

describe('the matrix', () => {
  const network = (degrees: readonly (readonly [name: string, group: number, degree: number])[], pairs: Pair[] = []) =>
    ({
      collaborations: pairs,
      departments: degrees.map(([name, group, degree]) => ({ department: department(name), group, degree })),
    }) as unknown as Parameters<typeof cellsOf>[0];

  test('has both cells of a pair, each with the roles of its row first', () => {
    const roles = [shared('LED_BY', 'SUPPORTED_BY', 1)];
    const cells = cellsOf(
      network([], [pair('公園課', '道路課', roles), pair('公園課', '水道課', roles)]),
      new Set([department('公園課').id, department('道路課').id]),
    );
    expect(cells.map(({ row, column, roles: own }) => [row.name, column.name, own[0]?.role])).toEqual([
      ['公園課', '道路課', 'LED_BY'],
      ['道路課', '公園課', 'SUPPORTED_BY'],
    ]);
  });

  test('shows those that work with most others, group by group', () => {
    const shown = shownDepartments(
      network([
        ['公園課', 1, 3],
        ['道路課', 2, 5],
        ['水道課', 1, 1],
        ['市民課', 1, 4],
        ['農政課', 2, 0],
      ]),
      4,
    );
    expect(shown.map(({ department: { name } }) => name)).toEqual(['市民課', '公園課', '水道課', '道路課']);
  });
});

describe('the ring of departments', () => {
  const groups = fc
    .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 48 })
    .map((each) => each.toSorted((a, b) => a - b));
  const drawings = [groups, fc.integer({ min: 2, max: 24 }), fc.integer({ min: 280, max: 1400 })] as const;

  test('writes no name over another, and none over the edge', () => {
    fc.assert(
      fc.property(...drawings, (own, ems, width) => {
        const ring = ringLayout(own, ems, width);
        const reach = labelGap + Math.min(ems, ring.labelEms) * ring.letters;
        const boxes = [...ring.places, ...ring.headings].map(({ x, y, side }) => ({
          left: side === 'right' ? x + labelGap : x - reach,
          right: side === 'right' ? x + reach : x - labelGap,
          top: y - ring.letters / 2,
          bottom: y + ring.letters / 2,
        }));
        for (const [index, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(ring.width);
          expect(a.top).toBeGreaterThanOrEqual(0);
          expect(a.bottom).toBeLessThanOrEqual(ring.height);
          const over = boxes
            .slice(index + 1)
            .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
          expect(over).toEqual([]);
        }
      }),
    );
  });

  test('is as high as the page keeps room for, whatever its width', () => {
    fc.assert(
      fc.property(...drawings, (own, ems, width) => {
        expect(ringLayout(own, ems, width).height).toBe(ringHeight(own));
      }),
    );
  });

  test('keeps a group together below its name, on each side that it stands on', () => {
    const { places, headings } = ringLayout([2, 2, 2, 1, 1, 1, 1, 3], 8, 1000);
    expect(headings.map(({ group, side }) => [group, side])).toEqual([
      [2, 'right'],
      [1, 'right'],
      [1, 'left'],
      [3, 'left'],
    ]);
    expect(places.map(({ side }) => side)).toEqual([...Array(4).fill('right'), ...Array(4).fill('left')]);
    const [ofTwo, ofOne, , ofThree] = headings;
    expect((ofTwo?.y ?? 0) < (places[0]?.y ?? 0)).toBe(true);
    expect((ofOne?.y ?? 0) < (places[3]?.y ?? 0)).toBe(true);
    expect((ofThree?.y ?? 0) < (places[7]?.y ?? 0)).toBe(true);
  });

  test('bends lines less where it is narrow, and is wider than a screen that has no room for names', () => {
    const own = [...Array(20).fill(1), ...Array(18).fill(2)];
    const [narrow, wide] = [ringLayout(own, 20, 300), ringLayout(own, 20, 1100)];
    expect(narrow.mostBent).toBeLessThan(wide.mostBent);
    expect([narrow.width > 300, wide.width]).toEqual([true, 1100]);
    expect(narrow.labelEms).toBeCloseTo(11, 0);
    expect(wide.labelEms).toBe(20);
  });
});
