import fc from 'fast-check';
import { cityGraph, type ThingsOfType } from '../../../src/analysis/city-graph.js';
import { comparedThings } from '../../../src/analysis/likeness/features.js';
import { commonWords, likenesses, likenessOf } from '../../../src/analysis/likeness/likeness.js';
import type { EdgeName } from '../../../src/model/declaration.js';

const things: readonly ThingsOfType[] = [
  { type: 'PolicyItem', ids: ['i1', 'i2'] },
  { type: 'Measure', ids: ['m1', 'm2', 'm3', 'm4'] },
  { type: 'Department', ids: ['d1', 'd2'] },
  { type: 'Sdg', ids: ['g1', 'g2'] },
  { type: 'ReformSheet', ids: ['s1', 's2'] },
];
const names: Readonly<Record<string, string>> = {
  i1: '里山を守る',
  i2: '海を守る',
  m1: '里山の保全',
  m2: '里山の保全',
  m3: '港の整備',
  m4: '図書の貸出',
  s1: '里山だより',
  s2: '港だより',
};
const ask = async (_: string, { ids }: Readonly<Record<string, unknown>>) =>
  (ids as string[]).map((id) => ({ id, name: names[id] }));

const ends = ['i1', 'i2', 'm1', 'm2', 'm3', 'm4', 'd1', 'd2', 'g1', 'g2', 's1', 's2'];
const graphOf = (links: Readonly<Partial<Record<EdgeName, readonly (readonly [string, string])[]>>>) =>
  cityGraph(
    things,
    Object.entries(links).map(([type, pairs]) => ({
      type: type as EdgeName,
      from: pairs.map(([from]) => from),
      to: pairs.map(([, to]) => to),
    })),
  );

const city = graphOf({
  PART_OF: [
    ['m1', 'i1'],
    ['m2', 'i2'],
    ['m3', 'i2'],
    ['m4', 'i2'],
  ],
  OWNED_BY: [
    ['m1', 'd1'],
    ['m2', 'd2'],
    ['m3', 'd1'],
  ],
  TOUCHES: [
    ['i1', 'g1'],
    ['i2', 'g1'],
    ['i2', 'g2'],
  ],
  IMPLEMENTS: [
    ['s1', 'm1'],
    ['s2', 'm1'],
  ],
});

describe('Likeness', () => {
  test('says in which respects, what is shared and by which links, other departments first', async () => {
    const compared = await comparedThings(city, null, ask);
    const subject = compared.things.get('m1');
    if (!subject) throw new Error('expected m1');
    const found = likenesses(compared, city, subject, new Set(['Measure']));
    expect(found.map(({ id, acrossDepartments }) => [id, acrossDepartments])).toEqual([
      ['m2', true],
      ['m3', false],
      ['m4', null],
    ]);
    const [first] = found;
    expect(first?.reasons.map(({ aspect, shared, words }) => [aspect, shared, words])).toEqual([
      ['NAME', [], ['里山の保全']],
      ['SDG', ['g1'], []],
    ]);
    const sdg = first?.reasons[1]?.links.map(({ from, type, to }) => `${city.ids[from]} ${type} ${city.ids[to]}`);
    expect(sdg).toEqual(['m1 PART_OF i1', 'i1 TOUCHES g1', 'm2 PART_OF i2', 'i2 TOUCHES g1']);
  });

  test('compares types with one another by what both can have', async () => {
    const compared = await comparedThings(city, null, ask);
    const subject = compared.things.get('i1');
    if (!subject) throw new Error('expected i1');
    const found = likenesses(compared, city, subject, new Set(['PolicyItem', 'ReformSheet']));
    expect(found.map(({ id }) => id).sort()).toEqual(['i2', 's1', 's2']);
  });

  test('is the same both ways, between 0 and 1, and the sum of its reasons', async () => {
    const pair = fc.tuple(fc.constantFrom(...ends), fc.constantFrom(...ends));
    const types = ['PART_OF', 'OWNED_BY', 'TOUCHES', 'IMPLEMENTS', 'LED_BY', 'REFERENCES'];
    const links = fc.record(Object.fromEntries(types.map((type) => [type, fc.array(pair, { maxLength: 8 })])));
    await fc.assert(
      fc.asyncProperty(links, async (given) => {
        const compared = await comparedThings(graphOf(given), null, ask);
        for (const one of compared.things.values())
          for (const other of compared.things.values()) {
            const [there, back] = [likenessOf(one, other, compared.rarity), likenessOf(other, one, compared.rarity)];
            expect(there.score).toBeCloseTo(back.score);
            expect(there.acrossDepartments).toBe(back.acrossDepartments);
            expect(there.score).toBeLessThan(1 + 1e-9);
            expect(there.score).toBeCloseTo(there.reasons.reduce((sum, { weight }) => sum + weight, 0));
            for (const { weight } of there.reasons) expect(weight).toBeGreaterThan(0);
          }
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ['人権を尊重する社会', ['する'], []],
  ['人権を尊重し、表現する', ['尊重', 'する'], ['尊重']],
  ['人権を尊重するまち', ['人権', '尊重', 'する'], ['人権', '尊重']],
])('words of grammar alone are nothing that %s has in common', (name, grams, words) => {
  expect(commonWords(name, grams)).toEqual(words);
});
