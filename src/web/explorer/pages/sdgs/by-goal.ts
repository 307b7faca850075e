import type { SdgFiguresQuery } from '../../graphql/graphql.js';

type Item = SdgFiguresQuery['policyItems']['nodes'][number];
type Goal = SdgFiguresQuery['sdgs']['nodes'][number];

/** A goal, and what of the plan is said to touch it. */
export interface GoalTouched {
  readonly goal: Goal;
  readonly items: readonly Item[];
  /** Of these items, each department once. */
  readonly departments: Item['departments']['nodes'];
  /** How many measures these items have. */
  readonly measures: number;
}

/** Every goal with the policy items that touch it, also where none does. */
export function byGoal({ sdgs, policyItems }: SdgFiguresQuery): readonly GoalTouched[] {
  return sdgs.nodes.map((goal) => {
    const items = policyItems.nodes.filter((item) => item.sdgs.nodes.some(({ id }) => id === goal.id));
    const departments = items.flatMap((item) => item.departments.nodes);
    return {
      goal,
      items,
      departments: [...new Map(departments.map((department) => [department.id, department])).values()],
      measures: items.reduce((sum, item) => sum + item.measures.totalCount, 0),
    };
  });
}
