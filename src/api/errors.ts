/** What a client is told when something goes wrong: one shape for everything, whatever it was. */

import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatabaseError } from '../database/database-error.js';
import { type ErrorCode, errorCodes, isErrorCode } from '../error-codes.js';
import { ClientGone, Refusal, type RefusalDetails } from '../refusal.js';

/** The one shape of an error, in GraphQL answers and on every other route. */
export interface ErrorEntry extends GraphQLFormattedError {
  readonly extensions: {
    readonly code: ErrorCode;
    readonly messageJa: string;
    /** Of internal errors only: the id under which the log has the rest. */
    readonly requestId?: string;
  } & RefusalDetails;
}

/** What a client must not see, by the entry that stands for it. */
const hidden = new WeakMap<object, unknown>();

/** The error behind an entry that does not tell it; undefined where the entry says all there is. */
export const hiddenBehind = (entry: object): unknown => hidden.get(entry);

/** Any error as what a client may see, with where in the document and in the answer it happened. */
export function errorEntry(
  error: unknown,
  { locations, path }: Pick<GraphQLFormattedError, 'locations' | 'path'> = {},
): ErrorEntry {
  const { message, extensions, cause } = error instanceof Refusal ? error : new Refusal(codeOf(error));
  const entry = { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions };
  const untold = error instanceof Refusal || error instanceof ClientGone ? cause : error;
  if (untold !== undefined) hidden.set(entry, untold);
  return entry;
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof ClientGone) return 'TIMEOUT';
  if (!(error instanceof DatabaseError)) return 'INTERNAL_SERVER_ERROR';
  const { kind, code } = error;
  if (kind === 'unavailable') return 'SERVICE_UNAVAILABLE';
  if (kind === 'busy') return 'OVERLOADED';
  if (kind === 'timeout') return 'TIMEOUT';
  return code?.includes('OutOfMemory') ? 'QUERY_TOO_COSTLY' : 'INTERNAL_SERVER_ERROR';
}

/** Any error of an operation as what a client may see. */
export function entryOf(error: unknown): ErrorEntry {
  if (!(error instanceof GraphQLError)) return error instanceof Error ? errorEntry(error) : (error as ErrorEntry);
  return formatError(error.toJSON(), error);
}

/** An error of a GraphQL operation as what a client may see. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): ErrorEntry {
  const cause = rootCause(error);
  const { code } = formatted.extensions ?? {};
  const told = isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : null;
  // Values that come by variables or defaults are checked by graphql-js only when they are used; it blames their nodes.
  const known = told ?? (cause instanceof GraphQLError && cause.nodes ? 'BAD_USER_INPUT' : null);
  if (!known || cause instanceof Refusal || cause instanceof ClientGone || cause instanceof DatabaseError)
    return errorEntry(cause, formatted);
  const messageJa = `${placeJa(formatted.locations)}${errorCodes[known].messageJa}`;
  return errorEntry(new Refusal(known, formatted.message.trim(), messageJa), formatted);
}

/** Where in a document something is wrong, as the beginning of a Japanese sentence. */
export const placeJa = ([at]: GraphQLFormattedError['locations'] = []): string =>
  at ? `${at.line}行目${at.column}文字目：` : '';

/** What was thrown at first; GraphQL wraps it once where it happened, and Apollo once more for its code. */
function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
