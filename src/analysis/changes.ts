import { type Stage, stages } from '../model/enums.js';
import { type Ask, statement } from './statements.js';

const changesText = statement('changes');

/** Which changes are requested; null means all. */
export interface ChangesQuestion {
  readonly from: Stage | null;
  readonly to: Stage | null;
  readonly kinds: readonly string[] | null;
  /** Names of node types. */
  readonly types: readonly string[] | null;
  readonly fields: readonly string[] | null;
  readonly municipalities: readonly string[];
}

type Step = readonly [from: Stage, to: Stage];

/** The steps of the planning cycle from one stage to another: each stage to the next one. */
export function stepsBetween(from: Stage | null, to: Stage | null): readonly Step[] {
  const first = from === null ? 0 : stages.indexOf(from);
  const last = to === null ? stages.length - 1 : stages.indexOf(to);
  return stages.slice(first, last).flatMap((stage, index): Step[] => {
    const next = stages[first + index + 1];
    return next ? [[stage, next]] : [];
  });
}

/**
 * The ids of the changes between two stages. Documents speak of one step at a time; where both ends are named and more
 * than one step lies between them, their changes are put together (see the statement), each still with its own stages.
 */
export async function changesBetween(question: ChangesQuestion, ask: Ask): Promise<readonly string[]> {
  const { from, to, ...conditions } = question;
  // Without any stage all that is recorded is listed, whatever it says of its stages.
  const steps = from === null && to === null ? null : stepsBetween(from, to);
  const together = from !== null && to !== null && stepsBetween(from, to).length > 1;
  const rows = await ask(changesText, { ...conditions, steps, together });
  return rows.map(({ id }) => String(id));
}
