/** Values of filters that nothing has: an empty list because of one is no answer. */
import { distanceBetween, slipsIn } from '../distance.js';
import type { UnknownValue } from '../graph/coverage.js';
import { asCompared } from '../graph/operators.js';
import type { WantedValue } from '../graph/wanted-values.js';
import type { NodeName } from '../model/declaration.js';
import { codeInIdOf, fieldsOf, nodeNamed } from '../model/model.js';

/** A thing with the properties by which it is known, of all stages, and what else it is called. */
export interface KnownThing {
  readonly id: string;
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  readonly otherNames: readonly string[];
}

/** The most suggestions for one value. */
const mostSuggestions = 3;

const isId = (property: string): boolean => property === 'id' || property === 'thingId';

/** What the things of one type are known by, in the cities that a question is about. */
export class KnownValues {
  private readonly type: NodeName;
  /** By property: what is compared, to what stands there. */
  private readonly values = new Map<string, Map<string, string>>();
  /** The names of what is called otherwise. */
  private readonly namesOf = new Map<string, string>();

  constructor(type: NodeName, things: readonly KnownThing[]) {
    this.type = type;
    for (const { id, properties, otherNames } of things) {
      const code = codeInIdOf(nodeNamed(type), id);
      for (const [name, value] of [...properties, ['id', id], ['thingId', id], ...(code ? [['code', code]] : [])])
        this.add(String(name), String(value));
      const [, name] = properties.find(([property]) => property === 'name') ?? [];
      for (const other of otherNames) this.namesOf.set(other.normalize('NFKC'), String(name));
    }
  }

  private add(property: string, value: string): void {
    const known = this.values.get(property) ?? new Map<string, string>();
    this.values.set(property, known.set(this.compared(property, value), value));
  }

  private compared(property: string, value: string): string {
    if (isId(property)) return asCompared(value, { type: 'ID' });
    const field = fieldsOf(nodeNamed(this.type))[property];
    return asCompared(value, field?.kind === 'property' ? field : { type: 'String' });
  }

  has({ property, value, ignoreCase }: WantedValue): boolean {
    const known = this.values.get(property);
    const compared = this.compared(property, value);
    if (!ignoreCase) return known?.has(compared) ?? false;
    return [...(known?.keys() ?? [])].some((each) => each.toLowerCase() === compared.toLowerCase());
  }

  /** What there is that is nearly the same, the nearest first. */
  nearTo({ property, value }: WantedValue): readonly string[] {
    const compared = this.compared(property, value);
    const named = property === 'name' ? this.namesOf.get(compared) : undefined;
    const length = [...compared].length;
    const own = isId(property) ? (compared.split(':').at(-1) ?? '') : compared;
    // A bare number is near to all others.
    const limit = /^\d{0,2}$/.test(own) ? 0 : slipsIn(own);
    const near = [...(this.values.get(property) ?? [])]
      .filter(([each]) => Math.abs([...each].length - length) <= limit)
      .map(([each, printed]) => ({ printed, distance: distanceBetween(compared, each) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance || (a.printed < b.printed ? -1 : 1))
      .map(({ printed }) => printed);
    return [...new Set([...(named === undefined ? [] : [named]), ...near])].slice(0, mostSuggestions);
  }
}

/** The values that nothing has, each once. */
export const unknownAmong = (
  wanted: readonly WantedValue[],
  known: (type: NodeName) => KnownValues | undefined,
): readonly UnknownValue[] =>
  wanted.flatMap((each) => {
    const values = known(each.type);
    if (!values || values.has(each)) return [];
    const { path, label, value } = each;
    return [{ path, label, value, suggestions: values.nearTo(each) }];
  });
