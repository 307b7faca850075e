import type { Comparator as ComparatorEnum } from '../../model/enums.js';
import { cleanText } from './text.js';

/** How a printed quantity binds: 以上 (AT_LEAST), 以内・以下 (AT_MOST), 程度・約 (ABOUT). Null means exactly. */
type Comparator = keyof typeof ComparatorEnum.values;

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

/** A number in a text with the unit and the comparator printed around it. */
type Figure = Omit<Quantity, 'text'>;

const quantity = (text: string, figure: Figure | null): Quantity => ({
  text,
  ...(figure ?? { value: null, unit: null, comparator: null }),
});

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

const comparators: Readonly<Record<string, Comparator>> = {
  約: 'ABOUT',
  およそ: 'ABOUT',
  おおむね: 'ABOUT',
  概ね: 'ABOUT',
  程度: 'ABOUT',
  前後: 'ABOUT',
  少なくとも: 'AT_LEAST',
  最低: 'AT_LEAST',
  以上: 'AT_LEAST',
  最大: 'AT_MOST',
  以内: 'AT_MOST',
  以下: 'AT_MOST',
};

const number = /(?<![\d.,])[△▲−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g;
/** A comparator before the number, and words of counting around it: 少なくとも各1回, 延べ10人, 年間約3回. */
const lead = /(約|およそ|おおむね|概ね|少なくとも|最低|最大)?(?:各|年間?|毎年|月間?|毎月|延べ|のべ|計|合計|累計)*\s*$/;
const trail = /^\s*(以上|以内|以下|程度|前後)/;
/** Bounds that leave the number itself out, and so are none of the comparators. */
const openBound = /^\s*(?:未満|超|を(?:超え|上回|下回))/;
/** 全10地区 and 課内の3係 tell how many there are, not how many to reach. */
const scope = /(?:(?<![安完健保])全|内の)$/;

/** All numbers of a text in order; digits of a unit (m2, t-CO2) are none. */
function findNumbers(text: string): ReturnType<typeof readNumber>[] {
  const found: ReturnType<typeof readNumber>[] = [];
  for (const match of text.matchAll(number))
    if (match.index >= (found.at(-1)?.end ?? 0)) found.push(readNumber(text, match));
  return found;
}

/** A number as it stands in a text. */
function readNumber(text: string, match: RegExpExecArray) {
  const [digits] = match;
  const [leading, leadingComparator] = lead.exec(text.slice(0, match.index)) ?? ['', undefined];
  const tail = text.slice(match.index + digits.length);
  const unit = unitAt(tail);
  const afterUnit = tail.slice(unit.length);
  const [trailing, trailingComparator] = trail.exec(afterUnit) ?? ['', undefined];
  const states = !openBound.test(afterUnit) && !scope.test(text.slice(0, match.index));
  const figure: Figure = {
    value: Number(digits.replaceAll(',', '').replace(/^[△▲−]/, '-')) || 0,
    unit: unit.trim() || null,
    comparator: comparators[trailingComparator ?? leadingComparator ?? ''] ?? null,
  };
  return {
    /** Null where a number is printed, but states no quantity that could be compared. */
    figure: states ? figure : null,
    /** Where the number, its unit and its comparator end. */
    end: match.index + digits.length + unit.length + trailing.length,
    /** The text before the number, without what leads to it (約, 延べ, …). */
    before: text.slice(0, match.index - leading.length),
  };
}

const symbol = /^\s*(?:[%‰]|°C|つ|[A-Za-zμ][A-Za-z0-9]*(?:-[A-Za-z0-9]+)?)/u;
/** 件, 事業者, か所, ポイント, 万トン: one run of one script, after a multiplier. */
const counter = /^\s*[十百千万億兆]*(?:[かカヵケヶ]?\p{Script=Han}+|[\p{Script=Katakana}ー]+)/u;
const rate = /^\/(?:人|世帯|日|月|年|時間|件|km2|m2|m3|ha)(?:・(?:人|世帯|日|月|年))?/;
/**
 * What is done with the things counted, where it follows the counter without a particle: 1筆売却, 3%増加. Counters are
 * an open class (橋梁, 事業者) and these are nearly closed, so a unit ends before one of them instead of being looked up.
 */
const action = new RegExp(
  `^(?:${[
    '増加|減少|上昇|低下|向上|改善|達成|維持|確保|削減|縮減|短縮|軽減|抑制|拡大|拡充|追加|導入|実施|開催|開設|開始|設置|設定',
    '選定|選考|売却|処分|作成|策定|制定|整備|建設|配布|配信|配置|発行|発信|公開|公表|掲載|登録|契約|締結|募集|採用|参加|受講',
    '受付|更新|移行|新設|新規|利用|活用|認定|認証|支援|点検|補修|修繕|改修|舗装|植栽|交付|収集|回収|誘致|創出|育成|養成|派遣',
    '訪問|検討|予定|完了|終了|増|減',
  ].join('|')})+(?!\\p{Script=Han})`,
  'u',
);

/** The unit with which a text opens, blanks before it included; empty where there is none. */
function unitAt(text: string): string {
  const printed = symbol.exec(text)?.[0] ?? upToAction(counter.exec(text)?.[0] ?? '', text);
  return printed === '' ? '' : printed + (rate.exec(text.slice(printed.length))?.[0] ?? '');
}

/** A run of characters cut before a comparator or an action that was printed without a gap. */
function upToAction(run: string, text: string): string {
  const blanks = run.length - run.trimStart().length;
  for (let length = blanks; length < run.length; length++) {
    const rest = text.slice(length);
    const ends = trail.test(rest) || openBound.test(rest) || action.test(rest);
    if (ends) return length === blanks ? '' : text.slice(0, length);
  }
  return run;
}
