/** Which things a filter names: the names, codes, titles and ids that it wants something to be equal to. */
import type { NodeName } from '../model/declaration.js';
import { fieldsOf, findNode, inSentence, nodeNamed } from '../model/model.js';
import { type Variables, valueIn } from './binding.js';
import { type FilterInput, isGiven } from './operators.js';

/** A value that a filter wants a thing of some type to have. */
export interface WantedValue {
  /** The fields of the filter that lead to the condition: departments.some.name. */
  readonly path: string;
  /** The labels of those fields. */
  readonly label: Readonly<Record<'ja' | 'en', string>>;
  readonly type: NodeName;
  readonly property: string;
  readonly value: string;
  readonly ignoreCase: boolean;
}

/** By what people and programs know one thing from all others. */
export const identifying: ReadonlySet<string> = new Set([
  'id',
  'thingId',
  'key',
  'code',
  'number',
  'name',
  'nameEn',
  'title',
]);

interface Above {
  readonly path: readonly string[];
  readonly labels: Readonly<Record<'ja' | 'en', readonly string[]>>;
}

const nothingAbove: Above = { path: [], labels: { ja: [], en: [] } };

/** The values that a filter of a type names; those of variables as these have them. */
export function wantedIn(
  type: NodeName,
  filter: FilterInput,
  variables: Variables,
  above = nothingAbove,
): readonly WantedValue[] {
  const fields = fieldsOf(nodeNamed(type));
  return Object.entries(filter).flatMap(([name, condition]): readonly WantedValue[] => {
    if (!isGiven(condition) || typeof condition !== 'object') return [];
    const path = [...above.path, name];
    const field = fields[name];
    if (name === 'and' || name === 'or' || name === 'not')
      return [condition].flat().flatMap((part) => wantedIn(type, part as FilterInput, variables, { ...above, path }));
    if (!field) return [];
    const labels = {
      ja: [...above.labels.ja, name === 'id' || name === 'thingId' ? '識別子' : field.description.ja],
      en: [...above.labels.en, inSentence(name)],
    };
    if (field.kind === 'relationship') {
      const target = findNode(field.target)?.name;
      return target ? wantedOf(target, condition as FilterInput, variables, { path, labels }) : [];
    }
    if (field.kind !== 'property' || !identifying.has(name)) return [];
    // What stands for the thing itself is a condition on the thing.
    const isOnThing = (name === 'id' || name === 'thingId') && above.labels.ja.length > 0;
    const said = isOnThing ? above.labels : labels;
    const { eq, in: among, ignoreCase } = condition as FilterInput;
    const values = [valueIn(eq, variables), valueIn(among, variables)].flat().map((each) => valueIn(each, variables));
    return values.filter(isGiven).map((value) => ({
      path: path.join('.'),
      label: { ja: said.ja.join(' / '), en: said.en.join(' / ') },
      ...{ type, property: name, value: String(value), ignoreCase: ignoreCase === true },
    }));
  });
}

/** Of related things: a condition on one of them, or on some, all or none of several. */
const wantedOf = (type: NodeName, condition: FilterInput, variables: Variables, { path, labels }: Above) => {
  const parts = Object.entries(condition).filter(([name]) => name === 'some' || name === 'none' || name === 'every');
  const conditions = parts.length > 0 ? parts : [['', condition] as const];
  return conditions.flatMap(([name, part]) =>
    isGiven(part)
      ? wantedIn(type, part as FilterInput, variables, { path: name ? [...path, name] : path, labels })
      : [],
  );
};
