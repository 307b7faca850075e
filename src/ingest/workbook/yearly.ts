/** What rows tell of a thing in one year: the budget in one of them, what was settled in another, each of them once. */
import type { At, Draft } from './draft.js';

/** What rows tell of a thing in a year. */
interface Yearly<Thing, Values> {
  readonly id: string;
  readonly thing: Thing;
  readonly year: number;
  /** The row that told it first, and those that added something. */
  readonly at: At;
  readonly further: At[];
  /** By the keys of the template's columns; null where no row tells one. */
  values: Values;
}

/** Gathers rows by thing and year; a row that tells again what another one did is an error. */
export class YearlyRows<Thing extends { readonly name: string }, Values extends Readonly<Record<string, unknown>>> {
  readonly #draft: Draft;
  readonly #gathered = new Map<string, Yearly<Thing, Values>>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Takes the values of a row; false where another row has told one of them. */
  take(at: At, id: string, { thing, year, values }: Pick<Yearly<Thing, Values>, 'thing' | 'year' | 'values'>): boolean {
    const known = this.#gathered.get(id);
    const given = Object.entries(values).filter(([, value]) => value !== null);
    if (known && given.every(([key]) => known.values[key] === null)) {
      known.values = { ...known.values, ...Object.fromEntries(given) };
      known.further.push(at);
      return true;
    }
    if (!this.#draft.isNew(id, `${thing.name} ${year}`, at, 'year')) return false;
    this.#gathered.set(id, { id, thing, year, at, further: [], values });
    return true;
  }

  all(): readonly Yearly<Thing, Values>[] {
    return [...this.#gathered.values()];
  }
}
