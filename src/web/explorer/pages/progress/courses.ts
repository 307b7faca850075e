import type { GoalCourse, SheetCoursesQuery } from '../../graphql/graphql.js';

export type SheetCourse = SheetCoursesQuery['progress']['goals'][number];
export type Look = 'first' | 'towards' | 'level' | 'against' | 'words' | 'empty';

/** What falls back comes first. */
const order: readonly GoalCourse[] = ['AGAINST', 'LEVEL', 'TOWARDS', 'NOT_COMPARABLE'];

export const inOrder = (courses: readonly SheetCourse[]): readonly SheetCourse[] =>
  courses.toSorted((a, b) => order.indexOf(a.course) - order.indexOf(b.course));

/** How the goal of a year stands to the number before it, seen in the direction that is wanted. */
export function lookOf(
  { value, change, goal }: Pick<SheetCourse['points'][number], 'value' | 'change'> & { readonly goal: unknown },
  wanted: SheetCourse['wanted'],
): Look {
  if (!goal) return 'empty';
  if (value === null) return 'words';
  if (change === null) return 'first';
  if (change === 0) return 'level';
  return change > 0 === (wanted === 'INCREASE') ? 'towards' : 'against';
}

/** A sign beside the number, for those who cannot tell the colours apart. */
export const signs: Readonly<Record<Look, string>> = {
  first: '',
  towards: ' ▸',
  level: ' ＝',
  against: ' ◂',
  words: '',
  empty: '',
};
