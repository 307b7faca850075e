/** What a client is told when something goes wrong: one shape for everything, whatever it was. */

import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { DatabaseError } from '../database/database-error.js';
import { type ErrorCode, errorCodes, isErrorCode, type Meaning } from '../error-codes.js';
import { ClientGone, Refusal } from '../refusal.js';
import { validationWords, withAlternatives } from './validation-words.js';

/** The one shape of an error, in GraphQL answers and on every other route. */
export interface ErrorEntry extends GraphQLFormattedError {
  readonly extensions: {
    readonly code: ErrorCode;
    readonly messageJa: string;
    /** Of internal errors only: the id under which the log has the rest. */
    readonly requestId?: string;
  };
}

/** What a client must not see, by the entry that stands for it. */
const hidden = new WeakMap<object, unknown>();

/** The error behind an entry that does not tell it; undefined where the entry says all there is. */
export const hiddenBehind = (entry: object): unknown => hidden.get(entry);

type Words = Pick<Meaning, 'message' | 'messageJa'>;

/** Any error as what a client may see; `place` is where in the document and in the answer it happened. */
export function errorEntry(
  error: unknown,
  place: Pick<GraphQLFormattedError, 'locations' | 'path'> = {},
  code: ErrorCode = 'INTERNAL_SERVER_ERROR',
): ErrorEntry {
  const entry = (known: ErrorCode, { message, messageJa }: Words = errorCodes[known]): ErrorEntry => ({
    message,
    ...(place.locations ? { locations: place.locations } : {}),
    ...(place.path ? { path: place.path } : {}),
    extensions: { code: known, messageJa },
  });
  if (error instanceof Refusal)
    return error.cause ? hide(entry(error.code, error), error.cause) : entry(error.code, error);
  if (error instanceof ClientGone) return entry('TIMEOUT');
  if (error instanceof DatabaseError) return hide(entry(codeOf(error)), error);
  return hide(entry(code), error);
}

function hide(entry: ErrorEntry, error: unknown): ErrorEntry {
  hidden.set(entry, error);
  return entry;
}

function codeOf({ kind, code }: DatabaseError): ErrorCode {
  if (kind === 'unavailable') return 'SERVICE_UNAVAILABLE';
  if (kind === 'busy') return 'OVERLOADED';
  if (kind === 'timeout') return 'TIMEOUT';
  return code?.includes('OutOfMemory') ? 'QUERY_TOO_COSTLY' : 'INTERNAL_SERVER_ERROR';
}

/** Any error of an operation as what a client may see; `code` is that of what graphql-js finds wrong. */
export function entryOf(
  error: unknown,
  schema: GraphQLSchema | null,
  code: ErrorCode = 'INTERNAL_SERVER_ERROR',
): ErrorEntry {
  if (!(error instanceof GraphQLError)) return error instanceof Error ? errorEntry(error) : (error as ErrorEntry);
  const formatted = error.toJSON();
  return formatError({ ...formatted, extensions: { code, ...formatted.extensions } }, error, schema);
}

/** An error of a GraphQL operation as what a client may see; with a schema also with what would have been allowed. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  schema: GraphQLSchema | null = null,
): ErrorEntry {
  const cause = rootCause(error);
  const known = cause instanceof Refusal || cause instanceof ClientGone;
  if (known || cause instanceof DatabaseError) return errorEntry(cause, formatted);
  const code = clientCode(formatted, error);
  if (code === null) return errorEntry(cause, formatted);
  const { locations, path } = formatted;
  const { message, messageJa } = wordsOf(formatted, code, schema);
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code, messageJa },
  };
}

function wordsOf({ message, locations }: GraphQLFormattedError, code: ErrorCode, schema: GraphQLSchema | null): Words {
  if (code === 'INTROSPECTION_DISABLED') return errorCodes[code];
  if (code === 'TOO_MANY_TOKENS') return tooManyTokens(message);
  const [first] = locations ?? [];
  const at = first ? `${first.line}行目${first.column}文字目：` : '';
  const said = message.trim();
  const messageEn = withAlternatives(said, schema);
  return { message: messageEn, messageJa: `${at}${validationWords(said, schema) ?? errorCodes[code].messageJa}` };
}

/** GraphQL.js takes it for a mistake of syntax. */
function tooManyTokens(said: string): Words {
  const { message, messageJa } = errorCodes.TOO_MANY_TOKENS;
  const limit = /\d+/.exec(said)?.[0];
  if (limit === undefined) return { message, messageJa };
  return {
    message: `${message} At most ${limit} tokens are allowed.`,
    messageJa: `${messageJa}トークンの上限は${limit}個です。`,
  };
}

/** What was thrown at first; GraphQL wraps it once where it happened, and Apollo once more for its code. */
function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** GraphQL.js gives its errors no codes: what is told apart by their words. In order: the first that fits decides. */
const wordings: readonly (readonly [wording: RegExp, code: ErrorCode])[] = [
  [/^Syntax Error: Document contains more tha[nt] \d+ tokens/, 'TOO_MANY_TOKENS'],
  [/^Maximum introspection depth exceeded/, 'TOO_DEEP'],
  [/^GraphQL introspection (?:is not allowed|has been disabled)/, 'INTROSPECTION_DISABLED'],
  [/^Variable "\$\w+" (?:is not defined|is never used|of type )/, 'GRAPHQL_VALIDATION_FAILED'],
  // Values that come by variables or defaults are checked only when they are used.
  [/^(?:Argument|Variable) "/, 'BAD_USER_INPUT'],
  [/^Too many errors processing variables/, 'BAD_USER_INPUT'],
];

/** The code of a mistake of the client; null for everything else. */
function clientCode({ message, extensions }: GraphQLFormattedError, error: unknown): ErrorCode | null {
  const code = extensions?.code;
  const wording = wordings.find(([pattern]) => pattern.test(message));
  if (wording && error instanceof GraphQLError && (!error.originalError || code !== 'INTERNAL_SERVER_ERROR'))
    return wording[1];
  return isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : null;
}
