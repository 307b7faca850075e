import type { PlanStage } from '../graphql/graphql.js';

/** The stages in the order of the planning cycle. */
export const stages: readonly PlanStage[] = ['CURRENT', 'DRAFT', 'ADOPTED'];

/** The id of a thing as a stage has it; null stands for what is in force. */
export const idAtStage = (id: string, stage: PlanStage | null): string => (stage === null ? id : `${id}@${stage}`);

/** An id as it was mailed or copied, taken apart: the thing, and the stage as which it was looked at. */
function readId(given: string): { readonly id: string; readonly stage: PlanStage | null } {
  const stage = stages.find((each) => given.endsWith(`@${each}`)) ?? null;
  return { id: stage ? given.slice(0, -stage.length - 1) : given, stage };
}

/** The parameters of addresses that are ids. */
const idParameters = ['ids', 'from', 'to', 'item'];

/**
 * The address of the same page with ids of things and the stage of theirs as the one that is looked at; null where no id has a
 * stage, or two have different ones, which is a question that the API refuses in words.
 */
export function withStageOfIds(pathname: string, parameters: URLSearchParams): string | null {
  const [, page = '', thing = ''] = /^(\/things\/)([^/]+)$/.exec(decodeURIComponent(pathname)) ?? [];
  const found = [thing, ...idParameters.flatMap((name) => parameters.getAll(name))].map((each) => readId(each).stage);
  const [stage, ...others] = new Set(found.filter((each) => each !== null));
  if (!stage || others.length > 0) return null;
  const after = new URLSearchParams();
  for (const [name, value] of parameters) after.append(name, idParameters.includes(name) ? readId(value).id : value);
  after.set('stage', stage);
  return `${page ? `${page}${encodeURIComponent(readId(thing).id)}` : pathname}?${after}`;
}
