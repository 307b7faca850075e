import type { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../error-codes.js';

/** An operation that is not executed, because of what is wrong with its document or its variables. */
export class InvalidOperation extends Error {
  override readonly name = 'InvalidOperation';
  readonly errors: readonly GraphQLError[];
  /** The code of those errors that are no refusals. */
  readonly code: ErrorCode;

  constructor(errors: readonly GraphQLError[], code: ErrorCode = 'GRAPHQL_VALIDATION_FAILED') {
    super('the operation is not valid');
    this.errors = errors;
    this.code = code;
  }
}
