/** Arguments that name things by their ids. */
import type { Stage } from '../../model/enums.js';
import { readId } from '../../model/stage-id.js';
import { badInput } from '../../refusal.js';

/** The ids without stages, and the one stage that a question looks at. */
interface NamedThings {
  readonly ids: readonly string[];
  readonly stage: Stage | null;
}

/**
 * What a question is about: an id of a stage asks for that stage, as the argument `stage` does; ids without one go with any.
 * Two stages are two questions.
 */
export function namedThings(given: readonly string[], stage: Stage | null = null): NamedThings {
  const read = given.map((id) => readId(id.trim()));
  const asked = [...new Set([stage, ...read.map((each) => each.stage)])].filter((each) => each !== null);
  if (asked.length > 1) throw severalStages(asked);
  return { ids: read.map(({ id }) => id), stage: asked[0] ?? null };
}

/** The same for one id. */
export function namedThing(given: string, stage: Stage | null = null) {
  const { ids, ...view } = namedThings([given], stage);
  return { id: ids[0] ?? '', ...view };
}

const severalStages = (asked: readonly Stage[]) =>
  badInput(
    `expected ids and stage to be of one stage, but got: ${asked.join(', ')}; an id without @ goes with any stage`,
    `識別子とstageには同じ計画段階を指定してください（指定：${asked.join('、')}）。@のない識別子はどの段階にも使えます。`,
  );
