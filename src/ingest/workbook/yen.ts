/** Amounts of yen in texts after NFKC without blanks, and the units in which headings give them. */

/** How many yen a unit is. */
const units: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1e3,
  万円: 1e4,
  十万円: 1e5,
  百万円: 1e6,
  千万円: 1e7,
  億円: 1e8,
};

const unit = '(?:[千万億]|[十百千]万)?円';
const figure = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const single = new RegExp(`^([△▲−-]?)¥?(${figure})(${unit})?$`);
const compound = new RegExp(`^([△▲−-]?)¥?(?:(${figure})億)?(?:(${figure})万)?(?:(${figure})千)?(${figure})?円$`);

const number = (digits: string | undefined) => Number((digits ?? '0').replaceAll(',', ''));
/** Without the noise of binary fractions, and without a minus before 0. */
const exact = (yen: number): number => Number(yen.toPrecision(15)) || 0;

/** Thousands of ten thousands as these: 1億2000万円 of 1億2千万円. */
const inTenThousands = (text: string): string =>
  text.replace(/(?<![\d,.])(\d)千(?=万)/g, (_whole, thousands: string) => `${thousands}000`);

/** The yen in a text: 12,000,000, 12,000千円, 1億2,000万円, 1億2千万円; in `unitAbove` where it has no unit. Null where it holds none. */
export function yenIn(text: string, unitAbove: number): number | null {
  const [, sign = '', digits, own] = single.exec(text) ?? [];
  if (digits !== undefined) return exact((sign ? -1 : 1) * number(digits) * (own ? (units[own] ?? 1) : unitAbove));
  const [whole, minus = '', hundredMillions, tenThousands, thousands, ones] = compound.exec(inTenThousands(text)) ?? [];
  if (whole === undefined || !/\d/.test(whole)) return null;
  const yen = number(hundredMillions) * 1e8 + number(tenThousands) * 1e4 + number(thousands) * 1e3 + number(ones);
  return exact((minus ? -1 : 1) * yen);
}

const closing = /^(.+)[([【〔]([^()[\]【】〔〕]*)[)\]】〕]$/;
const ownUnit = new RegExp(`^(?:単位:?)?(${unit})$`);

/**
 * An amount with its unit out of the brackets behind it, 12,000(千円), and without an explanation there, such as (見込). One that
 * speaks of amounts, but for a part (うち), is left: what the figure counts is open then.
 */
export function withoutBrackets(text: string): string {
  const [, before, inside = ''] = closing.exec(text) ?? [];
  if (before === undefined) return text;
  const [, own] = ownUnit.exec(inside) ?? [];
  if (own !== undefined) return `${withoutBrackets(before)}${own}`;
  return /[千万億円]/.test(inside) && !/^(?:うち|内)/.test(inside) ? text : withoutBrackets(before);
}

const inHeading = new RegExp(String.raw`(${unit})[)\]】]?$`);
const inBrackets = new RegExp(String.raw`[(\[【](?:単位:?)?${unit}[)\]】]$`);
const ofTable = new RegExp(`単位[:はが]?(${unit})`);

const unitIn = (pattern: RegExp, text: string): number | undefined => units[pattern.exec(text)?.[1] ?? ''];

/** The yen of one unit of a column, as its heading says: 予算額(千円); undefined where it does not. */
export const unitOfHeading = (heading: string): number | undefined => unitIn(inHeading, heading);

/** The same of a whole table, as a cell above it says: (単位:千円). */
export const unitOfTable = (text: string): number | undefined => unitIn(ofTable, text);

/** A heading without the unit in brackets behind it: 予算額 of 予算額(千円). */
export const withoutUnit = (heading: string): string => heading.replace(inBrackets, '');
