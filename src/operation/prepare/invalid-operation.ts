import type { GraphQLError } from 'graphql';

/** An operation that is not executed, because of what is wrong with its document or its variables. */
export class InvalidOperation extends Error {
  override readonly name = 'InvalidOperation';
  /** Each is a refusal, with its place in the document. */
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('the operation is not valid');
    this.errors = errors;
  }
}
