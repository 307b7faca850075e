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

const told = <Value>(patterns: readonly (readonly [RegExp, Value])[], text: string): Value | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** The step of which a name tells; null for another one. */
export const stepNamed = (name: string): Step | null => told(steps, fold(name));

/** The direction of which a word tells; null for another one. */
export function directionNamed(name: string): Direction | null {
  const word = fold(name);
  return word.length > longestWord ? null : told(directions, word);
}

/** What the template offers. */
export const stepChoices = ['一次', '二次', '外部', '最終'] as const;
export const directionChoices = ['拡充', '継続', '改善', '縮小', '統合', '休止', '終了'] as const;
