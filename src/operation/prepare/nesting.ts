const code = (character: string) => character.charCodeAt(0);
const openers = new Set(['{', '(', '['].map(code));
const closers = new Set(['}', ')', ']'].map(code));
const [quote, backslash, hash, lineFeed, carriageReturn] = ['"', '\\', '#', '\n', '\r'].map(code) as [
  number,
  number,
  number,
  number,
  number,
];

/**
 * How deep the brackets of a GraphQL document are nested, strings and comments aside. Parsing, validating and executing
 * all recurse along them, so that thousands would end in a stack overflow wherever it happens to come first.
 */
export function nestingOf(document: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < document.length; index++) {
    const character = document.charCodeAt(index);
    if (openers.has(character)) deepest = Math.max(deepest, ++depth);
    else if (closers.has(character)) depth--;
    else if (character === quote) index = endOfString(document, index);
    else if (character === hash) index = endOfLine(document, index);
  }
  return deepest;
}

function endOfLine(document: string, start: number): number {
  let index = start;
  while (index < document.length) {
    const character = document.charCodeAt(index);
    if (character === lineFeed || character === carriageReturn) break;
    index++;
  }
  return index;
}

/** The last character of the string that starts here. */
function endOfString(document: string, start: number): number {
  if (document.startsWith('"""', start)) {
    let end = document.indexOf('"""', start + 3);
    while (end > 0 && document.charCodeAt(end - 1) === backslash) end = document.indexOf('"""', end + 3);
    return end < 0 ? document.length : end + 2;
  }
  for (let index = start + 1; index < document.length; index++) {
    const character = document.charCodeAt(index);
    if (character === backslash) index++;
    // A line break ends it too: it is an error there, and what follows is not inside.
    else if (character === quote || character === lineFeed || character === carriageReturn) return index;
  }
  return document.length;
}
