import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Connection } from '../../../../src/database/connection.js';
import { fieldsOf, nodes } from '../../../../src/model/model.js';
import { patience } from '../../seeded.js';
import { citiesDatabase, readCities } from './cities.js';
import { type Condition, Inputs } from './inputs.js';
import type { Entry, FieldItem, Selection } from './operation.js';
import { Pools } from './pools.js';
import { Request } from './request.js';
import { seed, thorough } from './runs.js';
import type { World } from './world.js';

describe('Every argument of the schema does what it says', () => {
  let connection: Connection;
  let world: World;
  beforeAll(async () => {
    const cities = await readCities();
    world = cities.world;
    connection = await citiesDatabase(cities.others);
  }, patience);
  afterAll(() => connection?.close());

  const compare = async (type: string, argument: string, conditions: readonly Condition[]) => {
    const compareOne = async ({ value }: Condition) => {
      for (const given of fc.sample(value, { numRuns: thorough ? 2 : 1, seed })) {
        const request = new Request({ fields: listOf(world, type, [[argument, given]]) });
        await request.compare(
          (cypher, parameters) => connection.read(cypher, parameters, { timeout: patience }),
          world,
        );
      }
    };
    for (let index = 0; index < conditions.length; index += 2)
      await Promise.all(conditions.slice(index, index + 2).map(compareOne));
  };

  test.each(nodes.map(({ name }) => name))(
    'in filters of %s',
    async (type) => {
      const all = new Inputs(new Pools(world)).conditions(type);
      const chosen = thorough ? all : oneOfEach(all);
      expect(chosen.length).toBeGreaterThan(0);
      await compare(type, 'filter', chosen);
    },
    thorough ? 20 * patience : patience,
  );

  test.each(nodes.map(({ name }) => name))(
    'in orders of %s',
    async (type) => {
      await compare(type, 'orderBy', new Inputs(new Pools(world)).orders(type));
    },
    thorough ? 20 * patience : patience,
  );
});

/** Without ORACLE_RUNS: one condition for every field; which of its operators goes by turns. */
function oneOfEach(conditions: readonly Condition[]): readonly Condition[] {
  const byField = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const [field = ''] = condition.path;
    byField.set(field, [...(byField.get(field) ?? []), condition]);
  }
  return [...byField.values()].flatMap((found, index) => found[index % found.length] ?? []);
}

const item = (name: string, args: readonly Entry[], below: Selection | null): FieldItem => ({
  kind: 'field',
  name,
  arguments: args,
  below,
  alias: false,
  halved: false,
  guard: null,
});

/** The nodes of a type with an argument: all of them, or those below another type where it has no list of its own. */
function listOf(world: World, type: string, args: readonly Entry[]): Selection {
  const listed = nodes.find(({ name }) => name === type);
  const id = item('id', [], null);
  if (listed?.listed) return [item(listed.plural, args, [item('totalCount', [], null), item('nodes', [], [id])])];
  const lists = nodes.flatMap((parent) =>
    Object.entries(fieldsOf(parent)).flatMap(([name, field]) => {
      if (!parent.listed || field.kind !== 'relationship' || field.target !== type || field.shape !== 'list') return [];
      const found = world.ofType(parent.name).reduce((sum, thing) => sum + world.targets(thing, field, null).length, 0);
      return [{ parent, name, found }];
    }),
  );
  const [most] = lists.sort((a, b) => b.found - a.found);
  if (!most) throw new Error(`expected a list of ${type} somewhere in the schema`);
  return [item(most.parent.plural, [], [item('nodes', [], [id, item(most.name, args, [id])])])];
}
