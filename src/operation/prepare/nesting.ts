import { Lexer, Source, type Token, TokenKind } from 'graphql';
import { Refusal } from '../../refusal.js';

/** Far above what the depth limit lets through, far below what a call stack holds. */
const deepestDocument = 200;

const openers: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const closers: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/** The tokens of a document, up to what is none: the parser gives up there. */
export function* tokensOf(document: string): Generator<Token, void> {
  const lexer = new Lexer(new Source(document));
  try {
    while (lexer.advance().kind !== TokenKind.EOF) yield lexer.token;
  } catch {
    // The parser says what is wrong with it.
  }
}

/** How deep the brackets of a document are nested. */
export function nestingOf(document: string): number {
  let [depth, deepest] = [0, 0];
  for (const { kind } of tokensOf(document)) {
    if (openers.has(kind)) deepest = Math.max(deepest, ++depth);
    else if (closers.has(kind)) depth--;
  }
  return deepest;
}

/**
 * Refuses a document whose brackets are nested too deeply. Parsing, validating and executing all recurse along them, so
 * that thousands would end in a stack overflow wherever it happens to come first.
 */
export function checkNesting(document: string): void {
  const nesting = nestingOf(document);
  if (nesting > deepestDocument) throw tooDeep('query', deepestDocument, nesting);
}

/** `got` where it is known how many levels there are. */
export const tooDeep = (name: string, limit: number, got?: number): Refusal =>
  new Refusal(
    'TOO_DEEP',
    `${name}: expected at most ${limit} levels of brackets, but got ${got ?? 'more'}.`,
    `${name}の括弧の入れ子は${limit}段までです${got ? `（指定：${got}段）` : ''}。`,
  );
