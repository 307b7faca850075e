/** What is wrong with a request, in the words of its sender: shown as it is, in both languages. */
export class RequestError extends Error {
  readonly code: 'BAD_USER_INPUT' | 'QUERY_TOO_COSTLY' | 'NOT_FOUND';
  readonly messageJa: string;

  constructor(code: RequestError['code'], message: string, messageJa: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.messageJa = messageJa;
  }
}
