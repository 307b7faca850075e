import { expect, test } from '@jest/globals';
import { linkTo, readLink } from '../../../src/web/playground/client/link.js';

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
  });
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
  expect(readLink(address.search)).toEqual(operation);
});
