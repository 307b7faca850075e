import type { Stage } from '../../model/enums.js';
import { type Printed, type SourceText, spanOf } from '../documents/document.js';
import type { ReviewSheet } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addChange, addStatedChange } from './changes.js';
import { addPassage, at, type Context, idOf, printedAt } from './context.js';
import { adoptionOf, type PlanItem } from './plan-item.js';

/** Asserts a policy item and its field from its code, 5-1 being item 1 of field 5; returns its id. */
export function assertPolicyItem(context: Context, code: string, name: string | undefined, origin: Origin): string {
  const [field, number] = code.split('-').map(Number);
  const id = idOf(context, 'policy-item', code);
  const fieldId = idOf(context, 'policy-field', field ?? 0);
  context.builder.node('PolicyItem', id, { code, number: number ?? null, name }, origin, [itemsOf(fieldId)]);
  context.builder.edge('IN_FIELD', id, fieldId, origin);
  return id;
}

const itemsOf = (fieldId: string) => `policy items of ${fieldId}`;

/** Declares that the document of a stage lists every policy item of a field. */
export const speakOfItems = (context: Context, field: number, stage: Stage): void =>
  context.builder.speaks(itemsOf(idOf(context, 'policy-field', field)), stage);

/** Asserts a policy field; its name loses the closing 分野. */
export function assertPolicyField(
  context: Context,
  number: number,
  name: string,
  origin: Origin,
  vision?: string,
): void {
  const id = idOf(context, 'policy-field', number);
  context.builder.node('PolicyField', id, { number, name: name.replace(/分野$/, '') || undefined, vision }, origin);
  context.builder.edge('FIELD_OF', id, idOf(context, 'municipality', context.reviewed.municipality.code), origin);
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
    builder.node('PolicyField', id, { number, name: known ?? `分野${number}` }, null);
    builder.edge('FIELD_OF', id, idOf(context, 'municipality', reviewed.municipality.code), null);
    findings.add({
      rule: 'policy-field-is-named',
      severity: 'warning',
      document: 'seed/reviewed/text/policy-fields.csv',
      lines: null,
      message: `No document at hand names policy field ${number}; its name was taken from ${known ? 'the reviewed texts' : 'its number'}.`,
      messageJa: `分野${number}の名称が文書にないため、${known ? '確認済みの名称' : '番号'}を用いました。`,
    });
  }
}

/** The item itself in the review sheets: name and name change, remarks on its indicators, survey. */
export function extractReviewedItem(context: Context, { code, review }: PlanItem): void {
  if (!review) return;
  const { source, sheet } = review;
  const id = assertPolicyItem(context, code, sheet.name.value, at(source, 'CURRENT', sheet.name.lines));
  const renamed = sheet.renamedTo;
  const stated = at(source, 'DRAFT', printedAt(source, sheet.lines, '大項目名の変更必要性'));
  assertPolicyItem(context, code, renamed?.value ?? sheet.name.value, stated);
  if (!renamed) assertPolicyItem(context, code, sheet.name.value, at(source, 'DRAFT', sheet.name.lines));
  const origins = [at(source, 'CURRENT', sheet.name.lines), stated];
  if (renamed)
    addChange(context, {
      subject: id,
      kind: 'RENAMED',
      from: 'CURRENT',
      to: 'DRAFT',
      basis: 'STATED',
      field: 'name',
      before: sheet.name.value,
      after: renamed.value,
      origins,
    });
  else addStatedChange(context, id, 'UNCHANGED', origins, { field: 'name' });
  for (const [index, remark] of sheet.indicatorRemarks.entries())
    addPassage(context, id, 'REMARKS', source, 'DRAFT', remark, String(index + 1));
  if (sheet.survey) extractSurvey(context, code, source, sheet.survey);
}

/** 市民アンケート結果: one result per year. */
function extractSurvey(
  context: Context,
  code: string,
  source: SourceText,
  { question, results }: NonNullable<ReviewSheet['survey']>,
): void {
  for (const result of results) {
    const id = idOf(context, 'survey-result', code, result.year);
    const origin = at(source, null, spanOf(question.lines, result.lines));
    const values = {
      question: question.value,
      year: result.year,
      satisfaction: result.satisfaction,
      importance: result.importance,
      satisfaction_rank: result.satisfactionRank,
      importance_rank: result.importanceRank,
      rank_of: result.rankOf,
    };
    context.builder.node('SurveyResult', id, values, origin);
    context.builder.edge('SURVEYS', id, idOf(context, 'policy-item', code), origin);
  }
}

/** The item itself in the adopted plan: name, heading, satisfaction. */
export function extractAdoptedItem(context: Context, { code, adopted }: PlanItem): void {
  if (!adopted) return;
  const { source, item } = adopted;
  const id = assertPolicyItem(context, code, item.name.value, at(source, 'ADOPTED', item.name.lines));
  // The heading is text only where it was no picture.
  const heading = printedAt(source, { first: item.lines.first, last: item.lines.first }, item.name.value);
  if (nameKey(source.lines[heading.first - 1] ?? '').includes(nameKey(item.name.value)))
    context.builder.node('PolicyItem', id, {}, at(source, 'ADOPTED', heading));
  if (!item.satisfaction) return;
  const { value, lines } = item.satisfaction;
  const values = { satisfaction: value.percent, satisfaction_question: value.question };
  context.builder.node('PolicyItem', id, values, at(source, 'ADOPTED', lines));
}

/** Whether the item itself was adopted, and under which name. */
export function compareItems(context: Context, item: PlanItem): void {
  const { code, review, adopted } = item;
  const id = idOf(context, 'policy-item', code);
  const comparison = adoptionOf(context, item);
  const version = ({ value, lines }: Printed<string>) => ({ key: nameKey(value), shown: value, lines });
  const before = review && version(review.sheet.renamedTo ?? review.sheet.name);
  const after = adopted && version(adopted.item.name);
  if (comparison?.thing(id, before?.lines ?? null, after?.lines ?? null))
    comparison.part(id, 'RENAMED', 'name', before, after);
}
