import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';

let connection: Connection;
beforeAll(async () => {
  connection = await seededDatabase();
}, patience);
afterAll(() => connection?.close());

/** Fields that take a municipality or several, and what tells that they have looked at one. */
const ofSeveral = [
  'measures(municipality: $place, first: 1) { totalCount }',
  'measures(municipality: $place, filter: { code: { startsWith: "5-" } }, first: 1) { totalCount coverage { municipalities { municipality } } }',
  'search(query: "推進", municipality: $place, first: 0) { totalCount }',
  'resolveNames(names: ["市民課"], municipality: $place) { best { node { id } } }',
  'crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES, municipality: $place) { grandTotal }',
  'gaps(municipality: $place, first: 0) { totalCount }',
  'changes(municipality: $place, first: 0) { totalCount }',
  'progress(municipality: $place) { indicators { years } goals { course } grades { grandTotal } }',
  'expenditures(municipality: $place) { entries { projects } }',
  'collaborations(municipality: $place) { totalCount }',
  'namesakes(municipality: $place, first: 1) { totalCount }',
  'coverage(municipality: $place) { types { count } }',
];

/** Those that take one only, beside what they look at. */
const ofOne = [
  'department(name: "市民課", municipality: $place) { id }',
  'paths(from: "sdg:3", to: "sdg:4", municipality: $place) { distance }',
  'neighborhood(ids: ["sdg:3"], municipality: $place) { nodes { node { id } } }',
];

const fields = [...ofSeveral, ...ofOne];

test.each(ofSeveral)('one of several municipalities is as good as one: %s', async (field) => {
  const one = await ask(connection, `query ($place: ID) { ${field} }`, { place: 'honjo' });
  const several = `query ($place: ID!) { ${field.replace('municipality: $place', 'municipalities: [$place, "honjo"]')} }`;
  expect(await ask(connection, several, { place: '本庄市' })).toEqual(one);
});

describe.each(fields.map((field) => [field.replace(/\(.*/, ''), `query ($place: ID) { ${field} }`] as const))(
  'the municipality of %s',
  (_, operation) => {
    test.each([
      ['id', 'honjo:municipality:112119'],
      ['code', '112119'],
      ['code without check digit', '11211'],
      ['code in full width', '１１２１１９'],
      ['name', '本庄市'],
      ['English name', 'honjo city'],
    ])('is known by its %s as by its key', async (_how, place) => {
      const expected = await ask(connection, operation, { place: 'honjo' });
      expect(JSON.stringify(expected)).not.toMatch(/:(0|null)\b/);
      expect(await ask(connection, operation, { place })).toEqual(expected);
    });

    test.each(['elsewhere', '112011', '', 'honjo:measure:5-1-1'])(
      'is refused where none is loaded: "%s"',
      async (place) => {
        const { errors } = await answer(connection, operation, { place });
        expect(errors[0]?.originalError).toMatchObject({
          code: 'BAD_USER_INPUT',
          message: `municipality: expected the id, the code or the name of a loaded municipality (honjo 112119 本庄市), but got: ${place}`,
          messageJa: expect.stringContaining(`読み込み済み：honjo 112119 本庄市。指定：${place}`),
        });
      },
    );
  },
);
