/** A code in front of a name: 1-1 子育て支援, 第2章くらし, (3)まち, ①健診, 4．食育, 施策2-1 農業, Ⅰ-1 自治. */

const figures = '[0-9０-９]+';
const letter = '[A-Za-zＡ-Ｚ]?';
const roman = '[Ⅰ-Ⅻ]';
const separator = '[.．:：、\\s]';
const chapter = `第${figures}[章節編]`;
const single = `${letter}${figures}[章節編]?`;
const several = `(?:${letter}${figures}|${roman}|[IVX]+)(?:\\s*[-‐-―－−ー.．]\\s*${figures})+`;
/** What a plan calls its levels, in front of the code: 基本目標1, 施策１－１. */
const level = '(?:基本|重点|主要)?(?:目標|方針|施策|政策|事業|取組|取り組み)|(?:政策)?分野|事務事業|柱';
/** What goes on with a figure or with these words is a number of the name: 1-2歳児健診. */
const endsCode = '(?![0-9０-９%％年月歳])';
/** So it is behind a word that may be a part of the name: 目標3つ, 取組3R. */
const endsLevel = '(?![A-Za-zＡ-Ｚａ-ｚ0-9０-９%％年月歳つ人件回割倍本箇個か所日時週分点位名台校次期])';

const codeInFront = new RegExp(
  `^\\s*(?:${[
    `[[［(（【〔](?:${level})?\\s*(${chapter}|${several}|${single}|${roman})[\\]］)）】〕]`,
    `(?:${level})\\s*(${several}|${single}|${roman}|[①-⑳])${endsLevel}`,
    `(${several})${endsCode}`,
    `(${chapter}|[①-⑳]|${roman})`,
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
