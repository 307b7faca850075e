/** Numbers written in kanji: 十二, 百五, 三千二百, 二〇. */

const digits = '〇一二三四五六七八九';
const ranks: readonly (readonly [sign: string, value: number])[] = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
];

/** The number in a part without 万 and 億, whose ranks fall: 三千二百; null where it is made otherwise. */
function belowTenThousand(text: string): number | null {
  const figure = '[一二三四五六七八九]';
  const found = new RegExp(`^(?:(${figure}?)千)?(?:(${figure}?)百)?(?:(${figure}?)十)?(${figure})?$`).exec(text);
  if (!found || text === '') return null;
  const counts = ranks.map(([sign, value], index) =>
    text.includes(sign) ? (found[index + 1] === '' ? 1 : digits.indexOf(found[index + 1] ?? '')) * value : 0,
  );
  return counts.reduce((sum, count) => sum + count, found[4] === undefined ? 0 : digits.indexOf(found[4]));
}

/**
 * The number of a numeral in kanji; null where it is none, or could be something else: 一 may be a dash, 千 and 万 alone a unit.
 */
function numberOf(numeral: string): number | null {
  if (/^[一百千万億]$/.test(numeral)) return null;
  const plain = numeral.replaceAll('零', '〇');
  if (/^[一二三四五六七八九][〇一二三四五六七八九]+$/.test(plain))
    return Number([...plain].map((sign) => digits.indexOf(sign)).join(''));
  const [, hundredMillions, tenThousands, rest = ''] =
    /^(?:([^億万]+)億)?(?:([^億万]+)万)?([^億万]*)$/.exec(plain) ?? [];
  const parts = [
    [hundredMillions, 1e8],
    [tenThousands, 1e4],
    [rest === '' ? undefined : rest, 1],
  ] as const;
  const values = parts.flatMap(([text, unit]) => {
    const value = text === undefined ? undefined : belowTenThousand(text);
    return value === undefined ? [] : [value === null ? null : value * unit];
  });
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** What may stand behind a numeral: nothing, or how it binds, or a unit of one sign or two. */
const behind =
  /^(?:件|人|名|回|円|個|箇所|か所|カ所|ヶ所|本|台|校|園|社|団体|施設|世帯|戸|棟|日|点|位|%|パーセント)?(?:以上|以下|以内|未満|程度)?$/;

/** A text with the numeral in kanji with which it begins in figures: 12人以上 of 十二人以上; null where it has none. */
export function inFigures(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const [numeral = ''] = /^[〇零一二三四五六七八九十百千万億]+/.exec(plain) ?? [];
  const rest = plain.slice(numeral.length);
  const number = numeral !== '' && behind.test(rest) ? numberOf(numeral) : null;
  return number === null ? null : `${number}${rest}`;
}
