import { stages } from '../../../src/model/enums.js';
import { anyEntity, fieldsOf, findNode } from '../../../src/model/model.js';
import type { Plain } from './operation.js';
import { valueAt, type World } from './world.js';

/** What values a property really has, so that conditions on it are met now and then. */
export class Pools {
  private readonly world: World;
  private readonly known = new Map<string, readonly Plain[]>();

  constructor(world: World) {
    this.world = world;
  }

  /** The values of a property at all stages, and of the items of a list; `part` is the property of a value such as Quantity. */
  of(type: string, property: string, part: string | null = null): readonly Plain[] {
    const key = `${type}.${property}.${part}`;
    const known = this.known.get(key) ?? this.collect(type, property, part);
    this.known.set(key, known);
    return known;
  }

  /** Whatever a look-up by this property may be asked for. */
  keys(type: string, property: string): readonly Plain[] {
    const others = property === 'name' ? ['nameEn', 'aliases', 'misspellings'] : [];
    return [property, ...others].flatMap((name) => this.of(type, name));
  }

  /** The things of a type by what a look-up may ask for, with their municipalities. */
  named(type: string, property: string): readonly { readonly key: string | number; readonly municipality: string }[] {
    const keys = property === 'name' ? ['name', 'nameEn', 'aliases', 'misspellings'] : [property];
    return this.world.ofType(type).flatMap((thing) =>
      keys.flatMap((name) => {
        const value = valueAt(thing, name, null);
        const values = Array.isArray(value) ? (value as readonly string[]) : [value];
        return values.flatMap((key) =>
          (typeof key === 'string' || typeof key === 'number') && thing.municipality !== null
            ? [{ key, municipality: thing.municipality }]
            : [],
        );
      }),
    );
  }

  private collect(type: string, property: string, part: string | null): readonly Plain[] {
    const things = this.world.ofType(type);
    // An id names a thing whatever stage it ends with.
    if (property === 'id')
      return things.flatMap(({ row: { id } }, index) => [id, `${id}@${stages[index % stages.length]}`]);
    if (property === 'stages') return [];
    if (property === 'municipalityKey') return this.world.municipalities;
    if (property === 'edge' || property === 'way') return part === 'printedAs' ? this.world.printed() : [];
    const node = type === anyEntity.name ? anyEntity : findNode(type);
    const field = node && fieldsOf(node)[property];
    if (!field) return [];
    const name = (part === null ? property : `${property}_${part}`).replace(/[A-Z]/g, (letter) => `_${letter}`);
    const header = name.toLowerCase();
    const cells = things.flatMap(({ row }) =>
      Object.entries(row.values)
        .filter(([column]) => column === header || column.startsWith(`${header}@`))
        .flatMap(([, value]) => value as Plain | readonly Plain[] | null),
    );
    return [...new Set(cells.filter((cell): cell is Plain => cell !== null && cell !== undefined))];
  }
}
