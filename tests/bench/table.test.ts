import { expect, test } from '@jest/globals';
import type { OperationResult, Sample } from './measure.js';
import { formatResult, median, type Result, ratio, resultAsJson } from './table.js';

const sample = (p50: number, rate: number): Sample => ({ p50, p99: p50 * 3, rate, serverCpu: 1, databaseCpu: null });

/** The second round fell into a slow minute: everything took ten times as long. */
const one: OperationResult = {
  operation: 'one',
  bytes: 7_420,
  rounds: [
    { ours: sample(1, 1_600), peer: sample(2, 400), bare: sample(0.8, 2_000), driver: sample(0.5, 2_500) },
    { ours: sample(10, 160), peer: sample(20, 40), bare: sample(8, 200), driver: sample(5, 250) },
    { ours: sample(1.1, 1_500), peer: sample(2.2, 500), bare: sample(1, 1_900), driver: sample(0.6, 2_400) },
  ],
};
const again: OperationResult = {
  operation: 'again',
  bytes: 7_420,
  rounds: [{ ours: sample(0.2, 6_000), peer: sample(4, 300) }],
};

const result: Result = {
  cities: 2,
  coverage: 'seed',
  nodes: 2_200,
  edges: 3_100,
  loadSeconds: 4.5,
  seconds: 1,
  rounds: 3,
  machine: { processor: 'Example', cores: 2, memoryGigabytes: 8, node: 'v20.0.0' },
  operations: [one, again],
  memory: { ours: { idle: 120, most: 200.4 } },
};

test('a median lies between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('ratios are taken round by round, so that a slow minute does not change them', () => {
  expect(ratio(one, 'p50', 'ours', 'peer')).toBe(0.5);
  expect(ratio(one, 'rate', 'ours', 'peer')).toBe(4);
});

test('a table has a row for each operation, and a dash for what was not measured', () => {
  const lines = formatResult(result).split('\n');
  expect(lines[0]).toBe('## 2 cities');
  expect(lines).toContain(
    '| one | 7.42 | 1.10 / 3.30 · 1500 | 2.20 / 6.60 · 400 | 1.00 / 3.00 · 1900 | 0.60 / 1.80 · 2400 | 0.50× | 4.00× | 1.25× | 0.80× |',
  );
  expect(lines).toContain('| again | 7.42 | 0.20 / 0.60 · 6000 | 4.00 / 12.0 · 300 | – | – | 0.05× | 20.0× | – | – |');
  expect(lines).toContain('|  | 120, 200 |');
});

test('the result for programs has the ratios beside every round', () => {
  expect(resultAsJson(result)).toMatchObject({
    cities: 2,
    operations: [{ operation: 'one', ratios: { peer: { p50: 0.5, rate: 4 } }, rounds: one.rounds }, {}],
  });
});
