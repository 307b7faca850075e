/** Values of filters that nothing has: an empty list because of one is no answer. */
import { distanceBetween } from '../distance.js';
import type { UnknownValue } from '../graph/coverage.js';
import type { WantedValue } from '../graph/wanted-values.js';
import type { NodeName } from '../model/declaration.js';
import { foldDesignation } from '../model/folded-text.js';
import { codeInIdOf, fieldsOf, nodeNamed } from '../model/model.js';
import { readId } from '../model/stage-id.js';

/** A thing with the properties by which it is known, of all stages, and what else it is called. */
export interface KnownThing {
  readonly id: string;
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  readonly otherNames: readonly string[];
}

/** The most suggestions for one value. */
const mostSuggestions = 3;

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

  /** A value as it is compared: as `src/graph/operators.ts` has it. */
  private compared(property: string, value: string): string {
    if (property === 'id' || property === 'thingId') return readId(value).id;
    const field = fieldsOf(nodeNamed(this.type))[property];
    return field?.kind === 'property' && field.designation ? foldDesignation(value) : value.normalize('NFKC');
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
    // A quarter of the characters, as two short texts that differ by more are two; a bare number is near to all others.
    const own = property === 'id' || property === 'thingId' ? (compared.split(':').at(-1) ?? '') : compared;
    const limit = /^\d{0,2}$/.test(own) ? 0 : Math.min(4, Math.max(1, Math.round([...own].length / 4)));
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
