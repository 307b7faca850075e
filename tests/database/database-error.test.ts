import { describe, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { DatabaseError, isWorthRetrying, toDatabaseError } from '../../src/database/database-error.js';

function driverError(code: string, message = 'told by db.internal.example:7687') {
  return new neo4j.Neo4jError(message, code, '50N42', 'general processing exception');
}

describe('what the driver says becomes what a caller can do about it', () => {
  test.each([
    ['ServiceUnavailable', 'unavailable', true],
    ['SessionExpired', 'unavailable', true],
    ['Neo.TransientError.General.DatabaseUnavailable', 'unavailable', true],
    ['Neo.DatabaseError.Transaction.TransactionStartFailed', 'unavailable', true],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'busy', true],
    ['Neo.TransientError.Transaction.LockAcquisitionTimeout', 'busy', true],
    ['Neo.ClientError.Security.AuthenticationRateLimit', 'busy', true],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'rejected', false],
    ['Neo.ClientError.Transaction.TransactionTimedOut', 'timeout', false],
    ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'timeout', false],
    ['Neo.ClientError.Security.Unauthorized', 'rejected', false],
    ['Neo.ClientError.Statement.SyntaxError', 'rejected', false],
    ['Neo.ClientError.Schema.ConstraintValidationFailed', 'rejected', false],
    ['Neo.DatabaseError.General.UnknownError', 'rejected', false],
  ])('%s is %s', (code, kind, retryable) => {
    expect(toDatabaseError(driverError(code))).toMatchObject({ kind, retryable, code });
  });

  test('a pool without a free connection is busy, although the driver has no code for it', () => {
    const error = driverError('N/A', 'Connection acquisition timed out in 3000 ms. Pool status: …');
    expect(toDatabaseError(error)).toMatchObject({ kind: 'busy', retryable: true });
  });
});

test('the message names no host; the cause keeps it for the log', () => {
  const error = toDatabaseError(driverError('ServiceUnavailable')) as DatabaseError;
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error.message).not.toContain('example');
  expect(error.cause).toMatchObject({ message: expect.stringContaining('db.internal.example') });
});

test('an error that is not the driver’s stays itself', () => {
  const bug = new TypeError('x is not a function');
  expect(toDatabaseError(bug)).toBe(bug);
  const systemError = Object.assign(new Error('no such file'), { code: 'ENOENT' });
  expect(toDatabaseError(systemError)).toBe(systemError);
});

test('lack of memory is not worth a retry, although Neo4j calls it transient', () => {
  expect(isWorthRetrying(driverError('Neo.TransientError.General.MemoryPoolOutOfMemoryError'))).toBe(false);
  expect(isWorthRetrying(driverError('Neo.TransientError.Transaction.DeadlockDetected'))).toBe(true);
});
