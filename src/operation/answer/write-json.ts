import { Refusal } from '../../refusal.js';
import { Turns, yieldIfLong } from '../../yielding.js';

/** Entries of lists, those of lists within them counted, that are written in one piece. */
const pieceLength = 200;

/** How many entries the lists of a value have, those of lists within them counted; no further than beyond `most`. */
function entriesOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    count = value.length;
    for (const entry of value) {
      if (count > most) return count;
      count += entriesOf(entry, most - count);
    }
    return count;
  }
  for (const key in value) {
    if (count > most) return count;
    count += entriesOf((value as Readonly<Record<string, unknown>>)[key], most - count);
  }
  return count;
}

/** The parts of a text as `JSON.stringify` writes it. */
function* pieces(value: unknown): Generator<string, void> {
  if (entriesOf(value, pieceLength) <= pieceLength) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* piecesOfList(value);
  else {
    let opening = '{';
    for (const [key, part] of Object.entries(value as object)) {
      if (part === undefined) continue;
      yield `${opening}${JSON.stringify(key)}:`;
      yield* pieces(part);
      opening = ',';
    }
    yield '}';
  }
}

function* piecesOfList(list: readonly unknown[]): Generator<string, void> {
  let opening = '[';
  let [start, held] = [0, 0];
  const piece = (end: number) => {
    const written = JSON.stringify(list.slice(start, end));
    const text = `${opening}${written.slice(1, -1)}`;
    opening = ',';
    [start, held] = [end, 0];
    return text;
  };
  for (const [index, entry] of list.entries()) {
    const entries = 1 + entriesOf(entry, pieceLength);
    if (held > 0 && held + entries > pieceLength) yield piece(index);
    held += entries;
    if (entries <= pieceLength + 1) continue;
    yield opening;
    yield* pieces(entry);
    opening = ',';
    [start, held] = [index + 1, 0];
  }
  if (start < list.length) yield piece(list.length);
  yield ']';
}

/**
 * An answer as a line of JSON, refused where it has more than `limit` characters: what was read once can stand in it under
 * many keys. One with many entries is written in several turns of the event loop, between which others are answered:
 * three megabytes take fifteen milliseconds.
 */
export async function writeJson(
  answer: object,
  turns = new Turns(),
  limit = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<string> {
  let text = '';
  for (const piece of pieces(answer)) {
    signal?.throwIfAborted();
    text += piece;
    if (text.length > limit) throw tooLong(limit);
    await yieldIfLong(turns);
  }
  return `${text}\n`;
}

const tooLong = (limit: number) =>
  new Refusal(
    'QUERY_TOO_COSTLY',
    `expected an operation whose answer has at most ${limit} characters, but this one has more: ask for fewer per page (first), for less below, or under fewer and shorter aliases`,
    `この操作の応答は上限の${limit}文字を超えています。件数（first）か、その下の項目や別名を減らしてください。`,
  );
