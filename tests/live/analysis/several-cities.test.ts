import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { citiesWithNamesLike } from '../../../src/analysis/likeness/other-cities.js';
import type { Connection } from '../../../src/database/connection.js';
import { aobaCity, type FixtureBook } from '../../fixtures/aoba-city.js';
import { answer, ask } from '../../seeded/analysis/ask.js';
import { patience } from '../seeded.js';
import { fiveCities, loadWorkbook, otherKeys, unreadCity } from './five-cities.js';

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

describe('A look-up by what things of several cities are called', () => {
  const refused = async (operation: string) => (await answer(connection, operation)).errors;

  test(
    'names the cities that have such a thing, in words and for programs, and finds that of each',
    async () => {
      const [error, ...others] = await refused('{ policyItem(code: "5-1") { id } }');
      expect(others).toEqual([]);
      const { municipalities, messageJa } = (error?.extensions ?? {}) as Any;
      expect(municipalities).toEqual([...all].sort());
      for (const text of [error?.message, messageJa])
        for (const city of ['honjo 112119 本庄市', 'city1 900001 東本庄市']) expect(text).toContain(city);
      for (const key of municipalities) {
        const { policyItem } = await asked(`{ policyItem(code: "5-1", municipality: "${key}") { thingId } }`);
        expect(policyItem.thingId).toBe(`${key}:policy-item:5-1`);
      }
    },
    patience,
  );

  test.each([
    ['a name', '{ department(name: "市民活動推進課") { id } }'],
    ['another name', '{ department(name: "Citizen Activity Promotion Division") { id } }'],
    ['a code at a stage', '{ measure(code: "5-2-3", stage: DRAFT) { id } }'],
  ])('by %s names those alone', async (_what, operation) => {
    const [error] = await refused(operation);
    const expected = operation.includes('department') ? ['city10', 'honjo'] : [...all].sort();
    expect(error?.extensions.municipalities).toEqual(expected);
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

  test('is looked for in all cities that call something alike, however much of it its own city has', async () => {
    const thing = { id: 'honjo:measure:5-2-3', name: '男女共同参画の推進', municipality: 'honjo' };
    // What its own city has takes no room from others.
    const found = await citiesWithNamesLike(thing, ['Measure'], 9, (text, given) =>
      connection.read(text, { ...given, limit: 1 }),
    );
    expect([...found].sort()).toEqual([...otherKeys].sort());
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

/** The invented city without projects, and with a scale of its own on which A is bad. */
function akaneCity(): FixtureBook {
  const { 事務事業: _projects, 事業費: _costs, ...plan } = aobaCity;
  return {
    ...plan,
    市区町村: {
      rows: [
        ['団体コード', '名称', '名称（英語）', 'キー'],
        ['990035', 'あかね市', 'Akane City', 'akane'],
      ],
    },
    評価: {
      rows: [
        ['対象', '年度', '評価'],
        ['1-1-1', 'R5', '順調'],
        ['1-1-1', 'R6', 'A'],
        ['1-1-2', 'R6', 'A'],
      ],
    },
    評価尺度: {
      rows: [
        ['評価', '意味', '順'],
        ['順調', '予定どおり進んでいる', 1],
        ['A', '遅れている', 2],
      ],
    },
  };
}

describe('What cities spend, and how they evaluate', () => {
  beforeAll(async () => {
    await loadWorkbook(connection, aobaCity);
    await loadWorkbook(connection, akaneCity());
  }, patience);

  const both = 'municipalities: ["aoba", "akane"]';
  const table = (rows: string, columns: string, counted: string, given = both) =>
    asked(`{ crossTab(rows: ${rows}, columns: ${columns}, count: ${counted}, ${given}) {
      grandTotal rows { key total } columns { key code label labelEn municipality total } cells { row column count }
      coverage { state municipalities { municipality state } }
    } }`).then(({ crossTab }) => crossTab);
  const columnsOf = ({ columns }: Any) => columns.map(({ key, total }: Any) => [key, total]);
  const statesOf = ({ municipalities }: Any) =>
    Object.fromEntries(municipalities.map(({ municipality, state }: Any) => [municipality, state]));

  test('projects are counted by title of the budget in the order of the law; of a city without any none was read', async () => {
    const titles = await table('MUNICIPALITY', 'EXPENDITURE_FUNCTION', 'PROJECTS');
    expect(columnsOf(titles)).toEqual([
      ['GENERAL_AFFAIRS', 1],
      ['WELFARE', 2],
      ['EDUCATION', 1],
      ['none', 1],
    ]);
    expect(titles.columns[1]).toMatchObject({ code: null, label: '民生費', labelEn: 'Welfare', municipality: null });
    expect(titles.rows).toEqual([{ key: 'aoba:municipality:990027', total: 5 }]);
    expect(titles.grandTotal).toBe(5);
    expect(titles.coverage.state).toBe('PARTIAL');
    expect(statesOf(titles.coverage)).toEqual({ aoba: 'COMPLETE', akane: 'NOT_READ' });
  });

  test('projects are counted by their own goals, the departments that run them, and their places in the plan', async () => {
    const goals = await table('MUNICIPALITY', 'SDG', 'PROJECTS');
    expect(columnsOf(goals)).toEqual([
      ['sdg:3', 1],
      ['sdg:4', 1],
      ['sdg:11', 1],
      ['none', 3],
    ]);
    expect(statesOf(goals.coverage)).toEqual({ aoba: 'COMPLETE', akane: 'NOT_READ' });
    const departments = await table('DEPARTMENT', 'EXPENDITURE_FUNCTION', 'PROJECTS');
    expect(departments.cells).toContainEqual({
      row: 'aoba:department:子ども未来課',
      column: 'WELFARE',
      count: 2,
    });
    const places = await table('POLICY_FIELD', 'MEASURE', 'PROJECTS');
    expect(places.cells).toContainEqual({ row: 'aoba:policy-field:1', column: 'aoba:measure:1-1-1', count: 1 });
    expect(places.cells).toContainEqual({ row: 'none', column: 'none', count: 1 });
  });

  test('a cell of projects lists them', async () => {
    const { crossTab } = await asked(
      `{ crossTab(rows: MUNICIPALITY, columns: EXPENDITURE_FUNCTION, count: PROJECTS, municipality: "aoba",
          filter: { projects: { expenditureFunction: { eq: WELFARE } } }) { cells { column count measures { totalCount } projects { nodes { name } } } } }`,
    );
    expect(crossTab.cells).toEqual([
      {
        column: 'WELFARE',
        count: 2,
        measures: null,
        projects: { nodes: [{ name: '保育所建設事業' }, { name: '相談員の配置' }] },
      },
    ]);
  });

  test('marks are those of each city, in the order of its scale; the same mark of two cities is told apart', async () => {
    const marks = await table('MUNICIPALITY', 'MARK', 'MEASURES');
    expect(marks.columns.map(({ total: _total, ...header }: Any) => header)).toEqual([
      ...[
        ['akane', '順調', 'あかね市', 'Akane City'],
        ['akane', 'A', 'あかね市', 'Akane City'],
        ['aoba', 'A', 'あおば市', 'Aoba City'],
        ['aoba', 'B', 'あおば市', 'Aoba City'],
        ['aoba', '概ね妥当', 'あおば市', 'Aoba City'],
      ].map(([municipality, code, city, cityEn]) => ({
        key: `${municipality}:mark:${code}`,
        code,
        label: `${code}（${city}）`,
        labelEn: `${code} (${cityEn})`,
        municipality,
      })),
      { key: 'none', code: null, label: '記録なし', labelEn: 'None recorded', municipality: null },
    ]);
    expect(marks.columns.map(({ total }: Any) => total)).toEqual([1, 2, 1, 1, 1, 4]);
    expect(statesOf(marks.coverage)).toEqual({ aoba: 'COMPLETE', akane: 'COMPLETE' });
    const own = await table('MARK', 'MUNICIPALITY', 'MEASURES', 'municipality: "aoba"');
    expect(own.rows.map(({ key }: Any) => key)).toEqual(['aoba:mark:A', 'aoba:mark:B', 'aoba:mark:概ね妥当', 'none']);
    const ofProjects = await table('MARK', 'MUNICIPALITY', 'PROJECTS');
    expect(statesOf(ofProjects.coverage)).toEqual({ aoba: 'COMPLETE', akane: 'NOT_READ' });
    // Who evaluates measures may say nothing of items.
    const ofItems = await table('MARK', 'MUNICIPALITY', 'POLICY_ITEMS');
    expect(statesOf(ofItems.coverage)).toEqual({ aoba: 'PARTIAL', akane: 'PARTIAL' });
  });

  test.each(['MEASURES', 'PROJECTS'])('beside marks of %s the year is that of the evaluation', async (counted) => {
    const years = await table('FISCAL_YEAR', 'MARK', counted);
    const cells = years.cells.map(({ row, column, count: each }: Any) => [row, column, each]);
    const ofMeasures = [
      ['2023', 'akane:mark:順調', 1],
      ['2023', 'aoba:mark:A', 1],
      ['2023', 'aoba:mark:B', 1],
      ['2023', 'aoba:mark:概ね妥当', 1],
      ['2024', 'akane:mark:A', 2],
      ['none', 'none', 4],
    ];
    // The one evaluation of a project says what becomes of it, and gives no mark.
    const ofProjects = [
      ['2023', 'none', 1],
      ['none', 'none', 4],
    ];
    expect(cells).toEqual(counted === 'MEASURES' ? ofMeasures : ofProjects);
  });

  const expendituresOf = async (given: string) =>
    (
      await asked(`{ expenditures(${given}) {
        entries { municipality expenditureFunction fiscalYear era projects budget budgetProjects settled settledProjects coverage { state } }
        coverage { state municipalities { municipality state } }
      } }`)
    ).expenditures;

  test('amounts are added up by title and year, with of how many projects they are told', async () => {
    const { entries, coverage } = await expendituresOf(both);
    const inShort = entries.map(({ expenditureFunction, fiscalYear, projects, ...each }: Any) => [
      ...[expenditureFunction, fiscalYear, projects],
      ...[each.budget, each.budgetProjects, each.settled, each.settledProjects],
    ]);
    expect(inShort).toEqual([
      ['GENERAL_AFFAIRS', 2023, 1, null, 0, null, 0],
      ['GENERAL_AFFAIRS', 2024, 1, null, 0, null, 0],
      ['WELFARE', 2023, 2, 20_500_000, 2, 19_900_000, 2],
      ['WELFARE', 2024, 2, 120_000_000, 1, null, 0],
      ['EDUCATION', 2023, 1, 1_200_000, 1, 1_198_000, 1],
      ['EDUCATION', 2024, 1, null, 0, null, 0],
      [null, 2023, 1, null, 0, null, 0],
      [null, 2024, 1, null, 0, null, 0],
    ]);
    expect(entries[0]).toMatchObject({ municipality: 'aoba', era: 'R5', coverage: { state: 'COMPLETE' } });
    expect(coverage.state).toBe('PARTIAL');
    expect(statesOf(coverage)).toEqual({ aoba: 'COMPLETE', akane: 'NOT_READ' });
  });

  test('a chosen year is there without an amount; of a city that tells none there is no year', async () => {
    const chosen = await expendituresOf('municipality: "aoba", fiscalYears: [2030, 2023, 2030]');
    expect(chosen.entries.map(({ fiscalYear }: Any) => fiscalYear)).toEqual(
      Array.from({ length: 4 }, () => [2023, 2030]).flat(),
    );
    const [entry, ...more] = (await expendituresOf(`municipality: "${unreadCity}"`)).entries;
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ municipality: unreadCity, expenditureFunction: null, fiscalYear: null, era: null },
      ...{ budget: null, budgetProjects: 0, settled: null, settledProjects: 0, coverage: { state: 'NOT_READ' } },
    });
    expect(entry.projects).toBeGreaterThan(0);
  });
});
