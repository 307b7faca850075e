/** What a policy item says in running text: 現況と課題 (situation) and 協働による取組 (collaboration). */
import type { Stage } from '../../model/enums.js';
import type { Passage, SourceText } from '../documents/document.js';
import { addReviewChange } from './changes.js';
import { Comparison, textVersion } from './comparison.js';
import { addPassage, at, type Context } from './context.js';
import { adoptionOf, type PlanItem } from './plan-item.js';

/** 現況と課題 carries no status of its own: whether two stages differ is compared. */
export function extractSituation(context: Context, item: PlanItem): void {
  const { id, review } = item;
  const { current = null, draft = null } = review?.sheet.situation ?? {};
  const after = item.adopted?.item.situation ?? null;
  for (const { source, stage, passage } of stagedPassages(item, current, draft, after))
    addPassage(context, id, 'SITUATION', source, stage, passage);
  if (review) {
    const side = { source: review.source, lines: review.sheet.lines };
    const columns = new Comparison(context, { stage: 'CURRENT', ...side }, { stage: 'DRAFT', ...side });
    columns.text(id, 'situation', textVersion(current), textVersion(draft));
  }
  adoptionOf(context, item)?.text(id, 'situation', textVersion(draft), textVersion(after));
}

/** 協働による取組: which stages have such a text, and what happens to it. Some items have none, so a missing text counts. */
export function extractCollaboration(context: Context, item: PlanItem): void {
  const { id, review } = item;
  const { current = null, draft = null, change = null, lines = null } = review?.sheet.collaboration ?? {};
  const after = item.adopted?.item.collaboration ?? null;
  const present = stagedPassages(item, current, draft, after);
  for (const { source, stage, passage } of present) {
    context.builder.node('PolicyItem', id, {}, at(source, stage, passage.lines));
    addPassage(context, id, 'COLLABORATION', source, stage, passage);
  }
  context.builder.settle('PolicyItem', id, { collaboration_stages: present.map(({ stage }) => stage) });
  const field = 'collaboration';
  if (review && lines) {
    // Only a removal is marked; that the two columns say different things is seen by comparing them.
    const basis = change === 'REVISED' ? 'COMPARED' : 'STATED';
    addReviewChange(context, id, change, [at(review.source, 'DRAFT', lines)], { field, basis });
  }
  adoptionOf(context, item)?.part(id, 'REVISED', field, textVersion(draft), textVersion(after));
}

/** One stage's text of a part of the plan. */
interface StagedPassage {
  readonly source: SourceText;
  readonly stage: Stage;
  readonly passage: Passage;
}

/** The texts that the stages of an item have, each with its document. */
function stagedPassages(
  { review, adopted }: PlanItem,
  current: Passage | null,
  draft: Passage | null,
  after: Passage | null,
): readonly StagedPassage[] {
  const all = [
    { stage: 'CURRENT', source: review?.source, passage: current },
    { stage: 'DRAFT', source: review?.source, passage: draft },
    { stage: 'ADOPTED', source: adopted?.source, passage: after },
  ] as const;
  return all.flatMap(({ stage, source, passage }) => (source && passage ? [{ stage, source, passage }] : []));
}
