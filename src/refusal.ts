import { type ErrorCode, errorCodes } from './error-codes.js';

/** What a refusal tells programs beside its words. */
export type RefusalDetails = {
  /** Keys of the municipalities of which one is to be named. */
  readonly municipalities?: readonly string[];
};

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
  private details: RefusalDetails = {};
  /** The message begins with the path of the field that it is about. */
  private located = false;

  constructor(
    code: ErrorCode,
    message: string = errorCodes[code].message,
    messageJa: string = errorCodes[code].messageJa,
    options?: ErrorOptions,
  ) {
    super(withShortQuotes(message), options);
    this.code = code;
    this.messageJa = withShortQuotes(messageJa);
  }

  /** What graphql-js takes over into the error of the answer. */
  get extensions() {
    return { code: this.code, messageJa: this.messageJa, ...this.details };
  }

  /** Adds HTTP headers, such as the methods that are allowed. */
  withHeaders(headers: Readonly<Record<string, string>>): this {
    this.headers = headers;
    return this;
  }

  /** Adds what programs are told beside the words. */
  withDetails(details: RefusalDetails): this {
    this.details = details;
    return this;
  }

  /** The same with the response path of a field in front; a path that is there already stays. */
  at(path: readonly string[]): Refusal {
    if (this.located) return this;
    const field = path.join('.');
    const located = new Refusal(this.code, `${field}: ${this.message}`, `${field}：${this.messageJa}`);
    located.details = this.details;
    located.located = true;
    return located;
  }
}

/** Characters of input that a message repeats. */
const longestQuote = 100;
/** Longer than any of our own: what is left then is input in many small pieces. */
const longestMessage = 2_000;

/** What a message repeats of the input, shortened; a text in quotes keeps both of them. */
export function quoted(input: string): string {
  if (input.length <= longestQuote) return input;
  return `${input.slice(0, longestQuote)}…${input.startsWith('"') ? '"' : ''}`;
}

/** Response paths are of use as a whole; their parts are names. */
const isPath = (text: string) =>
  text.length <= 400 && text.includes('.') && text.split('.').every((name) => /^\w+$/.test(name));

/** Texts in quotes, and words: whatever a client sent stands in a message as one of these. */
const quotes = /"[^"]*"|「[^「」]*」|[^\s"「」、。，（）()：;]+/g;

function withShortQuotes(message: string): string {
  if (message.length <= longestQuote) return message;
  const short = message.replace(quotes, (text) => {
    if (text.length <= longestQuote + 2) return text;
    const closing = /["」]$/.exec(text)?.[0] ?? '';
    return isPath(text.replace(/["「」]/g, '')) ? text : `${text.slice(0, longestQuote + 1)}…${closing}`;
  });
  return short.length > longestMessage ? `${short.slice(0, longestMessage)}…` : short;
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

/** Refuses the text of an argument that cannot be read. */
export const unreadable = (
  argument: string,
  { en, ja }: Readonly<Record<'en' | 'ja', string>>,
  text: string,
): Refusal =>
  badInput(
    `${argument}: expected ${en}, but got: ${JSON.stringify(text)}`,
    `${argument}には${ja}を指定してください（指定：${JSON.stringify(text)}）。`,
  );

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

/** The first of so many things as a message lists them. */
export function listed(names: readonly string[], count: number): { readonly ja: string; readonly en: string } {
  const more = count - names.length;
  return {
    ja: `${names.join('、')}${more > 0 ? `ほか${more}件` : ''}`,
    en: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
