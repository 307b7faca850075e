import { describe, expect, test } from '@jest/globals';
import type { Connection, Transaction } from '../../../src/database/connection.js';
import { DatabaseError } from '../../../src/database/database-error.js';
import { CommitInDoubt, inOneTransaction } from '../../../src/ingest/load/transaction.js';

const lost = new DatabaseError('unavailable', 'lost', { retryable: true, code: 'ServiceUnavailable' });
const refused = new DatabaseError('rejected', 'refused', { retryable: false, code: 'Neo.ClientError.X' });

/** What happens to one transaction: its work is done or not, and then it succeeds or fails. */
type Step = 'commits' | { readonly works: boolean; readonly fails: unknown };

/** A database whose calls of `write` go as the steps say; a call goes on to the next step while a step is `again`. */
function databaseThat(...calls: readonly (readonly Step[])[]) {
  const remaining = calls.map((steps) => [...steps]);
  const transaction: Transaction = { run: async () => ({ rows: [], changes: {} }) };
  const write = async (work: (transaction: Transaction) => Promise<unknown>) => {
    const steps = remaining.shift();
    if (!steps) throw lost;
    for (;;) {
      const step = steps.shift() ?? 'commits';
      if (step === 'commits') return work(transaction);
      if (step.works) await work(transaction);
      if (steps.length === 0) throw step.fails;
    }
  };
  return { write } as unknown as Connection;
}

async function outcome(connection: Connection, hasArrived: boolean, signal?: AbortSignal) {
  const told: string[] = [];
  const work = {
    execute: async () => {
      told.push('executed');
      return 'result';
    },
    hasArrived: async () => {
      told.push('looked');
      return hasArrived;
    },
    onLostReply: () => told.push('lost reply'),
  };
  const result = await inOneTransaction(connection, work, signal).catch((error) => error);
  return { result, told };
}

describe('A load in one transaction', () => {
  test('is executed and committed', async () => {
    expect(await outcome(databaseThat(['commits']), false)).toEqual({ result: 'result', told: ['executed'] });
  });

  test('that fails before its commit fails with what went wrong, and nobody looks', async () => {
    const connection = databaseThat([{ works: false, fails: lost }]);
    expect(await outcome(connection, true)).toEqual({ result: lost, told: [] });
  });

  test('is not done again where the driver does it again and it has arrived', async () => {
    const connection = databaseThat([{ works: true, fails: lost }, 'commits']);
    expect(await outcome(connection, true)).toEqual({
      result: 'result',
      told: ['executed', 'looked', 'lost reply'],
    });
  });

  test('is done again where the driver does it again and it has not arrived', async () => {
    const connection = databaseThat([{ works: true, fails: lost }, 'commits']);
    expect(await outcome(connection, false)).toEqual({ result: 'result', told: ['executed', 'looked', 'executed'] });
  });

  test.each([
    [true, 'result', ['executed', 'looked', 'lost reply']],
    [false, lost, ['executed', 'looked']],
  ])('whose reply was lost is told as the database tells it: arrived %s', async (hasArrived, result, told) => {
    const connection = databaseThat([{ works: true, fails: lost }], [{ works: false, fails: lost }], ['commits']);
    expect(await outcome(connection, hasArrived)).toEqual({ result, told });
  });

  test('is in doubt where nobody can look', async () => {
    const connection = databaseThat([{ works: true, fails: lost }], [{ works: false, fails: refused }]);
    const { result } = await outcome(connection, true);
    expect(result).toBeInstanceOf(CommitInDoubt);
    expect(result).toMatchObject({ code: 'ServiceUnavailable', retryable: true });
  });

  test('is in doubt where it is ended while it is committed, and otherwise ends with the reason', async () => {
    const reason = new Error('told to stop');
    const signal = AbortSignal.abort(reason);
    const committing = databaseThat([{ works: true, fails: reason }], [{ works: false, fails: reason }]);
    expect((await outcome(committing, true, signal)).result).toBeInstanceOf(CommitInDoubt);
    expect((await outcome(databaseThat([{ works: false, fails: reason }]), true, signal)).result).toBe(reason);
  });
});
