/** The implementation sheets (実施計画シート): who carries out what, for which measures, with which goals and grades. */

import { stages } from '../../model/enums.js';
import type { SourceText } from '../documents/document.js';
import type { IndexEntry, ReformSheets, SheetRecord } from '../documents/reform-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addPassage, at, type Context, idOf, printedAt, slug } from './context.js';
import { assertScope, isScope, linkDepartment } from './departments.js';

export function extractReformSheets(context: Context, source: SourceText, record: ReformSheets): void {
  const { builder } = context;
  const city = idOf(context, 'municipality', context.reviewed.municipality.code);
  for (const { value, lines } of record.fields) {
    const id = idOf(context, 'reform-field', value.number);
    const origin = at(source, null, lines);
    builder.node('ReformField', id, { number: value.number, name: value.name }, origin);
    builder.edge('REFORM_FIELD_OF', id, city, origin);
  }
  const measures = new MeasureNames(context);
  for (const sheet of record.sheets) {
    const entry = record.index.find(({ field, number }) => field === sheet.field.number && number === sheet.order);
    extractSheet(context, source, sheet, entry, measures);
  }
}

function extractSheet(
  context: Context,
  source: SourceText,
  sheet: SheetRecord,
  entry: IndexEntry | undefined,
  measures: MeasureNames,
): void {
  const { builder } = context;
  const number = `${sheet.field.number}-${sheet.order}`;
  const id = idOf(context, 'reform-sheet', number);
  const whole = at(source, null, sheet.lines);
  builder.node(
    'ReformSheet',
    id,
    {
      number,
      name: sheet.name.value,
      page: entry?.page ?? null,
      start_fiscal_year: sheet.startFiscalYear.value,
      target_fiscal_year: sheet.targetFiscalYear.value,
      plan_changed: sheet.planChanges.length > 0,
      plan_change_fiscal_years: sheet.planChanges.map(({ value }) => value),
      support_open_ended: sheet.supportsOpenEnded,
    },
    whole,
  );
  if (entry) builder.node('ReformSheet', id, {}, at(source, null, entry.lines));
  const fieldPlace = at(source, null, printedAt(source, sheet.lines, sheet.field.name));
  builder.edge('IN_REFORM_FIELD', id, idOf(context, 'reform-field', sheet.field.number), fieldPlace);
  for (const name of sheet.perspectives.value) {
    const origin = at(source, null, sheet.perspectives.lines);
    const perspective = idOf(context, 'reform-perspective', slug(name));
    builder.node('ReformPerspective', perspective, { name }, origin);
    builder.edge('TAKES_PERSPECTIVE', id, perspective, origin);
  }
  const leads = at(source, null, sheet.leads.lines);
  for (const name of sheet.leads.value) {
    linkDepartment(context, 'LED_BY', id, name, leads);
    // The index names the lead, too.
    const indexed = entry?.leads.some((lead) => nameKey(lead) === nameKey(name)) ? at(source, null, entry.lines) : null;
    if (indexed) linkDepartment(context, 'LED_BY', id, name, indexed);
  }
  const supports = at(source, null, sheet.supports.lines);
  for (const name of sheet.supports.value)
    if (isScope(name)) builder.edge('SUPPORTED_BY_SCOPE', id, assertScope(context, name, supports), supports);
    else linkDepartment(context, 'SUPPORTED_BY', id, name, supports);
  for (const name of sheet.citations.value) cite(context, id, name, at(source, null, sheet.citations.lines), measures);
  extractYears(context, source, id, number, sheet);
  addPassage(context, id, 'SITUATION', source, null, sheet.situation);
  addPassage(context, id, 'CONTENT', source, null, sheet.activities);
  addPassage(context, id, 'EFFECTS', source, null, sheet.effects);
  addPassage(context, id, 'REMARKS', source, null, sheet.remarks);
}

/** Goals and grades: each belongs to the fiscal year of its column. */
function extractYears(context: Context, source: SourceText, sheetId: string, number: string, sheet: SheetRecord): void {
  const { builder } = context;
  for (const { fiscalYear, phrases, quantity, lines } of sheet.goals) {
    const id = idOf(context, 'annual-goal', number, fiscalYear);
    const origin = at(source, null, lines);
    const { text, value, unit, comparator } = quantity;
    builder.node('AnnualGoal', id, { fiscal_year: fiscalYear, text, phrases, value, unit, comparator }, origin);
    builder.edge('GOAL_OF', id, sheetId, origin);
  }
  for (const { fiscalYear, grade, lines } of sheet.evaluations) {
    const id = idOf(context, 'evaluation', number, fiscalYear);
    const origin = at(source, null, lines);
    builder.node('Evaluation', id, { fiscal_year: fiscalYear, grade }, origin);
    builder.edge('EVALUATES', id, sheetId, origin);
  }
}

/**
 * Resolves a cited name: a measure under any name a stage or an alias gives it, then a policy field by its vision
 * (a chapter's title stands where a measure should), else a measure that is known by this name only.
 */
function cite(context: Context, sheetId: string, printed: string, origin: Origin, measures: MeasureNames): void {
  const { builder } = context;
  const measure = measures.find(printed);
  if (measure) {
    const printedAs = nameKey(measure.name) === nameKey(printed) ? null : printed;
    builder.edge('IMPLEMENTS', sheetId, measure.id, origin, { printedAs });
    if (builder.valueOf('Measure', measure.id, 'name_only') === true) builder.node('Measure', measure.id, {}, origin);
    return;
  }
  const field = builder
    .ids('PolicyField')
    .find((id) => nameKey(String(builder.valueOf('PolicyField', id, 'vision') ?? '')) === nameKey(printed));
  if (field) {
    builder.edge('CITES_FIELD', sheetId, field, origin, { printedAs: printed });
    return;
  }
  const id = idOf(context, 'measure', slug(printed));
  builder.node('Measure', id, { name: printed, code: null, number: null, name_only: true }, origin);
  builder.edge('IMPLEMENTS', sheetId, id, origin);
  measures.add(id, printed, printed);
  context.findings.add({
    rule: 'cited-measure-is-known',
    severity: 'note',
    document: origin.document,
    lines: origin.lines,
    message: `A reform sheet cites a measure that no plan document at hand lists; kept by name only: ${printed}`,
    messageJa: `計画書に見当たらない施策中項目が引用されているため、名称のみで登録しました：${printed}`,
  });
}

/** Measures by every name they have or had; a measure that is in force wins over a dropped one of the same name. */
class MeasureNames {
  private readonly byKey = new Map<string, { readonly id: string; readonly name: string }>();

  constructor({ builder, reviewed }: Context) {
    const latestFirst = [...builder.ids('Measure')].sort((a, b) => a.split(':').length - b.split(':').length);
    for (const id of latestFirst) {
      const name = String(builder.valueOf('Measure', id, 'name') ?? '');
      this.add(id, name, name);
    }
    for (const id of latestFirst) {
      const name = String(builder.valueOf('Measure', id, 'name') ?? '');
      const former = [...stages].reverse().map((stage) => builder.valueAt('Measure', id, 'name', stage));
      for (const other of [...former, ...(reviewed.aliases.get(id) ?? [])])
        if (typeof other === 'string') this.add(id, name, other);
    }
  }

  add(id: string, name: string, alias: string): void {
    const key = nameKey(alias);
    if (key !== '' && !this.byKey.has(key)) this.byKey.set(key, { id, name });
  }

  find(printed: string): { readonly id: string; readonly name: string } | undefined {
    return this.byKey.get(nameKey(printed));
  }
}
