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

/** Names are keys of answers, once for each object: far longer than any of the schema, far below what a body holds. */
const longestName = 200;

/** How deep the brackets of a document are nested, and how long its longest name is. */
export function extentOf(document: string): { readonly nesting: number; readonly name: number } {
  let [depth, nesting, name] = [0, 0, 0];
  for (const { kind, start, end } of tokensOf(document)) {
    if (openers.has(kind)) nesting = Math.max(nesting, ++depth);
    else if (closers.has(kind)) depth--;
    else if (kind === TokenKind.NAME) name = Math.max(name, end - start);
  }
  return { nesting, name };
}

/**
 * Refuses a document whose brackets are nested too deeply, as parsing, validating and executing all recurse along them:
 * thousands would end in a stack overflow wherever it happens to come first. Refuses names that are too long, too.
 */
export function checkExtent(document: string): void {
  const { nesting, name } = extentOf(document);
  if (nesting > deepestDocument) throw tooDeep('query', deepestDocument, nesting);
  if (name > longestName) throw nameTooLong(name);
}

const nameTooLong = (length: number) =>
  new Refusal(
    'GRAPHQL_PARSE_FAILED',
    `query: expected names (aliases, fields, variables) of at most ${longestName} characters, but one has ${length}.`,
    `queryの名前（別名・項目・変数など）は${longestName}文字までです（指定：${length}文字）。`,
  );

/** `got` where it is known how many levels there are. */
export const tooDeep = (name: string, limit: number, got?: number): Refusal =>
  new Refusal(
    'TOO_DEEP',
    `${name}: expected at most ${limit} levels of brackets, but got ${got ?? 'more'}.`,
    `${name}の括弧の入れ子は${limit}段までです${got ? `（指定：${got}段）` : ''}。`,
  );
