import type { NodeDeclaration } from '../../../src/model/declaration.js';
import { choiceName } from '../../../src/model/facets.js';
import { codeProperty, fieldsOf, inWords } from '../../../src/model/model.js';
import { compareTexts } from './texts.js';
import { type Target, type View, valueAt, type World } from './world.js';

interface Facet {
  readonly value: string | null;
  readonly label: string | null;
  readonly labelEn: string | null;
  readonly code: string | null;
  count: number;
}

type Labels = Pick<Facet, 'label' | 'labelEn' | 'code'>;

/** `TARGET_FISCAL_YEAR` → `targetFiscalYear`. */
const fieldNamed = (choice: string) =>
  choice.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const unlabelled: Labels = { label: null, labelEn: null, code: null };

/** The values of a thing in one respect; null where it has none. */
function valuesOf(world: World, { thing }: Target, by: string, view: View): ReadonlyMap<string | null, Labels> {
  const name = fieldNamed(by);
  const field = fieldsOf(thing.type)[name];
  const values = new Map<string | null, Labels>();
  // Of things that lead to no city themselves it is the one whose dataset has them.
  const city = name === 'municipality' && field?.kind !== 'relationship' ? world.cityOf(thing) : undefined;
  if (city) {
    const [label, labelEn, code] = ['name', 'nameEn', 'code'].map((part) => textAt(city, part, null));
    return new Map([[city.row.id, { label: label ?? null, labelEn: labelEn ?? null, code: code ?? null }]]);
  }
  // By the types of what can be of any: most are counted by the names of their labels, and shown in words.
  const ofAny = fieldsOf(thing.type)[fieldNamed(by.replace(/_TYPE$/, ''))];
  if (!field && ofAny?.kind === 'relationship')
    for (const { thing: target } of world.targets(thing, ofAny, view)) {
      const { name: type, description } = target.type;
      values.set(choiceName(type), { ...unlabelled, label: description.ja, labelEn: inWords(type) });
    }
  else if (field?.kind === 'relationship')
    for (const { thing: target } of world.targets(thing, field, view)) {
      const code = codeProperty(target.type);
      values.set(target.row.id, {
        label: textAt(target, 'name', view),
        labelEn: textAt(target, 'nameEn', view),
        code: code === null ? null : textAt(target, code, view),
      });
    }
  else {
    const value = textAt(thing, name, view);
    values.set(value, { ...unlabelled, label: value });
  }
  return values.size === 0 ? new Map([[null, unlabelled]]) : values;
}

/** The values of a list in one respect, the most frequent first; things without a value are counted under null. */
export function facetsOf(world: World, rows: readonly Target[], by: string, view: View): readonly Facet[] {
  const facets = new Map<string | null, Facet>();
  for (const row of rows)
    for (const [value, labels] of valuesOf(world, row, by, view)) {
      const known = facets.get(value) ?? { value, ...labels, count: 0 };
      known.count++;
      facets.set(value, known);
    }
  return [...facets.values()].sort(
    (a, b) => b.count - a.count || missingLast(a.label, b.label) || missingLast(a.value, b.value),
  );
}

/** How many things have each value of one respect and each of another. */
export function tableOf(
  world: World,
  rows: readonly Target[],
  by: { readonly rows: string; readonly columns: string },
  view: View,
) {
  const counts = new Map<string, number>();
  const key = (row: string | null, column: string | null) => JSON.stringify([row, column]);
  for (const target of rows)
    for (const row of valuesOf(world, target, by.rows, view).keys())
      for (const column of valuesOf(world, target, by.columns, view).keys())
        counts.set(key(row, column), (counts.get(key(row, column)) ?? 0) + 1);
  const [shownRows, shownColumns] = [facetsOf(world, rows, by.rows, view), facetsOf(world, rows, by.columns, view)];
  const cells = shownRows.flatMap(({ value: row }) =>
    shownColumns.flatMap(({ value: column }) => {
      const count = counts.get(key(row, column));
      return count === undefined ? [] : [{ row, column, count }];
    }),
  );
  return { rows: shownRows, columns: shownColumns, cells };
}

/** How many things the records of a list are about. */
export function subjectsOf(world: World, type: NodeDeclaration, rows: readonly Target[], view: View): number {
  const field = fieldsOf(type).subject;
  if (field?.kind !== 'relationship')
    throw new Error(`expected records that are about something, but got: ${type.name}`);
  return new Set(rows.flatMap(({ thing }) => world.targets(thing, field, view).map((target) => target.thing.row.id)))
    .size;
}

const textAt = (thing: Target['thing'], field: string, view: View): string | null => {
  const value = valueAt(thing, field, view) ?? null;
  return value === null ? null : String(value);
};

const missingLast = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareTexts(a, b);
