import { type Lines, type SourceText, spanOf } from '../documents/document.js';
import type { ReviewSheet } from '../documents/review-sheets/record.js';
import { nameKey } from '../documents/text.js';
import { addChange, addStatedChange } from './changes.js';
import { addPassage, at, type Context, idOf } from './context.js';
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
  context.builder.node('PolicyField', id, { number, name: name.replace(/分野$/, ''), vision }, origin);
  context.builder.edge('FIELD_OF', id, idOf(context, 'municipality', context.reviewed.municipality.code), origin);
}

/** The item itself in the review sheets: name, name change, survey, SDGs. */
export function extractReviewedItem(context: Context, code: string, source: SourceText, sheet: ReviewSheet): void {
  const { builder } = context;
  const id = assertPolicyItem(context, code, sheet.name.value, at(source, 'CURRENT', sheet.name.lines));
  const renamed = sheet.renamedTo;
  assertPolicyItem(
    context,
    code,
    renamed?.value ?? sheet.name.value,
    at(source, 'DRAFT', renamed?.lines ?? sheet.name.lines),
  );
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
      origin: at(source, 'DRAFT', renamed.lines),
    });
  else addStatedChange(context, id, 'UNCHANGED', at(source, 'DRAFT', sheet.name.lines), { field: 'name' });
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

/** The item itself in the adopted plan: name and satisfaction. */
export function extractAdoptedItem(context: Context, { code, review, adopted }: PlanItem): void {
  if (!adopted) return;
  const { source, item } = adopted;
  const id = assertPolicyItem(context, code, item.name.value, at(source, 'ADOPTED', item.name.lines));
  if (item.satisfaction) {
    const { value, lines } = item.satisfaction;
    context.builder.node(
      'PolicyItem',
      id,
      { satisfaction: value.percent, satisfaction_question: value.question },
      at(source, 'ADOPTED', lines),
    );
  }
  addPassage(context, id, 'SITUATION', source, 'ADOPTED', item.situation);
  const draftName = review && (review.sheet.renamedTo ?? review.sheet.name).value;
  if (draftName && nameKey(draftName) !== nameKey(item.name.value))
    addChange(context, {
      subject: id,
      kind: 'RENAMED',
      from: 'DRAFT',
      to: 'ADOPTED',
      basis: 'COMPARED',
      field: 'name',
      before: draftName,
      after: item.name.value,
      origin: at(source, 'ADOPTED', item.name.lines),
    });
}

/** 協働による取組: which stages have such a text, and what happens to it. */
export function extractCollaboration(context: Context, { code, review, adopted }: PlanItem): void {
  const id = idOf(context, 'policy-item', code);
  const stages: string[] = [];
  if (review) {
    const { current, draft, change, lines } = review.sheet.collaboration;
    if (current) stages.push('CURRENT');
    if (draft) stages.push('DRAFT');
    addPassage(context, id, 'COLLABORATION', review.source, 'CURRENT', current);
    addPassage(context, id, 'COLLABORATION', review.source, 'DRAFT', draft);
    if (change && lines)
      addStatedChange(context, id, change, at(review.source, 'DRAFT', lines), { field: 'collaboration' });
  }
  if (adopted) {
    const { collaboration } = adopted.item;
    if (collaboration) stages.push('ADOPTED');
    addPassage(context, id, 'COLLABORATION', adopted.source, 'ADOPTED', collaboration);
    const draft = review?.sheet.collaboration.draft ?? null;
    const between = { subject: id, from: 'DRAFT', to: 'ADOPTED', basis: 'COMPARED', field: 'collaboration' } as const;
    const origin = at(adopted.source, 'ADOPTED', collaboration?.lines ?? adopted.item.lines);
    if (review && !draft !== !collaboration)
      addChange(context, { ...between, kind: collaboration ? 'ADDED' : 'REMOVED', origin });
    else if (differs(draft, collaboration)) addChange(context, { ...between, kind: 'REVISED', origin });
  }
  context.builder.settle('PolicyItem', id, { collaboration_stages: stages });
}

/** めざす姿: which statements each stage has, and what happens to them; their text only where it is wanted. */
export function extractVisions(context: Context, { code, review, adopted }: PlanItem): void {
  const { builder } = context;
  const itemId = idOf(context, 'policy-item', code);
  const scope = `visions of ${itemId}`;
  if (review) for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(scope, stage);
  if (adopted) builder.speaks(scope, 'ADOPTED');
  for (const row of review?.sheet.visions ?? []) {
    if (!review) continue;
    const id = idOf(context, 'vision', `${code}-${row.number}`, ...(row.draft ? [] : ['current']));
    for (const [stage, passage] of [
      ['CURRENT', row.current],
      ['DRAFT', row.draft],
    ] as const) {
      if (!passage) continue;
      const origin = at(review.source, stage, stage === 'DRAFT' ? spanIfNear(passage.lines, row.lines) : passage.lines);
      builder.node('Vision', id, { number: row.number, change: row.change }, origin, [scope]);
      builder.edge('VISION_OF', id, itemId, origin, { scopes: [scope] });
      addPassage(context, itemId, 'VISION', review.source, stage, passage, String(row.number));
    }
    addStatedChange(context, itemId, row.change, at(review.source, 'DRAFT', row.lines), {
      field: `vision ${row.number}`,
    });
  }
  for (const { number, text } of adopted?.item.visions ?? []) {
    if (!adopted) continue;
    const id = idOf(context, 'vision', `${code}-${number}`);
    const origin = at(adopted.source, 'ADOPTED', text.lines);
    builder.node('Vision', id, { number }, origin, [scope]);
    builder.edge('VISION_OF', id, itemId, origin, { scopes: [scope] });
    addPassage(context, itemId, 'VISION', adopted.source, 'ADOPTED', text, String(number));
    const draft = review?.sheet.visions.find((row) => row.draft && row.number === number)?.draft ?? null;
    const between = {
      subject: itemId,
      from: 'DRAFT',
      to: 'ADOPTED',
      basis: 'COMPARED',
      field: `vision ${number}`,
      origin,
    } as const;
    if (review && !draft) addChange(context, { ...between, kind: 'ADDED' });
    else if (differs(draft, text)) addChange(context, { ...between, kind: 'REVISED' });
  }
}

/** A stated change far below the text it belongs to must not claim the lines between. */
const spanIfNear = (text: Lines, stated: Lines): Lines =>
  stated.first - text.last <= 1 ? spanOf(text, stated) : stated;
