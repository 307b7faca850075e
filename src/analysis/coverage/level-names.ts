/** What a city calls the levels of its plan, for sentences about it alone. */
import type { NodeName } from '../../model/declaration.js';
import { valueProperty } from '../../model/graph-properties.js';
import { fieldsOf, findNode, nodeNamed } from '../../model/model.js';
import type { Label } from '../wording.js';

/** By type; a language in which the city has no name for it is empty. */
export type LevelNames = ReadonlyMap<NodeName, Label>;

/** The fields of a city that name the levels of its plan: `policyItemLevel` of PolicyItem. */
const levels = Object.keys(fieldsOf(nodeNamed('Municipality'))).flatMap((field) => {
  const type = findNode(field.charAt(0).toUpperCase() + field.slice(1).replace(/Level$/, ''))?.name;
  return type && field.endsWith('Level') ? [{ type, field }] : [];
});

const storedAs = (field: string) => ({ ja: valueProperty(field, 'name'), en: valueProperty(field, 'nameEn') });

/** The properties under which the graph has the names. */
export const levelProperties: readonly string[] = levels.flatMap(({ field }) => Object.values(storedAs(field)));

/** The names of the levels by the stored properties of a city. */
export function levelNamesOf(stored: readonly (readonly [property: string, value: string])[]): LevelNames {
  const values = new Map(stored);
  return new Map(
    levels.flatMap(({ type, field }) => {
      const { ja, en } = storedAs(field);
      const name = { ja: values.get(ja) ?? '', en: values.get(en) ?? '' };
      return name.ja || name.en ? [[type, name] as const] : [];
    }),
  );
}
