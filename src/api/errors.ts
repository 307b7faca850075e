/** What a client can rely on when something goes wrong: one shape, and a closed list of codes. */

import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatabaseError } from '../database/database-error.js';
import { RequestError } from '../graph/request-error.js';

interface Meaning {
  /** HTTP status where this is the answer to the whole request. */
  readonly status: number;
  /**
   * The request itself was well formed: to a client that asks for application/json, GraphQL over HTTP then wants 200,
   * whatever the document was like.
   */
  readonly wellFormed?: true;
  readonly message: string;
  readonly messageJa: string;
}

/** All codes of `extensions.code`, with what is said where nothing more exact is. */
export const errorCodes = {
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    wellFormed: true,
    message: 'The document is not GraphQL.',
    messageJa: 'クエリの構文に誤りがあります。',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    wellFormed: true,
    message: 'The document does not fit the schema.',
    messageJa: 'クエリがスキーマに合っていません。',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    wellFormed: true,
    message: 'The document has no operation of that name.',
    messageJa: '実行する操作を特定できません。operationNameを確認してください。',
  },
  BAD_USER_INPUT: {
    status: 400,
    wellFormed: true,
    message: 'An argument or variable has a value that it cannot have.',
    messageJa: '引数または変数の値が正しくありません。',
  },
  OPERATION_NOT_SUPPORTED: {
    status: 400,
    message: 'The service has no operations of this kind.',
    messageJa: 'この種類の操作には対応していません。',
  },
  INTROSPECTION_DISABLED: {
    status: 400,
    message: 'Introspection is switched off.',
    messageJa: 'スキーマの照会は無効になっています。',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 400,
    message: 'PersistedQueryNotSupported',
    messageJa: '登録済みクエリには対応していません。クエリの本文を送ってください。',
  },
  TOO_MANY_TOKENS: { status: 400, message: 'The document is too long.', messageJa: 'クエリが長すぎます。' },
  TOO_DEEP: { status: 400, message: 'The request is nested too deeply.', messageJa: '入れ子が深すぎます。' },
  TOO_MANY_ALIASES: {
    status: 400,
    message: 'The operation has too many aliases or repeated fields.',
    messageJa: '別名または繰り返しの項目が多すぎます。',
  },
  TOO_MANY_DIRECTIVES: {
    status: 400,
    message: 'The operation has too many directives.',
    messageJa: 'ディレクティブが多すぎます。',
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    message: 'The operation asks for too much at once.',
    messageJa: '一度に取得する量が多すぎます。条件や件数を絞ってください。',
  },
  LIMITS_NOT_CHECKED: {
    status: 400,
    message: 'The limits of the operation could not be checked, so it is refused.',
    messageJa: '上限を確認できないため、この操作は実行できません。',
  },
  BAD_REQUEST: { status: 400, message: 'The request is malformed.', messageJa: 'リクエストの形式が正しくありません。' },
  CSRF_BLOCKED: {
    status: 400,
    message:
      'Blocked, because a page of another site could have sent this: use POST with content-type application/json, ' +
      'or add the header apollo-require-preflight: true.',
    messageJa:
      '他のサイトから送信された可能性があるため拒否しました。content-type: application/json のPOSTにするか、ヘッダー apollo-require-preflight: true を付けてください。',
  },
  NOT_FOUND: { status: 404, message: 'Not found.', messageJa: '見つかりません。' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'This method is not allowed here.',
    messageJa: 'このHTTPメソッドは使えません。',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    message: 'Answers are application/graphql-response+json or application/json; the accept header wants neither.',
    messageJa:
      '応答は application/graphql-response+json または application/json です。acceptヘッダーを確認してください。',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    message: 'The request did not arrive in time.',
    messageJa: 'リクエストの受信が時間内に終わりませんでした。',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: 'The body of the request is too large.',
    messageJa: 'リクエストの本文が大きすぎます。',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The body must be application/json in UTF-8, plain or as gzip, deflate or br.',
    messageJa: '本文はUTF-8の application/json（無圧縮、gzip、deflate、br）で送ってください。',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    message: 'The headers or the address are too long.',
    messageJa: 'ヘッダーまたはURLが長すぎます。',
  },
  OVERLOADED: {
    status: 503,
    message: 'The service is busy; try again shortly.',
    messageJa: 'アクセスが集中しています。しばらくしてから再度お試しください。',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The database cannot be reached; try again shortly.',
    messageJa: 'データベースに接続できません。しばらくしてから再度お試しください。',
  },
  TIMEOUT: {
    status: 504,
    message: 'There was no answer in time; try again, or ask for less.',
    messageJa: '時間内に応答がありませんでした。再度お試しになるか、条件を絞ってください。',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    message: 'Internal server error',
    messageJa: 'サーバー内部でエラーが発生しました。',
  },
} as const satisfies Readonly<Record<string, Meaning>>;

export type ErrorCode = keyof typeof errorCodes;

export const meaningOf = (code: ErrorCode): Meaning => errorCodes[code];

/** A refusal is a request that is not carried out, with what its sender may know about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly messageJa: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    words: { readonly message: string; readonly messageJa: string } = errorCodes[code],
    headers: Readonly<Record<string, string>> = {},
    options: ErrorOptions = {},
  ) {
    super(words.message, options);
    this.code = code;
    this.messageJa = words.messageJa;
    this.headers = headers;
  }
}

/** The reason for which everything that a request still does is given up: its client has hung up. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

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
  if (error instanceof RequestError) return entry(error.code, error);
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

/** An error of a GraphQL operation as what a client may see. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): ErrorEntry {
  const cause = rootCause(error);
  const known = cause instanceof RequestError || cause instanceof Refusal || cause instanceof ClientGone;
  if (known || cause instanceof DatabaseError) return errorEntry(cause, formatted);
  const code = clientCode(formatted, error);
  if (code === null) return errorEntry(cause, formatted);
  const { locations, path } = formatted;
  const { message, messageJa } = wordsOf(formatted, code);
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code, messageJa },
  };
}

function wordsOf({ message, locations, extensions }: GraphQLFormattedError, code: ErrorCode): Words {
  if (code === 'INTROSPECTION_DISABLED') return errorCodes[code];
  const invalid = invalidArguments(extensions?.validationErrors);
  if (invalid.length > 0) {
    // The constraints of arguments say it as "English / Japanese".
    const languages = invalid.map((sentence) => sentence.split(' / '));
    return {
      message: languages.map(([english]) => english).join('; '),
      messageJa: languages.map(([english, japanese]) => japanese ?? english).join('、'),
    };
  }
  const [first] = locations ?? [];
  const at = first ? `${first.line}行目${first.column}文字目：` : '';
  return { message: message.trim(), messageJa: `${at}${errorCodes[code].messageJa}` };
}

/** What class-validator found wrong with arguments, one sentence each. */
function invalidArguments(found: unknown): readonly string[] {
  if (!Array.isArray(found)) return [];
  return found.flatMap(({ constraints, children }: { constraints?: Record<string, string>; children?: unknown }) => [
    ...Object.values(constraints ?? {}),
    ...invalidArguments(children),
  ]);
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
  const known = typeof code === 'string' && Object.hasOwn(errorCodes, code) && code !== 'INTERNAL_SERVER_ERROR';
  return known ? (code as ErrorCode) : null;
}
