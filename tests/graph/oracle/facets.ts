import type { NodeDeclaration } from '../../../src/model/declaration.js';
import { fieldsOf } from '../../../src/model/model.js';
import { compareTexts } from './texts.js';
import { type Target, type View, valueAt, type World } from './world.js';

interface Facet {
  readonly value: string | null;
  readonly label: string | null;
  readonly labelEn: string | null;
  count: number;
}

/** `TARGET_FISCAL_YEAR` → `targetFiscalYear`. */
const fieldNamed = (choice: string) =>
  choice.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The values of a list in one respect, the most frequent first; things without a value are counted under null. */
export function facetsOf(
  world: World,
  type: NodeDeclaration,
  rows: readonly Target[],
  by: string,
  view: View,
): readonly Facet[] {
  const name = fieldNamed(by);
  const field = fieldsOf(type)[name];
  const facets = new Map<string | null, Facet>();
  for (const { thing } of rows) {
    const values = new Map<string | null, readonly [label: string | null, labelEn: string | null]>();
    if (field?.kind === 'relationship')
      for (const target of world.targets(thing, field, view))
        values.set(target.thing.row.id, [textAt(target.thing, 'name', view), textAt(target.thing, 'nameEn', view)]);
    else {
      const value = textAt(thing, name, view);
      values.set(value, [value, null]);
    }
    if (values.size === 0) values.set(null, [null, null]);
    for (const [value, [label, labelEn]] of values) {
      const known = facets.get(value) ?? { value, label, labelEn, count: 0 };
      known.count++;
      facets.set(value, known);
    }
  }
  return [...facets.values()].sort(
    (a, b) => b.count - a.count || missingLast(a.label, b.label) || missingLast(a.value, b.value),
  );
}

const textAt = (thing: Target['thing'], field: string, view: View): string | null => {
  const value = valueAt(thing, field, view) ?? null;
  return value === null ? null : String(value);
};

const missingLast = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareTexts(a, b);
