/** The column SDGs of the levels of a plan. */
import type { At, Draft, Mention } from './draft.js';
import { type GoalNames, numbersIn, readSdgs, shortGoalNames } from './goals.js';
import { fold } from './known.js';
import { words } from './words.js';

/** Reads the goals in the column SDGs of a row; words that are not understood are said. */
export function goalsReader(draft: Draft): (at: At) => readonly Mention[] {
  const names: GoalNames = new Map([
    ...shortGoalNames.map((name, index) => [fold(name).replace('・', ''), index + 1] as const),
    ...(draft.shared.get('Sdg') ?? []).flatMap(({ values }) =>
      [values.name, values.name_en].map((name) => [fold(String(name)), Number(values.number)] as const),
    ),
  ]);
  return (at) => {
    const goals = draft.read(at, 'sdgs', (cell) => readSdgs(cell, names));
    if (goals && goals.unread.length > 0) draft.remark(at, 'sdgs', words.unreadGoalWords(goals.unread));
    return (goals?.numbers ?? []).map((number) => ({
      id: `sdg:${number}`,
      isIn: (cell) => numbersIn(cell, names).includes(number),
    }));
  };
}
