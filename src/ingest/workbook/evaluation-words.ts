/** The words in which cities tell who evaluated and what should become of what was evaluated. */
import type { EvaluationDirection, EvaluationStep } from '../../model/enums.js';
import { fold } from './known.js';

type Step = keyof typeof EvaluationStep.values;
type Direction = keyof typeof EvaluationDirection.values;

const steps: readonly (readonly [pattern: RegExp, step: Step])[] = [
  [/^(?:第?[一1]次|自己|内部|所管課|担当課)/, 'SELF'],
  [/^第?[二2]次/, 'SECOND'],
  [/外部|第三者|有識者/, 'EXTERNAL'],
  [/^(?:最終|総合)/, 'FINAL'],
];

/** What says the most stands first: 見直し（縮小） is to shrink, 改善して継続 to improve. */
const directions: readonly (readonly [pattern: RegExp, direction: Direction])[] = [
  [/統合|統廃合/, 'MERGE'],
  [/休止|凍結/, 'SUSPEND'],
  [/廃止|終了|完了|中止/, 'END'],
  [/縮小|縮減/, 'SHRINK'],
  [/拡充|拡大|重点|強化/, 'EXPAND'],
  [/改善|見直/, 'IMPROVE'],
  [/継続|維持|現状|現行/, 'KEEP'],
];

/** Longer texts are sentences, in which a word may stand for its contrary. */
const longestWord = 12;
/** What turns a word into its contrary: 廃止しない. */
const negation = /ない|なし|なく|無し?$|無し|せず|ません|不要/;
/** What says that things stay as they are: 見直しなし, 変更の必要なし. */
const unchanged = /(?:変更|見直し?|改善|修正)(?:の?必要)?[はも]?(?:なし|無し?|不要|しない)/g;

const told = <Value>(patterns: readonly (readonly [RegExp, Value])[], text: string): Value | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** The step of which a name tells; null for another one. */
export const stepNamed = (name: string): Step | null => told(steps, fold(name));

/** The name of a step in one way of writing it: 一次 of 1次, 第一次 and １次評価. */
export function stepKey(name: string): string {
  const folded = fold(name).replace(/(?<=.)評価$/, '');
  const [, figure] = /^第?([1-3一二三])次$/.exec(folded) ?? [];
  return figure === undefined ? folded : `${{ 1: '一', 2: '二', 3: '三' }[figure] ?? figure}次`;
}

/** The direction of which a word tells; null for another one, and for a word that is negated. */
export function directionNamed(name: string): Direction | null {
  if (fold(name).length > longestWord) return null;
  const word = fold(name).replace(unchanged, '現状');
  return negation.test(word) ? null : told(directions, word);
}

/** What the template offers. */
export const stepChoices = ['一次', '二次', '外部', '最終'] as const;
export const directionChoices = ['拡充', '継続', '改善', '縮小', '統合', '休止', '終了'] as const;
