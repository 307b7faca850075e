import { expect, test } from '@jest/globals';
import { addressOf, linkTo, readLink } from '../../../src/web/playground/client/link.js';

test('a link brings its query, its variables laid out, and the name of its operation', () => {
  const search = new URLSearchParams({
    query: 'query A($code: String) { a } query B { b }',
    variables: '{"code":"5-2-3","names":["危機管理課"]}',
    operationName: 'B',
  });
  expect(readLink(`?${search}`)).toEqual({
    query: 'query A($code: String) { a } query B { b }',
    variables: '{\n  "code": "5-2-3",\n  "names": [\n    "危機管理課"\n  ]\n}',
    operationName: 'B',
    runs: false,
  });
});

test.each(['&run', '&run=', '&run=1'])('with %s it runs at once', (ending) => {
  expect(readLink(`?query=%7Ba%7D${ending}`)).toMatchObject({ query: '{a}', runs: true });
});

test.each(['', '?lang=en', '?query=', '?query=%20%0A', '?variables=%7B%7D'])('%j brings nothing', (search) => {
  expect(readLink(search)).toBeNull();
});

test.each([
  ['no variables', '', ''],
  ['null instead of variables', 'null', ''],
  ['variables that are no JSON, as they came', '{code:', '{code:'],
])('a link may have %s', (_name, variables, shown) => {
  expect(readLink(`?${new URLSearchParams({ query: '{ a }', variables })}`)?.variables).toBe(shown);
});

test.each([
  { query: '{ measures(filter: { name: "a&b=c+d #1" }) { totalCount } }', variables: '', operationName: null },
  { query: 'query Sdg($n: Int) {\n  a\n}\n', variables: '{\n  "n": 17\n}', operationName: 'Sdg' },
])('what is copied as a link is what the link brings: $query', (operation) => {
  const address = new URL(linkTo(operation), 'http://localhost');
  expect(address.pathname).toBe('/graphql');
  expect(readLink(address.search)).toEqual({ ...operation, runs: false });
});

test('the address of the page is a link to what the open tab holds, unless that is nothing yet or too long', () => {
  const operation = { query: '{ a }', variables: '', operationName: null };
  expect(addressOf(operation, '{ b }')).toBe(linkTo(operation));
  expect(addressOf(operation, '{ a }')).toBe('/graphql');
  expect(addressOf({ ...operation, query: ' \n' }, '{ b }')).toBe('/graphql');
  expect(addressOf({ ...operation, query: `{ ${'あ'.repeat(700)} }` }, '{ b }')).toBe('/graphql');
});
