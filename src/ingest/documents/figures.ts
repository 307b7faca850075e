/** How a printed quantity binds: 以上 (AT_LEAST), 以内・以下 (AT_MOST), 程度・約 (ABOUT). Null means exactly. */
export type Comparator = 'AT_LEAST' | 'AT_MOST' | 'ABOUT';

/** A figure is a number in a text with the unit and the comparator printed around it. */
export interface Figure {
  readonly value: number;
  readonly unit: string | null;
  readonly comparator: Comparator | null;
}

/** A number as it stands in a text; `figure` is null where it is printed but states no quantity that could be compared. */
export interface FoundNumber {
  readonly figure: Figure | null;
  /** Where the number, its unit and its comparator end. */
  readonly end: number;
  /** The text before the number, without what leads to it (約, 延べ, …). */
  readonly before: string;
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
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(number))
    if (match.index >= (found.at(-1)?.end ?? 0)) found.push(readNumber(text, match));
  return found;
}

function readNumber(text: string, match: RegExpExecArray): FoundNumber {
  const [digits] = match;
  const [leading, leadingComparator] = lead.exec(text.slice(0, match.index)) ?? ['', undefined];
  const tail = text.slice(match.index + digits.length);
  const unit = unitAt(tail);
  const afterUnit = tail.slice(unit.length);
  const [trailing, trailingComparator] = trail.exec(afterUnit) ?? ['', undefined];
  const states = !openBound.test(afterUnit) && !scope.test(text.slice(0, match.index));
  return {
    figure: states
      ? {
          value: Number(digits.replaceAll(',', '').replace(/^[△▲−]/, '-')) || 0,
          unit: unit.trim() || null,
          comparator: comparators[trailingComparator ?? leadingComparator ?? ''] ?? null,
        }
      : null,
    end: match.index + digits.length + unit.length + trailing.length,
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
