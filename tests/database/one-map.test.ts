import { expect, test } from '@jest/globals';
import { inOneMap } from '../../src/database/one-map.js';

test('a statement reads its parameters out of one map', () => {
  const parameters = { keys: ['a', 'b'], p0: 3 };
  const given = inOneMap('UNWIND $keys AS key MATCH (n {id: key}) RETURN n LIMIT toInteger($p0)', parameters);
  expect(given).toEqual([
    'UNWIND $input.keys AS key MATCH (n {id: key}) RETURN n LIMIT toInteger($input.p0)',
    { input: parameters },
  ]);
  expect(inOneMap('RETURN 1', {})).toEqual(['RETURN 1', { input: {} }]);
});
