import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { search } from '../../../src/analysis/search/search.js';
import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer } from './ask.js';
import { type SeedThing, seedThings } from './seed.js';

let connection: Connection;
let things: readonly SeedThing[];

beforeAll(async () => {
  [connection, things] = await Promise.all([seededDatabase(), seedThings()]);
}, patience);
afterAll(() => connection?.close());

const find = async (query: string, scope: Partial<Parameters<typeof search>[1]> = {}) =>
  (
    await search((text, parameters) => connection.read(text, parameters), {
      query,
      types: null,
      municipalities: ['honjo'],
      stage: null,
      ...scope,
    })
  ).hits;

/** As a person compares: width does not matter. */
const plain = (text: unknown) =>
  String(text ?? '')
    .normalize('NFKC')
    .toLowerCase();
const inForce = () => things.filter(({ effective }) => effective);

describe('Search', () => {
  test('finds everything first by its whole name, in Japanese, and with the width and kana of another keyboard', async () => {
    const otherKana = (text: string) =>
      text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
    for (const { values } of inForce()) {
      const name = String(values.name);
      const same = inForce().filter((thing) => plain(thing.values.name) === plain(name));
      for (const typed of [name, otherKana(name), `　${name.replace(/・/g, ' ')}`]) {
        const best = (await find(typed)).filter(({ score }) => score === 1);
        expect([typed, best.map(({ id }) => id).sort()]).toEqual([typed, same.map(({ id }) => id).sort()]);
      }
    }
  });

  test('finds everything that has a text of Japanese letters in a name or text', async () => {
    const texts = ({ values }: SeedThing) =>
      ['name', 'aliases', 'summary', 'subtitle', 'vision', 'definition']
        .flatMap((column) => values[column] ?? [])
        .map(plain);
    const names = inForce().flatMap(
      ({ values }) => plain(values.name).match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu) ?? [],
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 6 }), async (run, at, length) => {
        const start = at % run.length;
        const typed = run.slice(start, start + length);
        const expected = inForce().filter((thing) => texts(thing).some((text) => text.includes(typed)));
        const hits = await find(typed);
        const found = new Set(hits.map(({ id }) => id));
        expect([typed, expected.map(({ id }) => id).filter((id) => !found.has(id))]).toEqual([typed, []]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['5-2-3', 'honjo:measure:5-2-3'],
    ['５−２−３', 'honjo:measure:5-2-3'],
    ['施策大項目5-1', 'honjo:policy-item:5-1'],
    ['1-9', 'honjo:reform-sheet:1-9'],
    ['シート 2-5', 'honjo:reform-sheet:2-5'],
    ['SDG 17', 'sdg:17'],
    ['SDGs目標１７', 'sdg:17'],
    ['第6章', 'honjo:policy-field:6'],
    ['政策連携プラン3', 'honjo:linkage-plan:3'],
    ['市民活動惟進課', 'honjo:department:市民活動推進課'],
    ['市民活動推課', 'honjo:department:市民活動推進課'],
    ['パートナリーシップで目標を達成しよう', 'sdg:17'],
    ['本庄版ネットワークプラン', 'honjo:linkage-plan:2'],
    ['まちの魅力創造', 'honjo:measure:6-5-6'],
    ['gender equality', 'sdg:5'],
    ['Citizen Activity Promotion Division', 'honjo:department:市民活動推進課'],
    ['citzen activity promotion', 'honjo:department:市民活動推進課'],
  ])('for %s finds %s first', async (query, id) => {
    expect((await find(query))[0]?.id).toBe(id);
  });

  test('puts goals under their common name, and many things under one character', async () => {
    expect((await find('SDGs')).filter(({ type }) => type === 'Sdg')).toHaveLength(17);
    const withWater = inForce().filter(({ values }) => plain(values.name).includes('水'));
    const found = (await find('水')).filter(({ field }) => field === 'NAME').map(({ id }) => id);
    expect(found.sort()).toEqual(withWater.map(({ id }) => id).sort());
  });

  test('shows a stage its own names, and what only that stage has', async () => {
    const renamed = things.filter(({ values }) => values['name@CURRENT']);
    expect(renamed.length).toBeGreaterThan(0);
    for (const { id, values } of renamed) {
      const [then] = await find(String(values['name@CURRENT']), { stage: 'CURRENT' });
      expect(then).toMatchObject({ id, field: 'NAME', score: 1 });
    }
    const dropped = things.filter(({ effective, stages }) => !effective && stages.includes('CURRENT'));
    expect(dropped.length).toBeGreaterThan(0);
    for (const { id, values } of dropped) {
      expect((await find(String(values.name))).map((hit) => hit.id)).not.toContain(id);
      expect((await find(String(values.name), { stage: 'CURRENT' })).map((hit) => hit.id)).toContain(id);
    }
  });

  test('keeps to the types and the municipality that were asked for, and the goals belong to all', async () => {
    const types = new Set((await find('推進', { types: ['Department', 'Measure'] })).map(({ type }) => type));
    expect([...types].sort()).toEqual(['Department', 'Measure']);
    expect((await find('推進', { municipalities: ['elsewhere'] })).map(({ id }) => id)).toEqual([]);
    expect((await find('SDG 3', { municipalities: ['elsewhere'] })).map(({ id }) => id)).toEqual(['sdg:3']);
  });
});

