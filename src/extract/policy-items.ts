import { type Lines, type Passage, type SourceText, spanOf } from '../documents/document.js';
import type { ReviewSheet } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Stage } from '../model/enums.js';
import type { Origin } from './builder.js';
import { addChange, addStatedChange } from './changes.js';
import { addPassage, at, type Context, idOf, printedAt } from './context.js';
import { differs, type PlanItem } from './plan-item.js';

/** Asserts a policy item and its field from its code, 5-1 being item 1 of field 5; returns its id. */
export function assertPolicyItem(
  context: Context,
  code: string,
  name: string | undefined,
  origin: ReturnType<typeof at>,
): string {
  const [field, number] = code.split('-').map(Number);
  const id = idOf(context, 'policy-item', code);
  context.builder.node('PolicyItem', id, { code, number: number ?? null, name }, origin);
  context.builder.edge('IN_FIELD', id, idOf(context, 'policy-field', field ?? 0), origin);
  return id;
}

/** Asserts a policy field; its name loses the closing 分野. */
export function assertPolicyField(
  context: Context,
  number: number,
  name: string,
  origin: ReturnType<typeof at>,
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

/** The item itself in the review sheets: name, name change, survey, SDGs. */
export function extractReviewedItem(context: Context, code: string, source: SourceText, sheet: ReviewSheet): void {
  const { builder } = context;
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
  compareSituations(context, id, [
    { source, stage: 'CURRENT', passage: sheet.situation.current },
    { source, stage: 'DRAFT', passage: sheet.situation.draft },
  ]);
  for (const [index, remark] of sheet.indicatorRemarks.entries())
    addPassage(context, id, 'REMARKS', source, 'DRAFT', remark, String(index + 1));
  for (const result of sheet.survey?.results ?? []) {
    const resultId = idOf(context, 'survey-result', code, result.year);
    const origin = at(source, null, sheet.survey ? spanOf(sheet.survey.question.lines, result.lines) : result.lines);
    builder.node(
      'SurveyResult',
      resultId,
      {
        question: sheet.survey?.question.value ?? '',
        year: result.year,
        satisfaction: result.satisfaction,
        importance: result.importance,
        satisfaction_rank: result.satisfactionRank,
        importance_rank: result.importanceRank,
        rank_of: result.rankOf,
      },
      origin,
    );
    builder.edge('SURVEYS', resultId, id, origin);
  }
  builder.speaks(`sdgs of ${id}`, 'DRAFT');
  for (const { value, lines } of sheet.sdgs) extractSdg(context, id, source, value, lines);
  addPassage(context, id, 'SITUATION', source, 'CURRENT', sheet.situation.current);
  addPassage(context, id, 'SITUATION', source, 'DRAFT', sheet.situation.draft);
}

/** The answers of the divisions (各課回答より) are given for the next plan: the link belongs to the draft. */
function extractSdg(
  context: Context,
  itemId: string,
  source: SourceText,
  { number, name }: { number: number; name: string },
  lines: Lines,
): void {
  const official = context.reviewed.sdgs.find((sdg) => sdg.number === number);
  if (!official) {
    context.findings.add({
      rule: 'sdg-has-an-official-number',
      severity: 'warning',
      document: source.id,
      lines,
      message: 'A goal between 1 and 17 was expected.',
      messageJa: 'SDGsの番号は1から17までを想定しています。',
      expected: '1–17',
      actual: `${number} ${name}`,
    });
    return;
  }
  const id = `sdg:${number}`;
  const known = [official.name, ...(context.reviewed.aliases.get(id) ?? [])];
  if (!known.some((candidate) => nameKey(candidate) === nameKey(name)))
    context.findings.add({
      rule: 'sdg-name-matches-number',
      severity: 'warning',
      document: source.id,
      lines,
      message: 'The name differs from the official one; the number was followed.',
      messageJa: '名称が公式のものと異なるため、番号を優先しました。',
      expected: official.name,
      actual: name,
    });
  const printedAs = nameKey(official.name) === nameKey(name) ? null : name;
  context.builder.edge('TOUCHES', itemId, id, at(source, 'DRAFT', lines), { scopes: [`sdgs of ${itemId}`], printedAs });
}

/** One stage's text of a part of the plan. */
interface StagedPassage {
  readonly source: SourceText;
  readonly stage: Stage;
  readonly passage: Passage | null;
}

/** 現況と課題 carries no status of its own: whether two stages differ is compared. */
function compareSituations(
  context: Context,
  id: string,
  [before, after]: readonly [StagedPassage, StagedPassage],
): void {
  if (!before.passage || !after.passage || !differs(before.passage, after.passage)) return;
  addChange(context, {
    subject: id,
    kind: 'REVISED',
    from: before.stage,
    to: after.stage,
    basis: 'COMPARED',
    field: 'situation',
    origins: [
      at(before.source, before.stage, before.passage.lines),
      at(after.source, after.stage, after.passage.lines),
    ],
  });
}

/** The item itself in the adopted plan: name, heading, satisfaction. */
export function extractAdoptedItem(context: Context, { code, review, adopted }: PlanItem): void {
  if (!adopted) return;
  const { source, item } = adopted;
  const id = assertPolicyItem(context, code, item.name.value, at(source, 'ADOPTED', item.name.lines));
  // The heading is text only where it was no picture.
  const heading = printedAt(source, { first: item.lines.first, last: item.lines.first }, item.name.value);
  if (nameKey(source.lines[heading.first - 1] ?? '').includes(nameKey(item.name.value)))
    context.builder.node('PolicyItem', id, {}, at(source, 'ADOPTED', heading));
  if (item.satisfaction) {
    const { value, lines } = item.satisfaction;
    const values = { satisfaction: value.percent, satisfaction_question: value.question };
    context.builder.node('PolicyItem', id, values, at(source, 'ADOPTED', lines));
  }
  addPassage(context, id, 'SITUATION', source, 'ADOPTED', item.situation);
  if (!review) return;
  compareSituations(context, id, [
    { source: review.source, stage: 'DRAFT', passage: review.sheet.situation.draft },
    { source, stage: 'ADOPTED', passage: item.situation },
  ]);
  const draftName = review.sheet.renamedTo ?? review.sheet.name;
  if (nameKey(draftName.value) !== nameKey(item.name.value))
    addChange(context, {
      subject: id,
      kind: 'RENAMED',
      from: 'DRAFT',
      to: 'ADOPTED',
      basis: 'COMPARED',
      field: 'name',
      before: draftName.value,
      after: item.name.value,
      origins: [at(review.source, 'DRAFT', draftName.lines), at(source, 'ADOPTED', item.name.lines)],
    });
}

/** 協働による取組: which stages have such a text, and what happens to it. */
export function extractCollaboration(context: Context, { code, review, adopted }: PlanItem): void {
  const id = idOf(context, 'policy-item', code);
  const { current = null, draft = null, change = null, lines = null } = review?.sheet.collaboration ?? {};
  const stated: StagedPassage[] = [
    ...(review ? [{ source: review.source, stage: 'CURRENT' as const, passage: current }] : []),
    ...(review ? [{ source: review.source, stage: 'DRAFT' as const, passage: draft }] : []),
    ...(adopted ? [{ source: adopted.source, stage: 'ADOPTED' as const, passage: adopted.item.collaboration }] : []),
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
  if (!review || !adopted) return;
  const after = adopted.item.collaboration;
  const origins = [
    ...(draft ? [at(review.source, 'DRAFT', draft.lines)] : []),
    at(adopted.source, 'ADOPTED', after?.lines ?? adopted.item.lines),
  ];
  const between = { subject: id, from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED', field, origins } as const;
  if (!draft !== !after) addChange(context, { ...between, kind: after ? 'ADDED' : 'REMOVED' });
  else if (differs(draft, after)) addChange(context, { ...between, kind: 'REVISED' });
}

/** めざす姿: which statements each stage has, and what happens to them; their text only where it is wanted. */
export function extractVisions(context: Context, { code, review, adopted }: PlanItem): void {
  const { builder } = context;
  const itemId = idOf(context, 'policy-item', code);
  const scope = `visions of ${itemId}`;
  if (review) for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(scope, stage);
  if (adopted) builder.speaks(scope, 'ADOPTED');
  const assert = (id: string, values: { number: number; change?: string | null }, origin: Origin) => {
    builder.node('Vision', id, values, origin, [scope]);
    builder.edge('VISION_OF', id, itemId, origin, { scopes: [scope] });
  };
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
  for (const { number, text } of adopted?.item.visions ?? []) {
    if (!adopted) continue;
    const origin = at(adopted.source, 'ADOPTED', text.lines);
    assert(idOf(context, 'vision', `${code}-${number}`), { number }, origin);
    addPassage(context, itemId, 'VISION', adopted.source, 'ADOPTED', text, String(number));
    if (!review) continue;
    const draft = review.sheet.visions.find((row) => row.draft && row.number === number)?.draft ?? null;
    const origins = [...(draft ? [at(review.source, 'DRAFT', draft.lines)] : []), origin];
    const field = `vision ${number}`;
    const between = { subject: itemId, from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED', field, origins } as const;
    if (!draft) addChange(context, { ...between, kind: 'ADDED' });
    else if (differs(draft, text)) addChange(context, { ...between, kind: 'REVISED' });
  }
}
