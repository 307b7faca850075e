import { type ErrorCode, errorCodes } from './error-codes.js';

/**
 * The one error for a request that is not carried out. Its words are shown to the client as they are, in both languages;
 * without words of its own it says what its code stands for.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly messageJa: string;
  /** Sent where the refusal is the answer to a whole HTTP request. */
  headers: Readonly<Record<string, string>> = {};
  /** The message begins with the path of the field that it is about. */
  private located = false;

  constructor(
    code: ErrorCode,
    message: string = errorCodes[code].message,
    messageJa: string = errorCodes[code].messageJa,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.messageJa = messageJa;
  }

  /** What graphql-js takes over into the error of the answer. */
  get extensions() {
    return { code: this.code, messageJa: this.messageJa };
  }

  /** Adds HTTP headers, such as the methods that are allowed. */
  withHeaders(headers: Readonly<Record<string, string>>): this {
    this.headers = headers;
    return this;
  }

  /** The same with the response path of a field in front; a path that is there already stays. */
  at(path: readonly string[]): Refusal {
    if (this.located) return this;
    const field = path.join('.');
    const located = new Refusal(this.code, `${field}: ${this.message}`, `${field}：${this.messageJa}`);
    located.located = true;
    return located;
  }
}

/** Runs what concerns one field; a refusal names the field by its response path. */
export function located<Result>(path: readonly string[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? error.at(path) : error;
  }
}

/** Refuses an argument or variable for its value. */
export const badInput = (message: string, messageJa: string): Refusal =>
  new Refusal('BAD_USER_INPUT', message, messageJa);

/** The value of an argument that must be a whole number within a range; refuses any other. */
export function wholeNumber(argument: string, value: unknown, least: number, most: number): number {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  const got = String(value).slice(0, 50);
  throw badInput(
    `${argument}: expected a whole number between ${least} and ${most}, but got: ${got}`,
    `${argument}には${least}から${most}までの整数を指定してください（指定：${got}）。`,
  );
}

/** Why everything is given up that a request still does: its client has hung up. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}
