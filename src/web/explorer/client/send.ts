import type { TypedDocumentString } from '../graphql/graphql.js';

/** An operation with the values of its variables: what a table or chart was made from. */
export interface GraphqlRequest {
  readonly document: { toString(): string };
  readonly variables: unknown;
}

/** The same, with the types of the answer and of the variables. */
export interface TypedRequest<Answer, Variables> extends GraphqlRequest {
  readonly document: TypedDocumentString<Answer, Variables>;
  readonly variables: Variables;
}

/** What the API refused or could not do, in both languages; `code` is one of the list in docs/http.md. */
export class ApiError extends Error {
  readonly code: string;
  readonly messageJa: string;

  constructor(code: string, message: string, messageJa: string) {
    super(message);
    this.code = code;
    this.messageJa = messageJa;
  }
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly messageJa?: string };
}

/**
 * Asks the public API, which is the explorer's only way to the data.
 *
 * Throws an ApiError with the first error of the answer, or with the code OFFLINE where no answer came.
 */
export async function send<Answer, Variables>(
  { document, variables }: TypedRequest<Answer, Variables>,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: String(document), variables }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw offline();
  });
  const { data, errors } = (await response.json().catch(() => ({}))) as {
    readonly data?: Answer | null;
    readonly errors?: readonly GraphqlError[];
  };
  if (errors?.[0]) throw errorOf(errors[0]);
  if (!data)
    throw new ApiError(
      'OFFLINE',
      `Unexpected answer: ${response.status}`,
      `予期しない応答です（${response.status}）。`,
    );
  return data;
}

/** No answer came. */
export const offline = (): ApiError =>
  new ApiError(
    'OFFLINE',
    'The service cannot be reached. Please try again shortly.',
    'サービスに接続できません。しばらくしてから再度お試しください。',
  );

export function errorOf({ message, extensions = {} }: GraphqlError): ApiError {
  return new ApiError(extensions.code ?? 'INTERNAL_SERVER_ERROR', message, extensions.messageJa ?? message);
}
