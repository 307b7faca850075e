import fc from 'fast-check';
import type { CityGraph } from '../../src/analysis/city-graph.js';
import {
  type Collaboration,
  collaborations,
  collaborationsOf,
  type Role,
  roleIn,
} from '../../src/analysis/collaborations.js';
import { anyGraph, graphOf, placeIn } from './city-graphs.js';

const told = (graph: CityGraph, pairs: readonly Collaboration[]) =>
  pairs.map(({ department, partner, shared }) =>
    [department, partner, ...shared.map(({ work }) => work)].map((place) => graph.ids[place]?.split(':')[1]).join(' '),
  );

// Departments a to d in natural order; a sheet that a leads, b supports, and the whole city hall too.
const city = graphOf(
  [
    ['Measure:m1', 'OWNED_BY', 'Department:b'],
    ['Measure:m1', 'OWNED_BY', 'Department:a'],
    ['Measure:m2', 'OWNED_BY', 'Department:c'],
    ['ReformSheet:s1', 'LED_BY', 'Department:a'],
    ['ReformSheet:s1', 'SUPPORTED_BY', 'Department:b'],
    ['ReformSheet:s1', 'SUPPORTED_BY_SCOPE', 'SupportingScope:all'],
    ['ReformSheet:s2', 'SUPPORTED_BY', 'Department:b'],
    ['ReformSheet:s2', 'SUPPORTED_BY', 'Department:c'],
    ['ReformSheet:s2', 'IMPLEMENTS', 'Measure:m2'],
  ],
  ['Department:d'],
);

test('two departments collaborate where both take part in one measure or sheet, those that share most first', () => {
  expect(told(city, collaborations(city).departments)).toEqual(['b a m1 s1', 'b c s2']);
});

test('roles are told for each of the two', () => {
  const [first] = collaborations(city).departments;
  expect(first?.shared.map(({ ours, theirs }) => [roleIn(ours), roleIn(theirs)])).toEqual([
    ['OWNED_BY', 'OWNED_BY'],
    ['SUPPORTED_BY', 'LED_BY'],
  ]);
});

test('a scope is kept apart from departments', () => {
  expect(told(city, collaborations(city).scopes)).toEqual(['b all s1', 'a all s1']);
});

test('who supports a measure shares it, and who answers for a policy item as a whole shares that with others who do', () => {
  const imported = graphOf([
    ['Measure:m', 'OWNED_BY', 'Department:a'],
    ['Measure:m', 'MEASURE_SUPPORTED_BY', 'Department:b'],
    ['Measure:m', 'PART_OF', 'PolicyItem:i'],
    ['PolicyItem:i', 'ITEM_OWNED_BY', 'Department:b'],
    ['PolicyItem:i', 'ITEM_OWNED_BY', 'Department:c'],
  ]);
  const { departments } = collaborations(imported);
  expect(told(imported, departments)).toEqual(['a b m', 'b c i']);
  expect(departments.map(({ shared }) => shared.map(({ ours, theirs }) => [roleIn(ours), roleIn(theirs)]))).toEqual([
    [['OWNED_BY', 'MEASURE_SUPPORTED_BY']],
    [['ITEM_OWNED_BY', 'ITEM_OWNED_BY']],
  ]);
  expect(told(imported, collaborations(imported, asked(['OWNED_BY'], ['MEASURE_SUPPORTED_BY'])).departments)).toEqual([
    'a b m',
  ]);
});

/** In which roles, and with partners in which; the same ones where they are left out. */
const asked = (roles: readonly Role[], partnerRoles?: readonly Role[]) => ({
  roles: new Set(roles),
  partnerRoles: partnerRoles ? new Set(partnerRoles) : null,
});

test('only the roles that are asked for count', () => {
  expect(told(city, collaborations(city, asked(['OWNED_BY'])).departments)).toEqual(['b a m1']);
  expect(told(city, collaborations(city, asked(['LED_BY', 'SUPPORTED_BY'])).departments)).toEqual(['b a s1', 'b c s2']);
});

test('who leads is counted with who supports, and not with others who support', () => {
  expect(told(city, collaborations(city, asked(['LED_BY'], ['SUPPORTED_BY'])).departments)).toEqual(['a b s1']);
  expect(told(city, collaborations(city, asked(['SUPPORTED_BY'], ['LED_BY'])).departments)).toEqual(['b a s1']);
  const of = (name: string, roles: ReturnType<typeof asked>) =>
    told(city, collaborationsOf(city, placeIn(city, `Department:${name}`), roles));
  expect(of('b', asked(['SUPPORTED_BY'], ['LED_BY']))).toEqual(['b a s1']);
  expect(of('b', asked(['SUPPORTED_BY']))).toEqual(['b c s2']);
  expect(of('b', asked(['LED_BY'], ['SUPPORTED_BY']))).toEqual([]);
});

test('a department that takes part twice has its weightiest role, and shares the sheet once', () => {
  const twice = graphOf([
    ['ReformSheet:s', 'SUPPORTED_BY', 'Department:a'],
    ['ReformSheet:s', 'LED_BY', 'Department:a'],
    ['ReformSheet:s', 'SUPPORTED_BY', 'Department:b'],
  ]);
  const [only, ...others] = collaborations(twice).departments;
  expect(others).toEqual([]);
  expect(only?.shared.map(({ ours, theirs }) => [roleIn(ours), ours.length, roleIn(theirs)])).toEqual([
    ['LED_BY', 2, 'SUPPORTED_BY'],
  ]);
});

test('a department alone has no collaborators', () => {
  expect(collaborationsOf(city, placeIn(city, 'Department:d'))).toEqual([]);
});

test('what each department is told about itself adds up to the whole', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const whole = collaborations(graph).departments.map(({ department, partner, shared }) =>
        [...[department, partner].sort((a, b) => a - b), ...shared.map(({ work }) => work)].join(),
      );
      const each = [...graph.ids.keys()].flatMap((place) =>
        collaborationsOf(graph, place).map(({ department, partner, shared }) =>
          [...[department, partner].sort((a, b) => a - b), ...shared.map(({ work }) => work)].join(),
        ),
      );
      expect([...each].sort()).toEqual([...whole, ...whole].sort());
    }),
  );
});
