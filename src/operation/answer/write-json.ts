import { yieldIfLong } from '../../yielding.js';

/** So many entries of lists are written at once. */
const pieceLength = 100;
/** Lists are looked for so deep: `data`, a root field, its connection, the nodes. */
const deepestList = 4;

/** How many entries the outermost lists of an answer have together. */
function entriesOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > deepestList) return 0;
  if (Array.isArray(value)) return value.length;
  return Object.values(value).reduce<number>((sum, part) => sum + entriesOf(part, depth + 1), 0);
}

/** The parts of a text as `JSON.stringify` writes it. */
function* pieces(value: unknown, depth = 0): Generator<string, void> {
  if (entriesOf(value, depth) === 0) yield JSON.stringify(value);
  else if (Array.isArray(value)) {
    for (let start = 0; start < value.length; start += pieceLength) {
      const written = JSON.stringify(value.slice(start, start + pieceLength));
      yield `${start === 0 ? '[' : ','}${written.slice(1, -1)}`;
    }
    yield ']';
  } else {
    let opening = '{';
    for (const [key, part] of Object.entries(value as object)) {
      if (part === undefined) continue;
      yield `${opening}${JSON.stringify(key)}:`;
      yield* pieces(part, depth + 1);
      opening = ',';
    }
    yield '}';
  }
}

/**
 * An answer as a line of JSON. One with long lists is written in several turns of the event loop, between which others are
 * answered: three megabytes take fifteen milliseconds.
 */
export async function writeJson(answer: object): Promise<string> {
  if (entriesOf(answer) <= pieceLength) return `${JSON.stringify(answer)}\n`;
  let text = '';
  for (const piece of pieces(answer)) {
    text += piece;
    await yieldIfLong();
  }
  return `${text}\n`;
}
