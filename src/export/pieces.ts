/** How many characters are handed on at once: each piece costs a turn of the event loop, in which others are answered. */
const pieceLength = 16_384;

/** The same text in fewer pieces. */
export async function* inPieces(parts: AsyncIterable<string>): AsyncIterable<string> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
