import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { answer, ask } from '../../seeded/analysis/ask.js';
import { patience } from '../seeded.js';
import { fiveCities, otherKeys, unreadCity } from './five-cities.js';

let connection: Connection;
beforeAll(async () => {
  connection = await fiveCities();
}, 2 * patience);
afterAll(() => connection?.close());

const all = ['honjo', ...otherKeys];
const chosen = ['honjo', 'city1'];
// biome-ignore lint/suspicious/noExplicitAny: the operations have many shapes
type Any = any;
const asked = (operation: string, variables: Readonly<Record<string, unknown>> = {}) =>
  ask<Any>(connection, operation, variables);

const cityOf = (id: string) => id.split(':')[0];
const count = (ids: readonly string[]) =>
  Object.fromEntries(
    [...new Set(ids.map(cityOf))].sort().map((key) => [key, ids.filter((id) => cityOf(id) === key).length]),
  );

/** A question over chosen cities, and the ids of what it answers. */
const questions: Readonly<Record<string, readonly [text: string, ids: (data: Any) => readonly string[]]>> = {
  lists: [
    'measures(CITIES, first: 500) { nodes { thingId } }',
    ({ measures }) => measures.nodes.map(({ thingId }: Any) => thingId),
  ],
  'filtered lists': [
    'measures(CITIES, filter: { policyItem: { code: { eq: "5-1" } } }, orderBy: [{ name: DESC }], first: 500) { nodes { thingId } }',
    ({ measures }) => measures.nodes.map(({ thingId }: Any) => thingId),
  ],
  gaps: [
    'gaps(CITIES, first: 500, kinds: [MEASURE_WITHOUT_SHEET]) { nodes { subject { thingId } } }',
    ({ gaps }) => gaps.nodes.map(({ subject }: Any) => subject.thingId),
  ],
  changes: [
    'changes(CITIES, first: 500) { nodes { thingId } }',
    ({ changes }) => changes.nodes.map(({ thingId }: Any) => thingId),
  ],
  indicators: [
    'progress(CITIES) { indicators { indicator { thingId } } }',
    ({ progress }) => progress.indicators.map(({ indicator }: Any) => indicator.thingId),
  ],
  'goals of sheets': [
    'progress(CITIES) { goals { sheet { thingId } } }',
    ({ progress }) => progress.goals.map(({ sheet }: Any) => sheet.thingId),
  ],
  search: [
    'search(CITIES, query: "推進", first: 500) { nodes { thingId } }',
    ({ search }) => search.nodes.map(({ thingId }: Any) => thingId),
  ],
  namesakes: [
    'namesakes(CITIES, first: 500) { nodes { things { thingId } } }',
    ({ namesakes }) => namesakes.nodes.flatMap(({ things }: Any) => things.map(({ thingId }: Any) => thingId)),
  ],
  'names to be resolved': [
    'resolveNames(CITIES, names: ["5-2-3", "5-1"], limit: 20) { matches { node { thingId } } }',
    ({ resolveNames }) => resolveNames.flatMap(({ matches }: Any) => matches.map(({ node }: Any) => node.thingId)),
  ],
};

describe('Questions over chosen cities', () => {
  test.each(Object.entries(questions))(
    '%s have what each of the cities has, and nothing of others',
    async (_name, [text, ids]) => {
      const of = async (cities: string) => ids(await asked(`{ ${text.replace('CITIES', cities)} }`));
      const one = await Promise.all(chosen.map((key) => of(`municipality: "${key}"`)));
      const both = await of(`municipalities: ${JSON.stringify(chosen)}`);
      const own = (found: readonly string[]) => found.filter((id) => !id.startsWith('sdg:'));
      expect(count(own(both))).toEqual(count(own(one.flat())));
      expect(Object.keys(count(own(both)))).toEqual(['city1', 'honjo']);
      expect(new Set(both)).toEqual(new Set(one.flat()));
    },
    patience,
  );

  test('are refused with both arguments, with none or too many cities, and with one that is not loaded', async () => {
    const messages = async (cities: string) =>
      (await answer(connection, `{ gaps(${cities}, first: 0) { totalCount } }`)).errors.map(({ message }) => message);
    expect(await messages('municipality: "honjo", municipalities: ["city1"]')).toEqual([
      'municipality, municipalities: expected one of the two, but got both',
    ]);
    expect(await messages('municipalities: []')).toEqual([
      'municipalities: expected 1 to 10 municipalities, but got 0',
    ]);
    expect(await messages(`municipalities: ${JSON.stringify(Array(11).fill('honjo'))}`)).toEqual([
      'municipalities: expected 1 to 10 municipalities, but got 11',
    ]);
    expect(await messages('municipalities: ["honjo", "elsewhere"]')).toEqual([
      expect.stringMatching(
        /^municipalities: expected the id, the code or the name of a loaded .* but got: elsewhere$/,
      ),
    ]);
  });

  test('name a city by key, id, code or name, each once', async () => {
    const municipalities = ['東本庄市', '900001', 'city1', 'city1:municipality:900001', '112119'];
    const { measures } = await asked(
      'query ($municipalities: [ID!]) { measures(municipalities: $municipalities, first: 0) { totalCount } one: measures(municipality: "honjo", first: 0) { totalCount } }',
      { municipalities },
    );
    const { one } = await asked('{ one: measures(municipality: "honjo", first: 0) { totalCount } }');
    expect(measures.totalCount).toBe(2 * one.totalCount);
  });
});

