import type { Origin } from './builder.js';
import { addReviewChange } from './changes.js';
import { textVersion } from './comparison.js';
import { addPassage, at, type Context, idOf } from './context.js';
import { adoptionOf, columnsIn, type PlanItem, speakOfReview } from './plan-item.js';

/** めざす姿: which statements each stage has, and what happens to them; their text only where it is wanted. */
export function extractVisions(context: Context, item: PlanItem): void {
  const { code, id: itemId, review, adopted, listed } = item;
  const { builder } = context;
  const scope = `visions of ${itemId}`;
  const assert = (id: string, values: { number: number; change?: string | null }, origin: Origin) =>
    builder.linkedNode('Vision', id, values, { VISION_OF: itemId }, origin, [scope]);
  speakOfReview(context, item, scope);
  if (review)
    for (const row of review.sheet.visions) {
      const { source } = review;
      const { number, change, current, draft, lines } = row;
      const id = idOf(context, 'vision', `${code}-${number}`, ...(draft ? [] : ['current']));
      const stated = at(source, 'DRAFT', lines);
      for (const { stage, column } of columnsIn(row)) {
        assert(id, { number, change }, at(source, stage, column.lines));
        addPassage(context, itemId, 'VISION', source, stage, column, String(number));
      }
      if (draft) assert(id, { number, change }, stated);
      const before = current ? [at(source, 'CURRENT', current.lines)] : [];
      addReviewChange(context, itemId, change, [...before, stated], { field: `vision ${number}` });
    }
  // An adopted item always has some: where none was read, the section is lost, and that was reported.
  if (!listed.adopted || adopted?.item.visions.length === 0) return;
  builder.speaks(scope, 'ADOPTED');
  for (const { number, text } of adopted?.item.visions ?? []) {
    const { source } = listed.adopted;
    assert(idOf(context, 'vision', `${code}-${number}`), { number }, at(source, 'ADOPTED', text.lines));
    addPassage(context, itemId, 'VISION', source, 'ADOPTED', text, String(number));
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
