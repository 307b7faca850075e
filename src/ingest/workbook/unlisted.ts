/** Policy items and measures that no sheet lists: they are made of what the sheets of the levels below write of them. */
import { brokenFormula } from '../dataset/slips.js';
import { displayed, plainDashes } from './cells.js';
import type { City } from './city.js';
import type { At, Draft } from './draft.js';
import { type KnownThings, type Named, slug } from './known.js';
import { codeAndRest } from './mapping/code-in-front.js';
import { addField, type Measure, numberOf } from './plan.js';
import { type SheetKey, template } from './template.js';
import { words } from './words.js';

/** What a cell writes of a thing above. */
interface Written {
  readonly at: At;
  readonly column: string;
  readonly text: string;
  readonly code: string | null;
  readonly name: string | null;
}

/** The columns in which the levels below name one above, where its own sheet has no row. */
function writtenOf(draft: Draft, level: SheetKey, columns: readonly (readonly [SheetKey, string])[]): Written[] {
  if (draft.rows(level).length > 0) return [];
  const written = columns.flatMap(([sheet, column]) =>
    draft.rows(sheet).flatMap((at): Written[] => {
      const cell = at.row.cells[column];
      const text = cell ? displayed(cell) : '';
      // What is wrong with a cell is said where it is read.
      if (!cell || cell.value instanceof Date || brokenFormula(text)) return [];
      return [{ at, column, text, ...codeAndName(text) }];
    }),
  );
  // A code or a name alone means what another cell has with both.
  const isWhole = ({ code, name }: Written) => code !== null && name !== null;
  return [...written.filter(isWhole), ...written.filter((each) => !isWhole(each))];
}

function codeAndName(text: string): Pick<Written, 'code' | 'name'> {
  const plain = (code: string) => plainDashes(code.normalize('NFKC').trim());
  if (/^[A-Za-z]?[\d._()-]+$/.test(plain(text))) return { code: plain(text), name: null };
  const both = codeAndRest(text);
  return both ? { code: plain(both.code), name: both.rest } : { code: null, name: text };
}

/** Makes each thing once, and says so; further ways to write it name it too. */
function makeEach<Thing extends Named>(
  draft: Draft,
  known: KnownThings<Thing>,
  level: SheetKey,
  written: readonly Written[],
  make: (written: Written) => Thing | null,
): void {
  for (const each of written) {
    const found = known.find(each.text) ?? (each.code === null ? null : known.find(each.code));
    const thing = found ?? make(each);
    if (!thing) continue;
    if (!found) draft.remark(each.at, each.column, words.madeOfNames(template[level].name));
    if (!known.find(each.text)) known.alsoCalled(each.text, thing);
  }
}

export function makePolicyItems(draft: Draft, city: City, fields: KnownThings, items: KnownThings): void {
  const written = writtenOf(draft, 'policyItems', [
    ['measures', 'policyItem'],
    ['projects', 'policyItem'],
  ]);
  makeEach(draft, items, 'policyItems', written, ({ at, column, text, code, name }) => {
    const place = items.size + 1;
    const id = draft.id('policy-item', code ?? slug(text));
    const field = fieldOf(draft, city, fields, at, column, code);
    if (field === null || !draft.isNew(id, text, at, column)) return null;
    const item = { id, code: code ?? String(place), name: name ?? text };
    items.add(item);
    const number = code === null ? place : numberOf(code, place);
    const values = { name: item.name, name_en: null, code: item.code, number, collaboration_stages: [] };
    draft.add(at, 'PolicyItem', id, values, { id: column, code: column, name: column });
    draft.link(at, 'IN_FIELD', id, field, { column });
    return item;
  });
}

/** The field of a policy item that no sheet lists: the only one, that of the first number of its code, else one for all. */
function fieldOf(
  draft: Draft,
  city: City,
  fields: KnownThings,
  at: At,
  column: string,
  code: string | null,
): string | null {
  const ofCode = fields.find(/^\d+(?=\D)/.exec(code ?? '')?.[0] ?? '');
  if (ofCode) return ofCode.id;
  if (fields.first && fields.size === 1) return fields.first.id;
  if (fields.first) {
    draft.error(at, column, words.fieldNotKnown(template.policyItems.name));
    return null;
  }
  // Where rows of 分野 could not be read, that was said.
  if (draft.rows('fields').length > 0) return null;
  const plan = city.plan ?? city.name;
  draft.findings.remark(at.table.source.label, null, null, words.inventedField(plan));
  return addField(draft, city, fields, at, 1, plan);
}

export function makeMeasures(draft: Draft, items: KnownThings, measures: KnownThings<Measure>): void {
  makeEach(
    draft,
    measures,
    'measures',
    writtenOf(draft, 'measures', [['projects', 'measure']]),
    ({ at, column, text, code, name }) => {
      const id = draft.id('measure', code ?? slug(text));
      if (!draft.isNew(id, text, at, column)) return null;
      const { policyItem: cell } = at.row.cells;
      const policyItem = cell ? items.find(displayed(cell)) : null;
      const measure = { id, code, name: name ?? text, policyItem };
      measures.add(measure);
      const number = code === null ? null : numberOf(code, measures.size);
      const values = { name: measure.name, name_en: null, code, number, name_only: code === null };
      draft.add(at, 'Measure', id, values, { id: column, code: column, name: column });
      if (policyItem) draft.link(at, 'PART_OF', id, policyItem.id, { column: 'policyItem' });
      return measure;
    },
  );
}
