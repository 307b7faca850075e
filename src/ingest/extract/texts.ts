/** What a policy item says in text: めざす姿 (visions), 現況と課題 (situation) and 協働による取組 (collaboration). */
import type { Passage } from '../documents/document.js';
import type { Origin } from './builder.js';
import { addReviewChange, Comparison, textVersion } from './changes.js';
import { addPassage, at, type Context, idOf } from './context.js';
import { adoptionOf, columnsIn, type PlanItem, speakOfReview } from './plan-item.js';
import { scopeOf } from './scope.js';

/** 現況と課題 carries no status of its own: whether two stages differ is compared. */
export function extractSituation(context: Context, item: PlanItem): void {
  const { id, review } = item;
  const { current = null, draft = null } = review?.sheet.situation ?? {};
  const after = item.adopted?.item.situation ?? null;
  for (const { origin, passage } of passagesOf(item, current, draft, after))
    addPassage(context, id, 'SITUATION', origin, passage);
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
  const present = passagesOf(item, current, draft, after);
  for (const { origin, passage } of present) {
    context.builder.node('PolicyItem', id, {}, origin);
    addPassage(context, id, 'COLLABORATION', origin, passage);
  }
  const collaborationStages = present.flatMap(({ origin }) => origin.stage ?? []);
  context.builder.settle('PolicyItem', id, { collaborationStages });
  const field = 'collaboration';
  if (review && lines) {
    // Only a removal is marked; that the two columns say different things is seen by comparing them.
    const basis = change === 'REVISED' ? 'COMPARED' : 'STATED';
    addReviewChange(context, id, change, [at(review.source, 'DRAFT', lines)], { field, basis });
  }
  adoptionOf(context, item)?.part(id, 'REVISED', field, textVersion(draft), textVersion(after));
}

/** The texts that the stages of an item have, each with its origin. */
function passagesOf(
  { review, adopted }: PlanItem,
  current: Passage | null,
  draft: Passage | null,
  after: Passage | null,
) {
  const all = [
    ['CURRENT', review, current],
    ['DRAFT', review, draft],
    ['ADOPTED', adopted, after],
  ] as const;
  return all.flatMap(([stage, from, passage]) =>
    from && passage ? [{ origin: at(from.source, stage, passage.lines), passage }] : [],
  );
}

/** めざす姿: which statements each stage has, and what happens to them; their text only where it is wanted. */
export function extractVisions(context: Context, item: PlanItem): void {
  const { code, id: itemId, review, adopted, listed } = item;
  const scope = scopeOf(itemId, 'visions');
  const assert = (id: string, number: number, origin: Origin, change?: string | null) =>
    context.builder.node('Vision', id, { number, change }, origin, [scope], { VISION_OF: itemId });
  if (review) speakOfReview(context, scope, review);
  for (const row of review?.sheet.visions ?? []) {
    if (!review) break;
    const { number, change, current, draft, lines } = row;
    const id = idOf(context, 'vision', `${code}-${number}`, ...(draft ? [] : ['current']));
    const stated = at(review.source, 'DRAFT', lines);
    for (const { stage, column } of columnsIn(row)) {
      const origin = at(review.source, stage, column.lines);
      assert(id, number, origin, change);
      addPassage(context, itemId, 'VISION', origin, column, { number, vision: id });
    }
    if (draft) assert(id, number, stated, change);
    const before = current ? [at(review.source, 'CURRENT', current.lines)] : [];
    addReviewChange(context, itemId, change, [...before, stated], { field: `vision ${number}` });
  }
  // An adopted item always has some: where none was read, the section is lost, and that was reported.
  if (!listed.adopted || adopted?.item.visions.length === 0) return;
  context.builder.speaks(scope, at(listed.adopted.source, 'ADOPTED', listed.adopted.lines));
  for (const { number, text } of adopted?.item.visions ?? []) {
    const origin = at(listed.adopted.source, 'ADOPTED', text.lines);
    const id = idOf(context, 'vision', `${code}-${number}`);
    assert(id, number, origin);
    addPassage(context, itemId, 'VISION', origin, text, { number, vision: id });
  }
  compareVisions(context, item);
}

/** Statements of the draft and of the adopted plan are the same where their numbers are. */
function compareVisions(context: Context, item: PlanItem): void {
  const drafts = (item.review?.sheet.visions ?? []).filter(({ draft }) => draft !== null);
  const adopted = item.adopted?.item.visions ?? [];
  const comparison = adoptionOf(context, item);
  for (const number of new Set([...drafts, ...adopted].map((vision) => vision.number))) {
    const before = textVersion(drafts.find((row) => row.number === number)?.draft ?? null);
    const after = textVersion(adopted.find((vision) => vision.number === number)?.text ?? null);
    comparison?.part(item.id, 'REVISED', `vision ${number}`, before, after);
  }
}
