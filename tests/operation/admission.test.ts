import { expect, test } from '@jest/globals';
import { Admission } from '../../src/operation/admission.js';

const never = new AbortController().signal;
const limits = { inFlight: 2, queued: 1, patience: 60_000 };

test('what finds room goes in at once, the next waits for one to leave, and further ones are refused', async () => {
  const admission = new Admission(limits);
  const leave = await admission.enter(never);
  await admission.enter(never);
  const waiting = admission.enter(never);
  await expect(admission.enter(never)).rejects.toMatchObject({ code: 'OVERLOADED', headers: { 'retry-after': '1' } });
  expect([admission.inFlight, admission.queued]).toEqual([2, 1]);
  leave();
  leave();
  const leaveToo = await waiting;
  expect([admission.inFlight, admission.queued]).toEqual([2, 0]);
  leaveToo();
  expect(admission.inFlight).toBe(1);
});

test('who waits too long is refused, and is not counted any more', async () => {
  const admission = new Admission({ inFlight: 1, queued: 1, patience: 1 });
  const leave = await admission.enter(never);
  await expect(admission.enter(never)).rejects.toMatchObject({ code: 'OVERLOADED' });
  leave();
  expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
});

test('who gives up while waiting leaves the queue', async () => {
  const admission = new Admission({ inFlight: 1, queued: 1, patience: 60_000 });
  const leave = await admission.enter(never);
  const giving = new AbortController();
  const waiting = admission.enter(giving.signal);
  giving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  leave();
  expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
});
