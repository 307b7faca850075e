import { type Comparator, type Figure, findNumbers } from './figures.js';
import { cleanText } from './text.js';

/** A printed quantity: the text always, the number only where the text holds exactly one. */
export interface Quantity {
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator: Comparator | null;
}

/**
 * Reads the quantity of a table cell: "2,927,767 件", "92.7 %以内", "0 人(移動均衡)". A cell that holds anything but one
 * number with its unit, its comparator and a closing explanation has no value.
 */
export function parseQuantity(text: string): Quantity {
  const printed = cleanText(text);
  const [found, ...others] = findNumbers(withoutExplanation(printed).replace(/^-(?=\d)/, '−'));
  const alone = found?.before === '' && found.end === withoutExplanation(printed).length && others.length === 0;
  return quantity(printed, alone ? found.figure : null);
}

/**
 * Reads the figure that the goal phrases of one year set (各年度達成目標). There is a value only where all phrases
 * together print one number that can be the goal:
 *
 * - what follows the last colon counts, where there is one; the label before it does not;
 * - a closing explanation in brackets and a reference part, (参考), do not count;
 * - years, months, ordinals, places, ages of people and denominators (1食当たり) are no goal figures;
 * - a number that tells how many there are (全10地区, 課内の3係) is not the goal, and beside another one leaves it open
 *   which is meant;
 * - a range (1～2件) is two numbers.
 */
export function parseGoal(phrases: readonly string[]): Quantity {
  const printed = phrases.map(cleanText);
  const [found, ...others] = printed.flatMap((phrase) => findNumbers(goalPart(phrase)));
  return quantity(printed.join(' / '), found && others.length === 0 ? found.figure : null);
}

function quantity(text: string, figure: Figure | null): Quantity {
  return { text, value: figure?.value ?? null, unit: figure?.unit ?? null, comparator: figure?.comparator ?? null };
}

/** Numbers in a goal phrase that are never its goal; each is blanked out. */
const incidental: readonly RegExp[] = [
  // The first half of a range of years or months: 5～9月.
  /\d+\s*[~〜・、,-]\s*(?=\d+\s*(?:年|か?月))/g,
  // Years, months and dates, of an era or not, but not the rates 5年に1度 and 2か月に1回.
  /(?:令和|平成|昭和|(?<![A-Za-z])[RHS])\s*(?:元|\d{1,2})(?:年度?)?/g,
  /\d{4}\s*年度?|\d+\s*年(?!に\s*\d)(?:度|間|目)?/g,
  /\d+\s*(?:月(?:\d{1,2}日)?|[かカヵケヶ箇]月(?!に\s*\d)間?)/g,
  // Denominators: 1食当たり, 1人1日当たり.
  /(?:\d[\d,]*\s*[\p{Script=Han}\p{Script=Katakana}ーつか]{1,5}?)+(?:当たり|あたり|につき|ごと|毎(?![年月週日]))/gu,
  // Ordinals and places: 第3次, 2回目, 63条, 庁舎3階.
  /第\s*\d+/g,
  /\d+\s*(?:番目|回目|本目|つ目|期目|条(?![件例])|項(?!目)|号|階(?!層)|丁目|番地)/g,
  // Ages of those concerned: 65歳以上の市民.
  /\d+\s*[歳才代](?!\s*(?:以上|以下|未満)?\s*$)/g,
  // Names: COVID-19, PM2.5, 5G, 3R.
  /(?<![A-Za-z\d-]|\d\s)[A-Za-z]+-?\d[\d.]*/g,
  /\d[DGKR](?![A-Za-z])/g,
];

function goalPart(phrase: string): string {
  const stated = afterLabel(withoutExplanation(phrase.replace(/[([【〔]\s*参考\s*[)\]】〕].*$|参考:.*$/, '')));
  return incidental.reduce((text, pattern) => text.replace(pattern, ' '), stated);
}

function withoutExplanation(text: string): string {
  const shorter = text.replace(/\s*\([^()]*\)$/, '');
  return shorter === text ? text : withoutExplanation(shorter);
}

/** What follows the last colon that stands outside brackets and between no digits, as in a time of day. */
function afterLabel(text: string): string {
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (/[([「【]/.test(character)) depth++;
    else if (/[)\]」】]/.test(character)) depth--;
    else if (character === ':' && depth <= 0 && !/^\d:\d/.test(text.slice(index - 1))) start = index + 1;
  }
  return text.slice(start);
}
