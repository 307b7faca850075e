import { expect, test } from '@jest/globals';
import { checkNames, languageIn, parametersIn } from '../../../src/http/routes/parameters.js';

const known = ['ids', 'depth', 'municipality', 'charset'];
const at = (search: string) => parametersIn({ originalUrl: `/export/graph.ttl${search}` }, known);

test.each([
  ['', {}],
  ['?', {}],
  ['?ids=sdg:17,sdg:1&depth=0', { ids: 'sdg:17,sdg:1', depth: '0' }],
  ['?municipality=%E6%9C%AC%E5%BA%84%E5%B8%82', { municipality: '本庄市' }],
])('%s is understood', (search, parameters) => {
  expect(at(search)).toEqual(parameters);
});

test.each([
  ['?ids[]=sdg:17', /^ids\[\]: expected one of the parameters ids, depth, municipality, charset\. Did you mean ids\?$/],
  ['?ids[a]=b', /Did you mean ids\?$/],
  ['?id=sdg:17', /Did you mean ids\?$/],
  ['?Depth=1', /Did you mean depth\?$/],
  ['?municpality=x', /Did you mean municipality\?$/],
  ['?charset[]=shift_jis', /Did you mean charset\?$/],
  ['?zzz=1', /expected one of the parameters [^.]+\.$/],
  [`?${'z'.repeat(9_000)}=1`, /^z{50}: /],
  ['?__proto__=1', /^__proto__: expected one of/],
  ['?ids=', /^ids: expected a value, but it is empty/],
  ['?ids=%20', /^ids: expected a value, but it is empty/],
  ['?ids=a&ids=b', /^ids: expected it once\.$/],
])('%s is refused, with what may have been meant', (search, message) => {
  expect(() => at(search)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }),
  );
});

test('names of a body too, and other languages than the two', () => {
  expect(() => checkNames(['ids', 'dept'], known)).toThrow('Did you mean depth?');
  expect(languageIn({})).toBe('ja');
  expect(() => languageIn({ lang: 'fr' })).toThrow('lang: expected ja or en, but got: fr');
});
