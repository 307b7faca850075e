/** The implementation sheets (実施計画シート): who carries out what, for which measures, with which goals and grades. */
import { stages } from '../../model/enums.js';
import { type Located, linesOf, type SourceText } from '../documents/document.js';
import { reformSheets } from '../documents/reform-sheets/parse.js';
import type { IndexEntry, SheetRecord } from '../documents/reform-sheets/record.js';
import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { addPassage, at, type Context, cityOf, idOf, otherName, printedAt, slug } from './context.js';
import { isScope, linkDepartment, linkScope } from './departments.js';
import type { ParsedDocuments } from './parsed-documents.js';
import { remarks } from './remarks.js';
import { scopeOf } from './scope.js';

/** Reform fields and sheets of all years at hand. */
export function extractReformSheets(context: Context, documents: ParsedDocuments): void {
  for (const { source, record } of documents.all(reformSheets)) {
    for (const { value, lines } of record.fields) {
      const id = idOf(context, 'reform-field', value.number);
      const links = { REFORM_FIELD_OF: cityOf(context) };
      context.builder.node('ReformField', id, value, at(source, null, lines), [], links);
      const sheets = record.sheets.filter(({ field }) => field.number === value.number);
      if (sheets.length > 0) context.builder.covers(scopeOf(id, 'sheets'), at(source, null, linesOf(sheets)));
    }
    if (record.fields.length > 0)
      context.builder.covers(scopeOf(cityOf(context), 'reformFields'), at(source, null, linesOf(record.fields)));
    const measures = new MeasureNames(context);
    for (const sheet of record.sheets) {
      const entry = record.index.find(({ field, number }) => field === sheet.field.number && number === sheet.order);
      extractSheet(context, source, sheet, entry, measures);
    }
  }
}

/** What a sheet lists wholly. */
const listedBySheets = [
  'perspectives',
  'leadDepartments',
  'supportingDepartments',
  'supportingScope',
  'measures',
  'policyFields',
  'annualGoals',
  'evaluations',
];

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
  const from = ({ lines }: Located) => at(source, null, lines);
  const values = {
    number,
    name: sheet.name.value,
    page: entry?.page ?? null,
    startFiscalYear: sheet.startFiscalYear.value,
    targetFiscalYear: sheet.targetFiscalYear.value,
    planChanged: sheet.planChanges.length > 0,
    planChangeFiscalYears: sheet.planChanges.map(({ value }) => value),
    supportOpenEnded: sheet.supportsOpenEnded,
  };
  builder.node('ReformSheet', id, values, from(sheet));
  if (entry) builder.node('ReformSheet', id, {}, from(entry));
  const inField = at(source, null, printedAt(source, sheet.lines, sheet.field.name));
  builder.edge('IN_REFORM_FIELD', id, idOf(context, 'reform-field', sheet.field.number), inField);
  for (const name of sheet.perspectives.value) {
    const perspective = idOf(context, 'reform-perspective', slug(name));
    builder.node('ReformPerspective', perspective, { name }, from(sheet.perspectives));
    builder.edge('TAKES_PERSPECTIVE', id, perspective, from(sheet.perspectives));
  }
  for (const name of sheet.leads.value) {
    linkDepartment(context, 'LED_BY', id, name, from(sheet.leads));
    // The index names the lead, too.
    if (entry?.leads.some((lead) => nameKey(lead) === nameKey(name)))
      linkDepartment(context, 'LED_BY', id, name, from(entry));
  }
  for (const name of sheet.supports.value)
    if (isScope(name)) linkScope(context, id, name, from(sheet.supports));
    else linkDepartment(context, 'SUPPORTED_BY', id, name, from(sheet.supports));
  for (const field of listedBySheets) builder.covers(scopeOf(id, field), from(sheet));
  for (const name of sheet.citations.value) cite(context, id, name, from(sheet.citations), measures);
  // Goals and grades belong to the fiscal year of their column.
  for (const { fiscalYear, phrases, quantity, lines } of sheet.goals) {
    const goalId = idOf(context, 'annual-goal', number, fiscalYear);
    builder.node('AnnualGoal', goalId, { fiscalYear, phrases, ...quantity }, from({ lines }), [], { GOAL_OF: id });
  }
  for (const { lines, ...grade } of sheet.evaluations) {
    const evaluationId = idOf(context, 'evaluation', number, grade.fiscalYear);
    builder.node('Evaluation', evaluationId, { ...grade, mark: grade.grade }, from({ lines }), [], { EVALUATES: id });
  }
  addPassage(context, id, 'SITUATION', from(sheet), sheet.situation);
  addPassage(context, id, 'CONTENT', from(sheet), sheet.activities);
  addPassage(context, id, 'EFFECTS', from(sheet), sheet.effects);
  addPassage(context, id, 'REMARKS', from(sheet), sheet.remarks);
}

/**
 * Resolves a cited name: a measure under any name a stage or an alias gives it, then a policy field by its vision
 * (a chapter's title stands where a measure should), else a measure that is known by this name only.
 */
function cite(context: Context, sheetId: string, printed: string, origin: Origin, measures: MeasureNames): void {
  const { builder } = context;
  const measure = measures.find(printed);
  if (measure) {
    builder.edge('IMPLEMENTS', sheetId, measure.id, origin, { printedAs: otherName(printed, measure.name) });
    if (builder.valueOf('Measure', measure.id, 'nameOnly') === true) builder.node('Measure', measure.id, {}, origin);
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
  builder.node('Measure', id, { name: printed, code: null, number: null, nameOnly: true }, origin);
  builder.edge('IMPLEMENTS', sheetId, id, origin);
  measures.add(id, printed, printed);
  context.findings.add(remarks.unknownMeasure(printed), origin.document, origin.lines);
}

/** Measures by every name they have or had; a measure that is in force wins over a dropped one of the same name. */
class MeasureNames {
  private readonly byKey = new Map<string, { readonly id: string; readonly name: string }>();

  constructor({ builder, reviewed }: Context) {
    const measures = [...builder.ids('Measure')]
      .sort((a, b) => a.split(':').length - b.split(':').length)
      .map((id) => ({ id, name: String(builder.valueOf('Measure', id, 'name') ?? '') }));
    for (const { id, name } of measures) this.add(id, name, name);
    for (const { id, name } of measures) {
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
