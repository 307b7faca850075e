/** What is wrong with a request, in the words of its sender: shown as it is, in both languages. */
export class RequestError extends Error {
  readonly code: 'BAD_USER_INPUT' | 'QUERY_TOO_COSTLY' | 'NOT_FOUND';
  readonly messageJa: string;
  private readonly placed: boolean;

  constructor(code: RequestError['code'], message: string, messageJa: string, placed = false) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.messageJa = messageJa;
    this.placed = placed;
  }

  /** What graphql-js takes over into the error of the answer. */
  get extensions() {
    return { code: this.code, messageJa: this.messageJa };
  }

  /** The same with the field that it is about in front; the one that was named first stays. */
  at(path: readonly string[]): RequestError {
    if (this.placed) return this;
    const place = path.join('.');
    return new RequestError(this.code, `${place}: ${this.message}`, `${place}：${this.messageJa}`, true);
  }
}

/** Does what concerns one field, whose response path is part of what is wrong with it. */
export function located<Result>(path: readonly string[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof RequestError ? error.at(path) : error;
  }
}
