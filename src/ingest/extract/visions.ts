import type { Origin } from './builder.js';
import { addStatedChange } from './changes.js';
import { textVersion } from './comparison.js';
import { addPassage, at, type Context, idOf } from './context.js';
import { adoptionOf, type PlanItem } from './plan-item.js';

/** めざす姿: which statements each stage has, and what happens to them; their text only where it is wanted. */
export function extractVisions(context: Context, item: PlanItem): void {
  const { code, review } = item;
  const itemId = idOf(context, 'policy-item', code);
  const scope = `visions of ${itemId}`;
  const assert = (id: string, values: { number: number; change?: string | null }, origin: Origin) => {
    context.builder.node('Vision', id, values, origin, [scope]);
    context.builder.edge('VISION_OF', id, itemId, origin, { scopes: [scope] });
  };
  if (review) for (const stage of ['CURRENT', 'DRAFT'] as const) context.builder.speaks(scope, stage);
  for (const row of review?.sheet.visions ?? []) {
    if (!review) continue;
    const { source } = review;
    const id = idOf(context, 'vision', `${code}-${row.number}`, ...(row.draft ? [] : ['current']));
    const values = { number: row.number, change: row.change };
    const stated = at(source, 'DRAFT', row.lines);
    if (row.current) assert(id, values, at(source, 'CURRENT', row.current.lines));
    if (row.draft) {
      assert(id, values, at(source, 'DRAFT', row.draft.lines));
      assert(id, values, stated);
    }
    addPassage(context, itemId, 'VISION', source, 'CURRENT', row.current, String(row.number));
    addPassage(context, itemId, 'VISION', source, 'DRAFT', row.draft, String(row.number));
    const before = row.current ? [at(source, 'CURRENT', row.current.lines)] : [];
    addStatedChange(context, itemId, row.change, [...before, stated], { field: `vision ${row.number}` });
  }
  // An adopted item always has some: where none was read, the section is lost, and that was reported.
  if (!item.listed.adopted || item.adopted?.item.visions.length === 0) return;
  context.builder.speaks(scope, 'ADOPTED');
  for (const { number, text } of item.adopted?.item.visions ?? []) {
    const { source } = item.listed.adopted;
    assert(idOf(context, 'vision', `${code}-${number}`), { number }, at(source, 'ADOPTED', text.lines));
    addPassage(context, itemId, 'VISION', source, 'ADOPTED', text, String(number));
  }
  compareVisions(context, item);
}

/** Statements of the draft and of the adopted plan are the same where their numbers are. */
function compareVisions(context: Context, item: PlanItem): void {
  const drafts = (item.review?.sheet.visions ?? []).filter(({ draft }) => draft !== null);
  const adopted = item.adopted?.item.visions ?? [];
  for (const number of new Set([...drafts, ...adopted].map((vision) => vision.number)))
    adoptionOf(context, item)?.part(
      idOf(context, 'policy-item', item.code),
      'REVISED',
      `vision ${number}`,
      textVersion(drafts.find((row) => row.number === number)?.draft ?? null),
      textVersion(adopted.find((vision) => vision.number === number)?.text ?? null),
    );
}
