import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatabaseError } from '../database/database-error.js';
import { RequestError } from '../graph/request-error.js';

/** What a client can rely on: the codes of `extensions.code`, and the HTTP status of those that concern a whole request. */
export const errorCodes = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 200,
  BAD_REQUEST: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  PERSISTED_QUERY_NOT_SUPPORTED: 400,
  NOT_FOUND: 200,
  QUERY_TOO_COSTLY: 400,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type ErrorCode = keyof typeof errorCodes;

const databaseCodes: Readonly<Record<DatabaseError['kind'], { code: ErrorCode; message: string; messageJa: string }>> =
  {
    unavailable: {
      code: 'SERVICE_UNAVAILABLE',
      message: 'The database cannot be reached; try again shortly.',
      messageJa: 'データベースに接続できません。しばらくしてから再度お試しください。',
    },
    busy: {
      code: 'SERVICE_UNAVAILABLE',
      message: 'The database is busy; try again shortly.',
      messageJa: 'データベースが混み合っています。しばらくしてから再度お試しください。',
    },
    timeout: {
      code: 'TIMEOUT',
      message: 'The database did not answer in time; ask for less.',
      messageJa: '時間内に応答がありませんでした。条件を絞ってください。',
    },
    rejected: {
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Internal server error',
      messageJa: 'サーバー内部でエラーが発生しました。',
    },
  };

/**
 * Turns any error into what a client may see: its own mistakes as they are, in both languages; everything else without
 * what is inside. `log` receives what is hidden.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (error: unknown) => void,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (original instanceof RequestError)
    return { message: original.message, ...place, extensions: { code: original.code, messageJa: original.messageJa } };
  if (original instanceof DatabaseError) {
    const { code, message, messageJa } = databaseCodes[original.kind];
    log(original);
    return { message, ...place, extensions: { code, messageJa } };
  }
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && code in errorCodes && code !== 'INTERNAL_SERVER_ERROR')
    return { message: formatted.message, ...place, extensions: { code } };
  if (original instanceof GraphQLError && !original.originalError && code !== 'INTERNAL_SERVER_ERROR')
    return { message: original.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
  log(original);
  return {
    message: 'Internal server error',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', messageJa: 'サーバー内部でエラーが発生しました。' },
  };
}
