/** The sheets 分野, 施策 and 取組: the levels of the plan. */
import { displayed, readText } from './cells.js';
import type { City } from './city.js';
import type { Departments } from './departments.js';
import type { At, Draft } from './draft.js';
import { numberAndName, readFieldNumber } from './field-numbers.js';
import { goalsReader } from './goals-of-rows.js';
import { KnownThings, type Named } from './known.js';
import { words } from './words.js';

/** How many numbers the codes of a level usually have. */
export const codeParts = { field: 1, policyItem: 2, measure: 3, project: 1, indicator: 2 } as const;

/** The places of things within their wholes, in the order of the sheet. */
export class Places {
  readonly #places = new Map<string, number>();

  next(whole: string | null): number {
    const place = (this.#places.get(whole ?? '') ?? 0) + 1;
    this.#places.set(whole ?? '', place);
    return place;
  }
}

/** The last number of a code; the place where it has none. */
export const numberOf = (code: string, place: number): number => Number(/(\d{1,6})$/.exec(code)?.[1] ?? place);

export function readFields(draft: Draft, city: City): KnownThings {
  const fields = new KnownThings();
  for (const at of draft.rows('fields')) {
    const name = draft.read(at, 'name', readText);
    const number = draft.read(at, 'number', (cell) => readFieldNumber(cell, name));
    if (number === null || name === null) fields.breakOff(number === null ? null : String(number), name);
    else addField(draft, city, fields, at, number, name, draft.read(at, 'nameEn', readText));
  }
  return fields;
}

export function addField(
  draft: Draft,
  city: City,
  known: KnownThings,
  at: At,
  number: number,
  name: string,
  nameEn: string | null = null,
): string | null {
  const id = draft.id('policy-field', String(number));
  if (!draft.isNew(id, String(number), at, at.sheet === 'fields' ? 'number' : 'field')) return null;
  known.add({ id, code: String(number), name });
  const columns =
    at.sheet === 'fields'
      ? { id: 'number', number: 'number', name: 'name', name_en: 'nameEn' }
      : { id: 'field', name: 'field' };
  draft.add(at, 'PolicyField', id, { name, name_en: nameEn, number }, columns);
  draft.link(at, 'FIELD_OF', id, city.id, { column: columns.name });
  return id;
}

export function readPolicyItems(draft: Draft, city: City, fields: KnownThings, departments: Departments): KnownThings {
  const items = new KnownThings();
  const goalsOf = goalsReader(draft);
  const fieldOf = fieldsOfItems(draft, city, fields);
  const places = new Places();
  for (const at of draft.rows('policyItems')) {
    const code = draft.code(at, codeParts.policyItem);
    const name = draft.read(at, 'name', readText);
    const owners = departments.namedIn(at, 'departments');
    const sdgs = goalsOf(at);
    const field = fieldOf(at);
    if (code === null || name === null) {
      items.breakOff(code ?? draft.probableCode(at, codeParts.policyItem), name);
      continue;
    }
    const id = draft.id('policy-item', code);
    if (!draft.isNew(id, code, at, 'code')) {
      items.breakOff(null, name);
      continue;
    }
    items.add({ id, code, name });
    const number = numberOf(code, places.next(field));
    const values = { name, name_en: draft.read(at, 'nameEn', readText), code, number, collaboration_stages: [] };
    draft.add(at, 'PolicyItem', id, values, { id: 'code', code: 'code', name: 'name', name_en: 'nameEn' });
    if (field) draft.link(at, 'IN_FIELD', id, field, { column: 'field' });
    for (const owner of owners) draft.link(at, 'ITEM_OWNED_BY', id, owner, { column: 'departments' });
    for (const goal of sdgs) draft.link(at, 'TOUCHES', id, goal, { column: 'sdgs' });
  }
  return items;
}

/** Finds the field of a policy item: one of the sheet 分野, else one made of the name that is given, else one for all. */
function fieldsOfItems(draft: Draft, city: City, fields: KnownThings): (at: At) => string | null {
  const listed = fields.size > 0 || draft.rows('fields').length > 0;
  const named = draft.rows('policyItems').some(({ row }) => row.cells.field !== undefined);
  const plan = city.plan ?? city.name;
  return (at) => {
    if (!at.row.cells.field) {
      if (listed || named) {
        draft.error(at, 'field', words.allWithField);
        return null;
      }
      if (fields.first) return fields.first.id;
      draft.findings.remark(at.table.source.label, null, null, words.inventedField(plan));
      return addField(draft, city, fields, at, 1, plan);
    }
    if (listed) return fieldNamed(draft, at, fields)?.id ?? null;
    const name = draft.read(at, 'field', readText);
    if (name === null) return null;
    const known = fields.find(name);
    if (known) return known.id;
    draft.remark(at, 'field', words.fieldFromName(name));
    return addField(draft, city, fields, at, fields.size + 1, name);
  };
}

/** The field of the sheet 分野 that a cell names by its name, its number as plans print it, or both. */
function fieldNamed(draft: Draft, at: At, fields: KnownThings): Named | null {
  const text = draft.read(at, 'field', displayed);
  if (text === null) return null;
  const told = fields.find(text) ? null : numberAndName(text);
  const byNumber = told && fields.find(String(told.number));
  const byName = told && fields.find(told.name);
  if (byNumber && byName && byNumber.id !== byName.id) {
    draft.error(at, 'field', words.twoFields(text, byNumber.name, byName.name));
    return null;
  }
  return byNumber ?? byName ?? draft.found(at, 'field', text, fields, 'fields', codeParts.field);
}

/** A measure, with the policy item that it is part of. */
export interface Measure extends Named {
  readonly policyItem: Named | null;
}

export function readMeasures(draft: Draft, items: KnownThings, departments: Departments): KnownThings<Measure> {
  const measures = new KnownThings<Measure>();
  const goalsOf = goalsReader(draft);
  const places = new Places();
  const haveItems =
    draft.rows('policyItems').length > 0 ||
    draft.rows('measures').some(({ row }) => row.cells.policyItem !== undefined);
  for (const at of draft.rows('measures')) {
    const code = draft.code(at, codeParts.measure);
    const name = draft.read(at, 'name', readText);
    const policyItem = draft.referred(at, 'policyItem', items, 'policyItems', codeParts.policyItem);
    if (haveItems && !at.row.cells.policyItem) draft.error(at, 'policyItem', words.noPolicyItem);
    const owners = departments.namedIn(at, 'departments');
    const partners = departments.namedIn(at, 'partners');
    const goals = goalsOf(at);
    if (code === null || name === null) {
      measures.breakOff(code ?? draft.probableCode(at, codeParts.measure), name);
      continue;
    }
    const id = draft.id('measure', code);
    if (!draft.isNew(id, code, at, 'code')) {
      measures.breakOff(null, name);
      continue;
    }
    measures.add({ id, code, name, policyItem });
    const number = numberOf(code, places.next(policyItem?.id ?? null));
    const values = { name, name_en: draft.read(at, 'nameEn', readText), code, number, name_only: false };
    draft.add(at, 'Measure', id, values, { id: 'code', code: 'code', name: 'name', name_en: 'nameEn' });
    if (policyItem) draft.link(at, 'PART_OF', id, policyItem.id, { column: 'policyItem' });
    for (const owner of owners) draft.link(at, 'OWNED_BY', id, owner, { column: 'departments' });
    for (const partner of partners) draft.link(at, 'MEASURE_SUPPORTED_BY', id, partner, { column: 'partners' });
    for (const goal of goals) draft.link(at, 'MEASURE_TOUCHES', id, goal, { column: 'sdgs' });
  }
  return measures;
}
