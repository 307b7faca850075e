import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { schema } from '../../../../src/api/schema.js';
import type { Connection } from '../../../../src/database/connection.js';
import { anyEntity, fieldsOf, nodes } from '../../../../src/model/model.js';
import { allInputs, inputsGiven } from '../../../graph/oracle/coverage.js';
import { type Condition, Inputs } from '../../../graph/oracle/inputs.js';
import { type Entry, type Given, item, type Selection } from '../../../graph/oracle/operation.js';
import { Pools } from '../../../graph/oracle/pools.js';
import { print } from '../../../graph/oracle/print.js';
import { Request } from '../../../graph/oracle/request.js';
import { seed, thorough } from '../../../graph/oracle/runs.js';
import { modelFields } from '../../../graph/oracle/selections.js';
import type { World } from '../../../graph/oracle/world.js';
import { sampled } from '../../../sampled.js';
import { patience } from '../../seeded.js';
import { openCities } from './cities-database.js';

describe('Every argument of the schema does what it says', () => {
  let connection: Connection;
  let world: World;
  beforeAll(async () => {
    ({ world, connection } = await openCities());
  }, patience);
  afterAll(() => connection?.close());

  const given = new Set<string>();
  const givenOnOtherDays = new Set<string>();
  const reached = new Set<string>();
  const leadsToNew = ({ path }: Condition) => {
    const before = reached.size;
    for (const step of path) reached.add(step);
    return reached.size > before;
  };
  /**
   * Without ORACLE_RUNS an operator that many types share is tried on one of them, and a third of all is tried, another one
   * each day.
   */
  const today = (conditions: readonly Condition[]) => {
    if (thorough) return conditions;
    const told = conditions.filter(leadsToNew);
    const tried = new Set(sampled(told, Math.ceil(told.length / 3)));
    for (const { path } of told.filter((condition) => !tried.has(condition)))
      for (const step of path) givenOnOtherDays.add(step);
    return [...tried];
  };
  const compare = async (type: string, argument: string, conditions: readonly Condition[]) => {
    const compareOne = async ({ value }: Condition) => {
      for (const argumentValue of fc.sample(value, { numRuns: thorough ? 2 : 1, seed })) {
        const operation = { fields: listOf(world, type, [[argument, argumentValue]]) };
        await new Request(operation).compare(
          (cypher, parameters) => connection.read(cypher, parameters, { timeout: patience }),
          world,
        );
        const { text, variables } = print(operation, new Map());
        for (const name of inputsGiven(schema(), parse(text), variables[0])) given.add(name);
      }
    };
    for (let index = 0; index < conditions.length; index += 2)
      await Promise.all(conditions.slice(index, index + 2).map(compareOne));
  };

  test.each(nodes.map(({ name }) => name))(
    'in filters of %s',
    async (type) => {
      await compare(type, 'filter', today(new Inputs(new Pools(world)).conditions(type)));
    },
    thorough ? 20 * patience : patience,
  );

  test(
    'in filters of things of any type',
    async () => {
      const all = new Inputs(new Pools(world)).conditions(anyEntity.name);
      const ofSubjects = today(all).map(({ path, value }) => ({
        path,
        value: value.map((given): Given => ({ kind: 'object', entries: [['subject', given]], way: 'literal' })),
      }));
      await compare('Change', 'filter', ofSubjects);
    },
    thorough ? 20 * patience : patience,
  );

  test.each(nodes.map(({ name }) => name))(
    'in orders of %s',
    async (type) => {
      await compare(type, 'orderBy', today(new Inputs(new Pools(world)).orders(type)));
    },
    thorough ? 20 * patience : patience,
  );

  test('and none of them was left out', () => {
    const left = allInputs(schema(), modelFields).filter((name) => !given.has(name) && !givenOnOtherDays.has(name));
    expect(left).toEqual([]);
    expect(given.size).toBeGreaterThan(100);
  });
});

/** The nodes of a type with an argument: all of them, or those below another type where it has no list of its own. */
function listOf(world: World, type: string, args: readonly Entry[]): Selection {
  const listed = nodes.find(({ name }) => name === type);
  const id = item('id', [], null);
  const first: Entry = ['first', { kind: 'leaf', values: [500, 500], way: 'literal' }];
  if (listed?.listed) return [item(listed.plural, [...args, first], [item('nodes', [], [id])])];
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