const operation = `query ($query: String!, $first: Int, $after: String, $stage: PlanStage) {
  search(query: $query, municipality: "honjo", first: $first, after: $after, stage: $stage) {
    totalCount truncated facets { type count } nodes { id }
    edges { cursor score match matchedField matchedText highlight { text matched } node { id name } }
    pageInfo { more: hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

describe('The field search', () => {
  test('gives pages that together are the whole, and facets that add up to its count', async () => {
    const whole = (await answer(connection, operation, { query: '推進', first: 500 })).data.search;
    expect(whole.nodes).toHaveLength(whole.totalCount);
    expect(whole.truncated).toBe(false);
    expect(whole.facets.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(whole.totalCount);
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: typeof whole = (await answer(connection, operation, { query: '推進', first: 7, after })).data.search;
      expect(page.totalCount).toBe(whole.totalCount);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      ids.push(...page.nodes.map(({ id }: { id: string }) => id));
      after = page.pageInfo.more ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(whole.nodes.map(({ id }: { id: string }) => id));
    expect(whole.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(ids);
    const scores = whole.edges.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('shows what fits as it is printed, in four statements and one that finds the municipality', async () => {
    const { data, statements } = await answer(connection, operation, { query: 'おんらいん窓口', first: 3 });
    for (const { matchedText, highlight, node } of data.search.edges) {
      expect(matchedText).toBe(node.name);
      expect(highlight.map(({ text }: { text: string }) => text).join('')).toBe(node.name);
      expect(highlight.find(({ matched }: { matched: boolean }) => matched).text).toBe('オンライン窓口');
    }
    expect(statements).toBeLessThanOrEqual(5);
  });

  test('shows things as the stage has them for which was asked', async () => {
    const renamed = things.find(({ values }) => values['name@CURRENT']);
    const query = String(renamed?.values['name@CURRENT']);
    const { data } = await answer(connection, operation, { query, first: 1, stage: 'CURRENT' });
    expect(data.search.edges[0].node).toEqual({ id: `${renamed?.id}@CURRENT`, name: query.normalize('NFKC') });
  });

  test('says what is wrong with a query that is too long, a size and a cursor of another search', async () => {
    const { data } = await answer(connection, operation, { query: '推進', first: 1 });
    const after = data.search.pageInfo.endCursor;
    for (const variables of [
      { query: '長'.repeat(201) },
      { query: '推進', first: -1 },
      { query: '推進', first: 501 },
      { query: '支援', after },
      { query: '推進', after: 'x' },
    ])
      expect((await answer(connection, operation, variables)).errors).toHaveLength(1);
    expect((await answer(connection, operation, { query: ' ・「」 ' })).data.search.totalCount).toBe(0);
  });

  test('counts what is not in force any more, which a stage still has', async () => {
    const dropped = things.find(
      ({ type, effective, stages }) => type === 'Measure' && !effective && stages.includes('CURRENT'),
    );
    const counted = `query ($query: String!, $stage: PlanStage) {
      search(query: $query, types: [MEASURE], stage: $stage) { noLongerInForce nodes { id: thingId } }
    }`;
    const query = String(dropped?.values.name);
    const { search: now } = (await answer(connection, counted, { query })).data;
    expect(now.noLongerInForce).toBeGreaterThan(0);
    expect(now.nodes).not.toContainEqual({ id: dropped?.id });
    const { search: then } = (await answer(connection, counted, { query, stage: 'CURRENT' })).data;
    expect(then.noLongerInForce).toBe(0);
    expect(then.nodes).toContainEqual({ id: dropped?.id });
  });
});

describe('Search by several things', () => {
  const typed = async (query: string, types: string) =>
    (
      await answer(
        connection,
        `query ($query: String!) { search(query: $query, types: [${types}], first: 100, municipality: "honjo") {
          edges { match matchedField matchedText node { id } } } }`,
        { query },
      )
    ).data.search.edges as { match: string; matchedField: string; matchedText: string; node: { id: string } }[];

  test('lists what is linked with all of them', async () => {
    const { data } = await answer(
      connection,
      '{ measures(first: 100, filter: { sdgs: { some: { number: { eq: 17 } } }, departments: { some: { name: { eq: "市民活動推進課" } } } }) { nodes { id } } }',
    );
    const both = data.measures.nodes.map(({ id }: { id: string }) => id).sort();
    expect(both.length).toBeGreaterThan(0);
    const ways = [
      'SDG 17 市民活動推進課',
      '市民活動推進課　ＳＤＧ１７',
      '市民活動推進課 × SDG 17',
      'SDG 17と市民活動推進課',
    ];
    for (const query of ways) {
      const linked = (await typed(query, 'MEASURE')).filter(({ match }) => match === 'LINKED');
      expect([query, linked.map(({ node }) => node.id).sort()]).toEqual([query, both]);
      expect(linked[0]).toMatchObject({ matchedField: 'LINKED_NAME' });
    }
  });

  test('takes a name that has と in it for one name', async () => {
    const [best] = await typed('消防団活動と地域防災力の向上', 'MEASURE, POLICY_ITEM');
    expect(best).toMatchObject({ match: 'EXACT', matchedText: '消防団活動と地域防災力の向上' });
  });

  test('finds what is written otherwise than it was typed, by its reading', async () => {
    for (const query of ['ぼうさい', 'ボウサイ']) {
      const found = (await typed(query, 'MEASURE, POLICY_ITEM')).filter(({ match }) => match === 'READING');
      expect([query, found.length > 3]).toEqual([query, true]);
      expect(found.filter(({ matchedText }) => !matchedText.includes('防災'))).toEqual([]);
    }
    const [division] = await typed('しみんかつどうすいしんか', 'DEPARTMENT');
    expect(division).toMatchObject({ match: 'READING', node: { id: 'honjo:department:市民活動推進課' } });
  });

  test('finds a field by the name that its documents have in their titles', async () => {
    const [best] = await typed('行財政経営分野', 'POLICY_FIELD');
    expect(best).toMatchObject({ match: 'EXACT', matchedField: 'ALIAS', node: { id: 'honjo:policy-field:6' } });
  });

  test('finds what is called by a word of the same meaning, after what has the word itself', async () => {
    const found = await typed('DX', 'REFORM_SHEET, INITIATIVE, MEASURE, PROJECT, RELATED_PLAN');
    const others = found.filter(({ match }) => match === 'SYNONYM');
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ matchedText }) => matchedText.includes('デジタル'))).toBe(true);
  });
});
