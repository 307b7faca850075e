/** The sheet 組織, and the departments that other sheets name. */
import { readNames, readText } from './cells.js';
import type { City } from './city.js';
import type { At, Draft } from './draft.js';
import { KnownThings, slug } from './known.js';
import { template } from './template.js';
import { words } from './words.js';

export class Departments {
  readonly #draft: Draft;
  readonly #city: City;
  readonly #known = new KnownThings();
  /** Whether the workbook lists them: then there are no others. */
  readonly #areListed: boolean;

  constructor(draft: Draft, city: City) {
    this.#draft = draft;
    this.#city = city;
    for (const at of draft.rows('organisation')) {
      const name = draft.read(at, 'name', readText);
      if (name !== null) this.#add(at, name, draft.read(at, 'nameEn', readText));
    }
    this.#areListed = this.#known.size > 0;
  }

  /** The ids of the departments that a cell names. One that the workbook does not list is said, or added where it lists none. */
  namedIn(at: At, column: string): readonly string[] {
    const isKnown = (text: string) => this.#known.find(text) !== null;
    const names = this.#draft.read(at, column, (cell) => readNames(cell, isKnown)) ?? [];
    return names.flatMap((name) => this.#known.find(name)?.id ?? this.#unknown(at, column, name) ?? []);
  }

  #unknown(at: At, column: string, name: string): string | null {
    if (!this.#areListed) return this.#add(at, name);
    const { name: sheet } = template.organisation;
    this.#draft.errorIn(at, column, name, words.unknown(sheet, name, this.#known.nearestTo(name)));
    return null;
  }

  /** Adds a department; its id, null where there is one of the name, which is said. */
  #add(at: At, name: string, nameEn: string | null = null): string | null {
    const id = this.#draft.id('department', slug(name));
    if (!this.#draft.isNew(id, name, at, 'name')) return null;
    this.#known.add({ id, code: null, name });
    // It stands outside of the planning cycle, and so is of no stage.
    const outside = { staged: false } as const;
    this.#draft.add(at, 'Department', id, { name, name_en: nameEn }, { id: 'name', name: 'name' }, outside);
    this.#draft.link(at, 'DIVISION_OF', id, this.#city.id, outside);
    return id;
  }
}
