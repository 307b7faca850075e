/** The goals (SDGs) that cells name by their numbers or names. */
import { type Description, describe } from '../../model/declaration.js';
import { CellError } from '../dataset/cell.js';
import { brokenFormula } from '../dataset/slips.js';
import type { BookCell, RowCell } from './book.js';
import { displayed } from './cells.js';
import { fold } from './known.js';

/** What goals are called, folded, with their numbers. */
export type GoalNames = ReadonlyMap<string, number>;

interface Goals {
  readonly numbers: readonly number[];
  /** Words behind numbers that are no part of the name of any goal. */
  readonly unread: readonly string[];
}

const last = 17;

/** What goals are called in short, in the order of their numbers. */
export const shortGoalNames: readonly string[] = [
  '貧困',
  '飢餓',
  '保健',
  '教育',
  'ジェンダー',
  '水・衛生',
  'エネルギー',
  '成長・雇用',
  'イノベーション',
  '不平等',
  '都市',
  '生産・消費',
  '気候変動',
  '海洋資源',
  '陸上資源',
  '平和',
  '実施手段',
];

/** Figures of one character, such as ③, ⑶ and ⒊, which lose their bounds when their width is folded. */
const figureOfOneCharacter = /\p{No}/gu;
const before = /(?:(?:SDGs?|目標|ゴール|Goals?|No\.?|#|第)\s*[-‐-―－:]?\s*)+(?=\d)/gi;
/** Words for a goal behind its number: 第8目標, 14番. */
const behind = /(?<=\d)\s*(?:番目の目標|番目|番|目標)(?=$|[\s、,;/・。|])/g;
const brackets = /[()[\]{}【】「」『』〔〕<>]/g;
const until = /(?<=\d)\s*(?:[-‐-―−ー~〜]|から)\s*(?=\d)/g;
const and = /(?<=\d)\s*(?:と|及び|および|並びに|ならびに|&|\+|and)\s*(?=\d)/gi;
const between = /[\r\n、,;/・。|]+|\s+(?=\d)/;
/** A number, or the first and the last of several; a word behind it may tell which goal it is, and a letter a target of it (3.a). */
const numbered = /^(\d{1,2})(?:-(\d{1,2}))?(?:\s*[.:])?\s*((?![A-Za-z]$)\p{L}\D*)?$/u;

/** What a cell names one by one: numbers, with a word behind them or not, and names. A heading above marks is one of them. */
const piecesOf = (cell: RowCell): readonly string[] =>
  (cell.isMarked ? displayed(cell).replace(/[・､、,，/／](?![0-9０-９])/g, '') : displayed(cell))
    .replace(figureOfOneCharacter, ' $& ')
    .normalize('NFKC')
    .replace(before, ' ')
    .replace(behind, ' ')
    .replace(brackets, ' ')
    .replace(until, '-')
    .replace(and, ' ')
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** The goals of one piece; null where it is not wholly understood. */
function goalsOf(piece: string, names: GoalNames): Goals | null {
  const named = names.get(fold(piece));
  if (named !== undefined) return { numbers: [named], unread: [] };
  const [, first, end, label = ''] = numbered.exec(piece) ?? [];
  const numbers = first === undefined ? [] : range(Number(first), end === undefined ? null : Number(end));
  if (numbers.length === 0) return null;
  const meant = [...names].filter(([name]) => label !== '' && name.includes(fold(label))).map(([, number]) => number);
  // The word of another goal contradicts the number.
  if (meant.length > 0 && !meant.some((number) => numbers.includes(number))) return null;
  return { numbers, unread: label !== '' && meant.length === 0 ? [label.trim()] : [] };
}

/** The numbers of goals from one to another; none where these are no goals, or in no order. */
function range(first: number, end: number | null): readonly number[] {
  if (first < 1 || (end ?? first) > last || (end !== null && end <= first)) return [];
  return Array.from({ length: (end ?? first) - first + 1 }, (_each, index) => first + index);
}

const expectedGoals = describe('numbers of goals from 1 to 17, such as 3、4', '3、4 のような1から17までの番号');
const expectedHeading = describe(
  'a mark below the number of a goal from 1 to 17',
  '印の列の見出しには1から17までの目標の番号',
);

/** The goals in a cell: 3、4, 3 4, 3～5, SDG 3, 目標3, ③④, 「3 すべての人に健康と福祉を」, or their names. */
export function readSdgs(cell: RowCell, names: GoalNames): Goals {
  const text = displayed(cell);
  const pieces = cell.value instanceof Date ? [] : piecesOf(cell);
  const goals = pieces.flatMap((piece) => goalsOf(piece, names) ?? []);
  if (pieces.length === 0 || goals.length < pieces.length)
    throw new CellError(
      cell.isMarked ? expectedHeading : expectedGoals,
      text,
      brokenFormula(text) ?? meantGoals(cell.value, pieces),
    );
  return {
    numbers: [...new Set(goals.flatMap(({ numbers }) => numbers))],
    // What stands behind the number of a heading explains it.
    unread: cell.isMarked ? [] : goals.flatMap(({ unread }) => unread),
  };
}

/** The goals in one of several cells that were joined; a cell that names none by itself has none. */
export const numbersIn = (cell: BookCell, names: GoalNames): readonly number[] =>
  piecesOf(cell).flatMap((piece) => goalsOf(piece, names)?.numbers ?? []);

/** A target of a goal, which is none itself: 3.1, 17.19, 3.a. */
const target = /^(\d{1,2})\.(?:\d{1,2}|[a-d])$/i;

/** What to write where targets stand for their goals; null where there is none of them, or of no goal. */
function goalsOfTargets(pieces: readonly string[]): Description | null {
  const targets = pieces.filter((piece) => target.test(piece));
  const goals = pieces.map((piece) => target.exec(piece)?.[1] ?? piece);
  if (targets.length === 0 || targets.some((piece) => range(Number.parseInt(piece, 10), null).length === 0))
    return null;
  const meant = [...new Set(goals)].join('、');
  return describe(
    `${targets.join(', ')}: targets are not goals; write the goals alone: ${meant}`,
    `「${targets.join('」「')}」はターゲットで、目標ではありません。目標の番号だけを「${meant}」のように書いてください`,
  );
}

/** What was probably meant: what a list of goals was before a spreadsheet program changed it, or the goals of targets. */
function meantGoals(value: BookCell['value'], pieces: readonly string[]): Description | null {
  if (value instanceof Date) {
    const meant = `${value.getUTCMonth() + 1}、${value.getUTCDate()}`;
    return describe(
      `probably ${meant}, which became a date; format the column as text`,
      `${meant} が日付に変わったものと思われます。列の書式を文字列にしてください`,
    );
  }
  return typeof value === 'number' && Number.isInteger(value) && value > last
    ? describe(
        'numbers with a comma become one number; format the column as text',
        'コンマで区切った番号が1つの数値になったものと思われます。列の書式を文字列にしてください',
      )
    : goalsOfTargets(pieces);
}
