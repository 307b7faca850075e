import { describe, expect, test } from '@jest/globals';
import { cellsOf, shownDepartments } from '../../../src/web/explorer/pages/collaboration/matrix.js';
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
