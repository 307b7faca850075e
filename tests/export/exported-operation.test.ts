import { expect, test } from '@jest/globals';
import { parse, print, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { exportedOperation } from '../../src/export/exported-operation.js';

const read = (query: string, variables = {}, name: string | null = null) =>
  exportedOperation(schema(), query, name, variables, 1000);

test('an operation that says how many rows it wants is asked as it is', () => {
  for (const given of ['first: 3', 'last: 3', 'before: "x"'])
    expect(read(`{ measures(${given}) { totalCount } }`)?.bounded).toBe(true);
  for (const given of ['first: null', 'after: "x"', 'stage: DRAFT'])
    expect(read(`{ measures(${given}) { totalCount } }`)?.bounded).toBe(false);
});

test('a variable decides with its value, and its default where it has none', () => {
  const query = 'query ($n: Int) { measures(first: $n) { totalCount } }';
  expect(read(query, { n: 5 })?.bounded).toBe(true);
  expect(read(query, { n: null })?.bounded).toBe(false);
  expect(read(query)?.bounded).toBe(false);
  expect(read('query ($n: Int = 2) { measures(first: $n) { totalCount } }')?.bounded).toBe(true);
});

test('the documents of its pages are valid, and ask for the next page behind a cursor', () => {
  const query = `query Some($n: Int, $start: String, $stage: PlanStage) {
    list: measures(first: $n, after: $start, stage: $stage) { nodes { ...code } }
  } fragment code on Measure { code }`;
  const operation = read(query, { start: 'x' });
  for (const text of [operation?.first(500) ?? '', operation?.next(50) ?? ''])
    expect(validate(schema(), parse(text)).map(({ message }) => message)).toEqual([]);
  expect(print(parse(operation?.next(50) ?? ''))).toContain(
    'measures(stage: $stage, first: 50, after: $cursorOfExport)',
  );
  expect(operation?.first(500)).toContain('after: $start');
});

test('only one root field that is a connection can be exported', () => {
  for (const query of [
    '{ measures { totalCount } departments { totalCount } }',
    '{ measure(code: "1") { name } }',
    '{ datasets { revision } }',
    '{ nothing { nodes } }',
    'mutation { measures { totalCount } }',
    '{ measures {',
    'query A { measures { totalCount } } query B { measures { totalCount } }',
  ])
    expect(read(query)).toBeNull();
  expect(read('query A { measures { totalCount } } query B { sdgs { totalCount } }', {}, 'B')?.key).toBe('sdgs');
});
