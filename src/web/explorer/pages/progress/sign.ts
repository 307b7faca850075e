import type { MeasuredFragment } from '../../graphql/graphql.js';

type Part = NonNullable<MeasuredFragment['measure']>;

/** What stands for the part of the plan that an indicator measures: its code, or its name where it has none; null without one. */
export function signOf(
  { policyItem, measure, project }: Pick<MeasuredFragment, 'policyItem' | 'measure' | 'project'>,
  nameOf: (part: Part) => string,
): string | null {
  const part = measure ?? project;
  return policyItem?.code ?? part?.code ?? (part && nameOf(part));
}
