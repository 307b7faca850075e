/** A code in front of a name: 1-1 子育て支援, 第2章くらし, (3)まち, ①健診, 4．食育. */

const figures = '[0-9０-９]+';
const letter = '[A-Za-zＡ-Ｚ]?';
const separator = '[.．:：、\\s]';
const chapter = `第${figures}[章節編]`;
const single = `${letter}${figures}[章節編]?`;
const several = `${letter}${figures}(?:\\s*[-‐-―－−ー.．]\\s*${figures})+`;

const codeInFront = new RegExp(
  `^\\s*(?:${[
    `[[(（【](${chapter}|${several}|${single})[\\])）】]`,
    `(${chapter}|[①-⑳])`,
    // What goes on with a figure or with these words is a number of the name: 1-2歳児健診.
    `(${several})(?![0-9０-９%％年月歳])`,
    // A single number may begin a name as well: 3歳児健診.
    `(${single})(?=${separator})`,
  ].join('|')})${separator}*(?=\\S)`,
);

/** The code and the name behind it; null where there is no code in front of anything. */
export function codeAndRest(text: string): { readonly code: string; readonly rest: string } | null {
  const [front, ...codes] = codeInFront.exec(text) ?? [];
  const code = codes.find((each) => each !== undefined);
  return front === undefined || code === undefined ? null : { code, rest: text.slice(front.length).trim() };
}
