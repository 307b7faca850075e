/** Folding of printed names: what differs only in width, spacing or glossary marks is the same name. */

/** Mark-up that a converter left behind within a line, where it separates nothing. */
export const inlineMarkUp = /<\/?(?:b|em|strong|i|u|span)(?:\s[^<>]*)?\/?>/gi;
/** Mark-up that a converter left behind between blocks of text. */
export const blockMarkUp = /<\/?(?:p|ul|ol|li|br)(?:\s[^<>]*)?\/?>/gi;
/** Marks that point to the glossary (※, *, ＊), with the brackets that hold nothing else: "（※）", "[*]". */
const glossaryMarks = /[[(［（]\s*(?:[※*＊]\s*)+[\])］）]|[※*＊]+/g;
/** ^{…} of a ruby base. */
const ruby = /\^\{[^}]*\}/g;
/**
 * What closes a list that names examples only. 等 and 他 do so after a division or as an item of their own;
 * elsewhere they belong to the word (男女平等).
 */
const openEnd = /(?:など|ほか|(?<=課|室|局|館|部|所|署|会|係|班)\s*[等他]|(?<=^|[、,\s])(?:その他|[等他]))$/;

/** The text of a cell: mark-up, `**` and glossary marks removed, NFKC, blanks collapsed; brackets of the city's own (‹…›, <令和…>) stay. */
export function cleanText(text: string): string {
  return withoutMarkUp(text.normalize('NFKC')).replace(/\s+/g, ' ').trim();
}

/** A text without mark-up and glossary marks, in the width in which it is printed. */
export const withoutMarkUp = (text: string): string =>
  text.replace(ruby, '').replace(glossaryMarks, '').replace(inlineMarkUp, '').replace(blockMarkUp, ' ');

/** The cells of a table row that hold text, cleaned. */
export const filledCells = (row: string, clean = cleanText): string[] =>
  row
    .split('\t')
    .map(clean)
    .filter((cell) => cell !== '');

/** Clean text without the blanks a converter put between the letters of an abbreviation: "L I N E 配信" → "LINE 配信". */
export function joinSpelledLetters(text: string): string {
  return text.replace(/(?<=\b[A-Za-z]) (?=[A-Za-z]\b)/g, '');
}

/**
 * The printed form of a name that is stored and shown: `cleanText` without blanks inside Japanese words
 * ("S N S" → "SNS", "大項目 名" → "大項目名"); a blank between two Latin words stays.
 */
export function cleanName(text: string): string {
  return joinSpelledLetters(cleanText(text)).replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '');
}

/**
 * The key under which names are matched: `cleanName` in lower case without blanks, list punctuation
 * and the brackets, dots and hyphens that documents vary.
 */
export function nameKey(text: string): string {
  return cleanName(text)
    .toLowerCase()
    .replace(/[\s・,、。.．\-‐‑‒–—―−ー～〜~()（）「」『』【】〔〕〈〉《》‹›<>[\]!！?？:：'"‘’“”]/g, '');
}

/**
 * A printed list of names (、 , or 、 with blanks) without its open end; `openEnded` where it closes with など or 等.
 * A blank separates only where both sides end like a division, since blanks also stand inside names.
 */
export function splitList(text: string): { readonly names: readonly string[]; readonly openEnded: boolean } {
  const cleaned = cleanText(text);
  const names = cleaned
    .replace(openEnd, '')
    .split(/[、,]|(?<=課|室|局|館)\s+(?=[^\s、,]+(?:課|室|局|館)(?:[、,\s]|$))/)
    .map(cleanName)
    .filter((name) => name !== '');
  return { names, openEnded: openEnd.test(cleaned) };
}