describe('What an answer says of cities', () => {
  test('every thing tells to which city it belongs, and what all share to none', async () => {
    const { nodes } = await asked(
      '{ nodes(ids: ["honjo:measure:5-2-3", "city1:department:市民課", "sdg:4"]) { municipalityKey } }',
    );
    expect(nodes).toEqual([{ municipalityKey: 'honjo' }, { municipalityKey: 'city1' }, { municipalityKey: null }]);
  });

  test('lists are divided by cities, also those of what all share, and narrowed to some', async () => {
    const { sdg } = await asked(
      '{ sdg(number: 17) { measures(first: 0) { totalCount facets(by: MUNICIPALITY) { value label code count } } own: measures(filter: { municipalityKey: { eq: "honjo" } }, first: 0) { totalCount } } }',
    );
    expect(sdg.own.totalCount).toBeGreaterThan(0);
    expect(sdg.measures.facets).toHaveLength(all.length);
    for (const facet of sdg.measures.facets) expect(facet.count).toBe(sdg.own.totalCount);
    expect(sdg.measures.facets).toContainEqual({
      value: 'honjo:municipality:112119',
      label: '本庄市',
      code: '112119',
      count: sdg.own.totalCount,
    });
    expect(sdg.measures.totalCount).toBe(all.length * sdg.own.totalCount);
  });

  test('a cross table of cities has a row for each, by goal and by grade, and says of other rows whose they are', async () => {
    const table = (rows: string, columns: string, counted: string, cities = '') =>
      asked(
        `{ crossTab(rows: ${rows}, columns: ${columns}, count: ${counted}${cities}) { grandTotal rows { key municipality label total } columns { key } cells { row column count } } }`,
      ).then(({ crossTab }) => crossTab);
    const bySdg = await table('MUNICIPALITY', 'SDG', 'POLICY_ITEMS');
    expect(bySdg.rows.map(({ municipality }: Any) => municipality).sort()).toEqual([...all].sort());
    const one = await table('MUNICIPALITY', 'SDG', 'POLICY_ITEMS', ', municipality: "honjo"');
    const cellsOf = (key: string) =>
      bySdg.cells.flatMap(({ row, column, count: each }: Any) => (cityOf(row) === key ? [[column, each]] : []));
    for (const key of all)
      expect(cellsOf(key)).toEqual(one.cells.map(({ column, count: each }: Any) => [column, each]));
    const byGrade = await table(
      'MUNICIPALITY',
      'GRADE',
      'REFORM_SHEETS',
      `, municipalities: ${JSON.stringify(chosen)}`,
    );
    expect(byGrade.rows.map(({ key }: Any) => cityOf(key)).sort()).toEqual([...chosen].sort());
    const byDepartment = await table('DEPARTMENT', 'SDG', 'MEASURES', `, municipalities: ${JSON.stringify(chosen)}`);
    for (const { key, municipality } of byDepartment.rows)
      expect(municipality).toBe(key === 'none' ? null : cityOf(key));
  });

  test('what was not read of one city is told of that city, beside another that was read', async () => {
    const told = async (cities: string) =>
      (
        await asked(
          `{ measures(${cities}, first: 0) { coverage { state note noteEn missing { ids } municipalities { municipality state note missing { ids } } } } }`,
        )
      ).measures.coverage;
    const [one, unread] = [await told('municipality: "honjo"'), await told(`municipality: "${unreadCity}"`)];
    expect(one.municipalities).toEqual([
      { municipality: 'honjo', state: one.state, note: one.note, missing: one.missing },
    ]);
    const both = await told(`municipalities: ["honjo", "${unreadCity}"]`);
    expect(both.municipalities.find(({ municipality }: Any) => municipality === 'honjo')).toEqual(
      one.municipalities[0],
    );
    expect(both.municipalities.find(({ municipality }: Any) => municipality === unreadCity)).toEqual(
      unread.municipalities[0],
    );
    const gaps = async (cities: string) =>
      (
        await asked(
          `{ coverage(${cities}) { fields { type field coverage { state noteEn municipalities { municipality state } } } } }`,
        )
      ).coverage.fields;
    const ofItems = (fields: Any) =>
      fields.find(({ type, field }: Any) => type === 'Measure' && field === 'departments');
    const overview = ofItems(await gaps(`municipalities: ["honjo", "${unreadCity}"]`)).coverage;
    expect(overview.municipalities).toContainEqual({ municipality: unreadCity, state: 'NOT_READ' });
    expect(overview.state).toBe('PARTIAL');
    expect(overview.noteEn).toContain(`not read: ${unreadCity}`);
    expect(ofItems(await gaps('municipality: "honjo"')).coverage.state).not.toBe('NOT_READ');
  });

  test('progress is counted city by city', async () => {
    const { progress } = await asked(
      '{ progress { municipalities { municipality indicators reached notReached notComparable sheets courses { course count } } } }',
    );
    expect(progress.municipalities.map(({ municipality }: Any) => municipality)).toEqual([...all].sort());
    const [first, ...others] = progress.municipalities.map(({ municipality: _key, ...numbers }: Any) => numbers);
    expect(first.indicators).toBe(first.reached + first.notReached + first.notComparable);
    expect(first.sheets).toBe(first.courses.reduce((sum: number, { count: each }: Any) => sum + each, 0));
    expect(first.reached).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('a name that two cities have is no namesake', async () => {
    const { namesakes } = await asked(
      '{ namesakes(first: 500, withinTypes: true) { nodes { municipality things { municipalityKey } } } }',
    );
    expect(namesakes.nodes.length).toBeGreaterThan(0);
    for (const { municipality, things } of namesakes.nodes)
      expect(new Set(things.map(({ municipalityKey }: Any) => municipalityKey))).toEqual(new Set([municipality]));
  });
});

describe('What other cities do that is alike', () => {
  const likeness = `query ($id: ID!, $types: [EntityType!], $of: LikenessOf, $municipalities: [ID!], $limit: Int = 100) {
    likeness(id: $id, types: $types, of: $of, municipalities: $municipalities, limit: $limit) {
      totalCount municipalities
      matches { municipality score node { thingId __typename } reasons { aspect weight reason reasonEn words shared { thingId } sources { firstLine } } }
    }
  }`;
  const alike = async (id: string, given: object) => (await asked(likeness, { id, ...given })).likeness;

  test.each([
    ['a measure', 'honjo:measure:5-2-3', 'city10:measure:5-2-3'],
    ['a department', 'honjo:department:市民活動推進課', 'city10:department:市民活動推進課'],
    ['a policy item', 'honjo:policy-item:5-1', 'city10:policy-item:5-1'],
    ['a reform sheet', 'honjo:reform-sheet:1-9', 'city10:reform-sheet:1-9'],
  ])(
    'finds for %s the same one of the city that has its names first, and those of the others next',
    async (_what, id, same) => {
      const found = await alike(id, { of: 'OTHER_CITIES' });
      expect(found.municipalities).toEqual([...otherKeys].sort());
      const [first] = found.matches;
      expect(first).toMatchObject({ municipality: 'city10', node: { thingId: same } });
      expect(first.score).toBeGreaterThan(found.matches[1].score);
      expect(found.matches.some(({ municipality }: Any) => municipality === 'honjo')).toBe(false);
      for (const { municipality, node } of found.matches) expect(cityOf(node.thingId)).toBe(municipality);
      const end = same.slice(same.indexOf(':'));
      const nextCities = found.matches.slice(1, 4).map(({ municipality }: Any) => municipality);
      if (!end.includes('department'))
        expect(new Set(nextCities)).toEqual(new Set(otherKeys.filter((key) => key !== 'city10')));
    },
    patience,
  );

  test('says why, by goals that both touch and words of names, with sources of both', async () => {
    const { matches } = await alike('honjo:department:市民活動推進課', { municipalities: ['city1'], limit: 5 });
    for (const { municipality, reasons, score } of matches) {
      expect(municipality).toBe('city1');
      expect(reasons.reduce((sum: number, { weight }: Any) => sum + weight, 0)).toBeCloseTo(score, 9);
      for (const { aspect, shared, words, sources, reason, reasonEn } of reasons) {
        expect(shared.length > 0).toBe(aspect === 'SDG');
        expect(words.length > 0).toBe(aspect !== 'SDG');
        for (const { thingId } of shared) expect(thingId).toMatch(/^sdg:/);
        expect(sources.length).toBeGreaterThan(0);
        expect([reason, reasonEn].join()).not.toMatch(/undefined|null/);
      }
    }
    expect(matches.length).toBeGreaterThan(0);
  });

  test('keeps to its own city where it is not asked for others', async () => {
    const found = await alike('honjo:measure:5-2-3', {});
    expect(found.municipalities).toEqual(['honjo']);
    for (const { municipality } of found.matches) expect(municipality).toBe('honjo');
  });

  test.each([
    [
      { municipalities: ['honjo'] },
      'municipalities: expected cities other than that of the thing itself, but got: honjo',
    ],
    [
      { of: 'OWN_CITY', municipalities: ['city1'] },
      'of, municipalities: expected other municipalities with OTHER_CITIES only, but got them with OWN_CITY',
    ],
  ])('refuses %j', async (given, message) => {
    const { errors } = await answer(connection, likeness, { id: 'honjo:measure:5-2-3', ...given });
    expect(errors.map((error) => error.message)).toEqual([message]);
  });
});
