import fc from 'fast-check';
import { type DepartmentWork, pairsApart } from '../../src/analysis/department-pairs.js';

const place = (line: number) => [`doc ${line} ${line}`];
const work = (department: string, item: string, given: Partial<DepartmentWork> = {}): DepartmentWork => ({
  department,
  item,
  shareable: [`${department}-${item}`],
  sources: [place(1)],
  goals: [],
  sheets: [],
  ...given,
});
const goal = (number: number) => ({ id: `sdg:${number}`, number, sources: place(100 + number) });

test('departments with measures of one item but none in common are apart', () => {
  const [pair] = pairsApart([work('roads', '4-1'), work('parks', '4-1', { sources: [place(2)] })]);
  expect(pair).toMatchObject({ first: 'roads', second: 'parks', items: ['4-1'], goals: [] });
  expect(pair?.sources()).toEqual(['doc 1 1', 'doc 2 2']);
});

test('a common measure or a common sheet joins them', () => {
  expect(pairsApart([work('roads', '4-1', { shareable: ['m'] }), work('parks', '4-1', { shareable: ['m'] })])).toEqual(
    [],
  );
  expect(pairsApart([work('roads', '4-1', { sheets: ['s'] }), work('parks', '4-1', { sheets: ['s'] })])).toEqual([]);
});

test('a common goal is enough, in the order of the goals, with the lines that say so', () => {
  const [pair] = pairsApart([
    work('roads', '4-1', { goals: [goal(11), goal(17)] }),
    work('schools', '2-1', { goals: [goal(4), goal(11), goal(17)] }),
  ]);
  expect(pair).toMatchObject({ items: [], goals: ['sdg:11', 'sdg:17'] });
  expect(pair?.sources()).toEqual(['doc 1 1', 'doc 111 111', 'doc 117 117']);
});

const letters = (...all: string[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 2 });
const works = fc.array(
  fc.record({
    department: fc.constantFrom('a', 'b', 'c', 'd'),
    item: fc.constantFrom('1-1', '1-2', '1-3'),
    shareable: letters('m1', 'm2', 'm3', 'm4', 'm5'),
    goals: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }).map((numbers) => numbers.map(goal)),
    sheets: letters('s1', 's2', 's3', 's4'),
    sources: fc.constant([place(1)]),
  }),
  { maxLength: 12 },
);

test('a pair is apart exactly when it has an item or goal in common and no measure or sheet', () => {
  fc.assert(
    fc.property(works, (all) => {
      const of = (id: string, what: (work: DepartmentWork) => readonly string[]) =>
        new Set(all.filter(({ department }) => department === id).flatMap(what));
      const common = (a: string, b: string, what: (work: DepartmentWork) => readonly string[]) =>
        [...of(a, what)].some((each) => of(b, what).has(each));
      const apart = (a: string, b: string) =>
        (common(a, b, ({ item }) => [item]) || common(a, b, ({ goals }) => goals.map(({ id }) => id))) &&
        !common(a, b, ({ shareable, sheets }) => [...shareable, ...sheets]);
      const ids = [...new Set(all.map(({ department }) => department))];
      const expected = ids.flatMap((a, i) => ids.slice(i + 1).flatMap((b) => (apart(a, b) ? [`${a} ${b}`] : [])));
      expect(pairsApart(all).map(({ first, second }) => `${first} ${second}`)).toEqual(expected);
    }),
  );
});
