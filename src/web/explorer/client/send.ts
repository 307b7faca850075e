import type { TypedDocumentString } from '../graphql/graphql.js';
import type { Language } from '../language/language.js';

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
  private readonly messageJa: string;

  constructor(code: string, message: string, messageJa: string) {
    super(message);
    this.code = code;
    this.messageJa = messageJa;
  }

  textIn(language: Language): string {
    return language === 'ja' ? this.messageJa : this.message;
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
  const response = await post('/graphql', { query: String(document), variables }, signal);
  const { data, errors } = (await response.json().catch(() => ({}))) as {
    readonly data?: Answer | null;
    readonly errors?: readonly GraphqlError[];
  };
  if (errors?.[0]) throw errorOf(errors[0]);
  if (data) return data;
  const { status } = response;
  throw new ApiError('OFFLINE', `Unexpected answer: ${status}`, `予期しない応答です（${status}）。`);
}

/** Sends JSON to the service. Throws an ApiError with the code OFFLINE where no answer came. */
export const post = (address: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, */*;q=0.1' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(
      'OFFLINE',
      'The service cannot be reached. Please try again shortly.',
      'サービスに接続できません。しばらくしてから再度お試しください。',
    );
  });

export function errorOf({ message, extensions = {} }: GraphqlError): ApiError {
  return new ApiError(extensions.code ?? 'INTERNAL_SERVER_ERROR', message, extensions.messageJa ?? message);
}
