/** The closed list of what can go wrong with a request, as far as its sender can tell. */

/** What a code stands for. */
export interface Meaning {
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
    message: 'The service answers queries only; it has no mutations and no subscriptions.',
    messageJa: 'queryにのみ対応しています（mutationとsubscriptionはありません）。',
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
  RATE_LIMITED: {
    status: 429,
    message: 'This client asks more often than it may; try again after the seconds of retry-after.',
    messageJa: 'リクエストが多すぎます。retry-after の秒数だけ待ってから再度お試しください。',
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

/** Whether something is one of the codes: others, such as Apollo's own, are not told to clients. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorCodes, code);

export const meaningOf = (code: ErrorCode): Meaning => errorCodes[code];
