/** What a policy item says in running text: 現況と課題 (situation) and 協働による取組 (collaboration). */

import type { Stage } from '../../model/enums.js';
import type { Passage, SourceText } from '../documents/document.js';
import { addChange, addStatedChange } from './changes.js';
import { Comparison, textVersion } from './comparison.js';
import { addPassage, at, type Context, idOf } from './context.js';
import { adoptionOf, type PlanItem } from './plan-item.js';

/** 現況と課題 carries no status of its own: whether two stages differ is compared. */
export function extractSituation(context: Context, item: PlanItem): void {
  const { code, review, adopted } = item;
  const id = idOf(context, 'policy-item', code);
  const draft = review?.sheet.situation.draft ?? null;
  if (review) {
    const { source, sheet } = review;
    addPassage(context, id, 'SITUATION', source, 'CURRENT', sheet.situation.current);
    addPassage(context, id, 'SITUATION', source, 'DRAFT', draft);
    const side = { source, lines: sheet.lines };
    new Comparison(context, { stage: 'CURRENT', ...side }, { stage: 'DRAFT', ...side }).text(
      id,
      'situation',
      textVersion(sheet.situation.current),
      textVersion(draft),
    );
  }
  if (adopted) addPassage(context, id, 'SITUATION', adopted.source, 'ADOPTED', adopted.item.situation);
  const after = adopted?.item.situation ?? null;
  adoptionOf(context, item)?.text(id, 'situation', textVersion(draft), textVersion(after));
}

/** One stage's text of a part of the plan. */
interface StagedPassage {
  readonly source: SourceText;
  readonly stage: Stage;
  readonly passage: Passage | null;
}

/** 協働による取組: which stages have such a text, and what happens to it. Some items have none, so a missing text counts. */
export function extractCollaboration(context: Context, item: PlanItem): void {
  const { code, review, adopted } = item;
  const id = idOf(context, 'policy-item', code);
  const { current = null, draft = null, change = null, lines = null } = review?.sheet.collaboration ?? {};
  const after = adopted?.item.collaboration ?? null;
  const stated: StagedPassage[] = [
    ...(review ? [{ source: review.source, stage: 'CURRENT' as const, passage: current }] : []),
    ...(review ? [{ source: review.source, stage: 'DRAFT' as const, passage: draft }] : []),
    ...(adopted ? [{ source: adopted.source, stage: 'ADOPTED' as const, passage: after }] : []),
  ];
  const present = stated.filter(({ passage }) => passage !== null);
  for (const { source, stage, passage } of present) {
    if (passage) context.builder.node('PolicyItem', id, {}, at(source, stage, passage.lines));
    addPassage(context, id, 'COLLABORATION', source, stage, passage);
  }
  context.builder.settle('PolicyItem', id, { collaboration_stages: present.map(({ stage }) => stage) });
  const field = 'collaboration';
  if (review && change && lines) {
    const origins = [at(review.source, 'DRAFT', lines)];
    // Only a removal is marked; that the two columns say different things is seen by comparing them.
    if (change === 'REVISED')
      addChange(context, {
        subject: id,
        kind: change,
        from: 'CURRENT',
        to: 'DRAFT',
        basis: 'COMPARED',
        field,
        origins,
      });
    else addStatedChange(context, id, change, origins, { field });
  }
  adoptionOf(context, item)?.part(id, 'REVISED', field, textVersion(draft), textVersion(after));
}
