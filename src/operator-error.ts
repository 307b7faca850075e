/**
 * An operator error is a trouble that the person running the program can end: a wrong setting, a missing tool,
 * a data folder in use. Commands print both sentences and no stack.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  /** Japanese. `message` says the same in English. */
  readonly messageJa: string;

  constructor(messageJa: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.messageJa = messageJa;
  }

  /** Several troubles of one kind found together, one line each. */
  static of(troubles: readonly { readonly messageJa: string; readonly message: string }[]): OperatorError {
    const lines = (language: 'messageJa' | 'message') => troubles.map((trouble) => trouble[language]).join('\n');
    return new OperatorError(lines('messageJa'), lines('message'));
  }
}
