/** Things of several types that are called the same: one and the same in the world, or taken for it. */
import { groupBy } from '../group-by.js';
import type { NodeName } from '../model/declaration.js';
import type { Stage } from '../model/enums.js';
import { fold } from '../model/folded-text.js';
import { typeOfId } from '../model/model.js';
import { stagedTypes } from './search/search.js';
import { type Ask, statement } from './statements.js';

const namesText = statement('namesakes');

export interface NamesakesQuestion {
  /** Null means all. */
  readonly types: readonly NodeName[] | null;
  readonly municipalities: readonly string[];
  readonly stage: Stage | null;
  /** Only names that things of more than one type have. */
  readonly acrossTypes: boolean;
}

export interface Namesakes {
  /** As the first of them is called. */
  readonly name: string;
  /** Key of the city whose things they are. */
  readonly municipality: string;
  /** In natural order. */
  readonly ids: readonly string[];
}

/** The names that several things of a city have, in the order of their first thing; compared as search compares names. */
export async function namesakes(
  { acrossTypes, ...question }: NamesakesQuestion,
  ask: Ask,
): Promise<readonly Namesakes[]> {
  const rows = await ask(namesText, { ...question, stagedTypes });
  const things = rows.map(({ id, name, city }) => ({ id: String(id), name: String(name), city: String(city) }));
  const typesOf = (group: readonly { readonly id: string }[]) => new Set(group.map(({ id }) => typeOfId(id)));
  return [...groupBy(things, ({ city, name }) => `${city} ${fold(name)}`).values()]
    .filter((group) => (acrossTypes ? typesOf(group).size > 1 : group.length > 1))
    .map((group) => ({ name: group[0].name, municipality: group[0].city, ids: group.map(({ id }) => id) }));
}
