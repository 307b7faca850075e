import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Admission } from '../../src/operation/admission.js';

const never = new AbortController().signal;
const limits = { inFlight: 3, perClient: 1, queued: 1, patience: 60_000, rate: 0 };

test('what finds room goes in at once, the next waits for one to leave, and further ones are refused', async () => {
  const admission = new Admission(limits);
  const leave = await admission.enter('a', never);
  await admission.enter('a', never);
  const waiting = admission.enter('a', never);
  await expect(admission.enter('a', never)).rejects.toMatchObject({
    code: 'OVERLOADED',
    headers: { 'retry-after': '1' },
  });
  expect([admission.inFlight, admission.queued]).toEqual([2, 1]);
  leave();
  leave();
  const leaveToo = await waiting;
  expect([admission.inFlight, admission.queued]).toEqual([2, 0]);
  leaveToo();
  expect(admission.inFlight).toBe(1);
});

test('who waits too long is refused, and is not counted any more', async () => {
  const admission = new Admission({ inFlight: 1, perClient: 1, queued: 1, patience: 1, rate: 0 });
  const leave = await admission.enter('a', never);
  await expect(admission.enter('a', never)).rejects.toMatchObject({ code: 'OVERLOADED' });
  leave();
  expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
});

test('who gives up while waiting leaves the queue', async () => {
  const admission = new Admission({ inFlight: 1, perClient: 1, queued: 1, patience: 60_000, rate: 0 });
  const leave = await admission.enter('a', never);
  const giving = new AbortController();
  const waiting = admission.enter('a', giving.signal);
  giving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  leave();
  expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
});

test('who begins more than its rate is refused, told when to come back, and let in again then', async () => {
  let now = 1_000;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  try {
    const admission = new Admission({ inFlight: 100, perClient: 100, queued: 0, patience: 1, rate: 2 });
    const enter = async (name: string) => (await admission.enter(name, never))();
    for (let count = 0; count < 10; count++) await enter('a');
    await expect(enter('a')).rejects.toMatchObject({ code: 'RATE_LIMITED', headers: { 'retry-after': '1' } });
    await enter('b');
    now += 500;
    await enter('a');
    await expect(enter('a')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    // Who was away for as long as it is remembered has all of it, and no more.
    now += 60_000;
    for (let count = 0; count < 10; count++) await enter('a');
    await expect(enter('a')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
  } finally {
    clock.mockRestore();
  }
});

describe('with several clients', () => {
  let over: AbortController;
  beforeEach(() => {
    over = new AbortController();
  });
  // Nobody waits beyond the test.
  afterEach(() => over.abort(new Error('over')));

  /** Tries to enter in the name of a client; `inside` are those that have come in. */
  function door(given: Partial<ConstructorParameters<typeof Admission>[0]> = {}) {
    const admission = new Admission({ inFlight: 10, perClient: 2, queued: 50, patience: 60_000, rate: 0, ...given });
    const inside: { readonly client: string; readonly leave: () => void }[] = [];
    const enter = async (client: string) => {
      inside.push({ client, leave: await admission.enter(client, over.signal) });
    };
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    const come = async (...clients: string[]) => {
      for (const client of clients) enter(client).catch((error) => expect(error).toBe(over.signal.reason));
      await settle();
    };
    /** The first one inside leaves. */
    const leave = async () => {
      inside.shift()?.leave();
      await settle();
    };
    return { admission, inside, come, leave, names: () => inside.map(({ client }) => client).join('') };
  }

  test('one that is alone has all but what the next one gets', async () => {
    const { come, names } = door();
    await come(...'aaaaaaaaaaaa');
    expect(names()).toBe('aaaaaaaa');
  });

  test('one that has everything gets no more before its share is left, and others come in at once', async () => {
    const { come, leave, names } = door();
    await come(...'aaaaaaaaa', 'b');
    expect(names()).toBe('aaaaaaaab');
    await leave();
    await come('b', 'c');
    expect(names()).toBe('aaaaaaabbc');
    await leave();
    expect(names()).toBe('aaaaaabbc');
  });

  test('queues are served in turn, and one that is full refuses its own client only', async () => {
    const { admission, come, leave, names } = door({ inFlight: 1, perClient: 1, queued: 3 });
    await come(...'aaaa', 'b', 'c');
    await expect(admission.enter('a', never)).rejects.toMatchObject({ code: 'OVERLOADED' });
    expect(admission.queued).toBe(5);
    let served = '';
    for (let count = 0; count < 6; count++) {
      served += names();
      await leave();
    }
    expect(served).toBe('aabcaa');
    expect([admission.inFlight, admission.queued]).toEqual([0, 0]);
  });
});
