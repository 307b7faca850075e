import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { StatementPlanner } from '../../src/graph/statement-planner.js';

/** Waits until something holds, for a second at most. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 1_000;
  while (!holds() && performance.now() < end) await delay(5);
  expect(holds()).toBe(true);
}

test('a statement that comes again is planned behind, once, and counts as planned then', async () => {
  const explained: string[] = [];
  const planner = new StatementPlanner(async (text) => explained.push(text));
  expect(planner.isPlanned('RETURN 1')).toBe(false);
  await delay(50);
  expect(explained).toEqual([]);
  for (let time = 0; time < 3; time++) expect(planner.isPlanned('RETURN 1')).toBe(false);
  await until(() => planner.isPlanned('RETURN 1'));
  expect(explained).toEqual(['RETURN 1']);
  expect(planner.isPlanned('RETURN 2')).toBe(false);
});

test('one statement is planned at a time, and what cannot be planned is not tried again', async () => {
  const explained: string[] = [];
  let running = 0;
  const planner = new StatementPlanner(async (text) => {
    expect(++running).toBe(1);
    explained.push(text);
    await delay(5);
    running--;
    if (text === 'b') throw new Error('too long');
  });
  for (const text of ['a', 'b', 'c', 'a', 'b', 'c']) planner.isPlanned(text);
  await until(() => planner.isPlanned('c'));
  for (let time = 0; time < 3; time++) expect(planner.isPlanned('b')).toBe(false);
  await delay(50);
  expect(explained).toEqual(['a', 'b', 'c']);
});

test('planning waits while somebody waits for the database, but not for ever', async () => {
  let busy = true;
  const explained: string[] = [];
  const planner = new StatementPlanner(
    async (text) => explained.push(text),
    () => busy,
  );
  planner.isPlanned('a');
  planner.isPlanned('a');
  await delay(150);
  expect(explained).toEqual([]);
  await until(() => explained.length === 1);
  busy = false;
});
