import type { Stage } from '../../model/enums.js';
import { linesOf } from '../documents/document.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addReviewChange, shownVersion } from './changes.js';
import { addPassage, at, type Context, cityOf, idOf, printedAt } from './context.js';
import { adoptionOf, type PlanItem } from './plan-item.js';
import { remarks } from './remarks.js';
import { scopeOf } from './scope.js';

/** Asserts a policy item and its field from its code, 5-1 being item 1 of field 5; returns its id. */
function assertPolicyItem(context: Context, code: string, name: string | undefined, origin: Origin): string {
  const [field, number] = code.split('-').map(Number);
  const id = idOf(context, 'policy-item', code);
  const fieldId = idOf(context, 'policy-field', field ?? 0);
  context.builder.node('PolicyItem', id, { code, number, name }, origin, [itemsOf(fieldId)]);
  context.builder.edge('IN_FIELD', id, fieldId, origin);
  return id;
}

const itemsOf = (fieldId: string) => scopeOf(fieldId, 'policyItems');

/** Declares that the document of a stage lists every policy item of a field. */
export const speakOfItems = (context: Context, field: number, origin: Origin & { readonly stage: Stage }): void =>
  context.builder.speaks(itemsOf(idOf(context, 'policy-field', field)), origin);

/** Declares that a document names every policy item of a field. */
export const coverItems = (context: Context, field: number, origin: Origin): void =>
  context.builder.covers(itemsOf(idOf(context, 'policy-field', field)), origin);

/**
 * Asserts a policy item that is printed with its code and name; returns its id, and the printed name where that is not
 * the item's own. The code is followed; another name is reported.
 */
export function assertReferencedItem(
  context: Context,
  { code, name: printed }: { readonly code: string; readonly name: string },
  origin: Origin,
): { readonly id: string; readonly printedAs: string | null } {
  const known = context.builder.valueOf('PolicyItem', idOf(context, 'policy-item', code), 'name');
  const id = assertPolicyItem(context, code, known === undefined ? printed : undefined, origin);
  const names = [known ?? printed, ...(context.reviewed.aliases.get(id) ?? [])].map(String);
  if (names.some((name) => nameKey(name) === nameKey(printed))) return { id, printedAs: null };
  context.findings.add(remarks.otherItemName(code), origin.document, origin.lines, String(known), printed);
  return { id, printedAs: printed };
}

/** Asserts a policy field; its name loses the closing 分野. */
export function assertPolicyField(
  context: Context,
  number: number,
  name: string,
  origin: Origin,
  vision?: string,
): void {
  const values = { number, name: name.replace(/分野$/, '') || undefined, vision };
  const id = idOf(context, 'policy-field', number);
  context.builder.node('PolicyField', id, values, origin, [], { FIELD_OF: cityOf(context) });
}

/**
 * Asserts the fields of policy items whose field no document at hand names: by the name
 * that a person reviewed, else by its number.
 */
export function assertUnnamedFields(context: Context): void {
  const { builder, reviewed, findings } = context;
  const numbers = builder
    .ids('PolicyItem')
    .map((id) => Number(String(builder.valueOf('PolicyItem', id, 'code')).split('-')[0]));
  for (const number of new Set(numbers)) {
    const id = idOf(context, 'policy-field', number);
    if (builder.valueOf('PolicyField', id, 'name') !== undefined) continue;
    const known = reviewed.texts.get(id)?.name;
    const values = { number, name: known ?? `分野${number}` };
    builder.node('PolicyField', id, values, null, [], { FIELD_OF: cityOf(context) });
    findings.add(remarks.unnamedField(number, Boolean(known)), 'seed/reviewed/text/policy-fields.csv', null);
  }
}

/** The item itself in the review sheets and in the adopted plan. */
export function extractPolicyItem(context: Context, item: PlanItem): void {
  extractReviewedItem(context, item);
  extractAdoptedItem(context, item);
  compareItems(context, item);
}

/** Name and name change, remarks on its indicators, survey. */
function extractReviewedItem(context: Context, { code, id, review }: PlanItem): void {
  if (!review) return;
  const { source, sheet } = review;
  const { name, renamedTo } = sheet;
  const current = at(source, 'CURRENT', name.lines);
  const stated = at(source, 'DRAFT', printedAt(source, sheet.lines, '大項目名の変更必要性'));
  assertPolicyItem(context, code, name.value, current);
  assertPolicyItem(context, code, renamedTo?.value ?? name.value, stated);
  if (!renamedTo) assertPolicyItem(context, code, name.value, at(source, 'DRAFT', name.lines));
  const renaming = { field: 'name', ...(renamedTo ? { before: name.value, after: renamedTo.value } : {}) };
  addReviewChange(context, id, renamedTo ? 'RENAMED' : 'UNCHANGED', [current, stated], renaming);
  for (const [index, remark] of sheet.indicatorRemarks.entries())
    addPassage(context, id, 'REMARKS', stated, remark, { number: index + 1 });
  // 市民アンケート結果: one result per year.
  const { question, results } = sheet.survey ?? { results: [] };
  if (sheet.survey) context.builder.covers(scopeOf(id, 'surveyResults'), at(source, null, sheet.lines));
  for (const { lines, ...figures } of results) {
    const origin = at(source, null, linesOf([question ?? null, { lines }]));
    const surveyId = idOf(context, 'survey-result', code, figures.year);
    context.builder.node('SurveyResult', surveyId, { question: question?.value, ...figures }, origin, [], {
      SURVEYS: id,
    });
  }
}

/** Name, heading, satisfaction. */
function extractAdoptedItem(context: Context, { code, id, adopted }: PlanItem): void {
  if (!adopted) return;
  const { source, item } = adopted;
  const { name, satisfaction, lines } = item;
  assertPolicyItem(context, code, name.value, at(source, 'ADOPTED', name.lines));
  // The heading is text only where it was no picture.
  const heading = { first: lines.first, last: lines.first };
  if (nameKey(source.lines[lines.first - 1] ?? '').includes(nameKey(name.value)))
    context.builder.node('PolicyItem', id, {}, at(source, 'ADOPTED', heading));
  if (!satisfaction) return;
  const { percent, question } = satisfaction.value;
  const values = { satisfaction: percent, satisfactionQuestion: question };
  context.builder.node('PolicyItem', id, values, at(source, 'ADOPTED', satisfaction.lines));
}

/** Whether the item itself was adopted, and under which name. */
function compareItems(context: Context, item: PlanItem): void {
  const before = item.review && (item.review.sheet.renamedTo ?? item.review.sheet.name);
  adoptionOf(context, item)?.compare(item.id, before, item.adopted?.item.name ?? null, {
    name: ({ value, lines }) => shownVersion(value, lines, nameKey(value)),
  });
}
